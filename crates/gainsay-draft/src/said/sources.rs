//! Who is named as the source of a figure: near it, in a note, or before.

use std::{collections::BTreeSet, ops::Range};

use super::{
    Read,
    compared::{is_compared, is_of_other},
    within,
};
use crate::{
    figures::{Figure, Kind},
    lexicon::{Hit, Lexicon, Studies, Term},
    prose::Passage,
    strangers,
};

/// A name that may be that of the source.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Named {
    /// The studies that it may mean; none of a name that the base does not know.
    pub(crate) studies: Studies,
    /// The name as written.
    pub(crate) words: String,
    /// Whether it is none, but an appeal to studies ("studies show").
    pub(crate) is_appeal: bool,
    /// How surely the figure is of this source, 0..=1.
    pub(crate) nearness: f64,
    /// Where it stands, in bytes of its passage.
    pub(crate) span: Range<usize>,
}

impl Named {
    /// The study of the figure before.
    pub(super) fn again(study: &str) -> Self {
        let studies = Studies::new(BTreeSet::from([study.to_owned()]));
        let words = study.to_owned();
        Self { studies, words, is_appeal: false, nearness: nearness::AGAIN, span: 0..0 }
    }

    /// The same, where the sentence says so: "the same report".
    pub(super) fn pointed_at(study: &str) -> Self {
        Self { nearness: nearness::NOTE, ..Self::again(study) }
    }

    /// Whether it is named in the part of the sentence that belongs to the figure.
    pub(crate) fn is_in_clause(&self) -> bool {
        self.nearness >= nearness::CLAUSE
    }

    /// Whether it is named in the sentence of the figure, or in a note to it.
    pub(crate) fn is_in_sentence(&self) -> bool {
        self.nearness >= nearness::NOTE
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
    /// Not named at all: the study of the figure before.
    pub(super) const AGAIN: f64 = 0.66;
    /// Named near, but another one is named nearer.
    pub(super) const ALSO: f64 = 0.66;
    /// The same, in another passage.
    pub(super) const ALSO_BEFORE: f64 = 0.6;
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
    let here = near(&read[passage].names, figure);
    let sentence = &figure.sentence;
    let in_part = |part: &Range<usize>| -> Vec<Named> {
        here.iter().filter(|name| within(&name.span, part)).cloned().collect()
    };
    let mut found = Vec::new();
    let mut own = in_part(clause);
    // "A survey by YouGov" appeals to nobody else.
    if own.iter().any(|name| !name.studies.is_empty()) {
        own.retain(|name| !name.is_appeal);
    }
    add(&mut found, own, nearness::CLAUSE);
    add(&mut found, last_before(&read[passage], here, figure), nearness::SENTENCE);
    let mut elsewhere = in_part(sentence);
    elsewhere.retain(|name| !is_of_other(&read[passage], name, figure));
    add(&mut found, elsewhere, nearness::SENTENCE);
    add(&mut found, in_notes(read, passage, sentence), nearness::NOTE);
    // Whoever says "a reader told me" or "studies show" speaks of no one named before.
    if !found.is_empty() && found.iter().all(|name| name.studies.is_empty()) {
        return found;
    }
    // Who is named in the sentence for what it tells is the source, and nobody else.
    let is_source = |name: &Named| !name.studies.is_empty() && !is_compared(&read[passage], name);
    if found.iter().any(is_source) {
        return found;
    }
    let mut before = before(&read[passage], here, sentence).into_iter();
    add(&mut found, before.next().into_iter().collect(), nearness::LAST_BEFORE);
    add(&mut found, before.collect(), nearness::ALSO);
    if !found.is_empty() {
        return found;
    }
    let sentences = &read[passage].sentences;
    let next = sentences.get(sentences.partition_point(|next| next.start < sentence.end));
    let known = next.map(in_part).unwrap_or_default().into_iter();
    let after: Vec<Named> = known.filter(|name| !name.studies.is_empty()).collect();
    // A name beside a figure of its own is the source of that one.
    let is_of_other = next.is_some_and(|next| tells_figure(&read[passage], next));
    if after.is_empty() || is_of_other {
        return last_passage(read, passage);
    }
    add(&mut found, after, nearness::AFTER);
    found
}

/// Whether a sentence tells what a study found.
fn tells_figure(read: &Read<'_>, sentence: &Range<usize>) -> bool {
    let from = read.figures.partition_point(|figure| figure.span.start < sentence.start);
    let mut here = read.figures[from..].iter().take_while(|one| one.span.start < sentence.end);
    here.any(|figure| figure.kind == Kind::Finding)
}

/// How many names before a figure, and how many after it, may be that of its source.
const REACH: usize = 50;

/// The names of a passage that stand near a figure.
fn near<'a>(names: &'a [Named], figure: &Figure) -> &'a [Named] {
    let at = names.partition_point(|name| name.span.start < figure.span.start);
    &names[at.saturating_sub(REACH)..(at + REACH).min(names.len())]
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

