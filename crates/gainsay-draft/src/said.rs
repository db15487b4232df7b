//! What a draft says around a figure: of what, of whom, by whose account.

mod people;
mod years;

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use gainsay_claims::Lang;

use crate::{
    figures::Figure,
    lexicon::{Hit, Lexicon, Term},
    prose::{Draft, Passage},
    tokens::Token,
};

/// What stands around a figure, nearer words counting more.
#[derive(Clone, Debug)]
pub(crate) struct Said<'a> {
    /// The passage.
    pub(crate) passage: &'a Passage,
    /// The figure.
    pub(crate) figure: &'a Figure,
    /// The part of the sentence that belongs to the figure rather than to its neighbours.
    pub(crate) clause: Range<usize>,
    /// Phrases of the vocabulary and places, with how near they stand, 0..=1.
    pub(crate) terms: Vec<Near>,
    /// How much of each concept's label stands near, 0..=1.
    pub(crate) labels: BTreeMap<String, f64>,
    /// Who is named as the source, of those named nearest.
    pub(crate) sources: Sources,
    /// The years that the sentence names, else those before it in the passage.
    pub(crate) years: BTreeSet<i16>,
}

/// A phrase and how near it stands.
#[derive(Clone, Debug)]
pub(crate) struct Near {
    /// The phrase. Its place counts only in the figure's own sentence.
    pub(crate) hit: Hit,
    /// How near, 0..=1.
    pub(crate) nearness: f64,
    /// The phrase as written.
    pub(crate) words: String,
    /// Whether it stands where a sentence says of whom the figure is: "68 % *of
    /// followers*", "*among adults*".
    pub(crate) is_base: bool,
}

/// Who is named as the source.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sources {
    /// Names known to the base: the studies that each may mean, and the words.
    pub(crate) known: Vec<(Vec<String>, String)>,
    /// Names that the base does not know.
    pub(crate) unknown: Vec<String>,
    /// How near they stand, 0..=1.
    pub(crate) nearness: f64,
}

/// How near the words of other passages and sentences are.
mod nearness {
    pub(super) const CLAUSE: f64 = 1.0;
    pub(super) const SENTENCE: f64 = 0.6;
    pub(super) const BEFORE: f64 = 0.35;
    pub(super) const HEADING: f64 = 0.25;
}

/// A passage with the phrases that stand in it.
pub(crate) struct Read<'a> {
    pub(crate) passage: &'a Passage,
    pub(crate) figures: Vec<Figure>,
    pub(crate) words: Vec<Token>,
    pub(crate) hits: Vec<Hit>,
    /// Names behind words such as "according to" that the base does not know.
    pub(crate) strangers: Vec<(Range<usize>, String)>,
}

impl<'a> Said<'a> {
    /// What stands around a figure of a passage.
    pub(crate) fn around(
        read: &'a [Read<'a>],
        passage: usize,
        figure: &'a Figure,
        lexicon: &Lexicon,
    ) -> Self {
        let here = &read[passage];
        let clause = clause(here, figure);
        let mut terms = Vec::new();
        for hit in &here.hits {
            if let Some(nearness) = nearness_of(hit, figure, &clause) {
                let is_base = nearness >= 1.0 && people::is_base(here, hit, figure);
                terms.push(near(here, hit, nearness, is_base));
            }
        }
        if let Some(heading) = heading(read, passage) {
            let hits = heading.hits.iter();
            terms.extend(hits.map(|hit| near(heading, hit, nearness::HEADING, false)));
        }
        let stems = here
            .words
            .iter()
            .filter(|word| within(&word.span, &figure.sentence))
            .map(|word| word.stem.as_str())
            .collect();
        let labels = lexicon.labels(&stems);
        Self {
            passage: here.passage,
            figure,
            clause: clause.clone(),
            terms,
            labels: labels.into_iter().map(|(name, share)| (name.to_owned(), share)).collect(),
            sources: sources(read, passage, figure, &clause),
            years: years::near(here.passage.prose.text(), &figure.sentence),
        }
    }

    /// The language of the passage.
    pub(crate) fn lang(&self) -> Lang {
        self.passage.lang
    }

    /// The sentence as written.
    pub(crate) fn sentence_text(&self) -> &'a str {
        self.passage.prose.text().get(self.figure.sentence.clone()).unwrap_or_default()
    }
}

fn near(read: &Read<'_>, hit: &Hit, nearness: f64, is_base: bool) -> Near {
    let words = read.passage.prose.text().get(hit.span.clone()).unwrap_or_default().to_owned();
    Near { hit: hit.clone(), nearness, words, is_base }
}

/// How near a phrase of the same passage stands; nothing of what follows the sentence.
fn nearness_of(hit: &Hit, figure: &Figure, clause: &Range<usize>) -> Option<f64> {
    if within(&hit.span, clause) {
        Some(nearness::CLAUSE)
    } else if within(&hit.span, &figure.sentence) {
        Some(nearness::SENTENCE)
    } else {
        (hit.span.end <= figure.sentence.start).then_some(nearness::BEFORE)
    }
}

pub(crate) fn within(part: &Range<usize>, whole: &Range<usize>) -> bool {
    whole.start <= part.start && part.end <= whole.end
}

