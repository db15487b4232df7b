//! The size from which on a group of studies of unknown size would be heterogeneous.

use super::super::{Alpha, DesignEffect, Ends};
use super::group::Group;
use super::quantile::chi2_reached;
use super::{Effect, PoolError};

/// The largest size that is told: beyond it not every whole number is a double.
const LARGEST: f64 = 9_007_199_254_740_992.0;

/// Finds the smallest `n` such that `Q` is significant if each study asked `n` people; none when
/// the middles of the reporting sets are equal.
///
/// `Q` of the log odds is proportional to the effective size, so that with `Q₁` the `Q` of one
/// respondent each (`v = 1 / (y (1 - y))`), `n = ⌈deff χ² / Q₁⌉`, where `χ²` with `k - 1` degrees
/// of freedom is exceeded with probability `alpha`.
///
/// # Errors
/// [`PoolError::TooFew`] for fewer than two studies, [`PoolError::Extreme`] for a share of 0 or 1,
/// [`PoolError::Variance`] for one too near to them.
pub fn critical_size(
    reported: &[Ends],
    deff: DesignEffect,
    alpha: Alpha,
) -> Result<Option<u64>, PoolError> {
    let effects: Vec<Effect> =
        reported.iter().map(|&ends| of_one_respondent(ends)).collect::<Result<_, _>>()?;
    let group = Group::new(effects)?;
    let size =
        (deff.value() * chi2_reached(alpha.value(), group.degrees()) / group.at(0.0).q()).ceil();
    Ok((size <= LARGEST).then_some(size as u64))
}

fn of_one_respondent(ends: Ends) -> Result<Effect, PoolError> {
    let y = f64::midpoint(ends.lo(), ends.hi());
    if y == 0.0 || y == 1.0 {
        return Err(PoolError::Extreme);
    }
    Effect::new((y / (1.0 - y)).ln(), 1.0 / (y * (1.0 - y)))
}

#[cfg(test)]
mod tests {
    use super::super::super::Effective;
    use super::super::{Estimator, pool};
    use super::*;

    fn points(shares: &[f64]) -> Vec<Ends> {
        shares.iter().map(|&share| Ends::new(share, share).unwrap()).collect()
    }

    #[test]
    fn critical_size_is_the_first_with_a_significant_q() {
        let shares = points(&[0.28, 0.18, 0.13]);
        for deff in [DesignEffect::ONE, DesignEffect::TWO, DesignEffect::FOUR] {
            let n = critical_size(&shares, deff, Alpha::FIVE_PERCENT).unwrap().unwrap();
            let p = |n: u64| {
                let size = Effective::new(n as f64 / deff.value()).unwrap();
                let effects: Vec<_> =
                    shares.iter().map(|&ends| Effect::log_odds(ends, size).unwrap()).collect();
                pool(&effects, Estimator::DerSimonianLaird).unwrap().q_p()
            };
            assert!(p(n) <= 0.05 && 0.05 < p(n - 1), "{n}");
        }
    }

    #[test]
    fn groups_without_a_critical_size() {
        let size =
            |shares: &[f64]| critical_size(&points(shares), DesignEffect::TWO, Alpha::FIVE_PERCENT);
        assert_eq!(size(&[0.3, 0.3, 0.3]), Ok(None));
        assert_eq!(size(&[0.3]), Err(PoolError::TooFew));
        assert_eq!(size(&[0.3, 0.0]), Err(PoolError::Extreme));
        assert_eq!(size(&[0.3, 1.0]), Err(PoolError::Extreme));
        assert_eq!(size(&[0.3, 1e-300]), Err(PoolError::Variance));
    }
}
