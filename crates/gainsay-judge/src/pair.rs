//! What the figures of two claims say about each other.

use std::sync::Arc;

use gainsay_claims::{
    EvidenceBase,
    facts::{Reach, Strength},
    period::Period,
    relation::Relation,
    side_by_side,
};

use crate::{
    comparability::unspoken,
    evidence::Admitted,
    family::correct,
    judgement::{Dependence, Needed, Outcome, PairJudgement, Size},
    partners::{Graded, Places, most_comparable},
    stats::{
        self, BreakEven, Facing, Figure, PairTest, PairVerdict, Polled, Thresholds, compare,
        ladder, unknown_size_verdict,
    },
};

/// So many pairs are judged side by side.
const MANY: usize = 10_000;

/// Judges the pairs of claims of different studies, in order of their ids; with the places of
/// the claims of each.
pub(crate) fn judge_pairs(
    admitted: &[Admitted<'_>],
    base: &EvidenceBase,
    thresholds: &Thresholds,
) -> (Vec<PairJudgement>, Vec<Places>) {
    let pairs = most_comparable(admitted, base);
    let judge = |(places, pair): (Places, Graded<'_, '_>)| (pair.judge(thresholds), places);
    let judged = match pairs.len() {
        // One proposition often has most pairs of a base.
        MANY.. => side_by_side(pairs, judge),
        _ => pairs.into_iter().map(judge).collect(),
    };
    let (mut judged, places): (Vec<_>, Vec<_>) = judged.into_iter().unzip();
    correct(&mut judged);
    (judged, places)
}

impl Graded<'_, '_> {
    pub(crate) fn judge(&self, thresholds: &Thresholds) -> PairJudgement {
        let [left, right] = [self.left, self.right].map(|one| &one.evidence);
        let contains =
            left.share.contains_set(&right.share) || right.share.contains_set(&left.share);
        PairJudgement {
            left: Arc::clone(&left.claim),
            right: Arc::clone(&right.claim),
            grade: self.grade,
            distances: self.distances,
            outcome: outcome(self.left, self.right, thresholds),
            contains,
            unspoken: unspoken([self.left.claim, self.right.claim]),
            dependence: dependence(self.left, self.right).map(Box::new),
            trend: is_trend(self.left, self.right),
            adjusted: None,
        }
    }
}

fn outcome(left: &Admitted<'_>, right: &Admitted<'_>, thresholds: &Thresholds) -> Outcome {
    let (first, second) = (left.figure(), right.figure());
    match (first.reported(), second.reported()) {
        (Some(one), Some(other)) => {
            let test = compare(one, other, thresholds);
            Outcome::Tested {
                test,
                conflict: conflict(&test, [first.polled(), second.polled()], thresholds)
                    .map(Box::new),
                needed: needed(left, right, thresholds).map(Box::new),
            }
        }
        _ => untested(left, right, thresholds),
    }
}

/// How robust a conflict is and how far sampling reaches at each design effect.
fn conflict(
    test: &PairTest,
    polled: [Option<Polled>; 2],
    thresholds: &Thresholds,
) -> Option<(Strength, Reach)> {
    let ([Some(first), Some(second)], PairVerdict::Conflict) = (polled, test.verdict) else {
        return None;
    };
    let ladder = ladder(first, second, thresholds);
    let [random, _, total] = ladder.rungs.map(|rung| reach(&rung.test));
    let left = (test.gap - total).max(0.0);
    Some((ladder.strength?, Reach { random, tested: reach(test), total, left }))
}

/// How far sampling error alone would reach: from the gap to the end of its
/// interval that is nearer to zero.
fn reach(test: &PairTest) -> f64 {
    let difference = test.facing.first - test.facing.second;
    if difference >= 0.0 { difference - test.ci.lo } else { test.ci.hi - difference }
}

fn untested(left: &Admitted<'_>, right: &Admitted<'_>, thresholds: &Thresholds) -> Outcome {
    let known = [left, right].into_iter().find(|one| one.figure().n.is_some());
    let usual = Thresholds { floor: floor(left, right, known), ..*thresholds };
    let facing = Facing::new(left.ends, right.ends);
    let break_even = stats::size_needed(left.figure(), right.figure(), thresholds);
    Outcome::Untested {
        gap: facing.gap(),
        odds: facing.odds(),
        known: known.map(|one| Arc::clone(&one.evidence.claim)),
        break_even,
        verdict: unknown_size_verdict(left.ends, right.ends, break_even, &usual),
    }
}

/// The size from which on a tested pair would be a conflict: of the claim whose
/// size is assumed, or of both; none where both are published.
fn needed(left: &Admitted<'_>, right: &Admitted<'_>, thresholds: &Thresholds) -> Option<Needed> {
    let is_assumed = |one: &Admitted<'_>| matches!(one.evidence.size, Size::Assumed { .. });
    let known = match (is_assumed(left), is_assumed(right)) {
        (false, false) => return None,
        (true, true) => None,
        (false, true) => Some(left),
        (true, false) => Some(right),
    };
    let [first, second] = [left, right].map(|one| match is_assumed(one) {
        true => Figure { n: None, ..one.figure() },
        false => one.figure(),
    });
    let break_even = stats::size_needed(first, second, thresholds);
    let floor = floor(left, right, known);
    Some(Needed {
        known: known.map(|one| Arc::clone(&one.evidence.claim)),
        break_even,
        any_plausible: matches!(break_even, BreakEven::At(size) if size <= floor),
    })
}

/// The size that any plausible survey reaches in the base whose size is open; of
/// two such bases, in the smaller.
fn floor(left: &Admitted<'_>, right: &Admitted<'_>, known: Option<&Admitted<'_>>) -> u64 {
    match known {
        Some(one) if std::ptr::eq(one, left) => right.floor,
        Some(_) => left.floor,
        None => left.floor.min(right.floor),
    }
}

/// Whether the two are waves of one publisher, one after the other: what
/// differs between them is a trend.
///
/// Two releases of one publisher are no waves for that alone: one set of
/// interviews is often published twice. Where it is not known on both sides when
/// people were asked, only publications half a year apart tell waves apart.
fn is_trend(left: &Admitted<'_>, right: &Admitted<'_>) -> bool {
    if left.study.said.publisher != right.study.said.publisher {
        return false;
    }
    let is_disjoint = |left: &Period, right: &Period| left.relation(right) == Relation::Disjoint;
    if let (Some(left), Some(right)) = (&left.claim.period, &right.claim.period) {
        return is_disjoint(left, right);
    }
    match (&left.study.published, &right.study.published) {
        (Some(left), Some(right)) => {
            is_disjoint(left, right) && months_between_starts(left, right) >= 6
        }
        _ => false,
    }
}

/// Whole months from the first day of one period to the first day of the other.
fn months_between_starts(one: &Period, other: &Period) -> i32 {
    let (from, to) = (one.start().min(other.start()), one.start().max(other.start()));
    let years = i32::from(to.year()) - i32::from(from.year());
    let months = i32::from(to.month()) - i32::from(from.month());
    12 * years + months - i32::from(to.day() < from.day())
}

/// Whether one of the two studies is said to depend on the other; what a
/// publisher declares outweighs what only looks so.
pub(crate) fn dependence(left: &Admitted<'_>, right: &Admitted<'_>) -> Option<Dependence> {
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
