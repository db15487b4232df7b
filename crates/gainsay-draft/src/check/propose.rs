//! What a text says of a study that the base does not have yet.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use gainsay_claims::{
    EvidenceBase,
    value::{self, Quantity},
    vocabulary::FacetRole,
};

use super::{Checker, Outcome, outcome};
use crate::{
    figures::{Figure, Kind},
    lexicon::Term,
    lists::ASKED,
    phrases,
    prose::Draft,
    said::{self, Near, Read, Said, Sentence},
    score::Which,
};

/// What a text says of one study, as far as it can be told from its words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proposed {
    /// Names by whose account figures are told, with how many are, the most first.
    pub publishers: Vec<(String, usize)>,
    /// Groups of people that figures are of, words of the vocabulary, the most frequent first.
    pub universes: Vec<(String, usize)>,
    /// Regions that figures are of, by their codes, the most frequent first.
    pub regions: Vec<(String, usize)>,
    /// How many people were asked: passages, with the places in their prose.
    pub sizes: Vec<(usize, Range<usize>)>,
    /// When they were, each as the text has it: "mars 2014".
    pub periods: Vec<String>,
    /// How they were, words that transcripts use: "online".
    pub modes: Vec<&'static str>,
    /// Every figure, in order.
    pub figures: Vec<ProposedFigure>,
}

/// A figure, and what it probably is about.
#[derive(Clone, Debug, PartialEq)]
pub struct ProposedFigure {
    /// The passage that it stands in.
    pub passage: usize,
    /// The figure.
    pub figure: Figure,
    /// The part of the sentence that belongs to it, in bytes of the prose.
    pub clause: Range<usize>,
    /// What it may be about, the likeliest first.
    pub subjects: Vec<ProposedSubject>,
    /// The people that it is a share of, where they are named.
    pub people: Option<String>,
    /// Whether the words deny something.
    pub denies: bool,
    /// The name by whose account it is told, if any.
    pub source: Option<String>,
    /// A claim of the base that says the same.
    pub known: Option<String>,
    /// Whether it may become a finding.
    pub verdict: Verdict,
}

/// Whether a figure may become a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It states one.
    Finding,
    /// It says how many were asked.
    Size,
    /// It counts something that may be anything.
    Count,
    /// It is a word such as "nobody", said by habit.
    Habit,
    /// By itself, without the language of the text, it may be read in two ways or in none.
    Ambiguous,
}

/// What a figure may be about.
#[derive(Clone, Debug, PartialEq)]
pub struct ProposedSubject {
    /// The concept.
    pub concept: String,
    /// Values of its facets that are named, by facet.
    pub facets: BTreeMap<String, String>,
    /// How much of it is named near the figure, 0..=1.
    pub score: f64,
    /// The words that name it.
    pub words: Vec<String>,
}

impl Checker {
    /// Tells what a text says of a study that the base does not have yet. Nothing is decided:
    /// a person has to confirm all of it.
    pub fn propose(&self, draft: &Draft, base: &EvidenceBase) -> Proposed {
        let read = said::read(draft, |lang| self.lexicon(lang));
        let (checked, _) = self.state(draft, &read, base);
        let mut tally = Tally::default();
        for one in checked {
            let passage = &read[one.passage];
            let lexicon = self.lexicon(passage.passage.lang);
            let sentence = Sentence::new(&read, one.passage, one.figure.sentence.clone(), lexicon);
            let said = Said::around(&sentence, &one.figure);
            let verdict = verdict(&said);
            let known = match &one.outcome {
                Outcome::Found(found) => Some(found.claim.clone()),
                _ => None,
            };
            let subjects = self.proposed_subjects(&said, base);
            tally.add(&said, one.passage, verdict, passage);
            tally.proposed.figures.push(ProposedFigure {
                passage: one.passage,
                clause: said.clause.clone(),
                subjects,
                people: people(&said).map(str::to_owned),
                denies: said.denies,
                source: source(&said).map(str::to_owned),
                known,
                verdict,
                figure: one.figure.clone(),
            });
        }
        tally.finished()
    }

