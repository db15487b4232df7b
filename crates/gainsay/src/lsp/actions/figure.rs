//! Taking the figure of the source.

use std::ops::Range;

use gainsay_claims::{Diagnostic, Lang};
use gainsay_draft::{CheckedFigure, Format, Outcome};
use gainsay_report::editor::{self, Remedy};

use super::{Action, Edit};
use crate::lsp::diagnostics::Seen;

/// What must not be found in a figure that was taken from its source.
const WRONG: [&str; 5] =
    ["base-widened", "drift", "figure-differs", "unknown-figure", "wrong-study"];

/// Replaces a figure by that of its source, if the draft then says what the source says.
pub(super) fn action(seen: &Seen<'_>, found: &Diagnostic, place: &Range<usize>) -> Option<Action> {
    if found.check.id != "figure-differs" {
        return None;
    }
    let (figure, _) = seen.figures().find(|(_, at)| at == place)?;
    let lang = seen.linted.draft.passages.get(figure.passage)?.lang;
    let old = seen.draft.text.get(place.clone())?;
    let texts = numbers(seen, figure, lang).into_iter().flat_map(|number| {
        let percent = matches!(figure.outcome, Outcome::Differs(_));
        [with_number(old, &number), percent.then(|| in_percent(lang, seen.draft.format, &number))]
    });
    let mut edits = texts.flatten().map(|text| Edit { bytes: place.clone(), text });
    let edit = edits.find(|edit| says_the_same(seen, edit, figure))?;
    Some(Action { remedy: Remedy::TakeFigure { text: edit.text.clone() }, edit })
}

/// The numbers that the source gives.
fn numbers(seen: &Seen<'_>, figure: &CheckedFigure, lang: Lang) -> Vec<String> {
    let base = &seen.linted.base;
    match &figure.outcome {
        Outcome::Differs(found) => base
            .claims
            .get(&found.claim)
            .map_or_else(Vec::new, |claim| editor::written(lang, claim)),
        Outcome::SizeDiffers(study) => {
            let n = base.studies.get(study).map(|study| study.n);
            n.and_then(|n| editor::people(lang, n)).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// A figure as it is written, with another number: its space and sign of percent stay.
fn with_number(old: &str, number: &str) -> Option<String> {
    let is_digit = |one: char| one.is_ascii_digit();
    let (first, last) = (old.find(is_digit)?, old.rfind(is_digit)?);
    Some(format!("{}{number}{}", &old[..first], &old[last + 1..]))
}

/// A share as a text in a language and a format writes it.
fn in_percent(lang: Lang, format: Format, number: &str) -> String {
    match (lang, format) {
        (Lang::En, Format::Latex) => format!("{number}\\%"),
        (Lang::Fr, Format::Latex) => format!("{number}\\,\\%"),
        (Lang::En, _) => format!("{number}%"),
        (Lang::Fr, _) => format!("{number}\u{202f}%"),
    }
}

/// Whether the draft, so changed, states the figure of its source.
fn says_the_same(seen: &Seen<'_>, edit: &Edit, old: &CheckedFigure) -> bool {
    let Some(draft) = seen.read(&edit.apply(&seen.draft.text)) else { return false };
    let linted = seen.evidence.check(draft, &|_| true);
    let start = edit.bytes.start;
    let mut figures = linted.checked.figures.iter();
    let is_it = |one: &&CheckedFigure| {
        editor::place_of(&linted, one).is_some_and(|place| place.start == start)
    };
    let is_said = figures.find(is_it).is_some_and(|new| match (&new.outcome, &old.outcome) {
        (Outcome::Found(new), Outcome::Differs(old)) => new.claim == old.claim,
        (Outcome::Size(new), Outcome::SizeDiffers(old)) => new == old,
        _ => false,
    });
    let mut found = linted.checked.diagnostics.iter();
    let is_wrong = found.any(|one| {
        let here = one.labels.first().is_some_and(|label| label.at.span.start == start);
        here && WRONG.contains(&one.check.id)
    });
    is_said && !is_wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_around_a_number_stays() {
        assert_eq!(with_number("27\u{202f}%", "72"), Some("72\u{202f}%".to_owned()));
        assert_eq!(with_number("27,5\\,\\%", "72"), Some("72\\,\\%".to_owned()));
        assert_eq!(with_number("a third", "72"), None);
    }
}
