//! A printed figure and its hedge, turned into sets of values.
//!
//! How far a hedge reaches is a convention: it depends on how round the figure is,
//! and readers differ widely. Where a word states a bound, only the bound is what
//! it means; the granule beyond it is a likely reading.

use num_rational::Ratio;
use num_traits::Zero;

use super::exact::{Rational, ratio};
use super::fraction;
use super::number::Number;
use super::reading::Hedge;
use super::set::{EmptySet, Extent};

/// A figure before its hedge is applied; a range has two ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Figure {
    lo: Rational,
    hi: Rational,
    /// The ends with the rounding of the figure.
    rounded: (Rational, Rational),
    /// How far a hedge reaches below and above.
    reach: (Rational, Rational),
}

/// The values that a hedged figure means, and those it is likely taken for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Meant {
    pub(super) hard: Extent,
    pub(super) soft: Extent,
}

impl Figure {
    /// Returns a share or change in percent, rounded at the last digit
    /// printed. The granule of a hedge is 10, 5 or 1 of these digits, the
    /// largest that divides the figure.
    pub(super) fn percent(number: Number) -> Self {
        let granule = percent_granule(number.mantissa);
        Self::rounded(number, granule)
    }

    /// Returns a ratio of two amounts, rounded at the last digit printed.
    pub(super) fn ratio(number: Number) -> Self {
        Self::rounded(number, 1)
    }

    /// Returns an amount rounded at the last digit printed. The granule of a
    /// hedge is the largest of 1, 5, 10, 50, 100 ... of these digits that divides the
    /// amount and is at most a fifth of it: 50 for 300, 1,000 for 6,000.
    pub(super) fn amount(number: Number) -> Self {
        Self::rounded(number, amount_granule(number.mantissa))
    }

    /// Returns a number of things: exact if all its digits are printed.
    pub(super) fn count(number: Number) -> Self {
        let figure = Self::amount(number);
        let exact = number.exponent == 0 && number.decimals == 0;
        if exact { Self { rounded: (figure.lo, figure.hi), ..figure } } else { figure }
    }

    /// Returns `numerator` in `denominator`. A hedge reaches as far as the
    /// fraction itself does, or half the granule of its percent if that is
    /// whole and reaches further.
    pub(super) fn fraction(numerator: u32, denominator: u32) -> Self {
        let value = Ratio::new(i128::from(numerator), i128::from(denominator));
        let percent = value * 100;
        let granule = match percent.is_integer() {
            true => Ratio::new(percent_granule(percent.to_integer()), 200),
            false => Ratio::zero(),
        };
        let (lo, hi) = fraction::cell(numerator, denominator);
        Self {
            lo: value,
            hi: value,
            rounded: (lo, hi),
            reach: ((value - lo).max(granule), (hi - value).max(granule)),
        }
    }

    /// Returns the range from this figure to another one, if it does not run
    /// backwards.
    pub(super) fn up_to(self, other: Self) -> Option<Self> {
        (self.lo <= other.hi).then_some(Self {
            lo: self.lo,
            hi: other.hi,
            rounded: (self.rounded.0, other.rounded.1),
            reach: (self.reach.0, other.reach.1),
        })
    }

    /// Returns the figure itself, the upper end of a range.
    pub(super) fn top(&self) -> Rational {
        self.hi
    }

    pub(super) fn is_range(&self) -> bool {
        self.lo != self.hi
    }

    /// Returns what the figure means behind a hedge. Values below zero can
    /// appear; the caller clips to what the quantity allows.
    pub(super) fn hedged(&self, hedge: Hedge) -> Result<Meant, EmptySet> {
        let Self { lo, hi, rounded, reach: (below, above) } = *self;
        let zero = Rational::zero();
        let same = |set: Extent| Meant { hard: set, soft: set };
        Ok(match hedge {
            Hedge::None => same(Extent::new(rounded.0, Some(rounded.1), false, false)?),
            Hedge::About => same(Extent::new(lo - below, Some(hi + above), false, false)?),
            Hedge::Nearly => same(Extent::new(lo - below, Some(hi), false, true)?),
            Hedge::JustOver => same(Extent::new(lo, Some(hi + above), true, false)?),
            Hedge::MoreThan | Hedge::AtLeast => {
                let open = hedge == Hedge::MoreThan;
                Meant {
                    hard: Extent::new(lo, None, open, true)?,
                    soft: Extent::new(lo, Some(hi + above + above), open, false)?,
                }
            }
            Hedge::LessThan | Hedge::AtMost => {
                let open = hedge == Hedge::LessThan;
                Meant {
                    hard: Extent::new(zero, Some(hi), false, open)?,
                    soft: Extent::new(lo - below - below, Some(hi), false, open)?,
                }
            }
        })
    }

