//! The design effect that a stated margin of error implies.

use super::{Alpha, DesignEffect, Interval, SampleSize, StatsError};

/// The design effect that follows from a stated margin of error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StatedMargin {
    /// The design effect at the margin as printed; it may be below 1.
    pub deff: f64,
    /// The design effects that the rounding of the margin leaves open.
    pub range: Interval,
    /// The margin of a simple random sample of that size, a difference of fractions.
    pub srs_margin: f64,
}

/// What a stated margin of error says about the design of the survey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatedReading {
    /// It is smaller than that of a simple random sample, which cannot be.
    BelowRandom,
    /// It is that of a simple random sample, which proves nothing about weighting.
    LikeRandom,
    /// It allows for the design: the implied effect can be used.
    Designed,
}

/// Computes the design effect that a stated margin of error implies for a share of one half:
/// `margin² n / (0.25 z²)`, and the same at both ends of the rounding of the margin.
///
/// `margin` and `half_rounding` are differences of fractions: `± 3 %` is 0.03 with 0.005, and
/// `± 1.6 %` is 0.016 with 0.0005. The confidence of the margin is `1 - alpha`.
///
/// # Errors
/// [`StatsError::InvalidMargin`] unless `0 <= half_rounding < margin <= 1`,
/// [`StatsError::Census`] when `n` is infinite.
pub fn design_effect(
    margin: f64,
    half_rounding: f64,
    n: SampleSize,
    alpha: Alpha,
) -> Result<StatedMargin, StatsError> {
    if !(0.0 <= half_rounding && half_rounding < margin && margin <= 1.0) {
        return Err(StatsError::InvalidMargin);
    }
    if n.value().is_infinite() {
        return Err(StatsError::Census);
    }
    let srs_margin = alpha.z() * 0.5 / n.value().sqrt();
    let implied = |margin: f64| (margin / srs_margin).powi(2);
    Ok(StatedMargin {
        deff: implied(margin),
        range: Interval {
            lo: implied(margin - half_rounding),
            hi: implied(margin + half_rounding),
        },
        srs_margin,
    })
}

impl StatedMargin {
    /// Says what the margin tells about the design.
    pub fn reading(self) -> StatedReading {
        if self.range.hi < 1.0 {
            StatedReading::BelowRandom
        } else if self.range.lo <= 1.0 {
            StatedReading::LikeRandom
        } else {
            StatedReading::Designed
        }
    }

    /// Returns the design effect to compute with: the implied one of a margin that allows for the
    /// design, else `default`.
    ///
    /// A margin below that of a random sample is an error of its publisher. It tells nothing of
    /// the design, and to take it for a random sample (a design effect of 1) would make the
    /// figures of a wrong margin firmer than those of a right one.
    pub fn assumed(self, default: DesignEffect) -> DesignEffect {
        match self.reading() {
            StatedReading::BelowRandom | StatedReading::LikeRandom => default,
            StatedReading::Designed => DesignEffect::new(self.deff).unwrap_or(default),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stated(margin: f64, half_rounding: f64, n: f64) -> Result<StatedMargin, StatsError> {
        design_effect(margin, half_rounding, SampleSize::new(n).unwrap(), Alpha::FIVE_PERCENT)
    }

    #[track_caller]
    fn check(margin: f64, half_rounding: f64, n: f64, reading: StatedReading, assumed: f64) {
        let found = stated(margin, half_rounding, n).unwrap();
        assert_eq!(found.reading(), reading);
        let default = DesignEffect::new(3.0).unwrap();
        assert!((found.assumed(default).value() - assumed).abs() < 0.01);
    }

    #[test]
    fn margins_are_read_against_a_random_sample() {
        check(0.03, 0.005, 1000.0, StatedReading::LikeRandom, 3.0);
        check(0.016, 0.0005, 10_282.0, StatedReading::Designed, 2.74);
        check(0.02, 0.005, 1000.0, StatedReading::BelowRandom, 3.0);
    }

    #[test]
    fn impossible_margins_are_refused() {
        for (margin, half) in [(0.0, 0.0), (-0.03, 0.0), (0.03, 0.03), (f64::NAN, 0.0), (1.5, 0.0)]
        {
            assert_eq!(stated(margin, half, 1000.0), Err(StatsError::InvalidMargin));
        }
        assert_eq!(stated(0.03, -0.001, 1000.0), Err(StatsError::InvalidMargin));
        assert_eq!(stated(0.03, 0.005, f64::INFINITY), Err(StatsError::Census));
    }
}
