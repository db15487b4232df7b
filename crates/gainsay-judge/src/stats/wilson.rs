//! The score interval of one share, and the uncertainty set that it gives a claim.

use super::{Alpha, Effective, Ends, Interval, Sample};

/// Computes the score interval of one share (Wilson 1927).
///
/// With `z` the two-sided normal quantile, `y` the share and `m` the effective size, the ends are
/// `(m y + z²/2 ± z √(m y (1 - y) + z²/4)) / (m + z²)`; the lower end is 0 at `y = 0`, the upper
/// end is 1 at `y = 1`, and a census leaves `[y, y]`.
pub fn wilson(sample: Sample, alpha: Alpha) -> Interval {
    wilson_at(sample, alpha.z())
}

/// Computes the uncertainty set of a claim: from the lower Wilson limit of the lower end of its
/// reporting set to the upper Wilson limit of the upper end.
///
/// Both limits increase with the share, so that no value in the set reaches further. With an
/// unknown size there is nothing to add, and the set itself is returned.
pub fn uncertainty(ends: Ends, size: Option<Effective>, alpha: Alpha) -> Interval {
    let Some(size) = size else {
        return Interval { lo: ends.lo(), hi: ends.hi() };
    };
    let lo = wilson(Sample { share: ends.lo(), size }, alpha).lo;
    let hi = wilson(Sample { share: ends.hi(), size }, alpha).hi;
    Interval { lo, hi }
}

pub(super) fn wilson_at(sample: Sample, z: f64) -> Interval {
    Interval { lo: lower_limit(sample, z), hi: upper_limit(sample, z) }
}

/// Computes the lower end alone: a gap needs one end of each share, and there are many gaps.
#[inline]
pub(super) fn lower_limit(sample: Sample, z: f64) -> f64 {
    // The share lies in its interval: this also puts the ends on 0 at 0 and on 1 at 1.
    parts(sample, z).map_or(sample.share, |Parts { centre, half, scale }| {
        ((centre - half) / scale).clamp(0.0, sample.share)
    })
}

/// Computes the upper end alone.
#[inline]
pub(super) fn upper_limit(sample: Sample, z: f64) -> f64 {
    parts(sample, z).map_or(sample.share, |Parts { centre, half, scale }| {
        ((centre + half) / scale).clamp(sample.share, 1.0)
    })
}

struct Parts {
    centre: f64,
    half: f64,
    scale: f64,
}

/// The parts of the formula, multiplied by m / (m + z²), so that a tiny m does not overflow; none
/// for a census.
#[inline]
fn parts(sample: Sample, z: f64) -> Option<Parts> {
    let (y, m) = (sample.share, sample.size.value());
    if sample.size.is_census() {
        return None;
    }
    let centre = m * y + z * z / 2.0;
    let half = z * (m * y * (1.0 - y) + z * z / 4.0).sqrt();
    Some(Parts { centre, half, scale: m + z * z })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_refusal_leaves_almost_everything_open() {
        let sample = Sample::new(0.0, Effective::new(1.0).unwrap()).unwrap();
        let Interval { lo, hi } = wilson(sample, Alpha::FIVE_PERCENT);
        assert_eq!(lo, 0.0);
        // z² / (1 + z²) with z² = 3.8414588.
        assert!((hi - 0.793_450_7).abs() < 1e-7);
    }

    #[test]
    fn extreme_sizes_stay_within_the_shares() {
        for m in [f64::MIN_POSITIVE, 1e-200, 1e-3, 1e18, 1e300, f64::MAX] {
            for y in [0.0, f64::MIN_POSITIVE, 0.5, 1.0 - f64::EPSILON, 1.0] {
                let sample = Sample::new(y, Effective::new(m).unwrap()).unwrap();
                let Interval { lo, hi } = wilson(sample, Alpha::FIVE_PERCENT);
                assert!(0.0 <= lo && lo <= y && y <= hi && hi <= 1.0, "{m} {y} {lo} {hi}");
            }
        }
    }

    #[test]
    fn uncertainty_adds_sampling_to_rounding() {
        let ends = Ends::new(0.275, 0.285).unwrap();
        let unknown = uncertainty(ends, None, Alpha::FIVE_PERCENT);
        assert_eq!(unknown, Interval { lo: 0.275, hi: 0.285 });
        assert_eq!(uncertainty(ends, Some(Effective::CENSUS), Alpha::FIVE_PERCENT), unknown);
        let known = uncertainty(ends, Effective::new(300.0).ok(), Alpha::FIVE_PERCENT);
        assert!(known.lo < 0.23 && 0.33 < known.hi, "{known:?}");
    }
}
