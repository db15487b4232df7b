//! Whether any number of respondents gives a published share.

use std::ops::RangeInclusive;

use gainsay_claims::value::{Rational, ReportingSet};

use super::StatsError;

/// What whole numbers of respondents say about a published share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grim {
    /// The numbers of respondents whose share the published words allow; none if there is none.
    pub counts: Option<RangeInclusive<u64>>,
    /// Whether some share in such words could have failed: else every share passes, and passing
    /// says nothing.
    pub testable: bool,
}

/// Finds the whole numbers `c` with `n lo <= c <= n hi` for a reporting set `[lo, hi]` (the GRIM
/// test of Brown and Heathers 2017, for shares). Both ends count, so that every rule of rounding
/// passes. Only for shares of a count: a weighted share need not be one.
///
/// The test has power when the set leaves less than one respondent open, `n (hi - lo) < 1` (for
/// whole percents below 100), and does not hold 0 or 1, which a whole number always gives.
///
/// # Errors
/// [`StatsError::InvalidSize`] when `n` is 0, [`StatsError::OutOfRange`] for a set that goes
/// beyond shares, [`StatsError::TooLarge`] when the ends are too long to multiply exactly.
pub fn grim(share: &ReportingSet, n: u64) -> Result<Grim, StatsError> {
    if n == 0 {
        return Err(StatsError::InvalidSize);
    }
    let (lo, hi) = (share.lo(), share.hi());
    if *lo.numer() < 0 || hi.numer() > hi.denom() {
        return Err(StatsError::OutOfRange);
    }
    let (least, greatest) = (times(lo, n)?, times(hi, n)?);
    // Rounded up and rounded down: neither is negative, nor above n.
    let first = least.numerator.div_euclid(least.denominator)
        + i128::from(least.numerator.rem_euclid(least.denominator) != 0);
    let last = greatest.numerator.div_euclid(greatest.denominator);
    let count = |c: i128| u64::try_from(c).map_err(|_| StatsError::TooLarge);
    let counts = if first <= last { Some(count(first)?..=count(last)?) } else { None };
    let inside = *lo.numer() > 0 && hi.numer() < hi.denom();
    Ok(Grim { counts, testable: inside && is_narrow(&least, &greatest)? })
}

struct Product {
    numerator: i128,
    // Invariant: above 0.
    denominator: i128,
}

fn times(end: Rational, n: u64) -> Result<Product, StatsError> {
    let numerator = end.numer().checked_mul(i128::from(n)).ok_or(StatsError::TooLarge)?;
    Ok(Product { numerator, denominator: *end.denom() })
}

/// Says whether the two numbers are less than 1 apart.
fn is_narrow(least: &Product, greatest: &Product) -> Result<bool, StatsError> {
    let product = |a: i128, b: i128| a.checked_mul(b).ok_or(StatsError::TooLarge);
    let above = product(greatest.numerator, least.denominator)?;
    let below = product(least.numerator, greatest.denominator)?;
    Ok(above - below < product(least.denominator, greatest.denominator)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(lo: (i128, i128), hi: (i128, i128)) -> ReportingSet {
        ReportingSet::new(Rational::new(lo.0, lo.1), Rational::new(hi.0, hi.1), false, false)
            .unwrap()
    }

    #[track_caller]
    fn check(percent: i128, n: u64, counts: Option<RangeInclusive<u64>>, testable: bool) {
        let lo = (2 * percent - 1).max(0);
        let share = set((lo, 200), ((2 * percent + 1).min(200), 200));
        assert_eq!(grim(&share, n), Ok(Grim { counts, testable }));
    }

    #[test]
    fn whole_percents_are_tested_below_a_hundred_respondents() {
        check(17, 6, Some(1..=1), true);
        check(17, 5, None, true);
        check(17, 99, Some(17..=17), true);
        check(17, 100, Some(17..=17), false);
        check(50, 1000, Some(495..=505), false);
    }

    #[test]
    fn nobody_and_everybody_are_always_possible() {
        check(0, 7, Some(0..=0), false);
        check(100, 7, Some(7..=7), false);
    }

    // One of eight is 12.5 %, which may be rounded to 12 % as well as to 13 %.
    #[test]
    fn every_rule_of_rounding_passes() {
        check(12, 8, Some(1..=1), true);
        check(13, 8, Some(1..=1), true);
        check(14, 8, None, true);
    }

    #[test]
    fn what_is_no_share_of_respondents_is_refused() {
        let half = set((1, 2), (1, 2));
        assert_eq!(grim(&half, 0), Err(StatsError::InvalidSize));
        assert_eq!(grim(&set((-1, 2), (1, 2)), 10), Err(StatsError::OutOfRange));
        assert_eq!(grim(&set((1, 2), (3, 2)), 10), Err(StatsError::OutOfRange));
        let long = set((i128::MAX - 2, i128::MAX), (1, 1));
        assert_eq!(grim(&long, u64::MAX), Err(StatsError::TooLarge));
    }
}
