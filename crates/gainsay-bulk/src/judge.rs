//! Judges every two directly comparable rows.

use std::collections::BTreeMap;

use gainsay_claims::policy::Policy;
use gainsay_judge::{
    stats::{
        Arms, DesignEffect, Effective, Ends, Facing, Reported, Thresholds, expected_false_alarms,
    },
    thresholds,
};

use crate::{
    claims::{Claims, Packed},
    intern::NONE,
    judged::{Contradicting, Corrected, Counts, Judged, Partial},
    tests_made::Tests,
};

/// Judges a whole table: what [`finish`] makes of its only part.
pub fn judge(claims: &Claims, policy: &Policy) -> Judged {
    let partial = partial(claims, policy);
    let tests = partial.tests.clone();
    finish(partial, &tests, policy)
}

/// Judges a part of a table that has all rows of its propositions.
pub fn partial(claims: &Claims, policy: &Policy) -> Partial {
    let thresholds = thresholds(policy);
    let mut propositions: BTreeMap<&str, BTreeMap<u32, Vec<u32>>> = BTreeMap::new();
    for (row, packed) in (0..).zip(&claims.rows).filter(|(_, one)| one.proposition != NONE) {
        let name = claims.propositions.get(packed.proposition);
        propositions.entry(name).or_default().entry(packed.conditions).or_default().push(row);
    }
    let mut partial = Partial::default();
    let mut below = Vec::new();
    for groups in propositions.values() {
        let (mut pairs, mut tests) = (Vec::new(), Tests::default());
        let mut found = Vec::new();
        for rows in
            groups.iter().filter(|(conditions, _)| **conditions != NONE).map(|(_, rows)| rows)
        {
            for (place, &one) in rows.iter().enumerate() {
                for &other in &rows[..place] {
                    let Some(known) =
                        hold(claims, [one, other], rows, &thresholds, &mut pairs, &mut found)
                    else {
                        continue;
                    };
                    partial.counts.comparable += 1;
                    tests.made += u64::from(known);
                }
            }
        }
        below.extend_from_slice(&found);
        let tests = Tests::new(tests.made, found);
        correct(&mut pairs, &tests, thresholds.alpha.value());
        pairs.sort_by(|one: &Contradicting, other| {
            let names = |pair: &Contradicting| {
                (claims.name(pair.upper).to_owned(), claims.name(pair.lower).to_owned())
            };
            names(one).cmp(&names(other))
        });
        partial.counts.tested += tests.made;
        partial.pairs.extend(pairs);
    }
    let counts = partial.counts;
    partial.counts = Counts {
        rows: claims.rows.len() as u64,
        evidence: claims.evidence,
        propositions: propositions.len() as u64,
        untestable: counts.comparable - counts.tested,
        conflicts: partial.pairs.len() as u64,
        contradictions: partial.pairs.iter().filter(|pair| pair.stays).count() as u64,
        expected_false_alarms: expected_false_alarms(counts.tested as usize, thresholds.alpha),
        ..counts
    };
    partial.tests = Tests::new(counts.tested, below);
    partial
}

/// Corrects every p of a part for the tests of all parts ([`Tests::merged`]).
pub fn finish(partial: Partial, tests: &Tests, policy: &Policy) -> Judged {
    let alpha = thresholds(policy).alpha.value();
    let q = tests.step_up();
    let Partial { mut pairs, counts, .. } = partial;
    for test in pairs.iter_mut().filter_map(|pair| pair.test.as_mut()) {
        test.q = q.get(tests.place(test.p)).copied().filter(|&q| q < alpha);
    }
    Judged { pairs, counts }
}

fn correct(pairs: &mut [Contradicting], tests: &Tests, alpha: f64) {
    let (holm, bh) = (tests.step_down(), tests.step_up());
    for pair in pairs {
        if let Some(test) = &mut pair.test {
            let place = tests.place(test.p);
            (test.holm, test.bh) = (holm[place], Some(bh[place]).filter(|&bh| bh < alpha));
            pair.stays = test.holm < alpha;
        }
    }
}

fn hold(
    claims: &Claims,
    [one, other]: [u32; 2],
    rows: &[u32],
    thresholds: &Thresholds,
    pairs: &mut Vec<Contradicting>,
    found: &mut Vec<f64>,
) -> Option<bool> {
    let packed = |row: u32| claims.rows[row as usize];
    let months = rows.iter().map(|&row| packed(row).months).min()?;
    let [first, second] = [packed(one), packed(other)];
    if !is_comparable(first, second, months) {
        return None;
    }
    let floor = |one: Packed| if one.floor == 0 { thresholds.floor } else { one.floor.into() };
    let sizes = [first, second].map(|one| size(one, thresholds.deff));
    let known = sizes.iter().all(Option::is_some);
    let floors = match sizes {
        [None, None] => [floor(first).min(floor(second)); 2],
        _ => [floor(first), floor(second)],
    };
    let arms = |one: Packed, size: Option<f64>, floor: u64| {
        let size = size.unwrap_or(floor as f64 / thresholds.deff.value());
        let (ends, size) = (Ends::new(one.lo, one.hi).ok()?, Effective::new(size).ok()?);
        Some(Arms::new(Reported { ends, size }, thresholds.alpha))
    };
    let [Some(a), Some(b)] = [arms(first, sizes[0], floors[0]), arms(second, sizes[1], floors[1])]
    else {
        return Some(known);
    };
    let (upper, lower, rows) =
        if first.lo > second.hi { (a, b, [one, other]) } else { (b, a, [other, one]) };
    if upper.claim().ends.lo() <= lower.claim().ends.hi() {
        return Some(known);
    }
    let facing = Facing::new(upper.claim().ends, lower.claim().ends);
    let pair = Contradicting {
        upper: rows[0],
        lower: rows[1],
        gap: facing.gap(),
        odds: facing.odds(),
        test: None,
        stays: true,
    };
    if known && upper.is_significant_to(&lower, thresholds.alpha) {
        let p = upper.p_to(&lower);
        found.push(p);
        if upper.is_material_to(&lower, thresholds) {
            pairs.push(Contradicting {
                test: Some(Corrected { p, holm: p, bh: None, q: None }),
                ..pair
            });
        }
    }
    if !known && upper.excludes_zero_to(&lower) && upper.is_material_to(&lower, thresholds) {
        pairs.push(pair);
    }
    Some(known)
}

fn size(one: Packed, deff: DesignEffect) -> Option<f64> {
    if one.size.is_nan() {
        return None;
    }
    Some(if one.size < 0.0 { -one.size / deff.value() } else { one.size })
}

fn is_comparable(one: Packed, other: Packed, months: u32) -> bool {
    let (before, after) = if one.start <= other.start { (one, other) } else { (other, one) };
    let overlap = after.start < before.free;
    let near = overlap || (months > 0 && after.start < before.free.too_late(months));
    let same_publisher = one.publisher != NONE && one.publisher == other.publisher;
    near && one.study != other.study
        && one.collection != other.collection
        && !(same_publisher && (months == 0 || !overlap))
}
