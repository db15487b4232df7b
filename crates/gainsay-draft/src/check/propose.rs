//! What a text says of a study that the base does not have yet.

mod glosses;
mod margins;
mod publishers;
mod subjects;
mod tally;

use std::{collections::BTreeMap, ops::Range};

use gainsay_claims::{
    EvidenceBase,
    value::{self, Quantity},
};

use super::{Checker, Outcome, outcome};
use crate::{
    figures::{Figure, Kind},
    lexicon::Term,
    prose::Draft,
    said::{self, Said},
};
use tally::Tally;

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
    /// Margins of error: passages, with the places of the figure in their prose.
    pub margins: Vec<(usize, Range<usize>)>,
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
    /// The words that name it.
    pub words: Vec<String>,
}

impl Checker {
    /// Tells what a text says of a study that the base does not have yet. Nothing is decided:
    /// a person has to confirm all of it.
    pub fn propose(&self, draft: &Draft, base: &EvidenceBase) -> Proposed {
        let read = said::read(draft, |lang| self.lexicon(lang));
        let (mut tally, mut figures) = (Tally::default(), Vec::new());
        let (checked, _) = self.state(draft, &read, base, |passage, said| {
            let verdict = verdict(said);
            tally.add(said, passage, verdict, &read[passage]);
            figures.push(ProposedFigure {
                passage,
                clause: said.clause.clone(),
                subjects: self.proposed_subjects(said, base),
                people: people(said).map(str::to_owned),
                denies: said.denies,
                source: source(said),
                known: None,
                verdict,
                figure: said.figure.clone(),
            });
        });
        glosses::settle(&mut figures, draft);
        for (figure, one) in figures.iter_mut().zip(checked) {
            if let Outcome::Found(found) = one.outcome {
                figure.known = Some(found.claim);
            }
        }
        let mut proposed = Proposed { figures, ..tally.finished() };
        proposed.margins = margins::find(draft, &mut proposed.figures);
        if proposed.publishers.is_empty() {
            proposed.publishers = publishers::find(&read);
        }
        proposed
    }
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
fn source(said: &Said<'_>) -> Option<String> {
    let named = said.sources.iter().find(|one| !one.is_appeal)?;
    let text = said.passage.prose.text();
    let is_here = text.get(named.span.clone()) == Some(named.words.as_str());
    Some(match is_here {
        true => publishers::whole(text, &named.span),
        false => named.words.clone(),
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
