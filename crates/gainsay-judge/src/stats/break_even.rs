//! The size from which on two claims would differ significantly.

use super::difference::excludes_zero;
use super::{Alpha, DesignEffect, Effective, Ends, Facing, Reported, Sample, SampleSize};

/// The largest size that is tried: beyond it not every whole number is a double.
pub(super) const LARGEST: u64 = 1 << 53;

/// The least number of respondents that makes a difference significant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BreakEven {
    /// The reporting sets overlap: no sample, however large, makes them differ.
    Overlap,
    /// The sets differ, but no size of the unknown sample makes the difference significant.
    Never,
    /// The difference is significant from this many respondents on.
    At(u64),
}

/// Finds the smallest `n` such that the facing ends differ significantly if each study asked `n`
/// people, at the effective size `n / deff` (Newcombe test, see [`newcombe`](super::newcombe)).
///
/// The half-widths of the Wilson interval decrease in the size, so from there on every `n` will do.
pub fn break_even(first: Ends, second: Ends, deff: DesignEffect, alpha: Alpha) -> BreakEven {
    let facing = Facing::new(first, second);
    smallest(facing, alpha, |n| (n.effective(deff), n.effective(deff)))
}

/// Finds the smallest `n` of the study of unknown size such that the facing ends differ
/// significantly, given the effective size of the other study.
pub fn break_even_one_known(
    known: Reported,
    unknown: Ends,
    deff: DesignEffect,
    alpha: Alpha,
) -> BreakEven {
    let facing = Facing::new(known.ends, unknown);
    smallest(facing, alpha, |n| (known.size, n.effective(deff)))
}

fn smallest(
    facing: Facing,
    alpha: Alpha,
    sizes: impl Fn(SampleSize) -> (Effective, Effective),
) -> BreakEven {
    if facing.overlap {
        return BreakEven::Overlap;
    }
    let z = alpha.z();
    let differs = |n: SampleSize| {
        let (first, second) = sizes(n);
        let first = Sample { share: facing.first, size: first };
        let second = Sample { share: facing.second, size: second };
        if facing.first > facing.second {
            excludes_zero(first, second, z)
        } else {
            excludes_zero(second, first, z)
        }
    };
    if !differs(SampleSize::CENSUS) {
        return BreakEven::Never;
    }
    let (mut too_small, mut enough) = (0, 1);
    while !differs(SampleSize(enough as f64)) {
        if enough >= LARGEST {
            return BreakEven::Never;
        }
        (too_small, enough) = (enough, enough * 2);
    }
    while enough - too_small > 1 {
        let middle = too_small.midpoint(enough);
        if differs(SampleSize(middle as f64)) { enough = middle } else { too_small = middle }
    }
    BreakEven::At(enough)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(first: (f64, f64), second: (f64, f64), expected: BreakEven) {
        let ends = |(lo, hi)| Ends::new(lo, hi).unwrap();
        let find = |a, b| break_even(a, b, DesignEffect::ONE, Alpha::FIVE_PERCENT);
        assert_eq!(find(ends(first), ends(second)), expected);
        assert_eq!(find(ends(second), ends(first)), expected);
    }

    #[test]
    fn rounded_zero_and_two_percent_need_hundreds() {
        check((0.0, 0.005), (0.015, 0.025), BreakEven::At(811));
    }

    #[test]
    fn sets_that_touch_never_differ() {
        check((0.0, 0.5), (0.5, 1.0), BreakEven::Overlap);
    }

    #[test]
    fn gaps_beyond_any_sample_end() {
        check((0.3, 0.3), (0.3 + 1e-15, 0.5), BreakEven::Never);
    }

    #[test]
    fn a_small_known_sample_may_never_tell() {
        let known = |m| Reported {
            ends: Ends::new(0.275, 0.285).unwrap(),
            size: Effective::new(m).unwrap(),
        };
        let unknown = Ends::new(0.175, 0.185).unwrap();
        let find =
            |m| break_even_one_known(known(m), unknown, DesignEffect::TWO, Alpha::FIVE_PERCENT);
        assert_eq!(find(50.0), BreakEven::Never);
        assert!(matches!(find(500.0), BreakEven::At(n) if n > 100));
    }
}
