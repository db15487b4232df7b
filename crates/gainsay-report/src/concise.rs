//! Diagnostics as one line each, for editors and `grep`.

use gainsay_claims::{
    Diagnostic,
    checks::SOURCE_REMARK,
    facts::{Fact, Problem},
};

use crate::{
    Speaker, clean,
    lang::{colon, level},
    place::place,
};

/// `path:line:col: rule level: message`; without a place, from `rule` on.
pub fn render(speaker: Speaker<'_>, diagnostic: &Diagnostic) -> String {
    let check = diagnostic.check;
    let at = diagnostic
        .labels
        .first()
        .map(|label| format!("{}: ", place(speaker.base, &label.at)))
        .unwrap_or_default();
    format!(
        "{at}{} {}: {}{}\n",
        check.id,
        level(speaker.lang, check.level),
        speaker.headline(diagnostic),
        remark(speaker, diagnostic),
    )
}

/// The first words of what a plugin remarks, without which all remarks look alike.
fn remark(speaker: Speaker<'_>, diagnostic: &Diagnostic) -> String {
    const LONGEST: usize = 300;
    if diagnostic.check != &SOURCE_REMARK {
        return String::new();
    }
    let labels = diagnostic.labels.iter().map(|label| &label.fact);
    let mut facts = labels.chain(diagnostic.notes.iter().flat_map(|note| &note.facts));
    let said = facts.find_map(|fact| match fact {
        Fact::Problem(Problem::Said { message, .. }) => Some(message.pick(speaker.lang)),
        _ => None,
    });
    let words = said.map(|message| clean(message).chars().take(LONGEST).collect::<String>());
    words.map(|words| format!("{}{words}", colon(speaker.lang))).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use gainsay_claims::{Lang, checks::BROKEN_SOURCE, diagnostic::Subject};

    use super::*;
    use crate::fixture;

    #[test]
    fn one_line_per_diagnostic_with_its_first_place() {
        let base = fixture::base();
        insta::assert_snapshot!(render(Speaker::new(&base, Lang::En), &fixture::conflict()), @"sources/fixture-a/raw.txt:2:1: diverging-shares error: comparable studies disagree: bought because of social media");
        insta::assert_snapshot!(render(Speaker::new(&base, Lang::Fr), &fixture::conflict()), @"sources/fixture-a/raw.txt:2:1: diverging-shares erreur: des études comparables se contredisent : a acheté à cause des médias sociaux");
    }

    #[test]
    fn a_remark_is_told_in_its_line() {
        let base = fixture::base();
        let remark = Diagnostic::new(&SOURCE_REMARK, Subject::Name("fixture-a".into()));
        let message = ["row 4 is\nempty", "la ligne 4\nest vide\u{1b}[2J"].into();
        let remark = remark.note(Fact::Problem(Problem::Said { message, help: None }));
        let told = |lang| render(Speaker::new(&base, lang), &remark);
        for (told, end) in [
            (told(Lang::En), ": row 4 is empty\n"),
            (told(Lang::Fr), "\u{a0}: la ligne 4 est vide[2J\n"),
        ] {
            assert!(told.ends_with(end), "{told}");
            assert_eq!(told.lines().count(), 1);
        }
    }

    #[test]
    fn without_a_place_the_rule_comes_first() {
        let base = fixture::base();
        let missing = Diagnostic::new(&BROKEN_SOURCE, Subject::Name("fixture-d".into()));
        insta::assert_snapshot!(render(Speaker::new(&base, Lang::Fr), &missing), @"broken-source erreur: la source `fixture-d` n'a pas été chargée");
    }
}