/// The last name before a figure in its sentence, which holds until another one is named, but for
/// one that is only compared with.
fn last_before(read: &Read<'_>, here: &[Named], figure: &Figure) -> Vec<Named> {
    let before = figure.sentence.start..figure.span.start;
    let named = here.iter().filter(|name| within(&name.span, &before));
    let last = named.rev().find(|name| {
        !name.studies.is_empty() && !is_compared(read, name) && !is_of_other(read, name, figure)
    });
    last.cloned().into_iter().collect()
}

/// The names before a sentence in its passage, the last one first. A stranger named
/// before may be the witness and not the source; and of "not far from Gallup's", who is
/// compared with is not who is talked about.
fn before(read: &Read<'_>, here: &[Named], sentence: &Range<usize>) -> Vec<Named> {
    let is_before = |name: &&Named| name.span.end <= sentence.start && !name.studies.is_empty();
    let mut before: Vec<Named> = here.iter().filter(is_before).cloned().collect();
    before.sort_by_cached_key(|name| (is_compared(read, name), std::cmp::Reverse(name.span.end)));
    before
}

/// The names of the nearest passage before that names anybody, its last one first.
fn last_passage(read: &[Read<'_>], passage: usize) -> Vec<Named> {
    let Some((before, crossed)) = read[passage].around.naming else { return Vec::new() };
    let before = &read[before];
    let known = before.names.iter().rev().filter(|name| !name.studies.is_empty());
    let mut named: Vec<Named> = known.take(REACH).cloned().collect();
    named.reverse();
    named.sort_by_key(|name| std::cmp::Reverse(name.span.end));
    let last = match before.passage.kind.is_heading() {
        _ if crossed => nearness::OTHER_SECTION,
        true => nearness::HEADING,
        false => nearness::LAST_PASSAGE,
    };
    for (index, name) in named.iter_mut().enumerate() {
        name.nearness = if index == 0 { last } else { nearness::ALSO_BEFORE };
    }
    named
}

/// The names in the notes that a sentence calls.
fn in_notes(read: &[Read<'_>], passage: usize, sentence: &Range<usize>) -> Vec<Named> {
    let notes = &read[passage].around.notes;
    let called = &notes[notes.partition_point(|(place, _)| *place < sentence.start)..];
    let called = called.iter().take_while(|(place, _)| *place <= sentence.end);
    let names = called.filter_map(|(_, note)| read.get(*note)).flat_map(|note| &note.names);
    names.take(REACH).cloned().collect()
}

/// Every name in a passage, in order of place.
pub(super) fn names(
    passage: &Passage,
    hits: &[Hit],
    appeals: &[Range<usize>],
    lexicon: &Lexicon,
) -> Vec<Named> {
    let text = passage.prose.text();
    let named = |studies: Studies, span: Range<usize>| Named {
        words: text.get(span.clone()).unwrap_or_default().to_owned(),
        studies,
        is_appeal: false,
        nearness: 0.0,
        span,
    };
    let known = hits.iter().filter_map(|hit| match &*hit.term {
        Term::Study(studies) => Some(named(studies.clone(), hit.span.clone())),
        _ => None,
    });
    let keyed = passage.keys.iter().map(|key| Named {
        words: key.key.clone(),
        ..named(lexicon.cited(&key.key), key.at..key.at)
    });
    let strangers = strangers::find(passage, hits).into_iter();
    let strange = strangers.map(|span| named(Studies::default(), span));
    let mut all: Vec<Named> = known.chain(keyed).chain(strange).collect();
    // "A YouGov poll" names one.
    all.sort_by_key(|name| name.span.start);
    let is_named = |span: &Range<usize>| {
        let from = all.partition_point(|name| name.span.start < span.start);
        let mut here = all[from..].iter().take_while(|name| name.span.start <= span.end);
        here.any(|name| within(&name.span, span))
    };
    let nameless = strangers::nameless(passage, hits);
    let appeals = appeals.iter().chain(&nameless);
    let appeals: Vec<Range<usize>> = appeals.filter(|span| !is_named(span)).cloned().collect();
    let appeals = appeals.into_iter();
    all.extend(appeals.map(|span| Named { is_appeal: true, ..named(Studies::default(), span) }));
    all.sort_by_key(|name| name.span.start);
    all
}
