//! Exact numbers of which the fast ones may overflow.

use num_bigint::BigInt;
use num_rational::Ratio;
use num_traits::{CheckedMul, CheckedSub, Signed, ToPrimitive};

use super::Rational;

/// A result does not fit into the machine's integers.
#[derive(Debug)]
pub(super) struct Overflow;

/// An exact number that may overflow.
pub(super) trait Number: Clone + Ord + Signed {
    fn read(exact: &Rational) -> Result<Self, Overflow>;
    fn write(&self) -> Rational;
    /// Returns `self - factor * other`.
    fn less(&self, factor: &Self, other: &Self) -> Result<Self, Overflow>;
    /// Returns `self / divisor`, which is not 0.
    fn over(&self, divisor: &Self) -> Result<Self, Overflow>;
}

/// Machine integers have no trait in common that tells of overflow and of common divisors.
macro_rules! machine_number {
    ($integer:ty, $read:ident) => {
        impl Number for Ratio<$integer> {
            fn read(exact: &Rational) -> Result<Self, Overflow> {
                let numerator = exact.numer().$read().ok_or(Overflow)?;
                let denominator = exact.denom().$read().ok_or(Overflow)?;
                negatable(Self::new_raw(numerator, denominator), <$integer>::MIN)
            }

            fn write(&self) -> Rational {
                Rational::new_raw(BigInt::from(*self.numer()), BigInt::from(*self.denom()))
            }

            fn less(&self, factor: &Self, other: &Self) -> Result<Self, Overflow> {
                let found = if self.is_integer() && factor.is_integer() && other.is_integer() {
                    // Most entries are small whole numbers, which need no common divisor.
                    let product = factor.numer().checked_mul(other.numer()).ok_or(Overflow)?;
                    self.numer().checked_sub(&product).map(Self::from_integer)
                } else {
                    self.checked_sub(&factor.checked_mul(other).ok_or(Overflow)?)
                };
                negatable(found.ok_or(Overflow)?, <$integer>::MIN)
            }

            fn over(&self, divisor: &Self) -> Result<Self, Overflow> {
                let found = self.checked_mul(&divisor.recip()).ok_or(Overflow)?;
                negatable(found, <$integer>::MIN)
            }
        }
    };
}

/// Refuses the one integer that has no opposite.
fn negatable<T: PartialEq>(number: Ratio<T>, least: T) -> Result<Ratio<T>, Overflow> {
    if *number.numer() == least { Err(Overflow) } else { Ok(number) }
}

machine_number!(i64, to_i64);
machine_number!(i128, to_i128);

impl Number for Rational {
    fn read(exact: &Rational) -> Result<Self, Overflow> {
        Ok(exact.clone())
    }

    fn write(&self) -> Rational {
        self.clone()
    }

    fn less(&self, factor: &Self, other: &Self) -> Result<Self, Overflow> {
        Ok(self - factor * other)
    }

    fn over(&self, divisor: &Self) -> Result<Self, Overflow> {
        Ok(self / divisor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overflow_is_told_by_every_step() {
        let large = Ratio::from_integer(i64::MAX);
        assert!(large.less(&-large, &Ratio::from_integer(1)).is_err());
        let small = Ratio::new(1, i64::MAX);
        assert!(small.less(&Ratio::new(1, 2), &Ratio::from_integer(1)).is_err());
        assert!(large.over(&small).is_err());
        // The least integer has no opposite.
        assert!((-large).less(&Ratio::from_integer(1), &Ratio::from_integer(1)).is_err());
        assert_eq!((-large).over(&-large).ok(), Some(Ratio::from_integer(1)));
    }
}
