//! What a text says of a study that the base does not have yet.

mod apart;
mod cells;
mod denials;
mod glosses;
mod margins;
mod publishers;
mod subjects;
mod tally;

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

pub use apart::{Apart, Doubt};

use gainsay_claims::{
    EvidenceBase,
    value::{self, Quantity},
};

use super::{Checker, Outcome, outcome};
use crate::{
    figures::{Figure, Kind},
    lexicon::Term,
    prose::Draft,
    said::{Near, Read, Said},
};
use cells::{Heads, Tables};
use tally::{IN_CLAUSE, Tally};

/// What a text says of one study, or of several, as far as it can be told from its words. Of
/// each the most frequent first, every one once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proposed {
    /// Names by whose account figures are told, or that stand before a study.
    pub publishers: Vec<Told>,
    /// Groups of people of whom those who were asked are, or else figures; words of the vocabulary.
    pub universes: Vec<Told>,
    /// Regions that figures are of, by their codes.
    pub regions: Vec<Told>,
    /// How many people were asked.
    pub sizes: Vec<Told>,
    /// Margins of error.
    pub margins: Vec<Told>,
    /// When people were asked, each as the text has it: "mars 2014".
    pub periods: Vec<Told>,
    /// How they were, as a list of words that transcripts use: `"online", "phone"`.
    pub modes: Vec<Told>,
    /// Whether it may tell of several studies: it names several publishers, several times at
    /// which people were asked, or in several sentences how many were.
    pub has_several: bool,
    /// Every figure, in order.
    pub figures: Vec<ProposedFigure>,
}

/// Something that a text tells of a study.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What it tells.
    pub words: String,
    /// The passage in which it does so first.
    pub passage: usize,
    /// Where, in bytes of the prose.
    pub span: Range<usize>,
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
    /// The regions that it is of, where they are named, by their codes.
    pub regions: Vec<String>,
    /// Of a figure in a table: the words of the heads of its row and of its column.
    pub heads: Vec<String>,
    /// Of a bare number in a table: the words that say that it is so many percent.
    pub unit: Option<String>,
    /// Whether the words deny something, or say the opposite of it.
    pub denies: bool,
    /// How it is told apart from figures of the study's own time and people.
    pub apart: Apart,
    /// The name by whose account it is told, if any.
    pub source: Option<String>,
    /// A claim of the base that says the same.
    pub known: Option<String>,
    /// Whether it may become a finding.
    pub verdict: Verdict,
}

/// How much of a concept the words of a figure's own sentence have to name for it to be proposed
/// as what the figure is about. When it was chosen, on the half of the corpus of drafts that may be
/// looked at, three in four of the concepts first proposed of which they name as much were right
/// (1,218 of 1,595); of the others two in five (439 of 1,057), and in each twentieth below fewer
/// than half.
const NAMED_ENOUGH: f64 = 0.45;

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
    /// It says how far the figures of the study may be off.
    Margin,
    /// Another figure beside it says the same more exactly: "près d'un tiers (32 %)".
    Gloss,
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
    /// How much of it the words of the figure's own sentence name, whatever the base knows and
    /// whatever answer to it they name, 0..=1.
    pub named: f64,
    /// The words that name it.
    pub words: Vec<String>,
    /// Where in the passage the phrase for the concept stands, if the figure's own sentence has it.
    pub place: Option<Range<usize>>,
}

