//! The flat judge against the plainest one: every pair by `compare`, every p by `holm` and
//! `benjamini_hochberg`.

use std::{collections::BTreeMap, num::NonZero};

use gainsay_bulk::{Claims, Corrected, Counts, Entry, Judged, Tests, finish, judge, partial_on};
use gainsay_claims::{
    period::{Period, months_apart},
    policy::Policy,
};
use gainsay_judge::{
    stats::{
        BreakEven, DesignEffect, Effective, Ends, Figure, PairVerdict, Reported, SampleSize,
        Thresholds, UnknownSizeVerdict, benjamini_hochberg, compare, holm, size_needed,
        unknown_size_verdict,
    },
    thresholds,
};
use jiff::civil::{Date, date};
use proptest::{collection::vec, prelude::*};

/// A row, in the plainest form.
#[derive(Clone, Debug)]
struct Plain {
    study: u8,
    collection: Option<u8>,
    publisher: Option<u8>,
    proposition: u8,
    conditions: Option<u8>,
    months: Option<u32>,
    evidence: bool,
    share: (f64, f64),
    n: Option<u64>,
    n_effective: Option<f64>,
    floor: Option<u64>,
    days: Option<(i32, i32)>,
}

fn day(number: i32) -> Date {
    date(2010, 1, 1).checked_add(jiff::Span::new().days(number)).expect("near")
}

impl Plain {
    fn period(&self) -> Option<Period> {
        let (start, length) = self.days?;
        Some(format!("{}..{}", day(start), day(start + length)).parse().expect("in order"))
    }

    fn effective(&self) -> Option<f64> {
        let deff = Policy::default().design_effect;
        self.n_effective.or(self.n.map(|n| n as f64 / deff))
    }

    fn collection(&self) -> u8 {
        self.collection.unwrap_or(self.study)
    }

    fn ends(&self) -> Ends {
        Ends::new(self.share.0, self.share.1).expect("they are in order")
    }

    fn push(&self, name: &str, claims: &mut Claims) {
        let text = |number: u8| format!("{number}");
        let (study, proposition) = (text(self.study), format!("p{}", self.proposition));
        let conditions = self.conditions.map(text);
        let (publisher, collection) = (self.publisher.map(text), self.collection.map(text));
        let entry = Entry {
            conditions: conditions.as_deref(),
            publisher: publisher.as_deref(),
            collection: collection.as_deref(),
            months: self.months,
            evidence: self.evidence,
            n: self.n,
            n_effective: self.n_effective,
            floor: self.floor,
            from: self.days.map(|(start, _)| day(start)),
            to: self.days.map(|(start, length)| day(start + length)),
            ..Entry::new(name, &study, &proposition, self.share)
        };
        claims.push(&entry).expect("the row is good");
    }
}

/// Names are not in the order of rows.
fn name(row: usize) -> String {
    format!("c{:04}", (row * 7919) % 10_007)
}

fn claims(rows: &[Plain], order: impl Iterator<Item = usize>) -> Claims {
    let mut claims = Claims::default();
    order.for_each(|row| rows[row].push(&name(row), &mut claims));
    claims
}

/// A pair as names and numbers, so that it can be compared whatever the order of rows.
type Found = (String, String, String, [f64; 2], Option<(f64, f64, Option<f64>, Option<f64>)>, bool);

fn told(judged: &Judged, claims: &Claims) -> Vec<Found> {
    let pairs = judged.pairs.iter().map(|pair| {
        let names = [pair.upper, pair.lower].map(|row| claims.name(row).to_owned());
        let [upper, lower] = names;
        let test = pair.test.map(|Corrected { p, holm, bh, q }| (p, holm, bh, q));
        let proposition = claims.proposition(pair.upper).to_owned();
        (proposition, upper, lower, [pair.gap, pair.odds], test, pair.stays)
    });
    pairs.collect()
}

