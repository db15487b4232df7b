//! Passages with the phrases that stand in them.

use std::{collections::BTreeMap, num::NonZero, ops::Range, panic::resume_unwind, thread};

use gainsay_claims::Lang;

use super::{Named, sources, years};
use crate::{
    appeals,
    figures::{self, Figure},
    lexicon::{Hit, Lexicon, Term},
    lists::{COMPARATIVES, POINTING_BACK},
    phrases,
    prose::{Draft, Passage},
    tokens::{KnownWords, Token},
};

/// A passage with the phrases that stand in it.
pub(crate) struct Read<'a> {
    pub(crate) passage: &'a Passage,
    pub(crate) figures: Vec<Figure>,
    pub(crate) words: Vec<Token>,
    pub(crate) hits: Vec<Hit>,
    /// Its sentences, in order.
    pub(crate) sentences: Vec<Range<usize>>,
    /// Its years with their places, in order.
    pub(crate) years: Vec<(usize, i16)>,
    /// Words such as "studies show", in order.
    pub(crate) appeals: Vec<Range<usize>>,
    /// Names of publishers and studies, known or not, in order.
    pub(crate) names: Vec<Named>,
}

impl Read<'_> {
    /// The number of the sentence in which a place lies, or before which it does.
    pub(crate) fn sentence_of(&self, place: usize) -> usize {
        self.sentences.partition_point(|sentence| sentence.end <= place)
    }
}

/// "Slightly *better*" says by how much more, and no step of a scale.
fn compares(hit: &Hit, passage: &Passage) -> bool {
    let behind = || passage.prose.text().get(hit.span.end..).unwrap_or_default();
    matches!(*hit.term, Term::Step(..)) && phrases::begins(behind(), COMPARATIVES.of(passage.lang))
}

/// So many bytes of prose are read by one thread; of less, to start another would take longer.
const SHARE: usize = 8_000;

/// Reads the phrases of every passage of a draft.
pub(crate) fn read<'a>(
    draft: &'a Draft,
    lexicon: impl Fn(Lang) -> &'a Lexicon + Sync,
) -> Vec<Read<'a>> {
    let len: usize = draft.passages.iter().map(|one| one.prose.text().len()).sum();
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(len / SHARE + 1);
    let share = draft.passages.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        let mut parts = draft.passages.chunks(share);
        let first = parts.next().unwrap_or_default();
        let lexicon = &lexicon;
        let others: Vec<_> =
            parts.map(|part| scope.spawn(move || read_part(part, lexicon))).collect();
        let mut read = read_part(first, lexicon);
        for other in others {
            match other.join() {
                Ok(part) => read.extend(part),
                Err(panic) => resume_unwind(panic),
            }
        }
        read
    })
}

fn read_part<'a>(passages: &'a [Passage], lexicon: &impl Fn(Lang) -> &'a Lexicon) -> Vec<Read<'a>> {
    let mut known: BTreeMap<Lang, KnownWords> = BTreeMap::new();
    let read = |passage: &'a Passage| {
        let lexicon = lexicon(passage.lang);
        let words = lexicon.words(passage.prose.text(), known.entry(passage.lang).or_default());
        let mut hits = lexicon.hits(&words);
        hits.retain(|hit| !compares(hit, passage) && !points_back(hit, passage));
        let appeals = appeals::find(passage.prose.text(), passage.lang);
        let names = sources::names(passage, &hits, &appeals, lexicon);
        let (figures, sentences) = figures::read(passage);
        let years = years::places(passage.prose.text());
        Read { passage, figures, words, hits, sentences, years, names, appeals }
    };
    passages.iter().map(read).collect()
}

/// "The *firm* also found": whose study it is, and no companies.
fn points_back(hit: &Hit, passage: &Passage) -> bool {
    let text = passage.prose.text();
    let before = text.get(..hit.span.start).unwrap_or_default().trim_end();
    let last = before.rfind(char::is_whitespace).map_or(0, |space| space + 1);
    let words = || text.get(last..hit.span.end).unwrap_or_default();
    matches!(*hit.term, Term::Universe(_))
        && phrases::begins(words(), POINTING_BACK.of(passage.lang))
}
