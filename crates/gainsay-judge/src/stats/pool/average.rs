//! The mean of a distribution of studies, and what a further study may find.

use super::super::{Alpha, Interval};
use super::quantile::student;

/// The mean that studies scatter about, on the scale of the pooling.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Average {
    /// The number of studies.
    pub studies: usize,
    /// The mean `μ`.
    pub mean: f64,
    /// The standard error of the mean.
    pub standard_error: f64,
    /// The variance between studies, `τ²`.
    pub tau2: f64,
}

impl Average {
    /// Computes the interval of the mean under a normal distribution, `μ ± z se`.
    pub fn wald(&self, alpha: Alpha) -> Interval {
        self.around(alpha.z() * self.standard_error)
    }

    /// Computes where the true value of a further study of the same kind is to be expected:
    /// `μ ± t √(τ² + se²)` with `k - 2` degrees of freedom (Higgins, Thompson and Spiegelhalter
    /// 2009); none for two studies.
    ///
    /// True, but of no use below five studies: with three it covers nearly all shares.
    pub fn prediction(&self, alpha: Alpha) -> Option<Interval> {
        let degrees = self.studies.checked_sub(2).filter(|&degrees| degrees > 0)?;
        Some(self.around(student(alpha, degrees as f64) * self.prediction_error()))
    }

    /// Returns the standard error of that prediction, `√(τ² + se²)`.
    pub fn prediction_error(&self) -> f64 {
        self.tau2.sqrt().hypot(self.standard_error)
    }

    pub(super) fn around(&self, half: f64) -> Interval {
        Interval { lo: self.mean - half, hi: self.mean + half }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prediction_takes_the_degrees_of_freedom_that_are_left() {
        let average = |studies| Average { studies, mean: 1.0, standard_error: 0.3, tau2: 0.16 };
        assert_eq!(average(2).prediction(Alpha::FIVE_PERCENT), None);
        // The quantile of t at 2 degrees of freedom is 4.302652729749464; √(0.16 + 0.09) is 0.5.
        let four = average(4).prediction(Alpha::FIVE_PERCENT).unwrap();
        assert!((four.lo - (1.0 - 2.151_326_364_874_732)).abs() < 1e-13, "{four:?}");
        assert!((four.hi - (1.0 + 2.151_326_364_874_732)).abs() < 1e-13, "{four:?}");
    }
}
