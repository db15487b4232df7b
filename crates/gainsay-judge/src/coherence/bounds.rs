//! The exact interval that a claim leaves open.

use num_bigint::BigInt;
use num_rational::{BigRational, Ratio};
use num_traits::{One, ToPrimitive, Zero};

use super::CoherenceError;

/// An exact number without limit of size.
pub type Rational = BigRational;

/// Parts of 1 to which computed ends are rounded: a hundredth of a point.
const PARTS: f64 = 1e4;

/// A closed interval of shares, fractions of the base.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounds {
    // Invariant: 0 <= lo <= hi <= 1.
    lo: Rational,
    hi: Rational,
}

impl Bounds {
    /// Returns the interval between two ends, both included.
    ///
    /// # Errors
    /// [`CoherenceError::InvalidBounds`] unless `0 <= lo <= hi <= 1`.
    pub fn new(lo: Rational, hi: Rational) -> Result<Self, CoherenceError> {
        if Rational::zero() <= lo && lo <= hi && hi <= Rational::one() {
            Ok(Self { lo, hi })
        } else {
            Err(CoherenceError::InvalidBounds)
        }
    }

    /// Returns the interval between the exact ends of a reporting set. Whether an end is open is
    /// not kept: statements that only touch are coherent.
    ///
    /// # Errors
    /// [`CoherenceError::InvalidBounds`] unless `0 <= lo <= hi <= 1`.
    pub fn exact(lo: Ratio<i128>, hi: Ratio<i128>) -> Result<Self, CoherenceError> {
        let big = |end: Ratio<i128>| {
            let (numerator, denominator) = end.into_raw();
            Rational::new(BigInt::from(numerator), BigInt::from(denominator))
        };
        Self::new(big(lo), big(hi))
    }

    /// Returns the interval between two computed ends, rounded outwards to a hundredth of a
    /// point: the last digits of a computation never make a contradiction, and exact arithmetic on
    /// short numbers is fast.
    ///
    /// # Errors
    /// [`CoherenceError::InvalidBounds`] unless `0 <= lo <= hi <= 1`.
    pub fn around(lo: f64, hi: f64) -> Result<Self, CoherenceError> {
        if !(0.0 <= lo && lo <= hi && hi <= 1.0) {
            return Err(CoherenceError::InvalidBounds);
        }
        let parts = |end: f64| Rational::new((end as i64).into(), (PARTS as i64).into());
        Self::new(parts((lo * PARTS).floor()), parts((hi * PARTS).ceil()))
    }

    /// Returns the lower end, a fraction of the base.
    #[must_use]
    pub fn lo(&self) -> &Rational {
        &self.lo
    }

    /// Returns the upper end, a fraction of the base.
    #[must_use]
    pub fn hi(&self) -> &Rational {
        &self.hi
    }

    /// Returns both ends as floating-point numbers.
    #[must_use]
    pub fn to_f64(&self) -> (f64, f64) {
        (to_f64(&self.lo), to_f64(&self.hi))
    }
}

/// Returns the nearest floating-point number; all that is converted here is finite.
pub(super) fn to_f64(exact: &Rational) -> f64 {
    exact.to_f64().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(numerator: i64, denominator: i64) -> Rational {
        Rational::new(numerator.into(), denominator.into())
    }

    #[test]
    fn ends_are_ordered_shares() {
        assert!(Bounds::new(of(1, 3), of(1, 3)).is_ok());
        for (lo, hi) in [(of(1, 2), of(1, 3)), (of(-1, 9), of(1, 3)), (of(1, 2), of(10, 9))] {
            assert_eq!(Bounds::new(lo, hi), Err(CoherenceError::InvalidBounds));
        }
    }

    #[test]
    fn computed_ends_are_rounded_outwards() {
        let around = Bounds::around(0.12345, 0.12345).unwrap();
        assert_eq!(around, Bounds::new(of(1234, 10_000), of(1235, 10_000)).unwrap());
        assert_eq!(Bounds::around(f64::NAN, 0.5), Err(CoherenceError::InvalidBounds));
    }
}
