//! What claims about one population state, with what sampling leaves open.

use gainsay_claims::{
    EvidenceBase,
    claim::{Base, Claim},
    sample::Sample,
    value::ReportingSet,
    vocabulary::UNKNOWN,
};

use super::events::Events;
use crate::{
    coherence::{Bounds, CoherenceError, Formula, Statement},
    evidence::Admitted,
    judgement::{Member, Size},
    stats::{Alpha, Effective, Ends, Interval, SampleSize, Thresholds, uncertainty},
};

/// A share that a claim states: its own, or that of its base.
#[derive(Clone)]
pub(super) struct Stated<'a, 'b> {
    /// The claim.
    pub(super) by: &'a Admitted<'b>,
    /// The universe of the base whose share it is; absent for the claim's own.
    pub(super) base: Option<String>,
    /// What is stated.
    pub(super) formula: Formula,
    share: ReportingSet,
    size: Size,
    /// The size that every plausible survey reaches.
    floor: u64,
}

/// Lists what is stated, the most trusted first: shares of known size, then those that
/// the publisher states, then in order of id.
pub(super) fn state<'a, 'b>(
    people: &[&'a Admitted<'b>],
    events: &Events,
    base: &EvidenceBase,
    thresholds: &Thresholds,
) -> Vec<Stated<'a, 'b>> {
    let is_worded_alike = is_worded_alike(people);
    let mut stated: Vec<Stated<'a, 'b>> = Vec::new();
    for &by in people {
        let share = by.evidence.share;
        stated.push(Stated {
            by,
            base: None,
            formula: events.share(by.claim),
            share: if is_worded_alike { share } else { as_stated(by.claim, share) },
            size: by.evidence.size,
            floor: by.floor,
        });
        if events.has_universes() {
            stated.extend(steps(by, events, base, thresholds));
        }
    }
    let mut once: Vec<Stated<'a, 'b>> = Vec::new();
    for one in stated {
        if one.base.is_none() || !once.iter().any(|other| one.repeats(other)) {
            once.push(one);
        }
    }
    once.sort_by_key(|one| {
        let is_unknown = one.size == Size::Unknown;
        (is_unknown, !one.by.claim.is_published(), &one.by.claim.id)
    });
    once
}

/// The shares that a claim states of the steps of its base.
fn steps<'a, 'b>(
    by: &'a Admitted<'b>,
    events: &Events,
    base: &EvidenceBase,
    thresholds: &Thresholds,
) -> Vec<Stated<'a, 'b>> {
    let steps = by.claim.base.steps.iter().enumerate();
    steps
        .filter_map(|(place, step)| {
            let parent = Base { steps: by.claim.base.steps[..place].to_vec() };
            let asked = Claim { base: parent, n: Sample::Unknown, ..by.claim.clone() };
            Some(Stated {
                by,
                base: Some(step.who.clone()),
                formula: events.step(&by.claim.base, place)?,
                share: step.share?,
                size: Size::of(&asked, by.study, &base.policy, thresholds),
                floor: base.policy.floor,
            })
        })
        .collect()
}

/// Whether no claim states a facet of wording that another does not.
fn is_worded_alike(people: &[&Admitted<'_>]) -> bool {
    let first = &people[0].claim.wording;
    first.values().all(|value| value != UNKNOWN)
        && people.iter().all(|one| one.claim.wording == *first)
}

/// The share of a claim whose wording narrows what is counted, as a lower bound of what
/// the others count.
fn as_stated(claim: &Claim, share: ReportingSet) -> ReportingSet {
    if claim.wording.is_empty() { share } else { share.lower_bound() }
}

impl Stated<'_, '_> {
    /// The uncertainty set at a level: the design effect and the size that the policy
    /// assumes stand in for what is not published.
    pub(super) fn interval(&self, alpha: Alpha, thresholds: &Thresholds) -> Option<Interval> {
        let ends = Ends::of(&self.share)?;
        Some(uncertainty(ends, Some(self.effective(thresholds)?), alpha))
    }

    /// The share as a statement about events.
    ///
    /// # Errors
    /// [`CoherenceError::InvalidBounds`] where the share is no interval of shares.
    pub(super) fn statement(
        &self,
        alpha: Alpha,
        thresholds: &Thresholds,
    ) -> Result<Statement, CoherenceError> {
        let Interval { lo, hi } =
            self.interval(alpha, thresholds).ok_or(CoherenceError::InvalidBounds)?;
        Ok(Statement::Share { formula: self.formula.clone(), bounds: Bounds::around(lo, hi)? })
    }

    /// How it is told of.
    pub(super) fn member(&self, alpha: Alpha, thresholds: &Thresholds) -> Option<Member> {
        Some(Member {
            claim: self.by.claim.id.clone(),
            base: self.base.clone(),
            interval: self.interval(alpha, thresholds)?,
            assumed: match self.size {
                Size::Unknown => Some(self.floor),
                Size::Assumed { n, .. } => Some(n),
                Size::Published { .. } | Size::Census => None,
            },
        })
    }

    fn effective(&self, thresholds: &Thresholds) -> Option<Effective> {
        if let Some(known) = self.size.effective() {
            return Some(known);
        }
        #[expect(clippy::cast_precision_loss, reason = "the floor is a small number of people")]
        let floor = SampleSize::new(self.floor as f64).ok()?;
        Some(floor.effective(thresholds.deff))
    }

    /// Whether the two are one share that one claim states.
    pub(super) fn is(&self, other: &Self) -> bool {
        self.by.claim.id == other.by.claim.id && self.base == other.base
    }

    /// Whether a study says the same of a base with another claim.
    fn repeats(&self, other: &Self) -> bool {
        self.by.study.id == other.by.study.id
            && self.formula == other.formula
            && self.share == other.share
            && other.base.is_some()
    }
}