    /// The concepts that are named near a figure, the best named first; of those named
    /// alike the nearest. Beside the words of the vocabulary, claims on a concept speak for it
    /// that are alike in all but figure and source.
    fn proposed_subjects(&self, said: &Said<'_>, base: &EvidenceBase) -> Vec<ProposedSubject> {
        let values = values(said);
        let alike = self.alike(said, base);
        let mut subjects: Vec<(ProposedSubject, usize)> = Vec::new();
        for (name, concept) in &base.vocabulary.concepts {
            let id = self.concepts.get(name).copied();
            let near = id.and_then(|id| said.best(id));
            let label = id.and_then(|id| said.labels.get(&id)).copied().unwrap_or_default();
            let named = near.map_or(0.0, |near| strength(near, said)).max(BY_LABEL * label);
            let of_it =
                |facet: &&String| values.contains_key(facet.as_str()) && identifies(facet, base);
            let own: Vec<_> = concept.facets.iter().filter(of_it).collect();
            let answers = own.iter().filter(|facet| is_own(facet, base));
            let answer = answers.map(|facet| values[facet.as_str()].strength());
            let answer = answer.fold(0.0, f64::max);
            let in_words = (named + ANSWER * answer).max(BY_ANSWER * answer);
            let by_claims = CLAIMS * alike.get(name).copied().unwrap_or_default();
            let score = (in_words + by_claims) / MOST;
            if score < LEAST {
                continue;
            }
            let words = near.into_iter().chain(own.iter().map(|facet| values[facet.as_str()]));
            let mut words: Vec<String> = words.map(|near| near.words.to_owned()).collect();
            words.dedup();
            let value = |facet: &&String| match &*values[facet.as_str()].hit.term {
                Term::Value(_, value) => Some(((*facet).clone(), value.clone())),
                _ => None,
            };
            let facets = own.iter().filter_map(value).collect();
            let distance = near.map_or(usize::MAX, |near| near.distance(&said.figure.span));
            let score = score.min(1.0);
            let subject = ProposedSubject { concept: name.clone(), facets, score, words };
            subjects.push((subject, distance));
        }
        subjects.sort_by(|(one, near), (other, far)| {
            other.score.total_cmp(&one.score).then(near.cmp(far))
        });
        subjects.into_iter().map(|(subject, _)| subject).collect()
    }

    /// How alike the likeliest claim on each concept is, whatever its figure and its source.
    fn alike(&self, said: &Said<'_>, base: &EvidenceBase) -> BTreeMap<String, f64> {
        let mut alike: BTreeMap<String, f64> = BTreeMap::new();
        for one in self.citable.beside(said, base).rank(Which::OnSubject) {
            let best = alike.entry(one.claim.proposition.concept.clone()).or_default();
            *best = best.max(one.alike_but_source());
        }
        alike
    }
}

/// How much a phrase says of a figure; of one that only tells whose share it is ("of those who
/// *follow brands*"), half.
fn strength(near: &Near<'_>, said: &Said<'_>) -> f64 {
    let own = &near.hit.span;
    let is_people = said.terms.iter().any(|other| {
        let span = &other.hit.span;
        let meets = span.start < own.end && own.start < span.end;
        meets && other.is_base && matches!(*other.hit.term, Term::Universe(_))
    });
    near.strength() * if is_people { OF_PEOPLE } else { 1.0 }
}

/// Whether a facet is one of the answers to one question: it narrows one concept only.
fn is_own(facet: &str, base: &EvidenceBase) -> bool {
    let concepts = base.vocabulary.concepts.values();
    let narrowed = concepts.filter(|one| one.facets.iter().any(|own| own == facet));
    narrowed.count() == 1
}

/// Whether a facet tells propositions apart, and does not only name a difference of wording.
fn identifies(facet: &str, base: &EvidenceBase) -> bool {
    base.vocabulary.facets.get(facet).is_some_and(|one| one.role == FacetRole::Identifying)
}

/// How much the label of a concept counts as a phrase for it.
const BY_LABEL: f64 = 0.7;
/// How much an answer that only this concept has counts, beside the words for the concept ...
const ANSWER: f64 = 0.2;
/// ... and without any.
const BY_ANSWER: f64 = 0.75;
/// How much words for people count as those for what they do.
const OF_PEOPLE: f64 = 0.5;
/// How much claims that are alike count beside words. Tuned on one half of the corpus.
const CLAIMS: f64 = 3.0;
/// What a concept comes to that is named in full.
const MOST: f64 = 2.0;
/// What is named less is not proposed.
const LEAST: f64 = 0.1;
/// Values that stand farther off than in the sentence do not narrow its figure.
const IN_SENTENCE: f64 = 0.6;

/// The values of facets that the sentence names, the nearest of each facet.
fn values<'a, 'b>(said: &'b Said<'a>) -> BTreeMap<&'b str, &'b Near<'a>> {
    let mut values: BTreeMap<&str, &Near<'_>> = BTreeMap::new();
    for near in said.terms.iter().filter(|near| near.nearness >= IN_SENTENCE) {
        if let Term::Value(facet, _) = &*near.hit.term {
            let best = values.entry(facet.as_str()).or_insert(near);
            let distance = |one: &Near<'_>| one.distance(&said.figure.span);
            let is_stronger = near.strength() > best.strength();
            if is_stronger || near.strength() >= best.strength() && distance(near) < distance(best)
            {
                *best = near;
            }
        }
    }
    values
}

/// The people that a figure is a share of.
fn people<'a>(said: &'a Said<'_>) -> Option<&'a str> {
    let named = said.terms.iter().filter(|near| near.is_base);
    let mut universes = named.filter_map(|near| match &*near.hit.term {
        Term::Universe(name) => Some((near.distance(&said.figure.span), name.as_str())),
        _ => None,
    });
    universes.by_ref().min().map(|(_, name)| name)
}

