//! Margins of error that a text states.

use std::{cmp::Reverse, ops::Range};

use gainsay_claims::value::{Quantity, Reading, read_prefix};

use super::{ProposedFigure, Verdict};
use crate::prose::{Draft, Passage};

/// What stands right before a margin.
const SIGNS: [&str; 7] =
    ["±", "+/-", "+/−", "+ ou -", "+ or -", "plus or minus ", "plus ou moins "];
/// What says of the next figure, or of the one right before, that it is a margin.
const NAMES: [&str; 5] = [
    "margin of error",
    "margin of sampling error",
    "marge d'erreur",
    "marge d’erreur",
    "marges d'erreur",
];
/// How many bytes may stand between such words and their figure.
const WITHIN: usize = 60;

/// The figures that are margins, by signs or words beside them: passages, with their places.
/// Those among `figures` are no findings.
pub(super) fn find(draft: &Draft, figures: &mut [ProposedFigure]) -> Vec<(usize, Range<usize>)> {
    let mut found = Vec::new();
    for (number, passage) in draft.passages.iter().enumerate() {
        let text = passage.prose.text();
        let named = NAMES.into_iter().flat_map(|name| {
            let places = text.match_indices(name);
            places.filter_map(|(at, _)| beside_name(passage, at..at + name.len()))
        });
        let signed = behind_signs(text).into_iter().filter_map(|at| margin(passage, at));
        found.extend(named.chain(signed).map(|span| (number, span)));
    }
    found.sort_by_key(|(number, span)| (*number, span.start, Reverse(span.end)));
    found.dedup_by(|other, one| one.0 == other.0 && other.1.start < one.1.end);
    for figure in figures {
        let span = &figure.figure.span;
        let at = found
            .partition_point(|(number, one)| (*number, one.end) <= (figure.passage, span.start));
        let next = found.get(at);
        if next.is_some_and(|(number, one)| *number == figure.passage && one.start < span.end) {
            figure.verdict = Verdict::Margin;
        }
    }
    found
}

/// The places behind a sign.
fn behind_signs(text: &str) -> Vec<usize> {
    let places = |sign: &'static str| text.match_indices(sign).map(|(at, _)| at + sign.len());
    SIGNS.into_iter().flat_map(places).collect()
}

/// The figure right before words for a margin ("3 points de marge d'erreur"), else the first one
/// behind them.
fn beside_name(passage: &Passage, name: Range<usize>) -> Option<Range<usize>> {
    let text = passage.prose.text();
    let before = text[..name.start].trim_end();
    let before = before.strip_suffix(" de").unwrap_or(before).trim_end();
    let near = before.char_indices().rev().take(WITHIN / 2);
    let number = near.skip_while(|(_, sign)| !sign.is_ascii_digit());
    let number = number.take_while(|(_, sign)| sign.is_ascii_digit() || ".,".contains(*sign));
    let start = number.filter(|(_, sign)| sign.is_ascii_digit()).last().map(|(at, _)| at);
    let own =
        start.and_then(|start| margin(passage, start)).filter(|span| span.end == before.len());
    own.or_else(|| {
        let mut behind = text[name.end..].char_indices().take(WITHIN);
        let is_end = |sign: char| sign.is_ascii_digit() || ".,;\n".contains(sign);
        let (at, _) = behind.find(|(_, sign)| is_end(*sign))?;
        margin(passage, name.end + at)
    })
}

/// The figure at a place, if it may be a margin.
fn margin(passage: &Passage, at: usize) -> Option<Range<usize>> {
    let rest = passage.prose.text().get(at..)?;
    let words = rest.trim_start();
    let start = at + rest.len() - words.len();
    let is_number = words.starts_with(|sign: char| sign.is_ascii_digit());
    let read = is_number.then(|| read_prefix(words, Some(passage.lang), None).ok());
    let (reading, len) = read.flatten()?;
    is_margin(&reading).then_some(start..start + len)
}

fn is_margin(reading: &Reading) -> bool {
    matches!(reading.quantity, Quantity::Points(_) | Quantity::Share { .. })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Format;

    #[test]
    fn margins_are_found_in_both_languages() {
        let of = |text: &str| -> Vec<String> {
            let draft = crate::read("a.txt", text, Format::Plain);
            let found = find(&draft, &mut []).into_iter();
            found.map(|(at, span)| draft.passages[at].prose.text()[span].to_owned()).collect()
        };
        assert_eq!(of("The margin of error of this poll is ±2 points."), ["2 points"]);
        let percentage = "It has an error of plus or minus 3 percentage points for adults.";
        assert_eq!(of(percentage), ["3 percentage points"]);
        assert_eq!(of("La marge d'erreur de ce sondage est de ± 3,1 points."), ["3,1 points"]);
        assert_eq!(of("La marge d’erreur de ce sondage est de 3,1 points."), ["3,1 points"]);
        assert_eq!(
            of("The poll has a margin of error of 2.5 percentage points."),
            ["2.5 percentage points"]
        );
        assert_eq!(of("Poll of 1,003 adults, with a 3 point margin of error."), ["3 point"]);
        assert_eq!(
            of("Il faut compter 3 points de marge d'erreur, et 38 % le font."),
            ["3 points"]
        );
        assert_eq!(of("La marge d'erreur est de ± 3 points ; 38 % le font."), ["3 points"]);
        assert!(of("The margin of error is small; 38 % do.").is_empty());
        assert!(of("The lead is plus or minus nothing, of 2 points.").is_empty());
    }
}
