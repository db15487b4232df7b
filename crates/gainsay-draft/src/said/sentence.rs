//! What a sentence says, whichever of its figures is asked about.

use std::{
    cell::OnceCell,
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use super::{Read, within, years};
use crate::{
    lexicon::{Hit, Lexicon, Term, TermId},
    lists::{HEARSAY, NARROWING, POINTING_BACK},
    phrases,
};

/// A sentence of a draft.
pub(crate) struct Sentence<'a> {
    /// The passages of the draft.
    pub(super) read: &'a [Read<'a>],
    /// The passage that it stands in, by its place.
    pub(super) passage: usize,
    /// Where it stands, in bytes of the passage.
    pub(super) span: Range<usize>,
    /// How much of each concept's label stands in it, 0..=1.
    pub(super) labels: BTreeMap<TermId, f64>,
    /// The universes of which everything that sets them apart from a larger one stands in it,
    /// with that one.
    pub(super) set_apart: BTreeSet<(&'a str, &'a str)>,
    /// The years that it names, else those before it in the passage.
    pub(super) years: BTreeSet<i16>,
    /// The years in which it and the one before tell that people were asked, once they were
    /// looked for.
    pub(super) years_asked: OnceCell<[Option<BTreeSet<i16>>; 2]>,
    /// Whether it points back to the study that was named last.
    pub(super) points_back: bool,
    /// Whether it says that it speaks of some people only.
    pub(super) is_narrowed: bool,
    /// Whether it tells what somebody without a name told.
    pub(super) is_hearsay: bool,
    /// The phrases in it and shortly before it, in order.
    hits: &'a [Hit],
}

/// How many sentences back a phrase still says what a figure is of.
const REMEMBERED: usize = 6;
/// How many phrases before a figure, and how many after it, say what it is of. Few
/// sentences have so many; to look at all of one that goes on for pages would take time
/// that grows with the square of its length.
pub(super) const REACH: usize = 100;

impl<'a> Sentence<'a> {
    /// A sentence of a passage.
    pub(crate) fn new(
        read: &'a [Read<'a>],
        passage: usize,
        span: Range<usize>,
        lexicon: &'a Lexicon,
    ) -> Self {
        let here = &read[passage];
        let from = here.words.partition_point(|word| word.span.start < span.start);
        let stems = here.words[from..].iter().take_while(|word| within(&word.span, &span));
        let stems = stems.map(|word| &*word.stem).collect();
        let labels = lexicon.labels(&stems);
        let set_apart = lexicon.set_apart(&stems);
        let years = years::near(&here.years, &span);
        let hits = here.hits_up_to(&span);
        let text = here.passage.prose.text().get(span.clone()).unwrap_or_default();
        let lang = here.passage.lang;
        Self {
            read,
            passage,
            span,
            labels,
            set_apart,
            years,
            years_asked: OnceCell::new(),
            points_back: phrases::has(text, POINTING_BACK.of(lang)),
            is_narrowed: phrases::has(text, NARROWING.of(lang)),
            is_hearsay: phrases::has(text, HEARSAY.of(lang)),
            hits,
        }
    }

    /// The phrases near a place of it.
    pub(super) fn hits_near(&self, place: usize) -> &'a [Hit] {
        let at = self.hits.partition_point(|hit| hit.span.start < place);
        &self.hits[at.saturating_sub(REACH)..(at + REACH).min(self.hits.len())]
    }

    /// Whether one of some phrases is a concept of this sentence. "Among those who *follow
    /// brands*" names people.
    pub(super) fn names_concept(&self, hits: &[Hit]) -> bool {
        let are_people = |hit: &Hit| {
            let mut others = hits.iter().filter(|one| matches!(*one.term, Term::Universe(_)));
            others.any(|one| within(&hit.span, &one.span))
        };
        let is_concept = |hit: &&Hit| matches!(*hit.term, Term::Concept(_));
        let here = hits.iter().rev().filter(is_concept).filter(|hit| within(&hit.span, &self.span));
        here.into_iter().any(|hit| !are_people(hit))
    }
}

impl Read<'_> {
    /// The phrases of a sentence and of those shortly before it.
    fn hits_up_to(&self, sentence: &Range<usize>) -> &[Hit] {
        let first = self.sentence_of(sentence.start).saturating_sub(REMEMBERED);
        let start = self.sentences.get(first).map_or(0, |first| first.start);
        let from = self.hits.partition_point(|hit| hit.span.start < start);
        let to = self.hits.partition_point(|hit| hit.span.start < sentence.end);
        &self.hits[from..to.max(from)]
    }
}
