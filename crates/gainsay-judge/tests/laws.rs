//! Laws that hold for all claims, whatever their numbers.

use gainsay_judge::stats::{
    BreakEven, DesignEffect, Ends, Facing, PairTest, PairVerdict, Polled, Sample, SampleSize,
    Thresholds, break_even, compare, ladder, newcombe, newcombe_p,
};
use proptest::prelude::*;

fn share() -> impl Strategy<Value = f64> {
    prop_oneof![8 => 0.0..=1.0, 1 => Just(0.0), 1 => Just(1.0), 3 => 0.0..0.05]
}

fn ends() -> impl Strategy<Value = Ends> {
    (share(), prop_oneof![Just(0.0), 0.0..0.02, 0.0..0.5])
        .prop_map(|(lo, width)| Ends::new(lo, (lo + width).min(1.0)).expect("lo is at most hi"))
}

fn size() -> impl Strategy<Value = SampleSize> {
    prop_oneof![1.0..100.0, 100.0..5000.0, Just(f64::INFINITY)]
        .prop_map(|n| SampleSize::new(n).expect("n is positive"))
}

fn polled() -> impl Strategy<Value = Polled> {
    (ends(), size()).prop_map(|(ends, n)| Polled { ends, n })
}

fn test(first: Polled, second: Polled) -> PairTest {
    let thresholds = Thresholds::default();
    compare(first.at(thresholds.deff), second.at(thresholds.deff), &thresholds)
}

fn conflict(first: Polled, second: Polled) -> bool {
    test(first, second).verdict == PairVerdict::Conflict
}

fn close(a: f64, b: f64) -> bool {
    a.is_finite() && (a - b).abs() <= 1e-9 * b.abs()
}

/// Whether the verdict rests on a number so near its threshold that the last digit decides.
fn on_the_edge(test: &PairTest) -> bool {
    let thresholds = Thresholds::default();
    close(test.p, thresholds.alpha.value())
        || close(test.gap, thresholds.delta)
        || close(test.odds, thresholds.rho)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn swapping_the_claims_changes_nothing(a in polled(), b in polled()) {
        let (one, other) = (test(a, b), test(b, a));
        prop_assert_eq!(one.verdict, other.verdict);
        prop_assert_eq!(one.p, other.p);
        prop_assert_eq!(one.within_margin, other.within_margin);
        prop_assert_eq!(one.ci.lo, -other.ci.hi);
    }

    #[test]
    fn asking_the_opposite_changes_nothing(a in polled(), b in polled()) {
        let opposite = |claim: Polled| Polled { ends: claim.ends.complement(), ..claim };
        let (one, other) = (test(a, b), test(opposite(a), opposite(b)));
        // The complement of a tiny share is rounded to the digits of 1: compare p where it is
        // sure, and the verdict everywhere but at a threshold.
        prop_assert!((one.p - other.p).abs() <= 1e-9, "{} {}", one.p, other.p);
        prop_assert!(on_the_edge(&one) || one.verdict == other.verdict, "{one:?} {other:?}");
    }

    #[test]
    fn wider_rounding_never_makes_a_conflict(
        a in polled(), b in polled(), down in 0.0..0.1_f64, up in 0.0..0.1_f64,
    ) {
        let ends = Ends::new(f64::max(0.0, a.ends.lo() - down), f64::min(1.0, a.ends.hi() + up)).unwrap();
        let wider = Polled { ends, ..a };
        prop_assert!(!conflict(wider, b) || conflict(a, b));
        prop_assert!(test(wider, b).p >= test(a, b).p * (1.0 - 1e-9));
    }

    #[test]
    fn more_respondents_never_remove_a_conflict(a in polled(), b in polled(), times in 1.0..10.0) {
        let more = Polled { n: SampleSize::new(a.n.value() * times).unwrap(), ..a };
        prop_assert!(!conflict(a, b) || conflict(more, b));
    }

    #[test]
    fn significance_at_the_facing_ends_holds_inside(
        a in polled(), b in polled(), at_a in 0.0..=1.0, at_b in 0.0..=1.0,
    ) {
        let found = test(a, b);
        let inside = |claim: Polled, at: f64| {
            let share = claim.ends.lo() + at * (claim.ends.hi() - claim.ends.lo());
            Sample::new(share.min(claim.ends.hi()), claim.n.effective(DesignEffect::TWO)).unwrap()
        };
        let (one, other) = (inside(a, at_a), inside(b, at_b));
        let significant = newcombe_p(one, other) < Thresholds::default().alpha.value();
        prop_assert!(!found.significant || on_the_edge(&found) || significant);
    }

    #[test]
    fn significance_is_an_interval_without_zero(a in polled(), b in polled()) {
        let found = test(a, b);
        let excluded = found.ci.lo > 0.0 || found.ci.hi < 0.0;
        prop_assert!(on_the_edge(&found) || found.significant == excluded, "{found:?}");
    }

    #[test]
    fn intervals_hold_their_difference(a in polled(), b in polled()) {
        let facing = Facing::new(a.ends, b.ends);
        let sample = |share, n: SampleSize| Sample::new(share, n.effective(DesignEffect::TWO)).unwrap();
        let (one, other) = (sample(facing.first, a.n), sample(facing.second, b.n));
        let interval = newcombe(one, other, Thresholds::default().alpha);
        let difference = facing.first - facing.second;
        prop_assert!(-1.0 <= interval.lo && interval.lo <= difference);
        prop_assert!(difference <= interval.hi && interval.hi <= 1.0);
    }

    #[test]
    fn a_claim_never_conflicts_with_itself(a in polled()) {
        prop_assert_eq!(test(a, a).p, 1.0);
        prop_assert!(!conflict(a, a));
    }

    #[test]
    fn higher_rungs_never_add_a_conflict(a in polled(), b in polled()) {
        let found = ladder(a, b, &Thresholds::default()).rungs
            .map(|rung| rung.test.verdict == PairVerdict::Conflict);
        prop_assert!(found.is_sorted_by(|lower, higher| lower >= higher), "{:?}", found);
    }

    #[test]
    fn break_even_is_the_first_significant_size(a in ends(), b in ends()) {
        let thresholds = Thresholds::default();
        let significant = |n: f64| {
            let n = SampleSize::new(n).unwrap();
            let at = |ends| Polled { ends, n }.at(thresholds.deff);
            compare(at(a), at(b), &thresholds).significant
        };
        match break_even(a, b, thresholds.deff, thresholds.alpha) {
            BreakEven::At(n) => {
                prop_assert!(significant(n as f64));
                prop_assert!(n == 1 || !significant((n - 1) as f64));
            }
            BreakEven::Overlap => prop_assert!(!significant(f64::INFINITY)),
            BreakEven::Never => prop_assert!(!significant(1e12)),
        }
    }
}