    fn rounded(number: Number, granule: i128) -> Self {
        let Number { mantissa, exponent, .. } = number;
        // Exponents stay within -17..=18: at most 15 decimals, two places for a percent, and
        // the largest scale word. So no product here leaves 128 bits.
        let power = 10_i128.pow(exponent.unsigned_abs());
        let (place, parts) = if exponent < 0 { (1, power) } else { (power, 1) };
        let value = ratio(mantissa * place, parts);
        let half_places = |count: i128| ratio(count * place, 2 * parts);
        let rounded = (half_places(2 * mantissa - 1), half_places(2 * mantissa + 1));
        let reach = half_places(granule);
        Self { lo: value, hi: value, rounded, reach: (reach, reach) }
    }
}

/// The largest power of ten of which a granule is one or five.
const LARGEST_GRANULE: i128 = 1_000_000_000_000_000;

fn percent_granule(digits: i128) -> i128 {
    [10, 5].into_iter().find(|granule| digits % granule == 0).unwrap_or(1)
}

fn amount_granule(digits: i128) -> i128 {
    let mut largest = 1;
    let mut power = 1;
    while power <= LARGEST_GRANULE && power * 5 <= digits {
        for granule in [power, 5 * power] {
            if digits % granule == 0 && granule * 5 <= digits {
                largest = granule;
            }
        }
        power *= 10;
    }
    largest
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn granules_follow_roundness() {
        let amounts = [
            (3, 1),
            (250, 50),
            (300, 50),
            (500, 100),
            (1000, 100),
            (6000, 1000),
            (58068, 1),
            (0, 1),
        ];
        for (digits, granule) in amounts {
            assert_eq!(amount_granule(digits), granule, "{digits}");
        }
        for (digits, granule) in [(60, 10), (45, 5), (68, 1), (0, 10)] {
            assert_eq!(percent_granule(digits), granule, "{digits}");
        }
    }

    /// The largest granule by its definition.
    fn amount_granule_of_all(digits: i128) -> i128 {
        let powers = (0..=15).map(|power| 10_i128.pow(power));
        let granules = powers.flat_map(|power| [power, 5 * power]);
        granules.filter(|one| digits % one == 0 && one * 5 <= digits).max().unwrap_or(1)
    }

    proptest! {
        #[test]
        fn rounding_is_half_the_last_place(
            mantissa in 0..10_i128.pow(15),
            zeros in 0..16_u32,
            exponent in -17..=18_i32,
        ) {
            let mantissa = mantissa / 10_i128.pow(zeros) * 10_i128.pow(zeros);
            prop_assert_eq!(amount_granule(mantissa), amount_granule_of_all(mantissa));
            let number = Number { mantissa, exponent, decimals: 0 };
            let found = Figure::percent(number);
            let place = match Ratio::from_integer(10_i128.pow(exponent.unsigned_abs())) {
                power if exponent < 0 => power.recip(),
                power => power,
            };
            let value = Ratio::from_integer(mantissa) * place;
            let reach = place * percent_granule(mantissa) / 2;
            let parts = |one: Rational| (*one.numer(), *one.denom());
            prop_assert_eq!([found.lo, found.hi].map(parts), [value; 2].map(parts));
            let rounded = (value - place / 2, value + place / 2);
            prop_assert_eq!(found.rounded, rounded);
            prop_assert_eq!(parts(found.rounded.0), parts(rounded.0));
            prop_assert_eq!(parts(found.rounded.1), parts(rounded.1));
            prop_assert_eq!([found.reach.0, found.reach.1].map(parts), [reach; 2].map(parts));
        }
    }

    #[test]
    fn a_range_does_not_run_backwards() {
        let (small, large) = (Number::whole(600), Number::whole(700));
        assert!(Figure::count(small).up_to(Figure::count(large)).is_some());
        assert!(Figure::count(large).up_to(Figure::count(small)).is_none());
    }
}