/// The part of a sentence that belongs to a figure: up to the last border before the
/// next figure, and from the border after the one before.
fn clause(read: &Read<'_>, figure: &Figure) -> Range<usize> {
    let text = read.passage.prose.text();
    let others = || read.figures.iter().filter(|other| other.sentence == figure.sentence);
    let before = others().filter(|other| other.span.end <= figure.span.start).next_back();
    let after = others().find(|other| other.span.start >= figure.span.end);
    let start = before.map_or(figure.sentence.start, |other| {
        border(text, other.span.end..figure.span.start, read.passage.lang)
    });
    let end = after.map_or(figure.sentence.end, |other| {
        border(text, figure.span.end..other.span.start, read.passage.lang)
    });
    start..end.max(figure.span.end)
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
    let signs = words.rfind([',', ';', ':', '(', '–', '—', '.']).map(|at| at + 1);
    let conjunctions = list.iter().filter_map(|word| words.rfind(word)).max();
    let last = signs.max(conjunctions);
    last.map_or(between.end, |at| between.start + at)
}

/// The heading that a passage stands under.
fn heading<'a>(read: &'a [Read<'a>], passage: usize) -> Option<&'a Read<'a>> {
    read[..passage].iter().rev().find(|one| one.passage.kind.is_heading())
}

/// Who is named nearest: in the clause, in the sentence, in a note or a key, before in
/// the passage, in the passage before, or in the heading.
fn sources(read: &[Read<'_>], passage: usize, figure: &Figure, clause: &Range<usize>) -> Sources {
    let here = &read[passage];
    let sentence = &figure.sentence;
    let levels = [
        (
            1.0,
            named_in(
                here,
                |span| within(span, clause),
                |at| clause.start <= at && at <= clause.end,
            ),
        ),
        (
            0.95,
            named_in(
                here,
                |span| within(span, sentence),
                |at| sentence.start <= at && at <= sentence.end,
            ),
        ),
        (0.9, named_in_notes(read, passage, sentence)),
        (0.8, last_named(here, sentence.start)),
    ];
    let near = levels.into_iter().find(|(_, found)| !found.is_empty());
    let far = || {
        let topic = (0..passage).rev().map(|one| {
            // A heading names what stands under it, more than the text before it does.
            let near = if read[one].passage.kind.is_heading() { 0.76 } else { 0.7 };
            (near, last_named(&read[one], usize::MAX))
        });
        topic.into_iter().find(|(_, found)| !found.is_empty())
    };
    let Some((nearness, found)) = near.or_else(far) else { return Sources::default() };
    Sources { nearness, ..found }
}

impl Sources {
    pub(crate) fn is_empty(&self) -> bool {
        self.known.is_empty() && self.unknown.is_empty()
    }
}

/// The names in a part of a passage, and the keys.
fn named_in(
    read: &Read<'_>,
    is_in: impl Fn(&Range<usize>) -> bool,
    has: impl Fn(usize) -> bool,
) -> Sources {
    let text = read.passage.prose.text();
    let studies = read.hits.iter().filter(|hit| is_in(&hit.span)).filter_map(|hit| {
        let Term::Study(studies) = &hit.term else { return None };
        let words = text.get(hit.span.clone()).unwrap_or_default();
        Some((studies.iter().cloned().collect(), words.to_owned()))
    });
    let keys = read.passage.keys.iter().filter(|key| has(key.at));
    let keyed = keys.map(|key| (vec![key.key.clone()], key.key.clone()));
    let strangers = read.strangers.iter().filter(|(span, _)| is_in(span));
    Sources {
        known: studies.chain(keyed).collect(),
        unknown: strangers.map(|(_, name)| name.clone()).collect(),
        nearness: 0.0,
    }
}

/// The names in the notes that a sentence calls.
fn named_in_notes(read: &[Read<'_>], passage: usize, sentence: &Range<usize>) -> Sources {
    let called = |from: Option<(usize, usize)>| {
        from.is_some_and(|(one, at)| one == passage && sentence.start <= at && at <= sentence.end)
    };
    let notes = read.iter().filter(|one| called(one.passage.called_from));
    notes.fold(Sources::default(), |mut all, note| {
        let found = named_in(note, |_| true, |_| true);
        all.known.extend(found.known);
        all.unknown.extend(found.unknown);
        all
    })
}

/// Who is named last in a passage before a place.
fn last_named(read: &Read<'_>, before: usize) -> Sources {
    let is_study = |hit: &&Hit| matches!(hit.term, Term::Study(_)) && hit.span.end <= before;
    let known = read.hits.iter().filter(is_study).map(|hit| hit.span.clone()).next_back();
    let keys = read.passage.keys.iter().filter(|key| key.at <= before).map(|key| key.at..key.at);
    let keyed = keys.last();
    let strangers = read.strangers.iter().filter(|(span, _)| span.end <= before);
    let stranger = strangers.map(|(span, _)| span.clone()).next_back();
    let last = [known, keyed, stranger].into_iter().flatten().max_by_key(|span| span.end);
    let Some(last) = last else { return Sources::default() };
    named_in(read, |span| *span == last, |at| at == last.start && last.is_empty())
}

/// The years in a name.
pub(crate) fn years_of(name: &str) -> BTreeSet<i16> {
    years::years(name)
}

/// Reads the phrases of every passage of a draft.
pub(crate) fn read<'a>(draft: &'a Draft, lexicon: impl Fn(Lang) -> &'a Lexicon) -> Vec<Read<'a>> {
    let read = |passage: &'a Passage| {
        let lexicon = lexicon(passage.lang);
        let words = lexicon.words(passage.prose.text());
        let hits = lexicon.hits(&words);
        let strangers = crate::strangers::find(passage, &hits);
        Read { passage, figures: crate::figures::find(passage), words, hits, strangers }
    };
    draft.passages.iter().map(read).collect()
}
