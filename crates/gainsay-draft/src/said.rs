//! What a draft says around a figure: of what, of whom, by whose account.

mod clause;
mod compared;
mod denials;
mod people;
mod read;
mod sentence;
mod sources;
mod years;

use std::{
    cell::OnceCell,
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use gainsay_claims::{Lang, Proposition, claim::Claim, value};

pub(crate) use clause::is_gloss;
pub(crate) use read::{Read, read};
use sentence::REACH;
pub(crate) use sentence::Sentence;
pub(crate) use sources::Named;
pub(crate) use years::{not_of_publishing as years_not_of_publishing, of_study as years_of_study};

use crate::{
    figures::{Figure, Kind},
    lexicon::{Hit, Term, TermId},
    lists::{DESCRIBED, OWN, REST},
    phrases,
    prose::{Passage, PassageKind},
    restate::denies,
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
    pub(crate) terms: Vec<Near<'a>>,
    /// How much of each concept's label stands near, 0..=1.
    pub(crate) labels: &'a BTreeMap<TermId, f64>,
    /// The universes of which everything that sets them apart from a larger one stands in the
    /// sentence, with that one: "on *Twitter*, 67 % of followers".
    pub(crate) set_apart: &'a BTreeSet<(&'a str, &'a str)>,
    /// Who is named as the source, of those named nearest.
    pub(crate) sources: Vec<Named>,
    /// Whether the clause denies something.
    pub(crate) denies: bool,
    /// The years that the sentence names, else those before it in the passage.
    pub(crate) years: &'a BTreeSet<i16>,
    /// The years in which its sentence and the one before tell that people were asked, once
    /// they were looked for.
    pub(crate) years_asked: &'a OnceCell<[Option<BTreeSet<i16>>; 2]>,
    /// Whether another finding stands before it in the sentence, or in the one before.
    pub(crate) follows_figure: bool,
    /// Whether one stands before it in the sentence.
    pub(crate) follows_in_sentence: bool,
    /// Whether the sentence says that it speaks of some people only.
    pub(crate) is_narrowed: bool,
    /// Whether somebody without a name told it to the author: "I read that", "on m'a dit".
    pub(crate) is_hearsay: bool,
    /// Whether it points back to the study that was named last.
    points_back: bool,
    /// Whether it names no subject of its own.
    continues: bool,
    /// What the figure before was about, and in which study.
    topic: Option<Topic>,
    /// The claims that the draft has told figures of.
    told: Option<&'a BTreeSet<String>>,
    /// The concepts that are not denied though the clause denies something, once asked for.
    not_denied: OnceCell<Vec<String>>,
    // Invariant: places in `terms`.
    /// Of each term, by its number, the phrase that says most.
    best: Vec<Option<usize>>,
}

/// What a figure was about.
#[derive(Clone, Debug)]
struct Topic {
    proposition: Proposition,
    study: String,
    negated: bool,
}

/// A phrase and how near it stands.
#[derive(Clone, Debug)]
pub(crate) struct Near<'a> {
    /// The phrase. Its place counts only in the figure's own passage.
    pub(crate) hit: &'a Hit,
    /// Whether it stands in the figure's own passage.
    pub(crate) is_here: bool,
    /// How near, 0..=1.
    pub(crate) nearness: f64,
    /// The phrase as written.
    pub(crate) words: &'a str,
    /// Whether it names people or a place, where a sentence says of whom the figure is: "68 % *of
    /// followers*", "*among adults*".
    pub(crate) is_base: bool,
}

/// How near the words of other passages and sentences are.
mod nearness {
    pub(super) const CLAUSE: f64 = 1.0;
    pub(super) const SENTENCE: f64 = 0.6;
    pub(super) const CONTINUED: f64 = 0.6;
    pub(super) const BEFORE: f64 = 0.35;
    pub(super) const HEADING: f64 = 0.25;
}

