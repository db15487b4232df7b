//! What was looked at and what was left out, in numbers.

use std::collections::BTreeMap;

use gainsay_claims::{Diagnostic, EvidenceBase, Level, facts::ReviewState};
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
    /// Findings that reviewers settled, by what they made of them.
    pub reviewed: BTreeMap<ReviewState, usize>,
    /// Claims that are not compared, by reason.
    pub left_out: Vec<(Reason, usize)>,
}

impl Counts {
    /// Counts a base, its judgement and the diagnostics that are shown.
    pub fn new(base: &EvidenceBase, judgement: &Judgement, shown: &[Diagnostic]) -> Self {
        let (settled, open): (Vec<_>, Vec<_>) = shown.iter().partition(|one| one.is_settled());
        let level = |level| open.iter().filter(|one| one.check.level == level).count();
        let mut reviewed = BTreeMap::new();
        for review in settled.into_iter().filter_map(|one| one.review.as_ref()) {
            *reviewed.entry(review.state).or_default() += 1;
        }
        let pairs = || judgement.propositions.iter().flat_map(|one| &one.pairs);
        Self {
            errors: level(Level::Error),
            warnings: level(Level::Warning),
            notes: level(Level::Note),
            sources: base.sources.len(),
            studies: base.studies.len(),
            claims: base.claims.len(),
            propositions: judgement.propositions.len(),
            pairs: pairs().count(),
            untestable: pairs().filter(|pair| is_untestable(pair)).count(),
            trends: pairs().filter(|pair| pair.trend).count(),
            reviewed,
            left_out: left_out(judgement),
        }
    }
}

fn is_untestable(pair: &PairJudgement) -> bool {
    matches!(&pair.outcome, Outcome::Untested { verdict, .. } if matches!(verdict, UnknownSizeVerdict::IfAtLeast(_)))
}

/// Counts reasons, whatever claim is restated, in the order of their names.
fn left_out(judgement: &Judgement) -> Vec<(Reason, usize)> {
    let mut counts: BTreeMap<&'static str, (Reason, usize)> = BTreeMap::new();
    for left_out in judgement.propositions.iter().flat_map(|one| &one.left_out) {
        counts
            .entry(crate::lang::reason_key(&left_out.reason))
            .or_insert_with(|| (left_out.reason.clone(), 0))
            .1 += 1;
    }
    counts.into_values().collect()
}
