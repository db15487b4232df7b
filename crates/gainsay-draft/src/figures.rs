//! Figures and quantifiers in prose.

use std::ops::Range;

use gainsay_claims::value::{Quantity, Reading, may_begin, read_prefix};

use crate::prose::Passage;
pub(crate) use elections::tells_of_votes;
use sentences::sentences;
use spot::Spot;
use words::{Form, Word, is_glued, words};

mod ages;
mod amounts;
mod codes;
mod dates;
mod durations;
mod elections;
mod elided;
mod idioms;
mod labels;
mod marks;
mod offers;
mod people;
mod quantifiers;
mod samples;
mod sentences;
mod spot;
#[cfg(test)]
mod testing;
mod words;

/// A figure or a quantifier in a passage.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Where it stands, in bytes of the prose, its hedge included.
    pub span: Range<usize>,
    /// The sentence that it stands in, in bytes of the prose.
    pub sentence: Range<usize>,
    /// How it is read.
    pub reading: Reading,
    /// What it may be.
    pub kind: Kind,
    /// Whether it is a share of votes, as elections have: it counts only where the base tells of
    /// votes.
    pub is_of_votes: bool,
}

/// What a figure may be, by its form and the words beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What a study may have found.
    Finding,
    /// How many people were asked.
    SampleSize,
    /// A number of something: a finding only if a claim says the same.
    Number,
}

