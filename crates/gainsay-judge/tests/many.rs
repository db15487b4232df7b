//! Laws of statistics that take many numbers, whatever the numbers.

use gainsay_judge::stats::{
    Alpha, Answers, Digraph, Effective, Ends, Interval, Opposed, OrderVerdict, Ranking, Reported,
    Thresholds, benjamini_hochberg, benjamini_yekutieli, camps, compare, holm, order, stabbing,
    sweep, tau_b, top_k,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::SizeRange;

fn whole_percent() -> impl Strategy<Value = Ends> {
    (0..=100_u32).prop_map(|percent| {
        let end = |halves: u32| f64::from(halves.min(200)) / 200.0;
        Ends::new(end((2 * percent).saturating_sub(1)), end(2 * percent + 1)).expect("in order")
    })
}

fn any_ends() -> impl Strategy<Value = Ends> {
    let share = prop_oneof![0.0..=1.0, 0.0..0.05, 0.95..=1.0];
    (share, 0.0..0.2_f64)
        .prop_map(|(lo, width)| Ends::new(lo, f64::min(1.0, lo + width)).expect("lo is at most hi"))
}

fn claims() -> impl Strategy<Value = Vec<Reported>> {
    let size = prop_oneof![1.0..100.0, 100.0..5000.0, Just(f64::INFINITY)];
    let claim = (prop_oneof![whole_percent(), any_ends()], size)
        .prop_map(|(ends, m)| Reported { ends, size: Effective::new(m).expect("above 0") });
    vec(claim, 0..25)
}

fn intervals() -> impl Strategy<Value = Vec<Interval>> {
    // Few different ends, so that intervals touch and repeat.
    let interval = (0..20_u8, 0..8_u8)
        .prop_map(|(lo, width)| Interval { lo: f64::from(lo), hi: f64::from(lo + width) });
    vec(interval, 0..12)
}

fn arcs(nodes: usize, count: impl Into<SizeRange>) -> impl Strategy<Value = Vec<(usize, usize)>> {
    vec((0..nodes, 0..nodes), count)
}

fn order_of(items: usize) -> impl Strategy<Value = Vec<usize>> {
    Just((0..items).collect::<Vec<usize>>()).prop_shuffle()
}

fn is_acyclic(arcs: &[(usize, usize)]) -> bool {
    Digraph::new(arcs).shortest_cycle().is_none()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_sweep_finds_what_comparing_every_pair_finds(claims in claims()) {
        let thresholds = Thresholds::default();
        let mut expected = Vec::new();
        for upper in 0..claims.len() {
            for lower in 0..claims.len() {
                let above = claims[upper].ends.lo() > claims[lower].ends.hi();
                let test = compare(claims[upper], claims[lower], &thresholds);
                if above && test.significant && test.material {
                    expected.push(Opposed { upper, lower });
                }
            }
        }
        prop_assert_eq!(sweep(&claims, &thresholds), expected);
    }

    #[test]
    fn adjusting_never_makes_a_test_surer(p in vec(0.0..=1.0, 0..30)) {
        let family_wise = holm(&p).unwrap();
        let rate = benjamini_hochberg(&p).unwrap();
        let any_dependence = benjamini_yekutieli(&p).unwrap();
        for i in 0..p.len() {
            // An adjusted value is a product that is divided again: it may lose its last digit.
            prop_assert!(p[i] <= rate[i] * (1.0 + 1e-12) && rate[i] <= family_wise[i] * (1.0 + 1e-12));
            prop_assert!(rate[i] <= any_dependence[i] && any_dependence[i] <= 1.0);
            prop_assert!(family_wise[i] <= (p.len() as f64 * p[i]).min(1.0));
        }
    }

    #[test]
    fn points_stab_every_interval_and_none_is_spare(intervals in intervals()) {
        let found = stabbing(&intervals).unwrap();
        for (interval, &cluster) in intervals.iter().zip(&found.cluster) {
            let point = found.points[cluster];
            prop_assert!(interval.lo <= point && point <= interval.hi);
        }
        // Each point is the end of an interval that no other point stabs, so that as many
        // intervals are disjoint from each other: no fewer points will do.
        let disjoint = found.points.iter().filter(|&&point| {
            intervals.iter().any(|interval| {
                let stabbed = found.points.iter().filter(|&&p| interval.lo <= p && p <= interval.hi);
                interval.hi == point && stabbed.count() == 1
            })
        });
        prop_assert_eq!(disjoint.count(), found.points.len());
    }

    #[test]
    fn camps_are_the_largest_groups_with_a_common_value(intervals in intervals()) {
        let found = camps(&intervals).unwrap();
        let at = |x: f64| -> Vec<usize> {
            (0..intervals.len()).filter(|&i| intervals[i].lo <= x && x <= intervals[i].hi).collect()
        };
        let groups: Vec<Vec<usize>> = intervals.iter().map(|interval| at(interval.hi)).collect();
        let within = |one: &[usize], other: &[usize]| one.iter().all(|i| other.contains(i));
        for group in &groups {
            prop_assert!(found.iter().any(|camp| within(group, camp)), "{group:?} {found:?}");
        }
        for (i, camp) in found.iter().enumerate() {
            prop_assert!(groups.contains(camp));
            for other in &found[..i] {
                prop_assert!(!within(camp, other) && !within(other, camp));
            }
        }
    }

    #[test]
    fn an_established_order_holds_inside_whoever_chose_both(
        first in any_ends(), second in any_ends(), m in 1.0..5000.0,
        at_first in 0.0..=1.0, at_second in 0.0..=1.0, both in 0.0..=1.0,
    ) {
        let size = Effective::new(m).unwrap();
        let found = order(first, second, size, Answers::Several, Alpha::FIVE_PERCENT).unwrap();
        let inside = |ends: Ends, at: f64| ends.lo() + at * (ends.hi() - ends.lo());
        let (a, b) = (inside(first, at_first), inside(second, at_second));
        let (least, most) = (f64::max(0.0, a + b - 1.0), a.min(b));
        let joint = least + both * (most - least);
        let variance = (a + b - 2.0 * joint - (a - b) * (a - b)) / m;
        let error = f64::max(variance, 0.0).sqrt();
        if found.verdict == OrderVerdict::Established {
            // The one-sided quantile of 5 %, less a few last digits.
            prop_assert!((a - b).abs() >= 1.644_85 * error, "{a} {b} {joint} {found:?}");
            prop_assert_eq!(a > b, first.lo() > second.lo());
        }
    }

    #[test]
    fn rankings_agree_as_scores_do(first in order_of(9), second in order_of(9)) {
        let found = Ranking::compare(&first, &second).unwrap();
        let places = |order: &[usize]| -> Vec<f64> {
            (0..9).map(|item| order.iter().position(|&other| other == item).unwrap() as f64).collect()
        };
        let tau = tau_b(&places(&first), &places(&second)).unwrap();
        prop_assert!((found.tau - tau).abs() < 1e-12, "{} {tau}", found.tau);
        prop_assert_eq!(found.inversions as f64, top_k(&first, &second).unwrap().distance);
        // The number of inversions itself is in both tails.
        prop_assert!(found.p_reversal + found.p_agreement > 1.0);
    }

    #[test]
    fn a_reversed_ranking_reverses_everything(first in order_of(8), second in order_of(8)) {
        let reversed: Vec<usize> = second.iter().rev().copied().collect();
        let (one, other) =
            (Ranking::compare(&first, &second).unwrap(), Ranking::compare(&first, &reversed).unwrap());
        prop_assert_eq!(one.inversions + other.inversions, 28);
        prop_assert!((one.p_agreement - other.p_reversal).abs() < 1e-12);
    }

    #[test]
    fn top_k_is_between_the_same_and_nothing_in_common(
        first in order_of(8), second in order_of(8), k in 1..8_usize, l in 1..8_usize,
    ) {
        let (first, second) = (&first[..k], &second[..l]);
        let found = top_k(first, second).unwrap();
        // Nobody can know the order of what only the longer list has.
        let spare = k.abs_diff(l) as f64;
        let least = spare * (spare - 1.0) / 4.0;
        prop_assert!((least..=found.apart).contains(&found.distance));
        let same = first.starts_with(second) || second.starts_with(first);
        prop_assert_eq!(found.distance == least, same);
        prop_assert_eq!(found, top_k(second, first).unwrap());
    }

    #[test]
    fn components_tell_who_stands_above_each_other(arcs in arcs(7, 0..14)) {
        let mut reach = [[false; 7]; 7];
        for &(from, to) in &arcs {
            reach[from][to] = true;
        }
        for (via, from, to) in (0..7 * 7 * 7).map(|i| (i / 49, i / 7 % 7, i % 7)) {
            reach[from][to] |= reach[from][via] && reach[via][to];
        }
        let reaches = |from: usize, to: usize| reach[from][to];
        let components = Digraph::new(&arcs).components();
        let together = |a, b| components.iter().any(|c| c.contains(&a) && c.contains(&b));
        for a in 0..7 {
            for b in (0..7).filter(|&b| b != a) {
                prop_assert_eq!(together(a, b), reaches(a, b) && reaches(b, a));
            }
        }
        let circular = (0..7).any(|node| reaches(node, node));
        prop_assert_eq!(circular, !is_acyclic(&arcs));
    }

    #[test]
    fn a_shortest_cycle_is_one(arcs in arcs(6, 0..14)) {
        if let Some(cycle) = Digraph::new(&arcs).shortest_cycle() {
            for (i, &from) in cycle.iter().enumerate() {
                prop_assert!(arcs.contains(&(from, cycle[(i + 1) % cycle.len()])));
            }
            // Nothing shorter is left within its own things: no other arc joins two of them.
            let inside = arcs.iter().filter(|(from, to)| cycle.contains(from) && cycle.contains(to));
            let different: std::collections::BTreeSet<_> = inside.collect();
            prop_assert_eq!(different.len(), cycle.len());
        }
    }

    #[test]
    fn no_fewer_arcs_than_the_feedback_arcs_will_do(arcs in arcs(5, 0..9)) {
        let removed = Digraph::new(&arcs).feedback_arcs().unwrap();
        let without = |set: usize| -> Vec<(usize, usize)> {
            (0..arcs.len()).filter(|arc| set & (1 << arc) == 0).map(|arc| arcs[arc]).collect()
        };
        let least = (0..1_usize << arcs.len())
            .filter(|&set| is_acyclic(&without(set)))
            .map(usize::count_ones)
            .min();
        prop_assert!(is_acyclic(&without(removed.iter().map(|arc| 1 << arc).sum())));
        prop_assert_eq!(Some(removed.len()), least.map(|count| count as usize));
    }
}