impl Checker {
    /// Tells what a text says of a study that the base does not have yet. Nothing is decided:
    /// a person has to confirm all of it.
    pub fn propose(&self, draft: &Draft, base: &EvidenceBase) -> Proposed {
        let read = self.read(draft, base);
        let tables = Tables::of(&read);
        let (mut tally, mut figures) = (Tally::default(), Vec::new());
        let (checked, _) = self.state(draft, &read, base, |passage, said| {
            let heads = tables.heads(&read, passage);
            let mut figure = self.proposed_figure(passage, said, &read, &heads, base);
            cells::tell(&read, &heads, &mut figure);
            figure.unit = tables.unit(&read, &heads, &figure);
            if figure.unit.is_some() {
                cells::become_share(&mut figure, &read);
            }
            tally.add(said, &figure, &read[passage]);
            figures.push(figure);
        });
        denials::carry(&mut figures, draft);
        glosses::settle(&mut figures, draft);
        for (figure, one) in figures.iter_mut().zip(checked) {
            if let Outcome::Found(found) = one.outcome {
                figure.known = Some(found.claim).filter(|claim| figure.says_the_same(claim, base));
            }
        }
        let margins = margins::find(draft, &mut figures);
        let proposed = tally.finished(publishers::find(&read));
        let told = |(passage, span): (usize, Range<usize>)| Told {
            words: draft.passages[passage].prose.text()[span.clone()].trim().to_owned(),
            passage,
            span,
        };
        let margins = tally::once(margins.into_iter().map(told));
        Proposed { figures, margins, ..proposed }
    }

    fn proposed_figure(
        &self,
        passage: usize,
        said: &Said<'_>,
        read: &[Read<'_>],
        heads: &Heads,
        base: &EvidenceBase,
    ) -> ProposedFigure {
        let people = people(said);
        let near = people.map(|(near, _)| near);
        let here = &read[passage];
        let apart = apart::of(said, here, near, !base.vocabulary.universes.is_empty());
        let heads = heads.iter().flatten().map(|head| &read[*head]);
        let under = said.under(heads.clone());
        let subjects = self.proposed_subjects(&under, here, apart.is_compared, base);
        ProposedFigure {
            passage,
            clause: said.clause.clone(),
            people: people.map(|(_, name)| name.to_owned()),
            regions: regions(said),
            heads: Vec::new(),
            unit: None,
            denies: denials::denies(said, heads, subjects.first()),
            apart,
            source: source(said).map(|(name, _)| name),
            known: None,
            verdict: verdict(said),
            figure: said.figure.clone(),
            subjects,
        }
    }
}

/// The people that a figure is a share of.
fn people<'a, 'b>(said: &'b Said<'a>) -> Option<(&'b Near<'a>, &'b str)> {
    let named = said.terms.iter().filter(|near| near.is_base);
    let universes = named.filter_map(|near| match &*near.hit.term {
        Term::Universe(name) => Some((near, name.as_str())),
        _ => None,
    });
    universes.min_by_key(|(near, name)| (near.distance(&said.figure.span), *name))
}

/// The regions whose people a figure is of.
fn regions(said: &Said<'_>) -> Vec<String> {
    let named = said.terms.iter().filter(|near| near.nearness >= IN_CLAUSE);
    let regions = named.filter_map(|near| match &*near.hit.term {
        Term::Region(code) => Some((*code).to_owned()),
        _ => None,
    });
    regions.collect::<BTreeSet<String>>().into_iter().collect()
}

/// The name by whose account a figure is told, with its place if that is in the passage.
fn source(said: &Said<'_>) -> Option<(String, Option<Range<usize>>)> {
    let named = said.sources.iter().find(|one| !one.is_appeal)?;
    let text = said.passage.prose.text();
    let is_here = text.get(named.span.clone()) == Some(named.words.as_str());
    Some(match is_here {
        true => (publishers::whole(text, &named.span), Some(named.span.clone())),
        false => (named.words.clone(), None),
    })
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

impl ProposedFigure {
    /// Whether a claim that has this figure is about the same, and denies it if the words do.
    fn says_the_same(&self, claim: &str, base: &EvidenceBase) -> bool {
        let (claim, subject) = (base.claims.get(claim), self.subjects.first());
        claim.zip(subject).is_some_and(|(claim, subject)| {
            claim.proposition.concept == subject.concept && claim.said.negated == self.denies
        })
    }

    /// What it is about, where enough of it is named, and not its opposite.
    pub fn subject(&self) -> Option<&ProposedSubject> {
        self.subjects.first().filter(|one| one.named >= NAMED_ENOUGH && !self.denies)
    }

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
