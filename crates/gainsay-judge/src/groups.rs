//! Three studies or more at once: which belong together, and what they say.

mod pooling;

use std::collections::BTreeSet;

use gainsay_claims::{facts::Dimension, side_by_side};

use crate::{
    evidence::{Admitted, by_study},
    judgement::{Distance, Grade, GroupJudgement, PairJudgement},
    partners::Places,
    stats::{Interval, Thresholds, camps, pool, stabbing},
};

/// Judges the groups of every proposition, given by the places of their claims. One
/// proposition often has most groups of a base, so that each group is work of its own.
pub(crate) fn judge_groups<'a>(
    formed: impl Iterator<Item = (&'a [Admitted<'a>], &'a [Vec<usize>])> + Clone,
    thresholds: &Thresholds,
) -> Vec<Vec<GroupJudgement>> {
    let counts = formed.clone().map(|(_, groups)| groups.len());
    let groups =
        formed.flat_map(|(admitted, groups)| groups.iter().map(move |group| (admitted, group)));
    let judged = side_by_side(groups.collect(), |(admitted, group)| {
        let group: Vec<_> = group.iter().map(|&place| &admitted[place]).collect();
        judge(&group, thresholds)
    });
    let mut judged = judged.into_iter();
    counts.map(|count| judged.by_ref().take(count).collect()).collect()
}

/// Forms the groups of a proposition, whose pairs come with their places: in order of their
/// first claims in time, each as the places of its claims.
///
/// For each claim, in order of time, the group of those nearest in time that are all
/// comparable and independent, of each other too. Groups may overlap, as seasons do; one
/// that lies within another is left out, and so are fewer than three.
pub(crate) fn form_groups<'a>(
    admitted: &[Admitted<'_>],
    pairs: impl Iterator<Item = (&'a PairJudgement, Places)>,
) -> Vec<Vec<usize>> {
    let partners = comparable(admitted, pairs);
    let start = |place: usize| admitted[place].claim.period.map(|period| period.start());
    let mut order: Vec<usize> = (0..admitted.len()).collect();
    order.sort_by_key(|&place| (start(place).is_none(), start(place), place));
    let mut groups: Vec<BTreeSet<usize>> = Vec::new();
    let mut groups_of: Vec<Vec<usize>> = vec![Vec::new(); admitted.len()];
    for seed in order {
        // A group that holds all partners of the seed is the one it would make.
        let is_told = |&group: &usize| groups[group].len() == partners[seed].len() + 1;
        if groups_of[seed].iter().any(is_told) {
            continue;
        }
        let group = around(seed, &partners, admitted);
        let lies_within = |&other: &usize| group.is_subset(&groups[other]);
        if group.len() < 3 || groups_of[seed].iter().any(lies_within) {
            continue;
        }
        for &place in &group {
            groups_of[place].push(groups.len());
        }
        groups.push(group);
    }
    groups.into_iter().map(|group| group.into_iter().collect()).collect()
}

/// A claim with the partners of its that are partners of each other, precise shares and
/// the nearest in time first. Of a study the first such claim counts.
fn around(seed: usize, partners: &[Vec<usize>], admitted: &[Admitted<'_>]) -> BTreeSet<usize> {
    let far = |place: usize| {
        let [one, other] = [seed, place].map(|place| admitted[place].claim.period);
        Some((one?.start() - other?.start()).get_days().abs())
    };
    let mut open = partners[seed].clone();
    open.sort_by_key(|&place| {
        let days = far(place);
        (admitted[place].evidence.middle.is_none(), days.is_none(), days, place)
    });
    let mut group = BTreeSet::from([seed]);
    while let Some(&next) = open.first() {
        group.insert(next);
        open.retain(|place| partners[next].binary_search(place).is_ok());
    }
    group
}

/// For each claim those of which it is comparable and independent, by place and in order.
fn comparable<'a>(
    admitted: &[Admitted<'_>],
    pairs: impl Iterator<Item = (&'a PairJudgement, Places)>,
) -> Vec<Vec<usize>> {
    let is_spoken_for = spoken_for(admitted);
    let mut partners = vec![Vec::new(); admitted.len()];
    let pairs = pairs.filter(|(pair, _)| is_of_one_people(pair) && pair.is_independent());
    for (_, [left, right]) in pairs {
        let [one, other] = [left, right].map(|place| &admitted[place]);
        let is_spoken_for = is_spoken_for[left] || is_spoken_for[right];
        if one.study.said.publisher != other.study.said.publisher && !is_spoken_for {
            // Pairs come in order of their places, so that those of a claim do.
            partners[left].push(right);
            partners[right].push(left);
        }
    }
    partners
}

/// Whether two claims are comparable and of the same people: those of a part and of the
/// whole are not pooled, however comparable.
fn is_of_one_people(pair: &PairJudgement) -> bool {
    let mut apart = pair.distances.iter().filter(|(_, distance)| *distance != Distance::Same);
    let is_same = |dimension| !matches!(dimension, Dimension::Population | Dimension::Base);
    pair.grade <= Grade::C && apart.all(|(dimension, _)| is_same(dimension))
}

/// For each claim whether it is a bound of whose study there is a precise share of the same
/// people too.
fn spoken_for(admitted: &[Admitted<'_>]) -> Vec<bool> {
    let is_bound = |place: usize| admitted[place].evidence.middle.is_none();
    let mut spoken_for = vec![false; admitted.len()];
    for places in by_study(admitted).into_values() {
        let (bounds, precise): (Vec<usize>, Vec<_>) =
            places.into_iter().partition(|&place| is_bound(place));
        for bound in bounds {
            let own = admitted[bound].claim;
            spoken_for[bound] = precise.iter().any(|&other| {
                let other = admitted[other].claim;
                other.base == own.base && other.population == own.population
            });
        }
    }
    spoken_for
}

fn judge(group: &[&Admitted<'_>], thresholds: &Thresholds) -> GroupJudgement {
    let claims: Vec<String> = group.iter().map(|one| one.evidence.claim.to_string()).collect();
    let (pooled, dissenters) = pooling::pooled(group, thresholds).unzip();
    let outside = pooled.as_ref().map(|pooled| pooling::outside(group, pooled));
    let intervals: Vec<Interval> = group.iter().map(|one| uncertainty(one)).collect();
    let named = |places: Vec<usize>| places.into_iter().map(|one| claims[one].clone()).collect();
    GroupJudgement {
        dissenters: dissenters.unwrap_or_default(),
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
    let precise = group.iter().filter(|one| one.evidence.middle.is_some());
    let ends: Vec<_> = precise.map(|one| one.ends).collect();
    if ends.len() < 3 {
        return None;
    }
    pool::critical_size(&ends, thresholds.deff, thresholds.alpha).ok().flatten()
}

#[cfg(test)]
mod tests;
