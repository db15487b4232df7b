//! Claims: findings that the core has read and checked.

use std::sync::Arc;

use crate::{
    diagnostic::Location,
    period::Period,
    proposition::{Facets, Proposition},
    sample::Sample,
    study::Population,
    value::{Hedge, Reading, ReportingSet},
    vocabulary::{UNKNOWN, Vocabulary},
    wire::{Finding, Role, Standing},
};

/// A claim: what a study says, or is said to say, about one proposition.
#[derive(Clone, Debug)]
pub struct Claim {
    /// `source/study/name`, unique in the base.
    pub id: String,
    /// The source that states it.
    pub source: String,
    /// What the plugin said; words only. Large, and handed on as it was decoded.
    pub said: Box<Finding>,
    /// Where its figure or its words are written.
    pub at: Location,
    /// What it is about, shared by all claims on it that were read together.
    pub proposition: Arc<Proposition>,
    /// Qualifying facets: how it was worded.
    pub wording: Facets,
    /// What it says of the proposition.
    pub statement: Statement,
    /// Whom it is about.
    pub population: Population,
    /// Those the share is a share of.
    pub base: Base,
    /// How many they are, unweighted.
    pub n: Sample,
    /// How many a random sample of the same precision would hold, where it is published.
    pub n_effective: Sample,
    /// When it holds: its own period, else the study's fieldwork.
    pub period: Option<Period>,
    /// For a change: the earlier period that it starts from.
    pub since: Option<Period>,
    /// When a forecast is to come true.
    pub target: Option<Period>,
}

/// What a claim says, with every figure read.
#[derive(Clone, Debug, PartialEq)]
pub enum Statement {
    /// A share of the base.
    Share(Share),
    /// A number of things.
    Count(Reading),
    /// An amount of money.
    Money(Reading),
    /// A mean.
    Mean(Reading),
    /// A difference or ratio to an earlier wave or another group.
    Change(Reading),
    /// A place in an order of options.
    Rank {
        /// 1 is the first.
        place: u32,
        /// Whether counted from the least.
        from_last: bool,
    },
    /// One side above another.
    Order,
    /// A claim that other claims say the same.
    Agreement,
    /// Named cases.
    Instance(Vec<String>),
    /// Words too vague to test.
    Words(String),
}

/// A share as published and as read.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// The words at the figure's place, with those it was derived with:
    /// `33 % + 9 %`, `100 % − 17 %`.
    pub text: String,
    /// How they were read.
    pub reading: Reading,
    /// What they leave open, after the derivation if there is one. Fractions of
    /// the base; the only set a conflict is judged on.
    pub hard: ReportingSet,
    /// What a reader likely takes them for; for display.
    pub soft: ReportingSet,
}

impl Share {
    /// The middle of the share as published, in fractions of the base, where the words are
    /// precise enough to have one: no bound, and at most ten points wide.
    pub fn middle(&self) -> Option<f64> {
        const PRECISE: f64 = 0.1 + 1e-12;
        let is_bound = matches!(
            self.reading.hedge,
            Hedge::MoreThan | Hedge::AtLeast | Hedge::LessThan | Hedge::AtMost
        );
        let (lo, hi) = (self.hard.lo_f64(), self.hard.hi_f64());
        (!is_bound && hi - lo <= PRECISE).then(|| f64::midpoint(lo, hi))
    }
}

/// Those a share is a share of: a path from everybody asked inwards. Each step
/// lies within the one before, its parent.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Base {
    /// The steps, outermost first. Empty: whom the study asked is not known.
    pub steps: Vec<Step>,
}

/// One step of a base.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// A universe of the vocabulary, or [`UNKNOWN`]: some of the parent, but
    /// the source does not tell which.
    pub who: String,
    /// The share of the parent that they make up, if published.
    pub share: Option<ReportingSet>,
}

impl Base {
    /// The universe of those the share is a share of, if the source tells.
    pub fn who(&self) -> Option<&str> {
        self.steps.last().map(|step| step.who.as_str()).filter(|&who| who != UNKNOWN)
    }

    /// Those the share is a share of, and what sets them apart: the innermost
    /// universe first, then the outer ones that are not general. Empty: the
    /// source does not tell.
    pub fn specific<'a>(&'a self, vocabulary: &Vocabulary) -> Vec<&'a str> {
        let Some(who) = self.who() else { return Vec::new() };
        let general = |who: &str| vocabulary.universes.get(who).is_none_or(|one| one.general);
        let outer = self.steps.iter().rev().skip(1).map(|step| step.who.as_str());
        std::iter::once(who).chain(outer.filter(|who| !general(who))).collect()
    }

    /// The base within which this one lies.
    pub fn parent(&self) -> Option<Self> {
        let (_, parents) = self.steps.split_last()?;
        (!parents.is_empty()).then(|| Self { steps: parents.to_vec() })
    }
}

impl Claim {
    /// The study that the claim is about, if it names one.
    pub fn study(&self) -> Option<&str> {
        self.said.study.as_deref()
    }

    /// Whether the study's own publisher states it.
    pub fn is_published(&self) -> bool {
        self.said.role == Role::Published
    }

    /// The share, if the claim states one that is evidence: no headline's
    /// "nobody", no figure that was withdrawn, no forecast.
    pub fn evidence(&self) -> Option<&Share> {
        let Statement::Share(share) = &self.statement else {
            return None;
        };
        let counts = !share.reading.rhetorical
            && self.said.standing != Standing::Deprecated
            && self.target.is_none();
        counts.then_some(share)
    }

    /// The share of those of whom the proposition is true: the complement of a
    /// negated claim, moved to the cut that the concept means.
    pub fn share_of_yes(&self, vocabulary: &Vocabulary) -> Option<ReportingSet> {
        let share = self.evidence()?;
        let yes = match (self.said.negated, self.said.undecided) {
            (false, _) => share.hard,
            (true, false) => share.hard.complement(),
            // Those who were not sure are in neither figure.
            (true, true) => share.hard.complement().upper_bound(),
        };
        let Some(from) = &self.said.cut else {
            return Some(yes);
        };
        let concept = vocabulary.concepts.get(&self.proposition.concept)?;
        let scale = vocabulary.scales.get(concept.scale.as_ref()?)?;
        scale.project(&yes, from, concept.cut.as_ref()?)
    }
}