impl<'a> Said<'a> {
    /// What stands around a figure of a sentence.
    pub(crate) fn around(sentence: &'a Sentence<'a>, figure: &'a Figure) -> Self {
        let Sentence { read, passage, .. } = *sentence;
        let here = &read[passage];
        let text = here.passage.prose.text();
        let clause = clause::of(here, figure);
        let mut terms = Vec::new();
        let hits = sentence.hits_near(figure.span.start);
        let continues = !sentence.names_concept(hits);
        for hit in hits {
            let nearness = nearness_of(hit, here, figure, &clause, continues);
            let names_people = matches!(*hit.term, Term::Universe(_) | Term::Region(_));
            let is_base = names_people && nearness >= 1.0 && people::is_base(here, hit, figure);
            terms.push(Near { is_here: true, is_base, ..near(here, hit, nearness) });
        }
        if let Some(cell) = row_before(read, passage) {
            let hits = cell.hits.iter().rev().take(REACH).rev();
            terms.extend(hits.map(|hit| near(cell, hit, nearness::SENTENCE)));
        }
        if let Some(heading) = heading(read, passage) {
            let hits = heading.hits.iter().take(REACH);
            terms.extend(hits.map(|hit| near(heading, hit, nearness::HEADING)));
        }
        Self {
            passage: here.passage,
            figure,
            clause: clause.clone(),
            best: best(&terms),
            terms,
            labels: &sentence.labels,
            set_apart: &sentence.set_apart,
            sources: sources::around(read, passage, figure, &clause),
            denies: denies(text.get(clause.clone()).unwrap_or_default(), here.passage.lang),
            years: &sentence.years,
            years_asked: &sentence.years_asked,
            follows_figure: follows_figure(here, figure, 1),
            follows_in_sentence: follows_figure(here, figure, 0),
            is_narrowed: sentence.is_narrowed,
            is_hearsay: sentence.is_hearsay,
            not_denied: OnceCell::new(),
            points_back: sentence.points_back,
            continues,
            topic: None,
            told: None,
        }
    }

    /// The same, with what heads of its row and its column say as if it stood in its sentence.
    pub(crate) fn under(&self, heads: impl Iterator<Item = &'a Read<'a>>) -> Self {
        let mut under = self.clone();
        for head in heads {
            let hits = head.hits.iter().take(REACH);
            under.terms.extend(hits.map(|hit| near(head, hit, nearness::SENTENCE)));
        }
        under.best = best(&under.terms);
        under
    }

