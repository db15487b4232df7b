//! Sizes of samples, and shares together with the size they were found in.

use super::ends::check_share;
use super::{Ends, StatsError};

/// An effective sample size `m = n / deff`: the size of the simple random sample that would be
/// as precise. Infinite for a census.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Effective(
    // Invariant: not negative, not NaN.
    f64,
);

impl Effective {
    /// Everybody was counted: no sampling error.
    pub const CENSUS: Self = Self(f64::INFINITY);

    /// Makes an effective size of a number.
    ///
    /// # Errors
    /// [`StatsError::InvalidSize`] unless `m` is above 0.
    pub fn new(m: f64) -> Result<Self, StatsError> {
        if m > 0.0 { Ok(Self(m)) } else { Err(StatsError::InvalidSize) }
    }

    /// Returns the size as a number, infinite for a census.
    pub fn value(self) -> f64 {
        self.0
    }

    /// Says whether everybody was counted.
    pub fn is_census(self) -> bool {
        self.0.is_infinite()
    }
}

/// A number of respondents: those who form the base of the share in question, which may be
/// fewer than all who took part in the study. Infinite for a census.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct SampleSize(
    // Invariant: above 0.
    pub(super) f64,
);

impl SampleSize {
    /// Everybody was counted, as in a publisher's own records of its customers.
    pub const CENSUS: Self = Self(f64::INFINITY);

    /// Makes a sample size of a number.
    ///
    /// # Errors
    /// [`StatsError::InvalidSize`] unless `n` is above 0.
    pub fn new(n: f64) -> Result<Self, StatsError> {
        if n > 0.0 { Ok(Self(n)) } else { Err(StatsError::InvalidSize) }
    }

    /// Returns the size as a number, infinite for a census.
    pub fn value(self) -> f64 {
        self.0
    }

    /// Returns the effective size `n / deff` of a sample from a population without limit.
    pub fn effective(self, deff: DesignEffect) -> Effective {
        Effective(self.0 / deff.0)
    }
}

/// A design effect: how many respondents of the survey are worth one of a simple random sample.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct DesignEffect(
    // Invariant: finite, at least 1.
    f64,
);

impl DesignEffect {
    /// A simple random sample.
    pub const ONE: Self = Self(1.0);
    /// The usual effect of weighting, see [`Thresholds::deff`](super::Thresholds::deff).
    pub const TWO: Self = Self(2.0);
    /// All errors together, which about double the standard error of a simple random sample
    /// (Shirani-Mehr et al. 2018, doi 10.1080/01621459.2018.1448823).
    pub const FOUR: Self = Self(4.0);

    /// Makes a design effect of a number.
    ///
    /// # Errors
    /// [`StatsError::InvalidDesignEffect`] unless `deff` is finite and at least 1.
    pub fn new(deff: f64) -> Result<Self, StatsError> {
        if deff.is_finite() && deff >= 1.0 {
            Ok(Self(deff))
        } else {
            Err(StatsError::InvalidDesignEffect)
        }
    }

    /// Returns the design effect as a number.
    pub fn value(self) -> f64 {
        self.0
    }
}

/// One share as if it were exact, with the effective size of the sample it was found in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sample {
    // Invariant: 0 <= share <= 1.
    pub(super) share: f64,
    pub(super) size: Effective,
}

impl Sample {
    /// Makes a sample of a share (a fraction of the base) and a size.
    ///
    /// # Errors
    /// [`StatsError::NotFinite`], [`StatsError::OutOfRange`] when `share` is no share.
    pub fn new(share: f64, size: Effective) -> Result<Self, StatsError> {
        check_share(share)?;
        Ok(Self { share, size })
    }
}

/// What a text reports of a sample of known effective size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reported {
    /// The shares that the published words allow.
    pub ends: Ends,
    /// The effective size of the sample.
    pub size: Effective,
}

/// What a text reports of a sample of known size, before a design effect is assumed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Polled {
    /// The shares that the published words allow.
    pub ends: Ends,
    /// The number of respondents in the base of the share.
    pub n: SampleSize,
}

impl Polled {
    /// Returns the report with the effective size that `deff` leaves.
    pub fn at(self, deff: DesignEffect) -> Reported {
        Reported { ends: self.ends, size: self.n.effective(deff) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_positive() {
        for n in [0.0, -3.0, f64::NAN] {
            assert_eq!(Effective::new(n), Err(StatsError::InvalidSize));
            assert_eq!(SampleSize::new(n), Err(StatsError::InvalidSize));
        }
        assert_eq!(Effective::new(f64::INFINITY), Ok(Effective::CENSUS));
    }

    #[test]
    fn design_effects_never_enlarge_a_sample() {
        for deff in [0.99, f64::NAN, f64::INFINITY] {
            assert_eq!(DesignEffect::new(deff), Err(StatsError::InvalidDesignEffect));
        }
        let n = SampleSize::new(1000.0).unwrap();
        assert_eq!(n.effective(DesignEffect::TWO).value(), 500.0);
        assert!(SampleSize::CENSUS.effective(DesignEffect::FOUR).is_census());
    }
}
