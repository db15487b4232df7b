//! Three studies or more at once: which belong together, and what they say.

mod pooling;

use std::collections::BTreeSet;

use gainsay_claims::EvidenceBase;

use crate::{
    evidence::Admitted,
    judgement::{Grade, GroupJudgement, PairJudgement},
    stats::{Interval, Thresholds, camps, pool, stabbing},
};

/// Finds the groups of a proposition and judges each, in order of their first claims
/// in time.
pub(crate) fn judge_groups(
    admitted: &[Admitted<'_>],
    pairs: &[PairJudgement],
    base: &EvidenceBase,
    thresholds: &Thresholds,
) -> Vec<GroupJudgement> {
    let groups = form(admitted, pairs, base);
    groups.iter().map(|group| judge(group, thresholds)).collect()
}

/// Puts each claim into the first group with every member of which it is comparable
/// and independent, in order of time: a greedy cover by cliques, which keeps studies
/// of one season together. Of a study the first such claim counts.
fn form<'a, 'b>(
    admitted: &'a [Admitted<'b>],
    pairs: &[PairJudgement],
    base: &EvidenceBase,
) -> Vec<Vec<&'a Admitted<'b>>> {
    let partners = comparable(admitted, pairs);
    let is_volatile = admitted.first().is_some_and(|one| one.is_volatile(base));
    let mut order: Vec<usize> = (0..admitted.len()).collect();
    // Precise shares first, so that a study is there with the claim that can be pooled.
    order.sort_by_key(|&place| {
        let one = &admitted[place];
        let start = one.claim.period.map(|period| period.start());
        (start.is_none(), start, one.evidence.middle().is_none(), place)
    });
    let mut groups: Vec<Vec<usize>> = Vec::new();
    // Groups before this one are over: nothing that moves overlaps them any more.
    let mut open = 0;
    for place in order {
        let joins =
            |group: &Vec<usize>| group.iter().all(|&other| partners[place].contains(&other));
        let fitting = groups[open..].iter_mut().find(|group| joins(group));
        match fitting {
            Some(group) => group.push(place),
            None => groups.push(vec![place]),
        }
        if is_volatile {
            open += over(&groups[open..], &admitted[place], admitted);
        }
    }
    let groups = groups.into_iter().filter(|group| group.len() >= 3);
    groups
        .map(|mut group| {
            group.sort_unstable();
            group.into_iter().map(|place| &admitted[place]).collect()
        })
        .collect()
}

/// For each claim those of which it is comparable and independent, by place.
fn comparable(admitted: &[Admitted<'_>], pairs: &[PairJudgement]) -> Vec<BTreeSet<usize>> {
    let place = |id: &str| admitted.binary_search_by(|one| one.evidence.claim.as_str().cmp(id));
    let mut partners = vec![BTreeSet::new(); admitted.len()];
    for pair in pairs.iter().filter(|pair| pair.grade <= Grade::C && pair.is_independent()) {
        let (Ok(left), Ok(right)) = (place(&pair.left), place(&pair.right)) else {
            continue;
        };
        if admitted[left].study.said.publisher != admitted[right].study.said.publisher {
            partners[left].insert(right);
            partners[right].insert(left);
        }
    }
    partners
}

/// How many groups at the front ended before a claim begins.
fn over(groups: &[Vec<usize>], now: &Admitted<'_>, admitted: &[Admitted<'_>]) -> usize {
    let Some(now) = now.claim.period else { return 0 };
    let has_ended = |group: &&Vec<usize>| {
        let mut periods = group.iter().filter_map(|&place| admitted[place].claim.period);
        periods.any(|period| period.end() < now.start())
    };
    groups.iter().take_while(has_ended).count()
}

fn judge(group: &[&Admitted<'_>], thresholds: &Thresholds) -> GroupJudgement {
    let claims: Vec<String> = group.iter().map(|one| one.evidence.claim.clone()).collect();
    let pooled = pooling::pooled(group, thresholds);
    let outside = pooled.as_ref().map(|pooled| pooling::outside(group, pooled));
    let intervals: Vec<Interval> = group.iter().map(|one| uncertainty(one)).collect();
    let named = |places: Vec<usize>| places.into_iter().map(|one| claims[one].clone()).collect();
    GroupJudgement {
        dissenters: pooling::dissenters(group, thresholds),
        outside: outside.unwrap_or_default(),
        size_needed: size_needed(group, thresholds),
        true_shares: stabbing(&intervals).map_or(1, |found| found.points.len()),
        camps: camps(&intervals).unwrap_or_default().into_iter().map(named).collect(),
        pooled,
        claims,
    }
}

/// What a claim leaves open with its sampling error; without a size, its share.
fn uncertainty(one: &Admitted<'_>) -> Interval {
    one.evidence.interval.unwrap_or(Interval { lo: one.ends.lo(), hi: one.ends.hi() })
}

/// The common size from which on the group would scatter by more than sampling, where
/// no study tells its own.
fn size_needed(group: &[&Admitted<'_>], thresholds: &Thresholds) -> Option<u64> {
    if group.iter().any(|one| one.evidence.size.cases().is_some()) {
        return None;
    }
    let precise = group.iter().filter(|one| one.evidence.middle().is_some());
    let ends: Vec<_> = precise.map(|one| one.ends).collect();
    if ends.len() < 3 {
        return None;
    }
    pool::critical_size(&ends, thresholds.deff, thresholds.alpha).ok().flatten()
}

#[cfg(test)]
mod tests;
