//! What a draft says around a figure: of what, of whom, by whose account.

mod clause;
mod people;
mod sources;
mod years;

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use gainsay_claims::{Lang, Proposition, claim::Claim};

pub(crate) use sources::Named;

use crate::{
    figures::{Figure, Kind},
    lexicon::{Hit, Lexicon, Term},
    lists::{OWN, POINTING_BACK},
    phrases,
    prose::{Draft, Passage, PassageKind},
    restate::denies,
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
    pub(crate) labels: BTreeMap<&'a str, f64>,
    /// Who is named as the source, of those named nearest.
    pub(crate) sources: Vec<Named>,
    /// Whether the clause denies something.
    pub(crate) denies: bool,
    /// The years that the sentence names, else those before it in the passage.
    pub(crate) years: BTreeSet<i16>,
    /// Whether another finding stands before it in the sentence, or in the one before.
    pub(crate) follows_figure: bool,
    /// Whether one stands before it in the sentence.
    pub(crate) follows_in_sentence: bool,
    /// Whether the sentence names no subject of its own.
    continues: bool,
    /// What the figure before was about, and in which study.
    topic: Option<Topic>,
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

/// How near the words of other passages and sentences are.
mod nearness {
    pub(super) const CLAUSE: f64 = 1.0;
    pub(super) const SENTENCE: f64 = 0.6;
    pub(super) const CONTINUED: f64 = 0.6;
    pub(super) const BEFORE: f64 = 0.35;
    pub(super) const HEADING: f64 = 0.25;
}

/// A passage with the phrases that stand in it.
pub(crate) struct Read<'a> {
    pub(crate) passage: &'a Passage,
    pub(crate) figures: Vec<Figure>,
    pub(crate) words: Vec<Token>,
    pub(crate) hits: Vec<Hit>,
    /// Its sentences, in order.
    pub(crate) sentences: Vec<Range<usize>>,
    /// Words such as "studies show", in order.
    pub(crate) appeals: Vec<Range<usize>>,
    /// Names of publishers and studies, known or not, in order.
    pub(crate) names: Vec<Named>,
}

impl<'a> Said<'a> {
    /// What stands around a figure of a passage.
    pub(crate) fn around(
        read: &'a [Read<'a>],
        passage: usize,
        figure: &'a Figure,
        lexicon: &'a Lexicon,
    ) -> Self {
        let here = &read[passage];
        let text = here.passage.prose.text();
        let clause = clause::of(here, figure);
        let mut terms = Vec::new();
        let continues = !names_concept(here, &figure.sentence);
        for hit in here.hits_up_to(&figure.sentence) {
            let nearness = nearness_of(hit, here, figure, &clause, continues);
            let is_base = nearness >= 1.0 && people::is_base(here, hit, figure);
            terms.push(near(here, hit, nearness, is_base));
        }
        if let Some(cell) = row_before(read, passage) {
            let hits = cell.hits.iter();
            terms.extend(hits.map(|hit| near(cell, hit, nearness::SENTENCE, false)));
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
        Self {
            passage: here.passage,
            figure,
            clause: clause.clone(),
            terms,
            labels: lexicon.labels(&stems),
            sources: sources::around(read, passage, figure, &clause),
            denies: denies(text.get(clause.clone()).unwrap_or_default(), here.passage.lang),
            years: years::near(text, &figure.sentence),
            follows_figure: follows_figure(here, figure, 1),
            follows_in_sentence: follows_figure(here, figure, 0),
            continues,
            topic: None,
        }
    }

    /// The language of the passage.
    pub(crate) fn lang(&self) -> Lang {
        self.passage.lang
    }

    /// Goes on with what the text spoke of last: its study is the source where none is named
    /// or the sentence points back to it, and its subject that of a sentence without one.
    pub(crate) fn go_on_with(&mut self, last: Option<&Claim>) {
        let study = last.and_then(Claim::study);
        let points_back = phrases::has(self.sentence_text(), POINTING_BACK.of(self.lang()));
        match (study, self.sources.first()) {
            (Some(study), None) => self.sources.push(Named::again(study)),
            (Some(study), Some(first)) if points_back && !first.is_in_sentence() => {
                self.sources.insert(0, Named::pointed_at(study));
            }
            _ => {}
        }
        self.topic = last.zip(study).map(|(claim, study)| Topic {
            proposition: claim.proposition.clone(),
            study: study.to_owned(),
            negated: claim.said.negated,
        });
    }

    /// Whether the sentence names no subject, and the figure before was of the same concept
    /// and study as a claim.
    pub(crate) fn goes_on_with(&self, claim: &Claim) -> bool {
        self.continues
            && self.topic.as_ref().is_some_and(|topic| {
                topic.proposition.concept == claim.proposition.concept
                    && claim.study() == Some(&topic.study)
            })
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
            near.nearness >= nearness::CLAUSE
                && matches!(&near.hit.term, Term::Concept(one) if one == concept)
                && behind.is_some_and(|words| {
                    !words.contains([',', ':', ';'])
                        && words.split_whitespace().count() <= SAID_WITHIN
                })
        })
    }

    /// Whether the author speaks of what is theirs: "our customers".
    pub(crate) fn is_own(&self) -> bool {
        let clause = self.passage.prose.text().get(self.clause.clone()).unwrap_or_default();
        phrases::has(clause, OWN.of(self.lang()))
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

impl Read<'_> {
    /// The number of the sentence in which a place lies, or before which it does.
    pub(crate) fn sentence_of(&self, place: usize) -> usize {
        self.sentences.partition_point(|sentence| sentence.end <= place)
    }

    /// The phrases of a sentence and of those shortly before it.
    fn hits_up_to(&self, sentence: &Range<usize>) -> &[Hit] {
        let first = self.sentence_of(sentence.start).saturating_sub(REMEMBERED);
        let start = self.sentences.get(first).map_or(0, |first| first.start);
        let from = self.hits.partition_point(|hit| hit.span.start < start);
        let to = self.hits.partition_point(|hit| hit.span.start < sentence.end);
        &self.hits[from..to.max(from)]
    }
}

