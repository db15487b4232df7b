//! The verdict on two claims about one proposition, both of known size.

use super::difference::newcombe_at;
use super::{Facing, Interval, Reported, Sample, Thresholds, newcombe, newcombe_p, odds_ratio};

/// What is added in favour of a difference when it is held against a threshold, so that
/// 55 % - 50 % is five points in binary arithmetic too.
const SLACK: f64 = 1e-12;

/// What two claims say about each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PairVerdict {
    /// The shares are shown to be the same within the margin that matters.
    Agree,
    /// The gap is too small to matter.
    Compatible,
    /// The gap looks large, but the samples are too small to tell.
    Inconclusive,
    /// The claims cannot both describe the same people.
    Conflict,
}

impl PairVerdict {
    /// The name under which a verdict travels.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Compatible => "compatible",
            Self::Inconclusive => "inconclusive",
            Self::Conflict => "conflict",
        }
    }
}

/// The comparison of two claims, with all that the verdict rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PairTest {
    /// The ends that were compared.
    pub facing: Facing,
    /// The distance of the facing ends, a difference of fractions.
    pub gap: f64,
    /// The odds ratio of the facing ends, at least 1.
    pub odds: f64,
    /// Whether the gap or the odds ratio is large enough to matter.
    pub material: bool,
    /// The two-sided probability of such a gap between equal shares, see [`newcombe_p`].
    pub p: f64,
    /// Whether `p` is below the level of the policy; with a gap that does not matter, the
    /// difference is detectable all the same.
    pub significant: bool,
    /// The Newcombe interval of first minus second at the facing ends.
    pub ci: Interval,
    /// Whether the interval of level `1 - 2 alpha` lies inside the margin wherever in their sets
    /// the values are (two one-sided tests). Shares near 0 may be within it and yet differ by odds.
    pub within_margin: bool,
    /// Whether the whole of `ci` lies outside the margin.
    pub beyond_margin: bool,
    /// The verdict.
    pub verdict: PairVerdict,
}

/// Compares two claims from independent samples of known size.
///
/// The rules, in this order: *agree* when both shares are shown to be within `delta` of each
/// other and within the odds ratio `rho`; *conflict* when the facing ends differ significantly
/// and materially; *compatible* when they do not differ materially; else *inconclusive*.
/// Not for two shares of one sample, which depend on each other.
pub fn compare(first: Reported, second: Reported, thresholds: &Thresholds) -> PairTest {
    let facing = Facing::new(first.ends, second.ends);
    let (gap, odds) = (facing.gap(), facing.odds());
    let a = Sample { share: facing.first, size: first.size };
    let b = Sample { share: facing.second, size: second.size };
    let p = newcombe_p(a, b);
    let ci = newcombe(a, b, thresholds.alpha);
    let material = is_material(facing, thresholds);
    let significant = p < thresholds.alpha.value();
    let within_margin = is_within_margin(first, second, thresholds);
    let verdict = if within_margin && widest_odds(first, second) < thresholds.rho {
        PairVerdict::Agree
    } else if significant && material {
        PairVerdict::Conflict
    } else if !material {
        PairVerdict::Compatible
    } else {
        PairVerdict::Inconclusive
    };
    PairTest {
        facing,
        gap,
        odds,
        material,
        p,
        significant,
        ci,
        within_margin,
        beyond_margin: ci.is_beyond(thresholds.delta),
        verdict,
    }
}

/// Says whether the facing ends differ by at least `delta` or by odds of at least `rho`.
pub(super) fn is_material(facing: Facing, thresholds: &Thresholds) -> bool {
    facing.gap() >= thresholds.delta - SLACK || facing.odds() >= thresholds.rho - SLACK
}

/// Tests equivalence at both pairs of opposite ends, which covers every other pair of values: the
/// distance of a Wilson limit from its share grows by at most the growth of the share, so an
/// interval at nearer values reaches no further than the one at the ends.
fn is_within_margin(first: Reported, second: Reported, thresholds: &Thresholds) -> bool {
    let z = thresholds.alpha.one_sided_z();
    opposite_ends(first, second).into_iter().all(|(a, b)| {
        let a = Sample { share: a, size: first.size };
        let b = Sample { share: b, size: second.size };
        newcombe_at(a, b, z).is_within(thresholds.delta)
    })
}

fn widest_odds(first: Reported, second: Reported) -> f64 {
    let [(a, b), (c, d)] = opposite_ends(first, second);
    odds_ratio(a, b).max(odds_ratio(c, d))
}

fn opposite_ends(first: Reported, second: Reported) -> [(f64, f64); 2] {
    [(first.ends.lo(), second.ends.hi()), (first.ends.hi(), second.ends.lo())]
}

#[cfg(test)]
mod tests {
    use super::super::{Effective, Ends};
    use super::*;

    #[track_caller]
    fn check(first: (f64, f64, f64), second: (f64, f64, f64), verdict: PairVerdict) -> PairTest {
        let reported = |(lo, hi, m)| Reported {
            ends: Ends::new(lo, hi).unwrap(),
            size: Effective::new(m).unwrap(),
        };
        let test = compare(reported(first), reported(second), &Thresholds::default());
        assert_eq!(test.verdict, verdict, "{test:?}");
        test
    }

    #[test]
    fn five_points_are_five_points_in_binary_too() {
        // 0.55 - 0.50 is a little more than 0.05 in binary, 0.45 - 0.40 a little less.
        for (high, low) in [(0.55, 0.5), (0.45, 0.4)] {
            check((high, high, 1e5), (low, low, 1e5), PairVerdict::Conflict);
        }
        check((0.45, 0.45, 1e5), (0.4001, 0.4001, 1e5), PairVerdict::Compatible);
    }

    #[test]
    fn sets_that_touch_leave_no_gap() {
        let test = check((0.0, 0.5, 1e4), (0.5, 1.0, 1e4), PairVerdict::Compatible);
        assert_eq!((test.gap, test.p), (0.0, 1.0));
    }

    #[test]
    fn equal_censuses_agree_and_different_ones_conflict() {
        let census = f64::INFINITY;
        check((0.28, 0.28, census), (0.28, 0.28, census), PairVerdict::Agree);
        let test = check((0.28, 0.28, census), (0.18, 0.18, census), PairVerdict::Conflict);
        assert_eq!(test.p, 0.0);
    }

    #[test]
    fn small_shares_within_the_margin_still_conflict_by_odds() {
        let test = check((0.0, 0.0025, 1e6), (0.015, 0.025, 1000.0), PairVerdict::Conflict);
        assert!(test.within_margin && test.significant);
    }

    #[test]
    fn small_samples_do_not_tell() {
        check((0.495, 0.505, 50.0), (0.595, 0.605, 50.0), PairVerdict::Inconclusive);
    }
}