fn are_comparable(one: &Plain, other: &Plain, months: u32) -> bool {
    let (Some(first), Some(second)) = (one.period(), other.period()) else { return false };
    let overlap = !first.precedes(&second) && !second.precedes(&first);
    let near = if months == 0 { overlap } else { months_apart(&first, &second) <= months };
    let waves =
        one.publisher.is_some() && one.publisher == other.publisher && (months == 0 || !overlap);
    near && one.study != other.study && one.collection() != other.collection() && !waves
}

/// What the pair says: a p if it was tested, and whether it is a conflict.
fn outcome(one: &Plain, other: &Plain, usual: &Thresholds) -> (Option<f64>, bool) {
    let reported = |row: &Plain| {
        Some(Reported { ends: row.ends(), size: Effective::new(row.effective()?).ok()? })
    };
    if let (Some(first), Some(second)) = (reported(one), reported(other)) {
        let test = compare(first, second, usual);
        return (Some(test.p), test.verdict == PairVerdict::Conflict);
    }
    // A known size is told as a sample without design effect.
    let figure = |row: &Plain| Figure {
        ends: row.ends(),
        n: row.effective().and_then(|size| SampleSize::new(size).ok()),
        deff: DesignEffect::ONE,
    };
    let floor = |row: &Plain| row.floor.unwrap_or(usual.floor);
    let floor = match (one.effective(), other.effective()) {
        (None, None) => floor(one).min(floor(other)),
        (None, _) => floor(one),
        _ => floor(other),
    };
    let needed: BreakEven = size_needed(figure(one), figure(other), usual);
    let at_floor = Thresholds { floor, ..*usual };
    let verdict = unknown_size_verdict(one.ends(), other.ends(), needed, &at_floor);
    (None, matches!(verdict, UnknownSizeVerdict::AnyPlausible(_)))
}

/// Pairs of rows, each with its p and whether it is a conflict.
type Family = Vec<(usize, usize, Option<f64>, bool)>;

fn expected(rows: &[Plain]) -> (Vec<Found>, Counts) {
    let usual = thresholds(&Policy::default());
    let alpha = usual.alpha.value();
    let mut counts = Counts { rows: rows.len() as u64, ..Counts::default() };
    let mut families: BTreeMap<u8, Family> = BTreeMap::new();
    let mut groups: BTreeMap<(u8, u8), Vec<usize>> = BTreeMap::new();
    for (place, row) in rows.iter().enumerate().filter(|(_, row)| row.evidence) {
        counts.evidence += 1;
        families.entry(row.proposition).or_default();
        if let (Some(conditions), Some(_)) = (row.conditions, row.days) {
            groups.entry((row.proposition, conditions)).or_default().push(place);
        }
    }
    for ((proposition, _), group) in &groups {
        let months = group.iter().map(|&row| rows[row].months.unwrap_or(12)).min().unwrap_or(12);
        for (place, &one) in group.iter().enumerate() {
            for &other in &group[..place] {
                if are_comparable(&rows[one], &rows[other], months) {
                    let (p, conflict) = outcome(&rows[one], &rows[other], &usual);
                    let is_upper = rows[one].share.0 > rows[other].share.1;
                    let (upper, lower) = if is_upper { (one, other) } else { (other, one) };
                    families.entry(*proposition).or_default().push((upper, lower, p, conflict));
                }
            }
        }
    }
    counts.propositions = families.len() as u64;
    let all_p: Vec<f64> = families.values().flatten().filter_map(|pair| pair.2).collect();
    let all_q = benjamini_hochberg(&all_p).expect("these are p");
    let mut all_q = all_q.into_iter();
    let mut pairs = Vec::new();
    for (proposition, family) in &families {
        let p: Vec<f64> = family.iter().filter_map(|pair| pair.2).collect();
        let (holm, bh) = (holm(&p).expect("p"), benjamini_hochberg(&p).expect("p"));
        let mut corrected = holm.into_iter().zip(bh);
        counts.comparable += family.len() as u64;
        counts.tested += p.len() as u64;
        for &(upper, lower, p, conflict) in family {
            let test = p.map(|p| {
                let (holm, bh) = corrected.next().expect("one for each");
                let q = all_q.next().expect("one for each");
                let below = |one: f64| Some(one).filter(|one| *one < alpha);
                (p, holm, below(bh), below(q))
            });
            if conflict {
                let stays = test.is_none_or(|(_, holm, ..)| holm < alpha);
                let facing =
                    gainsay_judge::stats::Facing::new(rows[upper].ends(), rows[lower].ends());
                let names = [upper, lower].map(name);
                let [high, low] = names;
                pairs.push((
                    format!("p{proposition}"),
                    high,
                    low,
                    [facing.gap(), facing.odds()],
                    test,
                    stays,
                ));
            }
        }
    }
    pairs.sort_by(|one: &Found, other| {
        (&one.0, &one.1, &one.2).cmp(&(&other.0, &other.1, &other.2))
    });
    counts.untestable = counts.comparable - counts.tested;
    counts.conflicts = pairs.len() as u64;
    counts.contradictions = pairs.iter().filter(|pair| pair.5).count() as u64;
    counts.expected_false_alarms = counts.tested as f64 * alpha;
    (pairs, counts)
}