    /// The phrase for a term that says most.
    pub(crate) fn best(&self, term: TermId) -> Option<&Near<'a>> {
        let place = self.best.get(term.place()).copied().flatten();
        place.map(|place| &self.terms[place])
    }

    /// The language of the passage.
    pub(crate) fn lang(&self) -> Lang {
        self.passage.lang
    }

    /// Goes on with what the text spoke of last: its study is the source where none is named
    /// or the sentence points back to it, and its subject that of a sentence without one.
    pub(crate) fn go_on_with(&mut self, last: Option<&Claim>) {
        if self.is_hearsay && !self.sources.first().is_some_and(Named::is_in_sentence) {
            self.sources.clear();
            return;
        }
        let study = last.and_then(Claim::study);
        match (study, self.sources.first()) {
            (Some(study), None) => self.sources.push(Named::again(study)),
            (Some(study), Some(first)) if self.points_back && !first.is_in_sentence() => {
                self.sources.insert(0, Named::pointed_at(study));
            }
            _ => {}
        }
        self.topic = last.zip(study).map(|(claim, study)| Topic {
            proposition: claim.proposition.as_ref().clone(),
            study: study.to_owned(),
            negated: claim.said.negated,
        });
    }

    /// Lets the figure be one that the draft has told before, of these claims.
    pub(crate) fn look_back_at(&mut self, told: &'a BTreeSet<String>) {
        self.told = Some(told);
    }

    /// Whether the draft has told a figure of a claim.
    pub(crate) fn has_told(&self, claim: &str) -> bool {
        self.told.is_some_and(|told| told.contains(claim))
    }

    /// Whether it has, and comes back to it: in words, and without a source.
    pub(crate) fn may_tell_again(&self, claim: &str) -> bool {
        let is_named = self.sources.first().is_some_and(Named::is_in_sentence);
        let is_in_words = self.figure.reading.kind != value::Kind::Exact;
        is_in_words && !is_named && self.has_told(claim)
    }

    /// Whether the sentence names no subject of its own.
    pub(crate) fn continues(&self) -> bool {
        self.continues
    }

    /// The concept of the figure before, if the sentence names no subject of its own.
    pub(crate) fn goes_on(&self) -> Option<&str> {
        let topic = self.topic.as_ref().filter(|_| self.continues);
        topic.map(|topic| topic.proposition.concept.as_str())
    }

    /// Whether it names none, and the figure before was of this concept and study.
    pub(crate) fn goes_on_with(&self, concept: &str, study: Option<&str>) -> bool {
        let is_same_study = || self.topic.as_ref().is_some_and(|one| study == Some(&one.study));
        self.goes_on() == Some(concept) && is_same_study()
    }

    /// Whether the figure before was of the same answer: this value of a facet.
    pub(crate) fn goes_on_with_value(&self, facet: &str, value: &str) -> bool {
        let topic = self.topic.as_ref().filter(|_| self.continues);
        topic.is_some_and(|topic| {
            topic.proposition.facets.get(facet).is_some_and(|one| one == value)
        })
    }

    /// Whether the figure before was of those of whom it is not true.
    pub(crate) fn goes_on_denying(&self) -> bool {
        self.topic.as_ref().is_some_and(|topic| topic.negated)
    }

    /// Whether a concept is named right behind the figure: "nobody *likes to follow*".
    pub(crate) fn says_of_figure(&self, concept: &str) -> bool {
        let text = self.passage.prose.text();
        self.terms.iter().any(|near| {
            let behind = text.get(self.figure.span.end..near.hit.span.start);
            // One word alone says it only right behind nobody: "nobody *trusts*".
            let is_phrase = near.hit.weight >= SEVERAL_WORDS;
            let is_nobody = self.figure.reading.kind == value::Kind::None;
            near.nearness >= nearness::CLAUSE
                && (is_phrase || is_nobody)
                && matches!(&*near.hit.term, Term::Concept(one) if one == concept)
                && behind.is_some_and(|words| {
                    !words.contains([',', ':', ';'])
                        && words.split_whitespace().count() <= SAID_WITHIN
                        && (is_phrase || words.split_whitespace().all(says_nothing))
                })
        })
    }

    /// Whether words for people say what is found of them, by a concept, and not who they are: "are
    /// already customers".
    pub(crate) fn is_found_of(&self, near: &Near<'_>, concept: &str) -> bool {
        let people = &near.hit.span;
        self.terms.iter().any(|other| {
            let found = &other.hit.span;
            other.nearness >= nearness::CLAUSE
                && matches!(&*other.hit.term, Term::Concept(one) if one == concept)
                && found.start < people.end
                && people.start < found.end
        })
    }

    /// Whether the author speaks of what is theirs: "our customers".
    pub(crate) fn is_own(&self) -> bool {
        !self.is_hearsay && phrases::has(self.clause_text(), OWN.of(self.lang()))
    }

    /// Whether the figure is of people who are described behind it: "56 % *of those who* own a
    /// smartphone".
    pub(crate) fn is_of_described(&self) -> bool {
        let behind = self.passage.prose.text().get(self.figure.span.end..).unwrap_or_default();
        phrases::begins(behind, DESCRIBED.of(self.lang()))
    }

    /// Whether the clause names a step of a scale.
    pub(crate) fn names_step(&self) -> bool {
        self.in_clause().any(|near| matches!(*near.hit.term, Term::Step(..)))
    }

    /// The phrases of the figure's own clause.
    pub(crate) fn in_clause(&self) -> impl Iterator<Item = &Near<'a>> {
        self.terms.iter().filter(|near| near.nearness >= nearness::CLAUSE)
    }

    /// Whether words before the figure say that it is the rest of one that was told.
    pub(crate) fn gives_rest(&self) -> bool {
        phrases::has(self.before_figure(), REST.of(self.lang()))
    }

    /// Whether the figure is of what is theirs: "34 % of *our* visitors".
    pub(crate) fn is_of_own(&self) -> bool {
        let behind = self.passage.prose.text().get(self.figure.span.end..self.clause.end);
        let words = behind.unwrap_or_default().split_whitespace().take(OWN_WITHIN);
        let words: Vec<&str> = words.collect();
        phrases::has(&words.join(" "), OWN.of(self.lang()))
    }

    /// Whether they do before they give the figure: "with us, 18 %".
    pub(crate) fn opens_as_own(&self) -> bool {
        phrases::has(self.before_figure(), OWN.of(self.lang()))
    }

    /// The part of the sentence that belongs to the figure, as written.
    pub(crate) fn clause_text(&self) -> &'a str {
        self.passage.prose.text().get(self.clause.clone()).unwrap_or_default()
    }

    /// What of it stands before the figure.
    pub(crate) fn before_figure(&self) -> &'a str {
        let before = self.clause.start..self.figure.span.start;
        self.passage.prose.text().get(before).unwrap_or_default()
    }

    /// The sentence as written.
    pub(crate) fn sentence_text(&self) -> &'a str {
        self.passage.prose.text().get(self.figure.sentence.clone()).unwrap_or_default()
    }
}