/// The name by whose account a figure is told.
fn source<'a>(said: &'a Said<'_>) -> Option<&'a str> {
    said.sources.iter().find(|one| !one.is_appeal).map(|one| one.words.as_str())
}

fn verdict(said: &Said<'_>) -> Verdict {
    let words = said.passage.prose.text().get(said.figure.span.clone()).unwrap_or_default();
    let own = &said.figure.reading;
    match said.figure.kind {
        Kind::SampleSize => Verdict::Size,
        Kind::Number => Verdict::Count,
        Kind::Finding if outcome::is_universal(said) || own.rhetorical => Verdict::Habit,
        Kind::Finding => match value::read(words, None, None) {
            Ok(alone) if alone.quantity == own.quantity => Verdict::Finding,
            _ => Verdict::Ambiguous,
        },
    }
}

/// What is counted over all figures.
#[derive(Default)]
struct Tally {
    proposed: Proposed,
    publishers: BTreeMap<String, usize>,
    universes: BTreeMap<String, usize>,
    regions: BTreeMap<String, usize>,
    periods: BTreeSet<(usize, usize, String)>,
}

impl Tally {
    fn add(&mut self, said: &Said<'_>, passage: usize, verdict: Verdict, read: &Read<'_>) {
        match verdict {
            Verdict::Size => {
                self.proposed.sizes.push((passage, said.figure.span.clone()));
                self.add_period(said, passage, read);
                self.add_modes(said);
            }
            Verdict::Finding => {
                if let Some(source) = source(said) {
                    *self.publishers.entry(source.to_owned()).or_default() += 1;
                }
                if phrases::has(said.sentence_text(), ASKED.of(said.lang())) {
                    self.add_period(said, passage, read);
                }
            }
            _ => return,
        }
        for near in said.terms.iter().filter(|near| near.nearness >= IN_SENTENCE) {
            let counted = match &*near.hit.term {
                Term::Universe(name) => self.universes.entry(name.clone()),
                Term::Region(code) => self.regions.entry((*code).to_owned()),
                _ => continue,
            };
            *counted.or_default() += 1;
        }
    }

    /// The year in which a sentence says that people were asked, with its month.
    fn add_period(&mut self, said: &Said<'_>, passage: usize, read: &Read<'_>) {
        let within = |place: usize| said.figure.sentence.contains(&place);
        let years = read.years.iter().filter(|(place, _)| within(*place));
        let text = said.passage.prose.text();
        for (place, year) in years {
            let month = phrases::word_before(text, *place);
            let is_month = MONTHS.iter().any(|one| one.split(' ').any(|one| one == month));
            let period = if is_month { format!("{month} {year}") } else { year.to_string() };
            self.periods.insert((passage, *place, period));
        }
    }

    /// How a sentence that tells how many were asked says that they were.
    fn add_modes(&mut self, said: &Said<'_>) {
        for [mode, words @ ..] in MODES {
            let is_said = phrases::has(said.sentence_text(), &words);
            if is_said && !self.proposed.modes.contains(&mode) {
                self.proposed.modes.push(mode);
            }
        }
    }

    fn finished(self) -> Proposed {
        let most = |counts: BTreeMap<String, usize>| {
            let mut most: Vec<(String, usize)> = counts.into_iter().collect();
            most.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            most
        };
        let mut periods: Vec<String> = self.periods.into_iter().map(|(_, _, one)| one).collect();
        periods.dedup();
        Proposed {
            publishers: most(self.publishers),
            universes: most(self.universes),
            regions: most(self.regions),
            periods,
            ..self.proposed
        }
    }
}

/// Ways to ask people, each with the words for it.
const MODES: [[&str; 4]; 4] = [
    ["online", "online", "en ligne", "internet"],
    ["phone", "by phone", "by telephone", "par téléphone"],
    ["face-to-face", "face-to-face", "in person", "en face-à-face"],
    ["mail", "by mail", "by post", "par courrier"],
];

/// Names of months, in English and in French.
const MONTHS: [&str; 12] = [
    "january janvier",
    "february février",
    "march mars",
    "april avril",
    "may mai",
    "june juin",
    "july juillet",
    "august août",
    "september septembre",
    "october octobre",
    "november novembre",
    "december décembre",
];

impl ProposedFigure {
    /// The key of a transcript that says such a figure: `share`, `change` ...
    pub fn key(&self) -> &'static str {
        match self.figure.reading.quantity {
            Quantity::Share { .. } => "share",
            Quantity::Points(_) | Quantity::PercentChange(_) | Quantity::Factor(_) => "change",
            Quantity::Count { .. } => "count",
            Quantity::Money { .. } => "money",
            Quantity::Rank(_) => "rank",
        }
    }
}
