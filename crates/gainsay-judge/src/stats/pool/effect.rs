//! What one study contributes to a group, on the scale of the pooling.

use super::super::{Effective, Ends, Interval};
use super::PoolError;

/// The estimate of one study and its variance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effect {
    // Invariant: within a million of 0.
    estimate: f64,
    // Invariant: from 1e-18 to 1e12, so that no product of four weights leaves the doubles.
    variance: f64,
}

impl Effect {
    /// Makes an effect of an estimate and its variance.
    ///
    /// # Errors
    /// [`PoolError::Estimate`], [`PoolError::Variance`] for a number outside their ranges.
    pub fn new(estimate: f64, variance: f64) -> Result<Self, PoolError> {
        if !(-1e6..=1e6).contains(&estimate) {
            return Err(PoolError::Estimate);
        }
        if !(1e-18..=1e12).contains(&variance) {
            return Err(PoolError::Variance);
        }
        Ok(Self { estimate, variance })
    }

    /// Makes the log odds of a share as reported, the scale on which shares are pooled.
    ///
    /// With `y` the middle of the reporting set, `r` its width and `x = y m`: the estimate is
    /// `ln(x / (m - x))`; the variance is that of sampling, `1/x + 1/(m - x)`, and that of
    /// rounding, `(r²/12) / (y (1 - y))²`. Where `x` or `m - x` is 0, a half is added to both.
    ///
    /// # Errors
    /// [`PoolError::Census`] when neither sampling nor rounding leaves a variance;
    /// [`PoolError::Variance`] when the share is too near to 0 or 1 for its size.
    pub fn log_odds(ends: Ends, size: Effective) -> Result<Self, PoolError> {
        let (y, m) = corrected(ends, size);
        let sampling = 1.0 / (y * m) + 1.0 / ((1.0 - y) * m);
        let rounding = rounding(ends) / (y * (1.0 - y)).powi(2);
        Self::unless_census((y / (1.0 - y)).ln(), sampling + rounding, size)
    }

    /// Makes the share itself, as a fraction of the base, for comparison with
    /// [`log_odds`](Self::log_odds).
    ///
    /// The variance is `y (1 - y) / m + r²/12`, with the same correction where the share is 0 or 1.
    ///
    /// # Errors
    /// As [`log_odds`](Self::log_odds).
    pub fn proportion(ends: Ends, size: Effective) -> Result<Self, PoolError> {
        let (y, m) = corrected(ends, size);
        Self::unless_census(y, y * (1.0 - y) / m + rounding(ends), size)
    }

    /// Returns the estimate.
    pub fn estimate(self) -> f64 {
        self.estimate
    }

    /// Returns the variance of the estimate within its study.
    pub fn variance(self) -> f64 {
        self.variance
    }

    fn unless_census(estimate: f64, variance: f64, size: Effective) -> Result<Self, PoolError> {
        if size.is_census() && (variance == 0.0 || variance.is_nan()) {
            return Err(PoolError::Census);
        }
        Self::new(estimate, variance)
    }
}

/// Computes the share of given log odds, `1 / (1 + exp(-t))`.
pub fn share(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

/// Computes the interval of shares of an interval of log odds.
pub fn shares(log_odds: Interval) -> Interval {
    Interval { lo: share(log_odds.lo), hi: share(log_odds.hi) }
}

/// The middle of a reporting set and the size, with a half added to yes and no if one is 0.
fn corrected(ends: Ends, size: Effective) -> (f64, f64) {
    let (y, m) = (f64::midpoint(ends.lo(), ends.hi()), size.value());
    if y * m > 0.0 && (1.0 - y) * m > 0.0 { (y, m) } else { ((y * m + 0.5) / (m + 1.0), m + 1.0) }
}

/// The variance of a value that is equally likely everywhere in the reporting set.
fn rounding(ends: Ends) -> f64 {
    (ends.hi() - ends.lo()).powi(2) / 12.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(lo: f64, hi: f64) -> Ends {
        Ends::new(lo, hi).unwrap()
    }

    fn close(a: f64, b: f64) {
        assert!((a - b).abs() <= 1e-14 * b.abs(), "{a} is not {b}");
    }

    #[test]
    fn rounding_adds_to_the_variance_of_sampling() {
        let size = Effective::new(100.0).unwrap();
        let exact = Effect::log_odds(ends(0.2, 0.2), size).unwrap();
        close(exact.estimate(), 0.25_f64.ln());
        close(exact.variance(), 1.0 / 20.0 + 1.0 / 80.0);
        let rounded = Effect::log_odds(ends(0.195, 0.205), size).unwrap();
        close(rounded.variance(), 1.0 / 20.0 + 1.0 / 80.0 + 1e-4 / 12.0 / 0.0256);
        let share = Effect::proportion(ends(0.195, 0.205), size).unwrap();
        close(share.variance(), 0.16 / 100.0 + 1e-4 / 12.0);
    }

    #[test]
    fn a_half_is_added_only_where_nobody_or_everybody_said_yes() {
        let size = Effective::new(9.0).unwrap();
        let nobody = Effect::log_odds(ends(0.0, 0.0), size).unwrap();
        close(nobody.estimate(), (0.5_f64 / 9.5).ln());
        close(nobody.variance(), 2.0 + 1.0 / 9.5);
        let everybody = Effect::log_odds(ends(1.0, 1.0), size).unwrap();
        close(everybody.estimate(), -nobody.estimate());
        close(everybody.variance(), nobody.variance());
    }

    #[test]
    fn a_census_has_the_variance_of_its_rounding_or_none() {
        let rounded = Effect::log_odds(ends(0.495, 0.505), Effective::CENSUS).unwrap();
        close(rounded.variance(), (0.505_f64 - 0.495).powi(2) / 12.0 * 16.0);
        for share in [0.0, 0.5, 1.0] {
            for make in [Effect::log_odds, Effect::proportion] {
                let made = make(ends(share, share), Effective::CENSUS);
                assert_eq!(made, Err(PoolError::Census), "{share}");
            }
        }
    }

    #[test]
    fn numbers_that_cannot_be_weighed_are_refused() {
        for estimate in [f64::NAN, f64::INFINITY, 1e7] {
            assert_eq!(Effect::new(estimate, 1.0), Err(PoolError::Estimate));
        }
        for variance in [f64::NAN, f64::INFINITY, 0.0, -1.0, 1e13, 1e-19] {
            assert_eq!(Effect::new(0.0, variance), Err(PoolError::Variance));
        }
        let tiny = Effect::log_odds(ends(1e-300, 1e-300), Effective::new(10.0).unwrap());
        assert_eq!(tiny, Err(PoolError::Variance));
    }

    #[test]
    fn log_odds_go_back_to_shares() {
        close(share((0.28_f64 / 0.72).ln()), 0.28);
        let whole = shares(Interval { lo: f64::NEG_INFINITY, hi: f64::INFINITY });
        assert_eq!(whole, Interval { lo: 0.0, hi: 1.0 });
    }
}
