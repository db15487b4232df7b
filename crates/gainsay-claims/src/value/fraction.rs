//! The values that a fraction in words leaves open.

use std::sync::LazyLock;

use num_rational::Ratio;
use num_traits::One;

use super::exact::Rational;

/// Fractions of one share, and of all but one share, that people say have
/// denominators up to this one.
const LARGEST_COMMON: i128 = 20;

/// Returns the values for which a writer would rather say `numerator` in
/// `denominator` than a neighbouring fraction, as the two ends of a closed set.
/// The caller sees to 0 <= numerator <= denominator and denominator > 0.
///
/// A fraction that people commonly say takes everything that is nearer to it
/// than to any other of them (its Voronoi cell): 1/n and 1 - 1/n for n <= 20, 2/5,
/// 3/5, 2/3. So "4 in 10", which is 2/5, reaches from 36.7 % to 45 %. A rarer 1/n or
/// 1 - 1/n takes the same between its neighbours with n - 1 and n + 1. Any other
/// p in q counts in steps of 1/q, as "7 in 10" does: half a step to either side.
/// 1 in 10 is therefore closer than 7 in 10: who says the first has 1 in 9 and 1 in 11 at
/// hand, who says the second has no word for 69 %.
pub(super) fn cell(numerator: u32, denominator: u32) -> (Rational, Rational) {
    let value = Ratio::new(i128::from(numerator), i128::from(denominator));
    let (lower, upper) = neighbours(value).unwrap_or_else(|| {
        let step = Ratio::new(1, i128::from(denominator));
        (value - step, value + step)
    });
    let half = |one: Rational, other: Rational| (one + other) / 2;
    (half(lower, value).max(Ratio::from_integer(0)), half(value, upper).min(Ratio::from_integer(1)))
}

/// Returns the next smaller and the next larger fraction that people say.
fn neighbours(value: Rational) -> Option<(Rational, Rational)> {
    let inside = value > Ratio::from_integer(0) && value < Rational::one();
    if let Ok(at) = COMMON.binary_search(&value) {
        return inside.then(|| (COMMON[at - 1], COMMON[at + 1]));
    }
    let (is_unit, n) = (*value.numer() == 1, *value.denom());
    let around = (Ratio::new(1, n + 1), Ratio::new(1, (n - 1).max(1)));
    let is_co_unit = *value.numer() == n - 1;
    match (is_unit && inside, is_co_unit && inside) {
        (true, _) => Some(around),
        (_, true) => Some((Rational::one() - around.1, Rational::one() - around.0)),
        _ => None,
    }
}

/// The fractions that people commonly say, in order, with 0 and 1.
static COMMON: LazyLock<Vec<Rational>> = LazyLock::new(|| {
    let units = (1..=LARGEST_COMMON).map(|n| Ratio::new(1, n));
    let mut fractions: Vec<Rational> =
        units.flat_map(|unit| [unit, Rational::one() - unit]).collect();
    fractions.extend([Ratio::new(2, 5), Ratio::new(3, 5), Ratio::new(2, 3)]);
    fractions.sort_unstable();
    fractions.dedup();
    fractions
});

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(fraction: (u32, u32), lo: (i128, i128), hi: (i128, i128)) {
        let expected = (Ratio::new(lo.0, lo.1), Ratio::new(hi.0, hi.1));
        assert_eq!(cell(fraction.0, fraction.1), expected, "{fraction:?}");
    }

    #[test]
    fn common_fractions_take_their_cell() {
        check((1, 2), (9, 20), (11, 20));
        check((2, 4), (9, 20), (11, 20));
        check((4, 10), (11, 30), (9, 20));
        check((1, 20), (1, 40), (39, 760));
    }

    #[test]
    fn rare_unit_fractions_lie_between_their_neighbours() {
        check((1, 50), (101, 5100), (99, 4900));
        check((49, 50), (4801, 4900), (4999, 5100));
    }

    #[test]
    fn other_fractions_count_in_steps() {
        check((7, 10), (13, 20), (3, 4));
        check((3, 10), (1, 4), (7, 20));
        check((0, 10), (0, 1), (1, 20));
        check((10, 10), (19, 20), (1, 1));
    }
}