/// A phrase of another passage.
fn near<'a>(read: &'a Read<'_>, hit: &'a Hit, nearness: f64) -> Near<'a> {
    let words = read.passage.prose.text().get(hit.span.clone()).unwrap_or_default();
    Near { hit, is_here: false, nearness, words, is_base: false }
}

/// Of each term the last phrase that says most, by its place.
fn best(terms: &[Near<'_>]) -> Vec<Option<usize>> {
    let len = terms.iter().map(|near| near.hit.id.place() + 1).max().unwrap_or_default();
    let mut best = vec![None; len];
    for (place, near) in terms.iter().enumerate() {
        let known: &mut Option<usize> = &mut best[near.hit.id.place()];
        if known.is_none_or(|known| near.strength() >= terms[known].strength()) {
            *known = Some(place);
        }
    }
    best
}

impl Near<'_> {
    /// How much it says, 0..=1.
    pub(crate) fn strength(&self) -> f64 {
        self.nearness * self.hit.weight
    }

    /// How far from a figure it stands, in bytes; before it, where a sentence says what it is
    /// about, twice as far, and in another passage farther than any.
    pub(crate) fn distance(&self, figure: &Range<usize>) -> usize {
        if !self.is_here {
            usize::MAX
        } else if self.hit.span.start >= figure.end {
            self.hit.span.start - figure.end
        } else {
            2 * figure.start.saturating_sub(self.hit.span.end) + 1
        }
    }
}

/// What phrases of several words say; one alone may stand anywhere.
const SEVERAL_WORDS: f64 = 0.9;
/// How many words behind a figure say of whose people it is.
const OWN_WITHIN: usize = 3;
/// How many words may stand between everybody and what is said of them.
const SAID_WITHIN: usize = 4;
/// How many back, where the figure's own sentence names no subject.
const CONTINUED: usize = 2;

/// Whether a word may stand before a verb of one word: "personne *ne fait* confiance".
fn says_nothing(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "really", "ever", "actually", "truly", "still", "now", "would", "will", "can", "ne",
        "fait", "vraiment", "plus", "se", "y", "peut", "encore",
    ];
    WORDS.contains(&word)
}

/// How near a phrase of the same passage stands. A sentence that names no subject goes on
/// with that of the one before; and so does any, where the one before is but a label.
fn nearness_of(
    hit: &Hit,
    read: &Read<'_>,
    figure: &Figure,
    clause: &Range<usize>,
    continues: bool,
) -> f64 {
    if within(&hit.span, clause) {
        return nearness::CLAUSE;
    }
    if within(&hit.span, &figure.sentence) {
        return nearness::SENTENCE;
    }
    let back = read.sentence_of(figure.sentence.start) - read.sentence_of(hit.span.start);
    let after = read.passage.prose.text().get(hit.span.end..).unwrap_or_default();
    let is_label = after.starts_with(['.', ':']);
    if back <= CONTINUED && (continues || is_label) {
        nearness::CONTINUED
    } else {
        nearness::BEFORE
    }
}

pub(crate) fn within(part: &Range<usize>, whole: &Range<usize>) -> bool {
    whole.start <= part.start && part.end <= whole.end
}

/// Whether another finding stands before a figure in its sentence, or in so many before it.
fn follows_figure(read: &Read<'_>, figure: &Figure, sentences: usize) -> bool {
    let first = read.sentence_of(figure.sentence.start).saturating_sub(sentences);
    let start = read.sentences.get(first).map_or(0, |one| one.start);
    // Figures are in order and do not overlap.
    let at = read.figures.partition_point(|other| other.span.start < figure.span.start);
    let mut before = read.figures[..at].iter().rev().take_while(|other| start <= other.span.start);
    before.any(|other| other.kind == Kind::Finding)
}

/// Of a cell of a table: the cell before it, which may say what the figure is of.
fn row_before<'a>(read: &'a [Read<'a>], passage: usize) -> Option<&'a Read<'a>> {
    let before = read.get(passage.checked_sub(1)?)?;
    let is_cell = |one: &Read<'_>| one.passage.kind == PassageKind::Cell;
    (is_cell(&read[passage]) && is_cell(before)).then_some(before)
}

/// The heading that a passage stands under.
fn heading<'a>(read: &'a [Read<'a>], passage: usize) -> Option<&'a Read<'a>> {
    read.get(read[passage].around.heading?)
}

/// The years in a name.
pub(crate) fn years_of(name: &str) -> BTreeSet<i16> {
    years::places(name).into_iter().map(|(_, year)| year).collect()
}
