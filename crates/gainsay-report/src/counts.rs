//! What was looked at and what was left out, in numbers.

use std::collections::BTreeMap;

use gainsay_claims::{Diagnostic, EvidenceBase, Level, Tier, facts::ReviewState};
use gainsay_judge::{Judgement, Outcome, PairJudgement, Reason, stats::UnknownSizeVerdict};

/// Counts over a base and its judgement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Diagnostics of level error, but for those that reviewers settled; so below.
    pub errors: usize,
    /// Diagnostics of level warning.
    pub warnings: usize,
    /// Diagnostics of level note.
    pub notes: usize,
    /// Sources of the base.
    pub sources: usize,
    /// Studies.
    pub studies: usize,
    /// Claims.
    pub claims: usize,
    /// Propositions with a claim.
    pub propositions: usize,
    /// Pairs of claims on one proposition.
    pub pairs: usize,
    /// Those of them that cannot be decided, as a size is unknown.
    pub untestable: usize,
    /// Those of them that are waves of one publisher, on which no rule speaks.
    pub trends: usize,
    /// Findings that reviewers have to answer or answered, by where they stand.
    pub states: BTreeMap<ReviewState, usize>,
    /// Diagnostics by when they are read, but for those that reviewers settled.
    pub tiers: BTreeMap<Tier, usize>,
    /// Claims that are not compared, by reason.
    pub left_out: Vec<(Reason, usize)>,
}

impl Counts {
    /// Counts a base, its judgement and the diagnostics that are shown.
    pub fn new(base: &EvidenceBase, judgement: &Judgement, shown: &[Diagnostic]) -> Self {
        let pairs = || judgement.propositions.iter().flat_map(|one| &one.pairs);
        Self {
            sources: base.sources.len(),
            studies: base.studies.len(),
            claims: base.claims.len(),
            propositions: judgement.propositions.len(),
            pairs: pairs().count(),
            untestable: pairs().filter(|pair| is_untestable(pair)).count(),
            trends: pairs().filter(|pair| pair.trend).count(),
            left_out: left_out(judgement),
            ..Self::of(shown)
        }
    }

    /// Counts diagnostics, and nothing of a base.
    pub(crate) fn of(shown: &[Diagnostic]) -> Self {
        let open: Vec<_> = shown.iter().filter(|one| !one.is_settled()).collect();
        let level = |level| open.iter().filter(|one| one.check.level == level).count();
        let states = shown.iter().filter_map(|one| one.review.as_ref());
        Self {
            errors: level(Level::Error),
            warnings: level(Level::Warning),
            notes: level(Level::Note),
            states: tally(states.map(|review| review.state)),
            tiers: tally(open.iter().map(|one| one.tier)),
            ..Self::default()
        }
    }
}

impl Counts {
    /// How many findings are to be decided: those of the tiers that are read, of every
    /// kind, but for what reviewers settled. Every report counts them here.
    pub fn to_decide(&self) -> usize {
        Tier::DECIDED.iter().filter_map(|tier| self.tiers.get(tier)).sum()
    }

    /// How many findings no reviewer has settled, folded ones too.
    pub fn unsettled(&self) -> usize {
        let open = self.states.iter().filter(|(state, _)| !state.is_settled());
        open.map(|(_, count)| count).sum()
    }

    /// How many findings reviewers settled.
    pub fn settled(&self) -> usize {
        let settled = self.states.iter().filter(|(state, _)| state.is_settled());
        settled.map(|(_, count)| count).sum()
    }
}

fn tally<T: Ord>(items: impl Iterator<Item = T>) -> BTreeMap<T, usize> {
    let mut counts = BTreeMap::new();
    for item in items {
        *counts.entry(item).or_default() += 1;
    }
    counts
}

fn is_untestable(pair: &PairJudgement) -> bool {
    matches!(&pair.outcome, Outcome::Untested { verdict, .. } if matches!(verdict, UnknownSizeVerdict::IfAtLeast(_)))
}

/// Counts reasons, whatever claim is restated, in the order of their names.
fn left_out(judgement: &Judgement) -> Vec<(Reason, usize)> {
    let mut counts: BTreeMap<&'static str, (Reason, usize)> = BTreeMap::new();
    for left_out in judgement.propositions.iter().flat_map(|one| &one.left_out) {
        counts.entry(left_out.reason.name()).or_insert_with(|| (left_out.reason.clone(), 0)).1 += 1;
    }
    counts.into_values().collect()
}
