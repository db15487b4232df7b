//! What editors show while a draft is written: the words of a diagnostic, what is known
//! of a figure, and what can be done about it.

mod hover;
mod remedy;

pub use hover::{Hover, hover};
pub use remedy::{Remedy, people, placeholder, written};

use gainsay_claims::{Diagnostic, Lang, diagnostic::Label};
use gainsay_draft::CheckedFigure;

use crate::{
    Linted, Speaker, clean,
    lang::{colon, pick},
    lint,
};

/// The words of a diagnostic: its headline, what is known, and what to do, one line each.
pub fn message(speaker: Speaker<'_>, diagnostic: &Diagnostic) -> String {
    let mut lines = vec![speaker.headline(diagnostic)];
    lines.extend(speaker.notes(diagnostic));
    let help = pick(speaker.lang, ["help", "aide"]);
    let help_text = speaker.help(diagnostic);
    lines.push(format!("{help}{}{help_text}", colon(speaker.lang)));
    lines.join("\n")
}

/// What is to be said of a place that a diagnostic points to.
pub fn label(speaker: Speaker<'_>, label: &Label) -> String {
    speaker.fact(&label.fact)
}

/// Where a figure stands in its draft, in bytes of the file.
pub fn place_of(linted: &Linted, figure: &CheckedFigure) -> Option<std::ops::Range<usize>> {
    Some(lint::location(linted, figure)?.span)
}

/// Why an editor does not get what it asks for.
#[derive(Clone, Copy, Debug)]
pub enum Refused<'a> {
    /// It has not said who it is.
    NotInitialized,
    /// It asks at a time at which this cannot be asked.
    NotNow,
    /// There is no such method.
    Unknown(&'a str),
    /// The parameters of the method are not those that it takes.
    Unclear(&'a str),
    /// It has changed its mind.
    Cancelled,
}

/// Says why an editor does not get what it asks for.
pub fn refused(lang: Lang, why: Refused<'_>) -> String {
    let texts = match why {
        Refused::NotInitialized => ["not initialized yet", "pas encore initialisé"],
        Refused::NotNow => ["cannot be asked now", "ne peut être demandé maintenant"],
        Refused::Cancelled => ["cancelled", "annulé"],
        Refused::Unknown(_) => ["no method is called", "aucune méthode ne s'appelle"],
        Refused::Unclear(_) => ["parameters that do not fit", "paramètres inadaptés à"],
    };
    let text = pick(lang, texts);
    match why {
        Refused::Unknown(method) | Refused::Unclear(method) => {
            format!("{text} `{}`", clean(method))
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::fixture::linted;

    #[test]
    fn a_message_says_what_is_known_and_what_to_do() {
        let linted = linted();
        let diagnostics = &linted.checked.diagnostics;
        let differs = diagnostics.iter().find(|one| one.check.id == "figure-differs");
        let differs = differs.expect("there is one of every rule");
        let said = |lang| message(Speaker::new(&linted.base, lang), differs);
        insta::assert_snapshot!(said(Lang::En), @"
        “28 %” is not the figure of its source
        `fixture-b/2013/bought` contradicts `fixture-a/2013/bought` and is not in the draft
        help: take the figure from the source
        ");
        insta::assert_snapshot!(said(Lang::Fr).replace('\u{a0}', "~"), @"
        «~28 %~» n'est pas le chiffre de sa source
        `fixture-b/2013/bought` contredit `fixture-a/2013/bought` et n'est pas dans le brouillon
        aide~: reprendre le chiffre de la source
        ");
    }
}