/// How many words may stand between everybody and what is said of them.
const SAID_WITHIN: usize = 4;
/// How many sentences back a phrase still says what a figure is of.
const REMEMBERED: usize = 6;
/// How many back, where the figure's own sentence names no subject.
const CONTINUED: usize = 2;

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

/// Whether a sentence names a subject. "Among those who *follow brands*" names people.
fn names_concept(read: &Read<'_>, sentence: &Range<usize>) -> bool {
    let are_people = |hit: &Hit| {
        let mut others = read.hits.iter().filter(|one| matches!(one.term, Term::Universe(_)));
        others.any(|one| within(&hit.span, &one.span))
    };
    read.hits.iter().any(|hit| {
        matches!(hit.term, Term::Concept(_)) && within(&hit.span, sentence) && !are_people(hit)
    })
}

pub(crate) fn within(part: &Range<usize>, whole: &Range<usize>) -> bool {
    whole.start <= part.start && part.end <= whole.end
}

/// Whether another finding stands before a figure in its sentence, or in so many before it.
fn follows_figure(read: &Read<'_>, figure: &Figure, sentences: usize) -> bool {
    let first = read.sentence_of(figure.sentence.start).saturating_sub(sentences);
    let start = read.sentences.get(first).map_or(0, |one| one.start);
    read.figures.iter().any(|other| {
        other.kind == Kind::Finding
            && start <= other.span.start
            && other.span.end <= figure.span.start
    })
}

/// Of a cell of a table: the cell before it, which may say what the figure is of.
fn row_before<'a>(read: &'a [Read<'a>], passage: usize) -> Option<&'a Read<'a>> {
    let before = read.get(passage.checked_sub(1)?)?;
    let is_cell = |one: &Read<'_>| one.passage.kind == PassageKind::Cell;
    (is_cell(&read[passage]) && is_cell(before)).then_some(before)
}

/// The heading that a passage stands under.
fn heading<'a>(read: &'a [Read<'a>], passage: usize) -> Option<&'a Read<'a>> {
    read[..passage].iter().rev().find(|one| one.passage.kind.is_heading())
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
        let appeals = crate::appeals::find(passage.prose.text(), passage.lang);
        let names = sources::names(passage, &hits, &appeals, lexicon);
        let (figures, sentences) = crate::figures::read(passage);
        Read { passage, figures, words, hits, sentences, names, appeals }
    };
    draft.passages.iter().map(read).collect()
}
