//! Exact numbers, made and compared in half the width wherever that holds them: 128 bits are
//! divided bit by bit.

use std::cmp::Ordering;

use num_rational::Ratio;

/// An exact number.
pub type Rational = Ratio<i128>;

/// Returns an exact number from its parts, above a `denominator` that is above 0.
pub(super) fn ratio(numerator: i128, denominator: i128) -> Rational {
    let parts = u64::try_from(numerator.unsigned_abs()).ok().zip(u64::try_from(denominator).ok());
    // Half the width costs a tenth.
    let Some((numer, denom)) = parts else { return Ratio::new(numerator, denominator) };
    let common = common_divisor(numer, denom);
    let numer = i128::from(numer / common) * numerator.signum();
    Ratio::new_raw(numer, i128::from(denom / common))
}

/// The greatest common divisor, of which the second number is above 0 (Stein 1967).
fn common_divisor(one: u64, other: u64) -> u64 {
    if one == 0 {
        return other;
    }
    let twos = (one | other).trailing_zeros();
    let (mut one, mut other) = (one >> one.trailing_zeros(), other >> other.trailing_zeros());
    while one != other {
        if one < other {
            std::mem::swap(&mut one, &mut other);
        }
        one -= other;
        one >>= one.trailing_zeros();
    }
    one << twos
}

/// Compares two exact numbers by their cross products where these fit, which is nearly
/// always and costs a tenth of the way that always leads to the end.
pub(super) fn compare(one: &Rational, other: &Rational) -> Ordering {
    if one.denom() == other.denom() {
        return one.numer().cmp(other.numer());
    }
    let parts = |number: &Rational| {
        Some((i64::try_from(*number.numer()).ok()?, i64::try_from(*number.denom()).ok()?))
    };
    let (Some((numer, denom)), Some((other_numer, other_denom))) = (parts(one), parts(other))
    else {
        return one.cmp(other);
    };
    let product = |one: i64, other: i64| i128::from(one) * i128::from(other);
    product(numer, other_denom).cmp(&product(other_numer, denom))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn exact_numbers_are_the_same_by_either_way(
            parts in [(any::<i64>(), 1..=i64::MAX), (any::<i64>(), 1..=i64::MAX)],
            small in [(-20..=20_i64, 1..=20_i64), (-20..=20_i64, 1..=20_i64)],
            shift in 0..=64_u32,
        ) {
            for parts in [parts, small] {
                let wide = |part: i64| i128::from(part) << shift >> (shift / 2);
                let numbers = parts.map(|(one, other)| {
                    let (numer, denom) = (wide(one), wide(other).max(1));
                    let (found, expected) = (ratio(numer, denom), Rational::new(numer, denom));
                    assert_eq!((found.numer(), found.denom()), (expected.numer(), expected.denom()));
                    expected
                });
                let [one, other] = &numbers;
                prop_assert_eq!(compare(one, other), one.cmp(other));
            }
        }
    }
}
