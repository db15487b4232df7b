//! What part of a sentence belongs to a figure.

use std::ops::Range;

use gainsay_claims::{
    Lang,
    value::{self, Quantity, ReportingSet},
};

use super::Read;
use crate::{
    figures::{Figure, Kind},
    phrases,
};

/// The part of a sentence that belongs to a figure: up to the last border before the
/// next figure, and from the border after the one before.
pub(super) fn of(read: &Read<'_>, figure: &Figure) -> Range<usize> {
    let text = read.passage.prose.text();
    // Figures are in order and do not overlap.
    let at = read.figures.partition_point(|other| other.span.start < figure.span.start);
    let is_beside = |other: &&Figure| other.sentence == figure.sentence;
    let before = read.figures[..at].iter().rev().take_while(is_beside);
    // "Across all users, 78 %": of whom the figure is.
    let is_of_all = |other: &Figure| other.reading.kind == value::Kind::All;
    let before =
        before.into_iter().find(|other| !is_gloss(text, other, figure) && !is_of_all(other));
    let after = read.figures.get(at + 1..).unwrap_or_default().iter().take_while(is_beside);
    let after = after
        .into_iter()
        .find(|other| !is_gloss(text, figure, other) && !is_number_of_people(text, other));
    let start = before.map_or(figure.sentence.start, |other| {
        border(text, other.span.end..figure.span.start, read.passage.lang)
    });
    let end = after.map_or(figure.sentence.end, |other| {
        border(text, figure.span.end..other.span.start, read.passage.lang)
    });
    let end = end.max(figure.span.end);
    let before = text.get(start..figure.span.start).unwrap_or_default();
    let after = text.get(figure.span.end..end).unwrap_or_default();
    let start = before.rfind(';').map_or(start, |at| start + at + 1);
    let end = after.find(';').map_or(end, |at| figure.span.end + at);
    start..end
}

/// "36 % of fans among *10,934* users": how many there are of whom a share is one.
fn is_number_of_people(text: &str, figure: &Figure) -> bool {
    const AMONG: &[&str] = &["of", "among", "parmi", "sur", "les", "des", "the"];
    let last = phrases::word_before(text, figure.span.start);
    figure.kind != Kind::Finding && AMONG.contains(&last.as_str())
}

/// What stands between two figures of which the second says the first again.
const AGAIN: [&str; 16] = [
    ", soit",
    " soit",
    "(soit",
    ", or",
    "(or",
    ", i.e.",
    "(i.e.",
    ", that is",
    "in other words",
    "autrement dit",
    "c'est-à-dire",
    "c’est-à-dire",
    ":",
    "–",
    "—",
    "=",
];
/// How many bytes may stand before it.
const AGAIN_WITHIN: usize = 100;

/// Whether a figure says another one again: "a third of users (34 %)", "32 %, soit près d'un
/// tiers".
pub(crate) fn is_gloss(text: &str, figure: &Figure, other: &Figure) -> bool {
    let (Quantity::Share { hard: one, .. }, Quantity::Share { hard: two, .. }) =
        (&figure.reading.quantity, &other.reading.quantity)
    else {
        return false;
    };
    let between = text.get(figure.span.end..other.span.start).unwrap_or_default();
    let after = text.get(other.span.end..).unwrap_or_default();
    let opens = between.strip_suffix('(').is_some_and(|words| !words.contains(['(', ')', ';']));
    let is_in_brackets = opens && after.starts_with(')');
    let words = between.trim_end().trim_end_matches(',');
    let is_joined = words.len() <= AGAIN_WITHIN
        && !words.contains(';')
        && (words.is_empty() && between.contains(',')
            || AGAIN.iter().any(|one| words.ends_with(one)));
    (is_in_brackets || is_joined) && are_near(one, two)
}

/// Whether two shares may be the same one, of which one is told in words: "nearly two thirds (62
/// %)".
fn are_near(one: &ReportingSet, two: &ReportingSet) -> bool {
    const GAP: f64 = 0.02;
    (one.lo_f64() - two.hi_f64()).max(two.lo_f64() - one.hi_f64()) <= GAP
}

/// Where the words between two figures part: at the last border, else at the second
/// figure.
fn border(text: &str, between: Range<usize>, lang: Lang) -> usize {
    const FRENCH: &[&str] =
        &[" et ", " mais ", " contre ", " tandis ", " alors que ", " quand ", " puis ", " ou "];
    const ENGLISH: &[&str] = &[
        " and ",
        " but ",
        " against ",
        " while ",
        " whereas ",
        " versus ",
        " vs ",
        " or ",
        " when ",
    ];
    let words = text.get(between.clone()).unwrap_or_default();
    let list = if lang == Lang::Fr { FRENCH } else { ENGLISH };
    // "... discounts come second (42 %)": what stands before the bracket belongs to it.
    let words = words.strip_suffix('(').unwrap_or(words);
    // "29 %; on Twitter, 42 %": what parts more goes before what parts less.
    if let Some(at) = words.rfind(';') {
        return between.start + at + 1;
    }
    if let Some(at) = bracket(words) {
        return between.start + at;
    }
    let signs = words.rmatch_indices([',', ':', '(', '–', '—', '.']).next();
    let signs = signs.map(|(at, sign)| at + sign.len());
    let conjunctions = list.iter().filter_map(|word| words.rfind(word)).max();
    let last = signs.max(conjunctions);
    last.map_or(between.end, |at| between.start + at)
}

/// Where the bracket that only one of two figures stands in parts the words between them: "12 %
/// (*in Canada,* 7 %)", "(56 % of users) *and in Nielsen's* 46 %".
fn bracket(words: &str) -> Option<usize> {
    match (words.find(')'), words.rfind('(')) {
        (None, Some(opens)) => Some(opens + 1),
        (Some(closes), None) => Some(closes + 1),
        _ => None,
    }
}
