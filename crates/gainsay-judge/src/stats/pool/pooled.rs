//! The pooling of a group, and its measures of heterogeneity.

use super::super::{Alpha, Interval};
use super::group::{Group, degrees};
use super::quantile::{chi2_upper_tail, student};
use super::{Average, Effect, Estimator, PoolError};

/// What a group of studies says together, and how far it disagrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pooled {
    /// The mean and the variance between studies.
    pub average: Average,
    /// The standard error of `τ²` from its expected information; none for estimators other than
    /// restricted likelihood.
    pub tau2_error: Option<f64>,
    /// Cochran's `Q`: the squares about the mean, weighted with the variances within studies.
    pub q: f64,
    /// The variance within a typical study, `(k - 1) Σw / ((Σw)² - Σw²)` at `w = 1/v` (Higgins and
    /// Thompson 2002).
    pub typical_variance: f64,
    // Σ w (t - μ)² / (k - 1) at the estimated variance between studies.
    scatter: f64,
}

/// Pools the effects of at least two studies, all on one scale, with random effects: each study
/// weighs `w = 1 / (v + τ²)`, the mean is `Σwt / Σw`, its standard error `1 / √Σw`.
///
/// # Errors
/// [`PoolError::TooFew`] for fewer than two studies.
pub fn pool(effects: &[Effect], estimator: Estimator) -> Result<Pooled, PoolError> {
    let group = Group::new(effects.iter().copied())?;
    let (fixed, tau2) = (group.at(0.0), estimator.tau2(&group));
    let random = group.at(tau2);
    let likelihood = estimator == Estimator::RestrictedLikelihood;
    Ok(Pooled {
        average: Average {
            studies: group.studies(),
            mean: random.mean(),
            standard_error: random.standard_error(),
            tau2,
        },
        tau2_error: likelihood.then(|| 1.0 / random.information().sqrt()),
        q: fixed.q(),
        typical_variance: group.degrees() / fixed.trace(),
        scatter: random.q() / group.degrees(),
    })
}

impl Pooled {
    /// Returns the probability of a `Q` of at least this size if the studies measured one value:
    /// the upper tail of `χ²` with `k - 1` degrees of freedom.
    pub fn q_p(&self) -> f64 {
        chi2_upper_tail(self.q, degrees(self.average.studies))
    }

    /// Returns `I²`, the part of the variance of a typical study's estimate that lies between
    /// studies, `τ² / (τ² + s²)`, as a fraction.
    pub fn i2(&self) -> f64 {
        self.average.tau2 / (self.average.tau2 + self.typical_variance)
    }

    /// Returns `H² = 1 + τ² / s²`: how many times the variance of a typical study's estimate is
    /// what it would be if the studies measured one value.
    pub fn h2(&self) -> f64 {
        1.0 + self.average.tau2 / self.typical_variance
    }

    /// Returns the standard error of the mean that also carries the uncertainty of `τ²`:
    /// `√(max(1, q) / Σw)` with `q = Σ w (t - μ)² / (k - 1)` (Hartung and Knapp 2001; never below
    /// the plain one, after Röver, Knapp and Friede 2015).
    pub fn hartung_knapp_error(&self) -> f64 {
        self.average.standard_error * self.scatter.max(1.0).sqrt()
    }

    /// Computes the interval of the mean with that error and `k - 1` degrees of freedom of t.
    pub fn hartung_knapp(&self, alpha: Alpha) -> Interval {
        let t = student(alpha, degrees(self.average.studies));
        self.average.around(t * self.hartung_knapp_error())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn effects(numbers: &[(f64, f64)]) -> Vec<Effect> {
        numbers.iter().map(|&(t, v)| Effect::new(t, v).unwrap()).collect()
    }

    #[test]
    fn one_study_is_no_group() {
        let found = pool(&effects(&[(0.5, 0.1)]), Estimator::RestrictedLikelihood);
        assert_eq!(found, Err(PoolError::TooFew));
        assert_eq!(pool(&[], Estimator::PauleMandel), Err(PoolError::TooFew));
    }

    #[test]
    fn two_studies_are_their_weighted_mean() {
        let pooled = pool(&effects(&[(0.0, 1.0), (1.0, 3.0)]), Estimator::PauleMandel).unwrap();
        assert_eq!(pooled.average.mean, 0.25);
        assert_eq!(pooled.q, 0.25);
        assert_eq!(pooled.average.tau2, 0.0);
        // Twice Φ(-0.5).
        assert!((pooled.q_p() - 0.617_075_077_451_974).abs() < 1e-12);
    }

    #[test]
    fn equal_studies_have_no_heterogeneity() {
        let same = effects(&[(-0.7, 0.1), (-0.7, 0.1), (-0.7, 0.1)]);
        let pooled = pool(&same, Estimator::RestrictedLikelihood).unwrap();
        assert_eq!((pooled.average.tau2, pooled.q, pooled.i2()), (0.0, 0.0, 0.0));
        assert_eq!((pooled.q_p(), pooled.h2()), (1.0, 1.0));
        assert_eq!(pooled.hartung_knapp_error(), pooled.average.standard_error);
    }

    #[test]
    fn the_most_unequal_weights_give_numbers() {
        let pooled =
            pool(&effects(&[(-1e6, 1e-18), (1e6, 1e12)]), Estimator::RestrictedLikelihood).unwrap();
        let alpha = Alpha::FIVE_PERCENT;
        let (hk, tau2_error) = (pooled.hartung_knapp(alpha), pooled.tau2_error.unwrap());
        for number in [hk.lo, hk.hi, pooled.i2(), pooled.h2(), pooled.q_p(), tau2_error] {
            assert!(number.is_finite(), "{pooled:?}");
        }
    }
}
