//! Diagnostics as one line each, for editors and `grep`.

use gainsay_claims::Diagnostic;

use crate::{Speaker, lang::level, place::place};

/// `path:line:col: rule level: message`; without a place, from `rule` on.
pub fn render(speaker: Speaker<'_>, diagnostic: &Diagnostic) -> String {
    let check = diagnostic.check;
    let at = diagnostic
        .labels
        .first()
        .map(|label| format!("{}: ", place(speaker.base, &label.at)))
        .unwrap_or_default();
    format!(
        "{at}{} {}: {}\n",
        check.id,
        level(speaker.lang, check.level),
        speaker.headline(diagnostic),
    )
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
    fn without_a_place_the_rule_comes_first() {
        let base = fixture::base();
        let missing = Diagnostic::new(&BROKEN_SOURCE, Subject::Name("fixture-d".into()));
        insta::assert_snapshot!(render(Speaker::new(&base, Lang::Fr), &missing), @"broken-source erreur: la source `fixture-d` n'a pas été chargée");
    }
}
