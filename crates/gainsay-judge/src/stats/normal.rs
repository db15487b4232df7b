//! The normal distribution: significance levels, quantiles and tails.

use std::f64::consts::SQRT_2;

use statrs::function::erf::erfc_inv;

use super::StatsError;

/// A two-sided significance level, for instance 0.05 for 95 % intervals.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Alpha(
    // Invariant: 0 < alpha <= 0.5, so that the one-sided quantile is never negative.
    f64,
);

/// The `z` with `2 Φ(-z) = alpha` of a level ([`Alpha::quantile`]).
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Quantile(pub(super) f64);

impl Alpha {
    /// The customary level, 0.05.
    pub const FIVE_PERCENT: Self = Self(0.05);

    /// Makes a level of a probability.
    ///
    /// # Errors
    /// [`StatsError::InvalidAlpha`] unless `0 < alpha <= 0.5`.
    pub fn new(alpha: f64) -> Result<Self, StatsError> {
        if alpha > 0.0 && alpha <= 0.5 { Ok(Self(alpha)) } else { Err(StatsError::InvalidAlpha) }
    }

    /// Returns the level as a probability.
    pub fn value(self) -> f64 {
        self.0
    }

    /// Returns the two-sided quantile of the level, for those who need it many times.
    pub fn quantile(self) -> Quantile {
        Quantile(self.z())
    }

    /// Returns the two-sided quantile `z` with `2 Φ(-z) = alpha`.
    pub(super) fn z(self) -> f64 {
        two_sided_quantile(self.0)
    }

    /// Returns the one-sided quantile `z` with `Φ(-z) = alpha`: two one-sided tests at `alpha`
    /// are one interval of level `1 - 2 alpha`.
    pub(super) fn one_sided_z(self) -> f64 {
        two_sided_quantile(2.0 * self.0)
    }
}

/// Returns the probability that a standard normal value is at least as far from 0 as `z`:
/// `2 Φ(-|z|) = erfc(|z| / √2)`.
pub fn two_sided_p(z: f64) -> f64 {
    libm::erfc(z.abs() / SQRT_2)
}

fn two_sided_quantile(p: f64) -> f64 {
    SQRT_2 * erfc_inv(p)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(alpha: f64, z: f64) {
        let computed = Alpha::new(alpha).unwrap().z();
        assert!((computed - z).abs() <= 1e-15 * z, "{computed} is not {z}");
    }

    // Quantiles of the standard normal distribution in double precision.
    #[test]
    fn quantiles_are_exact_to_the_last_digits() {
        check(0.05, 1.959_963_984_540_054_2);
        check(0.10, 1.644_853_626_951_472_7);
        check(0.01, 2.575_829_303_548_901);
        check(0.5, 0.674_489_750_196_081_7);
    }

    #[test]
    fn one_sided_level_is_the_two_sided_level_doubled() {
        assert_eq!(Alpha::FIVE_PERCENT.one_sided_z(), Alpha::new(0.1).unwrap().z());
        assert!(Alpha::new(0.5).unwrap().one_sided_z().abs() < 1e-15);
    }

    #[test]
    fn levels_outside_the_range_are_refused() {
        for alpha in [0.0, -0.1, 0.51, f64::NAN, f64::INFINITY] {
            assert_eq!(Alpha::new(alpha), Err(StatsError::InvalidAlpha));
        }
    }

    #[test]
    fn tiny_levels_stay_finite() {
        let z = Alpha::new(f64::MIN_POSITIVE).unwrap().z();
        assert!((37.0..38.0).contains(&z), "{z}");
    }
}