/// Tells of what was read as a number that it counts and measures nothing.
type NoFigure = fn(&Spot<'_>) -> bool;

const NO_FIGURES: &[NoFigure] = &[
    dates::is_date,
    ages::is_age,
    durations::is_duration,
    labels::is_label,
    marks::is_mark,
    codes::is_code,
    offers::is_offer,
    idioms::is_idiom,
];

/// Finds the figures of a passage, in order. Dates, versions, pages, numbers of
/// sections and lists, rates of taxes, results of elections and the like are none.
pub fn find(passage: &Passage) -> Vec<Figure> {
    let mut figures = read(passage).0;
    figures.retain(|one| !one.is_of_votes);
    figures
}

/// The figures of a passage and its sentences, in bytes of its prose, each in order.
pub(crate) fn read(passage: &Passage) -> (Vec<Figure>, Vec<Range<usize>>) {
    let text = passage.prose.text();
    let words = words(text);
    let mut figures = Vec::new();
    let mut spans = Vec::new();
    for sentence in sentences(text, &words) {
        let words = &words[sentence];
        let (Some(first), Some(last)) = (words.first(), words.last()) else { continue };
        spans.push(first.span.start..last.span.end);
        find_in(passage, words, &mut figures);
    }
    elided::complete(text, passage.lang, &mut figures);
    (figures, spans)
}

/// Whether one of the first words of a text names people: "of young *parents*".
pub(crate) fn names_people(text: &str) -> bool {
    words(text).iter().take(PEOPLE_WITHIN).any(|word| people::are_people(&word.text))
}

/// Whether the figure at a place says how sure a margin of error is, and not how wide:
/// "±3 points at the *95%* confidence level".
pub(crate) fn is_confidence(passage: &Passage, span: &Range<usize>, reading: &Reading) -> bool {
    let words = words(passage.prose.text());
    let at = |place: usize| words.partition_point(|word| word.span.start < place);
    let (first, end) = (at(span.start), at(span.end));
    offers::is_level(&Spot { words: &words, first, end, reading, lang: passage.lang })
}

/// How many words behind a share its people are named.
const PEOPLE_WITHIN: usize = 6;

/// Finds the figures of one sentence.
fn find_in(passage: &Passage, words: &[Word<'_>], figures: &mut Vec<Figure>) {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return };
    let sentence = first.span.start..last.span.end;
    let mut at = 0;
    while at < words.len() {
        let start = words[at].span.start;
        let rest = &passage.prose.text()[start..sentence.end];
        let is_start = may_start(words, at) && may_begin(rest, passage.lang);
        let read = is_start.then(|| read_prefix(rest, Some(passage.lang), None).ok()).flatten();
        let Some((reading, len)) = read else {
            at += 1;
            continue;
        };
        let end = words.partition_point(|word| word.span.start < start + len).max(at + 1);
        let spot = Spot { words, first: at, end, reading: &reading, lang: passage.lang };
        if has_dash(&rest[..len]) {
            at += 1;
            continue;
        }
        if let Some(kind) = kind(&spot) {
            let (span, sentence) = (start..start + len, sentence.clone());
            let is_of_votes = elections::is_vote(&spot);
            figures.push(Figure { span, sentence, reading, kind, is_of_votes });
        }
        at = end;
    }
}

/// "Britain only - 13 percent": a dash between spaces is no sign of a number.
fn has_dash(figure: &str) -> bool {
    figure.contains(" - ") || figure.contains(" – ")
}

/// Tells whether a figure may start with this word, seen what it is glued to. An article
/// belongs to "la moitié", and not to "les 16-24".
fn may_start(words: &[Word<'_>], at: usize) -> bool {
    let word = &words[at];
    let next = words.get(at + 1);
    let is_before_digits = next.is_some_and(|next| next.form == Form::Digits);
    let is_apart = !is_glued(words, at);
    match word.form {
        Form::Letters => {
            let is_article =
                matches!(word.text.as_ref(), "le" | "la" | "les" | "l" | "des" | "the");
            let may_not = is_article && is_before_digits || is_of_verb(words, at);
            (is_apart || !is_bound(words, at)) && !may_not
        }
        Form::Digits => is_apart || !is_bound(words, at),
        Form::Sign => match word.text.as_ref() {
            "-" | "–" | "\u{2010}" | "\u{2011}" => {
                is_apart && is_before_digits && is_glued(words, at + 1)
            }
            // An arrow: "-> 79%".
            ">" => is_apart,
            "−" | "+" => (is_apart || words[at - 1].text == "(") && is_before_digits,
            "—" => false,
            _ => true,
        },
    }
}

/// Tells whether a word belongs to the verb before it: "they make *up* 49 %".
fn is_of_verb(words: &[Word<'_>], at: usize) -> bool {
    const MAKING: &[&str] = &["make", "makes", "made", "making"];
    let before = at.checked_sub(1).map(|before| words[before].text.as_ref());
    words[at].text == "up" && before.is_some_and(|word| MAKING.contains(&word))
}

/// Tells whether a word continues the one that it is glued to: "B2B", "mi-2013", "24/7".
fn is_bound(words: &[Word<'_>], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| &words[before]) else { return false };
    match before.form {
        // An apostrophe ends a word: "l'un".
        Form::Letters => before.span.len() == before.text.len() && words[at].form == Form::Digits,
        Form::Digits => true,
        Form::Sign => match before.text.as_ref() {
            "-" | "–" | "\u{2010}" | "\u{2011}" => {
                is_glued(words, at - 1) || words[at].form == Form::Letters
            }
            "/" | "." | "," | ":" | "@" | "#" | "_" | "&" | "?" | "\\" | "+" | "$" | "€" | "£" => {
                true
            }
            "=" => !is_sample_sign(&words[..at]),
            _ => false,
        },
    }
}

/// Tells whether the words end with "n=" or "(n=", and not with the end of an address.
fn is_sample_sign(words: &[Word<'_>]) -> bool {
    match words {
        [.., before, n, _] if is_glued(words, words.len() - 2) => {
            n.text == "n" && before.text == "("
        }
        [.., n, _] => n.text == "n",
        _ => false,
    }
}

/// Returns what a figure may be; nothing if it only looks like one.
fn kind(spot: &Spot<'_>) -> Option<Kind> {
    if NO_FIGURES.iter().any(|is_none| is_none(spot)) {
        return None;
    }
    match &spot.reading.quantity {
        Quantity::Share { .. } => quantifiers::kind(spot),
        Quantity::Points(_) | Quantity::PercentChange(_) | Quantity::Factor(_) => {
            Some(Kind::Finding)
        }
        Quantity::Count { .. } if samples::is_size(spot) => Some(Kind::SampleSize),
        Quantity::Count { .. } => Some(Kind::Number),
        Quantity::Money { set, .. } => Some(amounts::money(spot, set)),
        Quantity::Rank(_) => amounts::rank(spot),
    }
}
