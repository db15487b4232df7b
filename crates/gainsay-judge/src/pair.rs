//! What the figures of two claims say about each other.

use std::collections::BTreeMap;

use gainsay_claims::EvidenceBase;

use crate::{
    comparability::{compare, grade},
    evidence::Admitted,
    judgement::{Comparison, Dependence, Grade, Outcome, PairJudgement},
    stats::{self, Facing, PairVerdict, Thresholds, break_even, break_even_one_known},
};

/// Judges the pairs of claims of different studies, in order of their ids. Of
/// the pairs between the same two studies only the most comparable are kept:
/// two countries of one study are not to be held against each other's answers.
pub(crate) fn judge_pairs(
    admitted: &[Admitted<'_>],
    base: &EvidenceBase,
    thresholds: &Thresholds,
) -> Vec<PairJudgement> {
    let pairs = graded_pairs(admitted, base);
    let mut best = BTreeMap::new();
    for one in &pairs {
        let grade = best.entry(one.studies()).or_insert(one.grade);
        *grade = one.grade.min(*grade);
    }
    pairs
        .iter()
        .filter(|one| best.get(&one.studies()) == Some(&one.grade))
        .map(|one| one.judge(thresholds))
        .collect()
}

/// Two claims of different studies, not yet tested.
struct Graded<'a, 'b> {
    left: &'a Admitted<'b>,
    right: &'a Admitted<'b>,
    comparisons: Vec<Comparison>,
    grade: Grade,
}

fn graded_pairs<'a, 'b>(admitted: &'a [Admitted<'b>], base: &EvidenceBase) -> Vec<Graded<'a, 'b>> {
    let mut pairs = Vec::new();
    for (index, left) in admitted.iter().enumerate() {
        let others = admitted[index + 1..].iter();
        for right in others.filter(|right| right.study.id != left.study.id) {
            let comparisons = compare([left, right], &base.vocabulary);
            let grade = grade(&comparisons);
            pairs.push(Graded { left, right, comparisons, grade });
        }
    }
    pairs
}

impl Graded<'_, '_> {
    fn studies(&self) -> (&str, &str) {
        let (left, right) = (self.left.study.id.as_str(), self.right.study.id.as_str());
        (left.min(right), left.max(right))
    }

    fn judge(&self, thresholds: &Thresholds) -> PairJudgement {
        let [left, right] = [self.left, self.right].map(|one| &one.evidence);
        let contains =
            left.share.contains_set(&right.share) || right.share.contains_set(&left.share);
        PairJudgement {
            left: left.claim.clone(),
            right: right.claim.clone(),
            grade: self.grade,
            comparisons: self.comparisons.clone(),
            outcome: outcome(self.left, self.right, thresholds),
            contains,
            dependence: dependence(self.left, self.right),
        }
    }
}

fn outcome(left: &Admitted<'_>, right: &Admitted<'_>, thresholds: &Thresholds) -> Outcome {
    tested(left, right, thresholds).unwrap_or_else(|| untested(left, right, thresholds))
}

fn tested(left: &Admitted<'_>, right: &Admitted<'_>, thresholds: &Thresholds) -> Option<Outcome> {
    let test = stats::compare(left.reported()?, right.reported()?, thresholds);
    let ladder = stats::ladder(left.polled()?, right.polled()?, thresholds);
    let strength = ladder.strength.filter(|_| test.verdict == PairVerdict::Conflict);
    Some(Outcome::Tested { test, strength })
}

fn untested(left: &Admitted<'_>, right: &Admitted<'_>, thresholds: &Thresholds) -> Outcome {
    let (deff, alpha) = (thresholds.deff, thresholds.alpha);
    let (known, needed) = match (left.reported(), right.reported()) {
        (Some(size), _) => (Some(left), break_even_one_known(size, right.ends, deff, alpha)),
        (None, Some(size)) => (Some(right), break_even_one_known(size, left.ends, deff, alpha)),
        (None, None) => (None, break_even(left.ends, right.ends, deff, alpha)),
    };
    let facing = Facing::new(left.ends, right.ends);
    Outcome::Untested {
        gap: facing.gap(),
        odds: facing.odds(),
        known: known.map(|one| one.evidence.claim.clone()),
        break_even: needed,
        verdict: stats::unknown_size_verdict(left.ends, right.ends, needed, thresholds),
    }
}

/// Whether one of the two studies is said to depend on the other; what a
/// publisher declares outweighs what only looks so.
fn dependence(left: &Admitted<'_>, right: &Admitted<'_>) -> Option<Dependence> {
    let links = [(left, right), (right, left)];
    links
        .iter()
        .flat_map(|(one, other)| {
            let links = one.study.said.depends_on.iter();
            links.filter(|link| link.study == other.study.id)
        })
        .min_by_key(|link| !link.declared)
        .map(|link| Dependence { declared: link.declared, why: link.why.clone() })
}

#[cfg(test)]
mod tests;
