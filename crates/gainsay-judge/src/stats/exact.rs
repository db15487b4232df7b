//! Intervals of one share from the beta distribution, for small samples.

use statrs::function::beta::checked_beta_reg;

use super::{Alpha, Interval, Sample, StatsError};

/// The largest effective size for which the incomplete beta function was verified.
const LARGEST: f64 = 1e6;

/// Computes the interval that never covers too rarely (Clopper and Pearson 1934).
///
/// With `x = y m` and `B⁻¹` the beta quantile: `[B⁻¹(α/2; x, m - x + 1), B⁻¹(1 - α/2; x + 1, m - x)]`,
/// 0 at `x = 0` and 1 at `x = m`; a census leaves `[y, y]`.
///
/// # Errors
/// [`StatsError::TooLarge`] for an effective size above a million.
pub fn clopper_pearson(sample: Sample, alpha: Alpha) -> Result<Interval, StatsError> {
    beta_interval(sample, alpha, [(0.0, 1.0), (1.0, 0.0)])
}

/// Computes the equal-tailed interval of the posterior under Jeffreys' prior.
///
/// With `x = y m`: the `α/2` and `1 - α/2` quantiles of the beta distribution with parameters
/// `x + 1/2` and `m - x + 1/2`, 0 at `x = 0` and 1 at `x = m`; a census leaves `[y, y]`.
///
/// # Errors
/// [`StatsError::TooLarge`] for an effective size above a million.
pub fn jeffreys(sample: Sample, alpha: Alpha) -> Result<Interval, StatsError> {
    beta_interval(sample, alpha, [(0.5, 0.5), (0.5, 0.5)])
}

/// Takes the two quantiles of beta distributions whose parameters are `x` and `m - x` plus what
/// `added` says for the lower and for the upper end.
fn beta_interval(
    sample: Sample,
    alpha: Alpha,
    added: [(f64, f64); 2],
) -> Result<Interval, StatsError> {
    let (y, m) = (sample.share, sample.size.value());
    if sample.size.is_census() {
        return Ok(Interval { lo: y, hi: y });
    }
    if m > LARGEST {
        return Err(StatsError::TooLarge);
    }
    let (yes, no) = (y * m, (1.0 - y) * m);
    let tail = alpha.value() / 2.0;
    let [(lo_yes, lo_no), (hi_yes, hi_no)] = added;
    Ok(Interval {
        lo: if yes == 0.0 { 0.0 } else { beta_quantile(tail, yes + lo_yes, no + lo_no) },
        hi: if no == 0.0 { 1.0 } else { 1.0 - beta_quantile(tail, no + hi_no, yes + hi_yes) },
    })
}

/// Finds the lower `p` quantile by bisection, which ends whatever the parameters are.
fn beta_quantile(p: f64, a: f64, b: f64) -> f64 {
    let (mut lo, mut hi) = (0.0, 1.0);
    for _ in 0..200 {
        let middle = f64::midpoint(lo, hi);
        if middle <= lo || hi <= middle {
            break;
        }
        let below = checked_beta_reg(a, b, middle)
            .expect("both parameters are positive and the argument lies between 0 and 1");
        if below < p { lo = middle } else { hi = middle }
    }
    f64::midpoint(lo, hi)
}

#[cfg(test)]
mod tests {
    use super::super::{Effective, wilson};
    use super::*;

    fn sample(y: f64, m: f64) -> Sample {
        Sample::new(y, Effective::new(m).unwrap()).unwrap()
    }

    #[test]
    fn large_samples_agree_with_the_score_interval() {
        for y in [0.001, 0.1, 0.5, 0.9] {
            let large = sample(y, LARGEST);
            let score = wilson(large, Alpha::FIVE_PERCENT);
            for exact in [clopper_pearson, jeffreys] {
                let Interval { lo, hi } = exact(large, Alpha::FIVE_PERCENT).unwrap();
                assert!((lo - score.lo).abs() < 2e-6, "{y}: {lo} {}", score.lo);
                assert!((hi - score.hi).abs() < 2e-6, "{y}: {hi} {}", score.hi);
            }
        }
    }

    #[test]
    fn larger_samples_are_refused_and_a_census_is_a_point() {
        let too_large = clopper_pearson(sample(0.5, 1_000_001.0), Alpha::FIVE_PERCENT);
        assert_eq!(too_large, Err(StatsError::TooLarge));
        let census = jeffreys(sample(0.5, f64::INFINITY), Alpha::FIVE_PERCENT);
        assert_eq!(census, Ok(Interval { lo: 0.5, hi: 0.5 }));
    }

    #[test]
    fn the_smallest_numbers_end_and_stay_shares() {
        for m in [f64::MIN_POSITIVE, 0.1, 1.0] {
            for y in [0.0, 5e-324, 1.0 - f64::EPSILON / 2.0, 1.0] {
                let Interval { lo, hi } =
                    clopper_pearson(sample(y, m), Alpha::FIVE_PERCENT).unwrap();
                assert!(0.0 <= lo && lo <= hi && hi <= 1.0, "{y} {m}: {lo} {hi}");
            }
        }
    }
}
