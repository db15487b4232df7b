//! What the judge answers about propositions that bear on each other.

use gainsay_claims::{Proposition, vocabulary::PropositionRelation};

use crate::{
    coherence::{CoherenceError, End},
    stats::Interval,
};

/// The judgement of claims of at least two studies about one population, on propositions
/// that bear on each other.
#[derive(Clone, Debug, PartialEq)]
pub struct ComponentJudgement {
    /// The claims, in order of id.
    pub claims: Vec<String>,
    /// The propositions that bear on each other, in order, whether or not a claim is
    /// about them; compounds by their parts.
    pub propositions: Vec<Proposition>,
    /// Whether the claims can all hold.
    pub coherence: Coherence,
}

/// Whether claims can all hold.
#[derive(Clone, Debug, PartialEq)]
pub enum Coherence {
    /// They can. What they imply is listed in order of proposition, where that says
    /// much more than the claims on the proposition itself.
    Coherent(Vec<ImpliedShare>),
    /// They cannot.
    Incoherent(Incoherence),
    /// It was not decided.
    Undecided(CoherenceError),
}

/// The share that claims on other propositions leave to one.
#[derive(Clone, Debug, PartialEq)]
pub struct ImpliedShare {
    /// The proposition.
    pub proposition: Proposition,
    /// The least and the greatest share of everybody in the population.
    pub share: Interval,
}

/// Claims that cannot all hold, though all but any one of them can.
#[derive(Clone, Debug, PartialEq)]
pub struct Incoherence {
    /// What cannot hold together, the most trusted first.
    pub members: Vec<Member>,
    /// The relations without which they could hold together.
    pub relations: Vec<PropositionRelation>,
    /// By how much all have to give way alike, beyond rounding and sampling, in fractions
    /// of their own bases, so that one at least is off by so much: a multiple of 0.01 point.
    pub distance: f64,
    /// Bounds whose weighted sum no population satisfies; absent where only the numeric
    /// solver could tell.
    pub sum: Option<WeightedSum>,
}

/// A share that takes part in an incoherence.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// The claim.
    pub claim: String,
    /// The universe whose share of its parent the claim states with its base, if it is
    /// that share that takes part.
    pub base: Option<String>,
    /// What rounding and sampling leave open, at the level over the number of shares.
    pub interval: Interval,
    /// The number of cases that stands in for one that is not published.
    pub assumed: Option<u64>,
}

/// Inequalities, each "something is at least 0", whose weighted sum is at most `-excess`
/// whatever the population.
#[derive(Clone, Debug, PartialEq)]
pub struct WeightedSum {
    /// The inequalities.
    pub terms: Vec<WeightedBound>,
    /// By how much the sum misses 0, a share of everybody.
    pub excess: f64,
}

/// An end of the interval of a member.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WeightedBound {
    /// The place of the member.
    pub member: usize,
    /// Which end; [`End::Base`] says that somebody is in its base.
    pub end: End,
    /// How often it is added, above 0.
    pub weight: f64,
}
