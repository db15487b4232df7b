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
    /// What of the other passages bears on it.
    pub(super) around: Around,
}

/// The passages around one, by their places: looked for once, not for each figure.
#[derive(Default)]
pub(super) struct Around {
    /// The heading that it stands under.
    pub(super) heading: Option<usize>,
    /// The notes that it calls, each behind its place in the passage, in order.
    pub(super) notes: Vec<(usize, usize)>,
    /// The nearest one before of the same speaker that names a source that is known, and
    /// whether a heading that names none stands between.
    pub(super) naming: Option<(usize, bool)>,
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
        look_around(&mut read);
        read
    })
}

/// Tells each passage what of the others bears on it.
fn look_around(read: &mut [Read<'_>]) {
    let mut heading = None;
    for at in 0..read.len() {
        read[at].around.heading = heading;
        read[at].around.naming = at.checked_sub(1).and_then(|before| naming(read, at, before));
        let passage = read[at].passage;
        if passage.kind.is_heading() {
            heading = Some(at);
        }
        if let Some((caller, place)) = passage.called_from
            && let Some(caller) = read.get_mut(caller)
        {
            caller.around.notes.push((place, at));
        }
    }
    read.iter_mut().for_each(|one| one.around.notes.sort_unstable());
}

/// The nearest passage that names a source, from the one before on.
fn naming(read: &[Read<'_>], at: usize, before: usize) -> Option<(usize, bool)> {
    let one = &read[before];
    if one.passage.voice != read[at].passage.voice {
        return None;
    }
    if one.names.iter().any(|name| !name.studies.is_empty()) {
        return Some((before, false));
    }
    let (nearest, crossed) = one.around.naming?;
    Some((nearest, crossed || one.passage.kind.is_heading()))
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
        let (mut figures, sentences) = figures::read(passage);
        figures.retain(|figure| !figure.is_of_votes || is_known(figure, passage, &hits));
        let years = years::places(passage.prose.text());
        let around = Around::default();
        Read { passage, figures, words, hits, sentences, years, appeals, names, around }
    };
    passages.iter().map(read).collect()
}

/// A share of votes is a finding where the base has a word of votes for what its sentence says
/// ("28 % des *intentions de vote*"), and else the result of an election.
fn is_known(figure: &Figure, passage: &Passage, hits: &[Hit]) -> bool {
    let text = passage.prose.text();
    let is_of_votes = |hit: &&Hit| {
        matches!(*hit.term, Term::Concept(_))
            && figure.sentence.contains(&hit.span.start)
            && text.get(hit.span.clone()).is_some_and(figures::tells_of_votes)
    };
    hits.iter().any(|hit| is_of_votes(&hit))
}

/// "The *firm* also found": whose study it is, and no companies.
fn points_back(hit: &Hit, passage: &Passage) -> bool {
    let text = passage.prose.text();
    let words = || {
        let last = phrases::last_word(text, hit.span.start).start;
        text.get(last..hit.span.end).unwrap_or_default()
    };
    matches!(*hit.term, Term::Universe(_))
        && phrases::begins(words(), POINTING_BACK.of(passage.lang))
}
