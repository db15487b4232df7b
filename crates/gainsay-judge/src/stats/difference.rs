//! The difference of two shares: interval and significance.

use super::root::{Point, root};
use super::wilson::{lower_limit, upper_limit};
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
    touching_z(high, low).map_or(0.0, two_sided_p)
}

/// Finds the `z` at which the interval of `high - low` begins at 0, if it is below the largest.
fn touching_z(high: Sample, low: Sample) -> Option<f64> {
    let difference = high.share - low.share;
    let beyond = |z| reach(high, low, z) - difference;
    let last = Point { x: LARGEST_Z, y: beyond(LARGEST_Z) };
    if last.y <= 0.0 {
        return None;
    }
    let guess = difference / standard_error(high).hypot(standard_error(low));
    // Shares of 0 and 1 have no error of their own, and then there is no finite guess.
    let guess = if guess < LARGEST_Z { guess } else { LARGEST_Z / 2.0 };
    Some(root(last, Point { x: 0.0, y: -difference }, guess, beyond))
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
    let down = high.share - lower_limit(high, z);
    let up = upper_limit(low, z) - low.share;
    down.hypot(up)
}

fn standard_error(sample: Sample) -> f64 {
    (sample.share * (1.0 - sample.share) / sample.size.value()).sqrt()
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

    /// Halves the bracket until nothing lies between its ends.
    fn bisected_p(high: Sample, low: Sample) -> f64 {
        let (mut lo, mut hi) = (0.0, LARGEST_Z);
        for _ in 0..200 {
            let middle = f64::midpoint(lo, hi);
            if excludes_zero(high, low, middle) { lo = middle } else { hi = middle }
        }
        two_sided_p(lo)
    }

    #[test]
    fn interpolation_finds_what_bisection_finds() {
        let mut compared = 0;
        for m in [1.0, 30.0, 500.0, 1e4] {
            for other in [25.0, 1000.0, f64::INFINITY] {
                for high in 1..=20 {
                    for low in 0..high {
                        let share = |part| f64::from(part) / 20.0;
                        let (high, low) = (sample(share(high), m), sample(share(low), other));
                        let (found, expected) = (newcombe_p(high, low), bisected_p(high, low));
                        // Far out, the last digits of the limits are the tenth digit of p.
                        let close = (found - expected).abs() <= 1e-10 * expected + 1e-300;
                        assert!(close, "{found} is not {expected}: {high:?} {low:?}");
                        compared += usize::from(expected > 1e-300);
                    }
                }
            }
        }
        assert!(compared > 1000, "{compared}");
    }

    // 56 of 70 against 48 of 80: [0.0524, 0.3339] in Newcombe's own table.
    #[test]
    fn published_example_is_reproduced() {
        let Interval { lo, hi } =
            newcombe(sample(0.8, 70.0), sample(0.6, 80.0), Alpha::FIVE_PERCENT);
        assert!((lo - 0.0524).abs() < 5e-5 && (hi - 0.3339).abs() < 5e-5, "{lo} {hi}");
    }
}