fn any_share() -> impl Strategy<Value = (f64, f64)> {
    let rounded = (0..=100_u32).prop_map(|percent| {
        let end = |halves: u32| f64::from(halves.min(200)) / 200.0;
        (end((2 * percent).saturating_sub(1)), end(2 * percent + 1))
    });
    // Gaps of exactly five points, and what is next to them.
    let edge = (0..4_u32, 0..3_i32).prop_map(|(steps, slip)| {
        let share = 0.3 + 0.05 * f64::from(steps) + f64::from(slip - 1) * 4e-13;
        (share, share)
    });
    let bound = prop_oneof![
        (0.0..1.0_f64).prop_map(|lo| (lo, 1.0)),
        (0.0..1.0_f64).prop_map(|hi| (0.0, hi))
    ];
    prop_oneof![6 => rounded, 2 => edge, 1 => bound]
}

fn any_row(groups: u8) -> impl Strategy<Value = Plain> {
    let size = prop_oneof![
        2 => Just((None, None)),
        4 => (20..4000_u64).prop_map(|n| (Some(n), None)),
        4 => (20.0..4000.0_f64).prop_map(|m| (None, Some(m))),
        1 => Just((None, Some(f64::INFINITY))),
    ];
    let who = (
        0..12_u8,
        prop_oneof![5 => Just(None), 1 => (0..12_u8).prop_map(Some)],
        prop_oneof![3 => (0..6_u8).prop_map(Some), 1 => Just(None)],
    );
    let what = (
        0..groups,
        prop_oneof![1 => Just(None), 5 => (0..2_u8).prop_map(Some)],
        prop_oneof![20 => Just(None), 1 => (0..24_u32).prop_map(Some)],
        prop::bool::weighted(0.95),
    );
    let floor = prop_oneof![5 => Just(None), 1 => (1..400_u64).prop_map(Some)];
    let days = prop_oneof![1 => Just(None), 12 => (0..900_i32, 0..90_i32).prop_map(Some)];
    (who, what, any_share(), size, floor, days).prop_map(|(who, what, share, size, floor, days)| {
        let (study, collection, publisher) = who;
        let (proposition, conditions, months, evidence) = what;
        let (n, n_effective) = size;
        Plain {
            study,
            collection,
            publisher,
            proposition,
            conditions,
            months,
            evidence,
            share,
            n,
            n_effective,
            floor,
            days,
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_flat_judge_says_what_comparing_every_pair_says(rows in vec(any_row(3), 0..60)) {
        let claims = claims(&rows, 0..rows.len());
        let judged = judge(&claims, &Policy::default());
        let (pairs, counts) = expected(&rows);
        prop_assert_eq!(told(&judged, &claims), pairs);
        prop_assert_eq!(judged.counts, counts);
    }

    #[test]
    fn order_of_rows_threads_and_parts_do_not_matter(rows in vec(any_row(4), 0..60)) {
        let policy = Policy::default();
        let forwards = claims(&rows, 0..rows.len());
        let backwards = claims(&rows, (0..rows.len()).rev());
        let whole = judge(&forwards, &policy);
        prop_assert_eq!(told(&whole, &forwards), told(&judge(&backwards, &policy), &backwards));
        let part = |odd: u8| {
            let of = (0..rows.len()).filter(|&row| rows[row].proposition % 2 == odd);
            let claims = claims(&rows, of);
            let partial = partial_on(&claims, &policy, NonZero::<usize>::MIN);
            (claims, partial)
        };
        let parts = [part(0), part(1)];
        let tests = parts[0].1.tests.merged(&parts[1].1.tests);
        let mut pairs = Vec::new();
        let mut counts = Counts::default();
        for (claims, partial) in parts {
            let judged = finish(partial, &tests, &policy);
            pairs.extend(told(&judged, &claims));
            counts = counts.merged(judged.counts);
        }
        pairs.sort_by(|one, other| (&one.0, &one.1, &one.2).cmp(&(&other.0, &other.1, &other.2)));
        prop_assert_eq!(pairs, told(&whole, &forwards));
        let Counts { expected_false_alarms: alarms, .. } = counts;
        prop_assert!((alarms - whole.counts.expected_false_alarms).abs() < 1e-9);
        prop_assert_eq!(counts, Counts { expected_false_alarms: alarms, ..whole.counts });
    }
}

/// Rows that the strategies above give, without their machinery.
fn drawn(count: usize, groups: u8, seed: u64) -> Vec<Plain> {
    let mut random = fastrand::Rng::with_seed(seed);
    let one = |random: &mut fastrand::Rng| {
        let percent = 30.0 + f64::from(random.u8(0..16));
        let spread = if random.u8(0..50) == 0 { 20.0 } else { 0.0 };
        let share = (percent + spread) / 100.0;
        let (n, n_effective) = match random.u8(0..10) {
            0 | 1 => (None, None),
            2..6 => (Some(random.u64(100..3000)), None),
            6 => (None, Some(f64::INFINITY)),
            _ => (None, Some(100.0 + 2000.0 * random.f64())),
        };
        Plain {
            study: random.u8(..),
            collection: (random.u8(0..10) == 0).then(|| random.u8(..)),
            publisher: (random.u8(0..4) > 0).then(|| random.u8(0..40)),
            proposition: random.u8(0..groups),
            conditions: Some(0),
            months: None,
            evidence: true,
            share: (share - 0.005, share + 0.005),
            n,
            n_effective,
            floor: (random.u8(0..6) == 0).then(|| random.u64(50..300)),
            days: Some((random.i32(0..9000), random.i32(0..60))),
        }
    };
    (0..count).map(|_| one(&mut random)).collect()
}

#[test]
fn some_of_everything_is_found() {
    let rows = drawn(400, 3, 1);
    let (pairs, counts) = expected(&rows);
    let tested = pairs.iter().filter(|pair| pair.4.is_some()).count();
    let stay = pairs.iter().filter(|pair| pair.5).count();
    assert!(tested > 100 && pairs.len() - tested > 20 && stay < pairs.len(), "{counts:?}");
    let claims = claims(&rows, 0..rows.len());
    assert_eq!(told(&judge(&claims, &Policy::default()), &claims), pairs);
}

#[test]
fn coarse_tests_of_parts_only_make_q_larger() {
    let rows = drawn(500, 5, 2);
    let claims = claims(&rows, 0..rows.len());
    let policy = Policy::default();
    let partial = partial_on(&claims, &policy, NonZero::<usize>::MIN);
    let coarse: Tests = partial.tests.coarsened(8);
    let (exact, rounded) = (judge(&claims, &policy), finish(partial, &coarse, &policy));
    let q = |judged: &Judged| -> Vec<Option<f64>> {
        judged.pairs.iter().map(|pair| pair.test.and_then(|test| test.q)).collect()
    };
    let mut compared = 0;
    for (exact, rounded) in q(&exact).into_iter().zip(q(&rounded)) {
        if let (Some(exact), Some(rounded)) = (exact, rounded) {
            assert!(exact <= rounded && rounded <= exact * (1.0 + 1.0 / 256.0) + 1e-300);
            compared += 1;
        }
    }
    assert!(compared > 100, "{compared}");
}
