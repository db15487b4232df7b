//! Two houses over several waves: a difference that no single wave shows.

use statrs::function::beta::checked_beta_reg;

use super::{Alpha, Interval, StatsError, two_sided_p};

/// The difference of two houses in one wave.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wave {
    /// The share of the first house less that of the second, a difference of fractions.
    pub difference: f64,
    /// The variance of the difference.
    pub variance: f64,
}

/// What the waves say together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Series {
    /// The number of waves in which the first house is above the second.
    pub above: usize,
    /// The number of waves in which it is below.
    pub below: usize,
    /// The number of waves in which both have the same share.
    pub level: usize,
    /// The two-sided probability of so one-sided a split of the waves that differ, if either
    /// direction were as likely (exact sign test).
    pub sign_p: f64,
    /// The mean difference, each wave weighted by the inverse of its variance.
    pub mean: f64,
    /// The interval of the mean difference.
    pub ci: Interval,
    /// The two-sided probability of such a mean if the houses did not differ.
    pub p: f64,
}

/// Puts together the differences of two houses over waves that are independent of each other:
/// waves that share respondents are one.
///
/// With the weights `w = 1 / variance`, the mean is `Σ w d / Σ w` with the standard error
/// `1 / √Σ w`, as if the houses differed by the same in every wave.
///
/// # Errors
/// [`StatsError::TooFew`] without a wave, [`StatsError::OutOfRange`] for a difference outside
/// `-1..=1`, [`StatsError::InvalidVariance`] unless every variance is above 0 and finite.
pub fn series(waves: &[Wave], alpha: Alpha) -> Result<Series, StatsError> {
    check(waves)?;
    let least = waves.iter().map(|wave| wave.variance).fold(f64::INFINITY, f64::min);
    // Relative to the most precise wave, no weight is above 1 and none overflows.
    let weight = |wave: &Wave| least / wave.variance;
    let total: f64 = waves.iter().map(weight).sum();
    let mean = waves.iter().map(|wave| weight(wave) * wave.difference).sum::<f64>() / total;
    let error = (least / total).sqrt();
    let reach = alpha.z() * error;
    let above = waves.iter().filter(|wave| wave.difference > 0.0).count();
    let below = waves.iter().filter(|wave| wave.difference < 0.0).count();
    Ok(Series {
        above,
        below,
        level: waves.len() - above - below,
        sign_p: sign_p(above, below),
        mean,
        ci: Interval { lo: mean - reach, hi: mean + reach },
        p: two_sided_p(mean / error),
    })
}

fn check(waves: &[Wave]) -> Result<(), StatsError> {
    if waves.is_empty() {
        return Err(StatsError::TooFew);
    }
    for wave in waves {
        if !(-1.0..=1.0).contains(&wave.difference) {
            return Err(StatsError::OutOfRange);
        }
        if !(wave.variance.is_normal() && wave.variance > 0.0) {
            return Err(StatsError::InvalidVariance);
        }
    }
    Ok(())
}

/// Doubles the probability of at most the smaller number, by the regularised incomplete beta
/// function: `P(X <= k) = I(1/2; n - k, k + 1)` for `n` fair coins.
fn sign_p(above: usize, below: usize) -> f64 {
    if above == below {
        return 1.0;
    }
    let (fewer, more) = (above.min(below), above.max(below));
    let tail = checked_beta_reg(more as f64, (fewer + 1) as f64, 0.5)
        .expect("both parameters are positive and the argument lies between 0 and 1");
    (2.0 * tail).min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waves(differences: &[f64], variance: f64) -> Vec<Wave> {
        differences.iter().map(|&difference| Wave { difference, variance }).collect()
    }

    #[track_caller]
    fn check_sign(above: usize, below: usize, expected: f64) {
        for found in [sign_p(above, below), sign_p(below, above)] {
            assert!((found - expected).abs() <= 1e-12 * expected, "{found} is not {expected}");
        }
    }

    #[test]
    fn signs_are_counted_exactly() {
        check_sign(9, 1, 22.0 / 1024.0);
        check_sign(10, 0, 2.0 / 1024.0);
        check_sign(6, 5, 1.0);
        check_sign(0, 0, 1.0);
        check_sign(1, 0, 1.0);
        check_sign(60, 0, 0.5_f64.powi(59));
    }

    #[test]
    fn many_signs_follow_the_recurrence_of_the_binomial() {
        let (n, k) = (1000_i32, 460_i32);
        let first = f64::from(2).powi(-n);
        let (mut term, mut tail) = (first, first);
        for i in 1..=k {
            term *= f64::from(n - i + 1) / f64::from(i);
            tail += term;
        }
        check_sign(460, 540, 2.0 * tail);
    }

    #[test]
    fn waves_add_up_to_what_none_shows() {
        let found = series(&waves(&[0.02; 9], 0.0002), Alpha::FIVE_PERCENT).unwrap();
        let single = series(&waves(&[0.02], 0.0002), Alpha::FIVE_PERCENT).unwrap();
        assert!(single.p > 0.05 && single.ci.lo < 0.0, "{single:?}");
        assert!((found.mean - 0.02).abs() < 1e-15 && found.ci.lo > 0.0, "{found:?}");
        // Nine waves are three times as precise as one.
        assert!((found.p - two_sided_p(3.0 * 0.02 / 0.0002_f64.sqrt())).abs() < 1e-12);
        assert_eq!((found.above, found.below, found.level), (9, 0, 0));
    }

    #[test]
    fn precise_waves_weigh_more() {
        let wave = |difference, variance| Wave { difference, variance };
        let mixed = [wave(0.03, 0.0001), wave(-0.01, 0.0003), wave(0.0, 1.0)];
        let found = series(&mixed, Alpha::FIVE_PERCENT).unwrap();
        let total = 1.0 / 0.0001 + 1.0 / 0.0003 + 1.0;
        let mean = (0.03 / 0.0001 - 0.01 / 0.0003) / total;
        assert!((found.mean - mean).abs() < 1e-15, "{} is not {mean}", found.mean);
        assert_eq!((found.above, found.below, found.level, found.sign_p), (1, 1, 1, 1.0));
    }

    #[test]
    fn waves_that_are_none_are_refused() {
        let refused = |difference, variance| {
            series(&waves(&[0.01, difference], variance), Alpha::FIVE_PERCENT).err()
        };
        assert_eq!(refused(1.5, 0.1), Some(StatsError::OutOfRange));
        assert_eq!(refused(f64::NAN, 0.1), Some(StatsError::OutOfRange));
        for variance in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(refused(0.1, variance), Some(StatsError::InvalidVariance));
        }
        assert_eq!(series(&[], Alpha::FIVE_PERCENT).err(), Some(StatsError::TooFew));
        assert!(series(&waves(&[1.0, -1.0], f64::MIN_POSITIVE), Alpha::FIVE_PERCENT).is_ok());
    }
}
