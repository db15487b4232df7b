//! The difference of two shares: interval and significance.

use super::wilson::wilson_at;
use super::{Alpha, Interval, Sample, two_sided_p};

/// Beyond this quantile the two-sided probability is 0 in double precision.
const LARGEST_Z: f64 = 64.0;

/// Computes the interval of `first - second` by Newcombe's hybrid score method
/// (Newcombe 1998, Statistics in Medicine 17:873, method 10), for independent samples.
///
/// With the Wilson limits `[l1, u1]`, `[l2, u2]` and `d = y1 - y2`:
/// `[d - √((y1 - l1)² + (u2 - y2)²), d + √((u1 - y1)² + (y2 - l2)²)]`.
pub fn newcombe(first: Sample, second: Sample, alpha: Alpha) -> Interval {
    newcombe_at(first, second, alpha.z())
}

/// Computes the two-sided probability `2 Φ(-z)` for the `z` at which an end of the Newcombe
/// interval is 0, so that `p < alpha` exactly when the interval at `alpha` excludes 0.
///
/// It is 1 for equal shares, and 0 where no `z` up to 64 will do (two different censuses).
pub fn newcombe_p(first: Sample, second: Sample) -> f64 {
    let (high, low) = if first.share >= second.share { (first, second) } else { (second, first) };
    if high.share <= low.share {
        return 1.0;
    }
    let mut hi = 1.0;
    while excludes_zero(high, low, hi) {
        if hi >= LARGEST_Z {
            return 0.0;
        }
        hi *= 2.0;
    }
    let mut lo = 0.0;
    for _ in 0..200 {
        let middle = f64::midpoint(lo, hi);
        if middle <= lo || hi <= middle {
            break;
        }
        if excludes_zero(high, low, middle) { lo = middle } else { hi = middle }
    }
    two_sided_p(f64::midpoint(lo, hi))
}

pub(super) fn newcombe_at(first: Sample, second: Sample, z: f64) -> Interval {
    let difference = first.share - second.share;
    Interval { lo: difference - reach(first, second, z), hi: difference + reach(second, first, z) }
}

/// Says whether the interval of `high - low` at `z` lies above 0.
pub(super) fn excludes_zero(high: Sample, low: Sample, z: f64) -> bool {
    high.share - low.share > reach(high, low, z)
}

/// Returns how far the interval of `high - low` reaches below the difference itself.
fn reach(high: Sample, low: Sample, z: f64) -> f64 {
    let down = high.share - wilson_at(high, z).lo;
    let up = wilson_at(low, z).hi - low.share;
    down.hypot(up)
}

#[cfg(test)]
mod tests {
    use super::super::Effective;
    use super::*;

    fn sample(y: f64, m: f64) -> Sample {
        Sample::new(y, Effective::new(m).unwrap()).unwrap()
    }

    #[test]
    fn censuses_differ_when_their_shares_do() {
        let (a, b) = (sample(0.28, f64::INFINITY), sample(0.18, f64::INFINITY));
        assert_eq!(newcombe_p(a, b), 0.0);
        assert_eq!(newcombe_p(a, a), 1.0);
        let Interval { lo, hi } = newcombe(b, a, Alpha::FIVE_PERCENT);
        assert_eq!((lo, hi), (0.18 - 0.28, 0.18 - 0.28));
    }

    #[test]
    fn a_share_above_a_census_of_nobody_cannot_be_chance() {
        assert_eq!(newcombe_p(sample(0.1, 50.0), sample(0.0, f64::INFINITY)), 0.0);
        assert!(newcombe_p(sample(0.1, 50.0), sample(0.01, f64::INFINITY)) > 0.0);
    }

    // 56 of 70 against 48 of 80: [0.0524, 0.3339] in Newcombe's own table.
    #[test]
    fn published_example_is_reproduced() {
        let Interval { lo, hi } =
            newcombe(sample(0.8, 70.0), sample(0.6, 80.0), Alpha::FIVE_PERCENT);
        assert!((lo - 0.0524).abs() < 5e-5 && (hi - 0.3339).abs() < 5e-5, "{lo} {hi}");
    }
}
