//! Margins of error that a text states.

use std::{cmp::Reverse, ops::Range};

use gainsay_claims::value::{Quantity, Reading, read_prefix};

use super::{ProposedFigure, Verdict};
use crate::{
    figures,
    prose::{Draft, Passage},
};

/// What stands right before a margin.
const SIGNS: [&str; 7] =
    ["±", "+/-", "+/−", "+ ou -", "+ or -", "plus or minus ", "plus ou moins "];
/// What says of the next figure, or of the one right before, that it is a margin.
const NAMES: [&str; 8] = [
    "margin of error",
    "margins of error",
    "margin of sampling error",
    "margins of sampling error",
    "marge d'erreur",
    "marge d’erreur",
    "marges d'erreur",
    "marges d’erreur",
];
/// How many characters may stand between such words and their figure.
const WITHIN: usize = 60;

/// The figures that are margins, by signs or words beside them: passages, with their places.
/// Those among `figures` are no findings.
pub(super) fn find(draft: &Draft, figures: &mut [ProposedFigure]) -> Vec<(usize, Range<usize>)> {
    let mut found = Vec::new();
    for (number, passage) in draft.passages.iter().enumerate() {
        // As many bytes as before, so that places stay.
        let text = &passage.prose.text().to_ascii_lowercase();
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
    own.or_else(|| behind(passage, name.end))
}

/// The first figure behind a place that may be a margin, in the same part of the sentence. How
/// sure the margin is may be told before it.
fn behind(passage: &Passage, place: usize) -> Option<Range<usize>> {
    let text = passage.prose.text();
    let end = text[place..].char_indices().nth(WITHIN).map_or(text.len(), |(at, _)| place + at);
    let mut at = place;
    loop {
        at += text
            .get(at..end)?
            .find(|sign: char| sign.is_ascii_digit() || ".,;\n".contains(sign))?;
        let (reading, span) = figure(passage, at)?;
        if !figures::is_confidence(passage, &span, &reading) {
            return is_margin(&reading).then_some(span);
        }
        at = span.end;
    }
}

/// The figure at a place, if it may be a margin.
fn margin(passage: &Passage, at: usize) -> Option<Range<usize>> {
    figure(passage, at).filter(|(reading, _)| is_margin(reading)).map(|(_, span)| span)
}

/// The figure at a place, behind spaces at most.
fn figure(passage: &Passage, at: usize) -> Option<(Reading, Range<usize>)> {
    let rest = passage.prose.text().get(at..)?;
    let words = rest.trim_start();
    let start = at + rest.len() - words.len();
    let is_number = words.starts_with(|sign: char| sign.is_ascii_digit());
    let read = is_number.then(|| read_prefix(words, Some(passage.lang), None).ok());
    let (reading, len) = read.flatten()?;
    Some((reading, start..start + len))
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
        assert_eq!(of("Marge d'erreur : 3 points"), ["3 points"]);
        assert_eq!(of("MARGIN OF ERROR: 3%. Plus or minus 2 points for men."), ["3%", "2 points"]);
        assert_eq!(of("The margins of error are 3 points."), ["3 points"]);
        assert_eq!(of("Les marges d’erreur sont de 3 points."), ["3 points"]);
        assert_eq!(of("A poll with a 3-point margin of error."), ["3-point"]);
        assert!(of("She won by a 3-point margin.").is_empty());
        assert!(of("The margin of error is small; 38 % do.").is_empty());
        assert!(of("The lead is plus or minus nothing, of 2 points.").is_empty());
    }

    #[test]
    fn a_level_of_confidence_is_no_margin_and_no_finding() {
        for (text, margin) in [
            ("The margin of error at the 95% confidence level is ±3 points.", "3 points"),
            ("The margin of error at the 95 percent confidence level is 3%.", "3%"),
            ("The margin of error at a level of confidence of 95% is 3%.", "3%"),
            ("The margin of error with 95% confidence is 3 points.", "3 points"),
            ("The margin of error is 3% at the 95% level.", "3%"),
            ("La marge d'erreur au seuil de 95 % est de 3 points.", "3 points"),
            ("La marge d'erreur au niveau de confiance de 95 % est de 3 %.", "3 %"),
            ("La marge d'erreur à 95 % de confiance est de 3 points.", "3 points"),
            ("La marge d'erreur est de 3 % au seuil de 95 %.", "3 %"),
            ("Au seuil de 95 %, la marge d'erreur est de 3 points.", "3 points"),
            ("Confidence level of 95 %. Margin of error: 3 points.", "3 points"),
            ("Confidence level: 95 %. Margin of error: 3 points.", "3 points"),
            ("Niveau de confiance : 95 %. Marge d'erreur : 3 points.", "3 points"),
        ] {
            let draft = crate::read("a.txt", text, Format::Plain);
            let figures = crate::figures::find(&draft.passages[0]);
            let found = find(&draft, &mut []);
            let found: Vec<_> = found.into_iter().map(|(_, span)| &text[span]).collect();
            assert_eq!(found, [margin], "{text}");
            let of_level = figures.iter().find(|one| text[one.span.clone()].contains("95"));
            assert_eq!(of_level, None, "{text}");
        }
    }
}
