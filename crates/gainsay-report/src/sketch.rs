//! A transcript that is proposed by reading a text, for a person to confirm.

mod document;
mod finding;
mod places;
mod study;
mod summary;
#[cfg(test)]
mod tests;

use std::{
    collections::{BTreeMap, HashSet},
    ops::Range,
};

use gainsay_claims::{EvidenceBase, Lang, Said, value::Quantity};
use gainsay_draft::{Draft, Proposed, ProposedFigure, ProposedSubject, Verdict, Written};

pub use places::Places;

/// A text and what it says of a study.
#[derive(Clone, Copy, Debug)]
pub struct Sketch<'a> {
    /// The language of what is said about it.
    pub lang: Lang,
    /// The base, whose words are proposed.
    pub base: &'a EvidenceBase,
    /// The name of the file.
    pub file: &'a str,
    /// The text.
    pub draft: &'a Draft,
    /// What it says.
    pub proposed: &'a Proposed,
    /// What its places are called.
    pub places: &'a Places,
    /// How it is written in bytes.
    pub written: &'a Written,
    /// What of it could not be read, in the words of its reader.
    pub remarks: &'a [Said],
}

/// Why a figure is not proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Why {
    /// It says how many were asked: see the study.
    Size,
    /// It counts something that may be anything.
    Count,
    /// It stands in a table that does not say what it is.
    Bare,
    /// Everybody or nobody, said by habit.
    Habit,
    /// By itself it may be read in two ways or in none.
    Ambiguous,
    /// It stands beside a character that cannot be read.
    Unreadable,
    /// It is a margin of error: see the study.
    Margin,
    /// Another figure beside it says the same more exactly.
    Gloss,
    /// It was proposed before.
    Again,
}

impl Why {
    const ALL: [Self; 9] = [
        Self::Size,
        Self::Margin,
        Self::Count,
        Self::Bare,
        Self::Habit,
        Self::Ambiguous,
        Self::Unreadable,
        Self::Gloss,
        Self::Again,
    ];
}

/// Figures by what becomes of them.
struct Sorted<'a> {
    findings: Vec<&'a ProposedFigure>,
    left: Vec<(&'a ProposedFigure, Why)>,
}

impl<'a> Sketch<'a> {
    fn sorted(&self) -> Sorted<'a> {
        let mut sorted = Sorted { findings: Vec::new(), left: Vec::new() };
        let mut said: HashSet<Saying<'_>> = HashSet::new();
        for figure in &self.proposed.figures {
            let why = match figure.verdict {
                _ if self.is_unreadable(figure.passage, &figure.figure.span) => {
                    Some(Why::Unreadable)
                }
                Verdict::Size => Some(Why::Size),
                Verdict::Count if !figure.heads.is_empty() => Some(Why::Bare),
                Verdict::Count => Some(Why::Count),
                Verdict::Habit => Some(Why::Habit),
                Verdict::Ambiguous => Some(Why::Ambiguous),
                Verdict::Margin => Some(Why::Margin),
                Verdict::Gloss => Some(Why::Gloss),
                Verdict::Finding => {
                    let is_new = saying(figure).is_none_or(|saying| said.insert(saying));
                    (!is_new).then_some(Why::Again)
                }
            };
            match why {
                Some(why) => sorted.left.push((figure, why)),
                None => sorted.findings.push(figure),
            }
        }
        sorted
    }

    /// Whether what stands beside a figure cannot be read, so that it may be another one.
    fn is_unreadable(&self, passage: usize, span: &Range<usize>) -> bool {
        let text = self.text(passage);
        let before = text.get(..span.start).and_then(|one| one.trim_end().chars().next_back());
        let after = text.get(span.end..).and_then(|one| one.trim_start().chars().next());
        let within = text.get(span.clone()).unwrap_or_default().chars();
        within.chain(before).chain(after).any(|sign| sign == '\u{fffd}')
    }

    fn text(&self, passage: usize) -> &'a str {
        self.draft.passages.get(passage).map_or("", |passage| passage.prose.text())
    }

    /// The words of a figure; a number of percent has their sign.
    fn words(&self, figure: &ProposedFigure) -> String {
        let words = self.text(figure.passage).get(figure.figure.span.clone()).unwrap_or_default();
        let sign = if figure.unit.is_some() { " %" } else { "" };
        format!("{}{sign}", crate::clean(words).trim())
    }
}

/// What a figure says, and of what: a headline and the text below it say the same.
#[derive(PartialEq, Eq, Hash)]
struct Saying<'a> {
    quantity: Quantity,
    concept: &'a str,
    facets: &'a BTreeMap<String, String>,
    of: [Option<&'a str>; 2],
    regions: &'a [String],
    heads: &'a [String],
    denies: bool,
}

fn saying(figure: &ProposedFigure) -> Option<Saying<'_>> {
    let ProposedSubject { concept, facets, .. } = figure.subjects.first()?;
    // Of what a figure is that is in doubt, no other one can be said to be.
    figure.apart.doubt.is_none().then_some(Saying {
        quantity: figure.figure.reading.quantity,
        concept,
        facets,
        of: [figure.people.as_deref(), figure.apart.period.as_deref()],
        regions: &figure.regions,
        heads: &figure.heads,
        denies: figure.denies,
    })
}
