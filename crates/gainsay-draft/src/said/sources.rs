//! Who is named as the source of a figure: near it, in a note, or before.

use std::ops::Range;

use super::{Read, within};
use crate::{figures::Figure, lexicon::Term};

/// A name that may be that of the source.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Named {
    /// The studies that it may mean, or the key of one; none of a name that the base does
    /// not know.
    pub(crate) studies: Vec<String>,
    /// The name as written.
    pub(crate) words: String,
    /// How surely the figure is of this source, 0..=1.
    pub(crate) nearness: f64,
    /// Where it stands, in bytes of its passage.
    span: Range<usize>,
}

impl Named {
    /// The study of the figure before.
    pub(super) fn again(study: &str) -> Self {
        let studies = vec![study.to_owned()];
        Self { studies, words: study.to_owned(), nearness: nearness::ALSO, span: 0..0 }
    }
}

/// How sure a name makes a source, by where it stands.
mod nearness {
    pub(super) const CLAUSE: f64 = 1.0;
    pub(super) const SENTENCE: f64 = 0.95;
    pub(super) const NOTE: f64 = 0.9;
    pub(super) const LAST_BEFORE: f64 = 0.8;
    pub(super) const HEADING: f64 = 0.76;
    pub(super) const AFTER: f64 = 0.74;
    pub(super) const LAST_PASSAGE: f64 = 0.7;
    /// Named before a heading that names nobody.
    pub(super) const OTHER_SECTION: f64 = 0.6;
    /// Named near, but another one is named nearer.
    pub(super) const ALSO: f64 = 0.66;
}

/// Who is named nearest to a figure, the nearest first: in the clause, in the sentence, in
/// a note that the sentence calls, before in the passage, or in the heading or the passage
/// that named somebody last.
pub(super) fn around(
    read: &[Read<'_>],
    passage: usize,
    figure: &Figure,
    clause: &Range<usize>,
) -> Vec<Named> {
    let here = names(&read[passage]);
    let sentence = &figure.sentence;
    let in_part = |part: &Range<usize>| -> Vec<Named> {
        here.iter().filter(|name| within(&name.span, part)).cloned().collect()
    };
    let mut found = Vec::new();
    add(&mut found, in_part(clause), nearness::CLAUSE);
    add(&mut found, in_part(sentence), nearness::SENTENCE);
    add(&mut found, in_notes(read, passage, sentence), nearness::NOTE);
    // Whoever says "a reader told me" or "studies show" speaks of no one named before.
    if !found.is_empty() && found.iter().all(|name| name.studies.is_empty()) {
        return found;
    }
    let mut before = before(&read[passage], &here, sentence).into_iter();
    add(&mut found, before.next().into_iter().collect(), nearness::LAST_BEFORE);
    add(&mut found, before.collect(), nearness::ALSO);
    if found.is_empty() {
        let after = next_sentence(read[passage].passage.prose.text(), sentence.end);
        let known = in_part(&after).into_iter().filter(|name| !name.studies.is_empty());
        add(&mut found, known.collect(), nearness::AFTER);
    }
    if found.is_empty() { last_passage(read, passage) } else { found }
}

/// Adds names that are not there yet. Where another one is named nearer, they are only
/// named also.
fn add(found: &mut Vec<Named>, names: Vec<Named>, nearness: f64) {
    let nearness = if found.is_empty() { nearness } else { nearness::ALSO };
    for name in names {
        if !found.iter().any(|one| one.words == name.words) {
            found.push(Named { nearness, ..name });
        }
    }
}

/// The names before a sentence in its passage, the last one first. A stranger named
/// before may be the witness and not the source; and of "not far from Gallup's", who is
/// compared with is not who is talked about.
fn before(read: &Read<'_>, here: &[Named], sentence: &Range<usize>) -> Vec<Named> {
    let is_before = |name: &&Named| name.span.end <= sentence.start && !name.studies.is_empty();
    let mut before: Vec<Named> = here.iter().filter(is_before).cloned().collect();
    before.sort_by_key(|name| (is_compared(read, name), std::cmp::Reverse(name.span.end)));
    before
}

/// Whether a name stands behind a word of comparison.
fn is_compared(read: &Read<'_>, name: &Named) -> bool {
    const WORDS: &[&str] = &["from", "than", "unlike", "like", "que", "comme", "against"];
    let before = read.passage.prose.text().get(..name.span.start).unwrap_or_default();
    let last = before.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    WORDS.contains(&last.as_str())
}

/// The sentence that begins at a place.
fn next_sentence(text: &str, start: usize) -> Range<usize> {
    let rest = text.get(start..).unwrap_or_default();
    let end = rest
        .trim_start()
        .find(['.', '!', '?'])
        .map_or(rest.len(), |at| at + rest.len() - rest.trim_start().len());
    start..start + end
}

/// The names of the nearest passage before that names anybody, its last one first.
fn last_passage(read: &[Read<'_>], passage: usize) -> Vec<Named> {
    let mut crossed = false;
    let voice = &read[passage].passage.voice;
    let same_voice = |one: &&Read<'_>| one.passage.voice == *voice;
    for before in read[..passage].iter().rev().take_while(same_voice) {
        let mut named: Vec<Named> =
            names(before).into_iter().filter(|name| !name.studies.is_empty()).collect();
        let is_heading = before.passage.kind.is_heading();
        if named.is_empty() {
            crossed |= is_heading;
            continue;
        }
        named.sort_by_key(|name| std::cmp::Reverse(name.span.end));
        let last = match is_heading {
            _ if crossed => nearness::OTHER_SECTION,
            true => nearness::HEADING,
            false => nearness::LAST_PASSAGE,
        };
        for (index, name) in named.iter_mut().enumerate() {
            name.nearness = if index == 0 { last } else { nearness::ALSO.min(last) };
        }
        return named;
    }
    Vec::new()
}

/// The names in the notes that a sentence calls.
fn in_notes(read: &[Read<'_>], passage: usize, sentence: &Range<usize>) -> Vec<Named> {
    let called = |from: Option<(usize, usize)>| {
        from.is_some_and(|(one, at)| one == passage && sentence.start <= at && at <= sentence.end)
    };
    read.iter().filter(|one| called(one.passage.called_from)).flat_map(names).collect()
}

/// Every name in a passage, in order of place.
fn names(read: &Read<'_>) -> Vec<Named> {
    let text = read.passage.prose.text();
    let known = read.hits.iter().filter_map(|hit| {
        let Term::Study(studies) = &hit.term else { return None };
        let words = text.get(hit.span.clone()).unwrap_or_default().to_owned();
        let studies = studies.iter().cloned().collect();
        Some(Named { studies, words, nearness: 0.0, span: hit.span.clone() })
    });
    let keyed = read.passage.keys.iter().map(|key| Named {
        studies: vec![key.key.clone()],
        words: key.key.clone(),
        nearness: 0.0,
        span: key.at..key.at,
    });
    let strange = read.strangers.iter().map(|(span, name)| Named {
        studies: Vec::new(),
        words: name.clone(),
        nearness: 0.0,
        span: span.clone(),
    });
    let appeals = read.appeals.iter().map(|span| Named {
        studies: Vec::new(),
        words: text.get(span.clone()).unwrap_or_default().to_owned(),
        nearness: 0.0,
        span: span.clone(),
    });
    let mut all: Vec<Named> = known.chain(keyed).chain(strange).chain(appeals).collect();
    all.sort_by_key(|name| name.span.start);
    all
}
