//! Dates of digits and slashes, whose order somebody has declared.

use super::{Period, unit::Unit};
use crate::wire::DateOrder;

impl Period {
    /// Reads a day as `6/28/2019` or `6/28/19` in a declared order; `None` when the
    /// text is no such day of the calendar.
    ///
    /// A year of two digits is one of 1969 to 2068 (POSIX `strptime`, `%y`).
    pub fn parse_digits(text: &str, order: DateOrder) -> Option<Self> {
        let mut parts = text.trim().split('/');
        let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() {
            return None;
        }
        let (day, month) = match order {
            DateOrder::DayMonthYear => (first, second),
            DateOrder::MonthDayYear => (second, first),
        };
        let short = |text: &str| number(text).filter(|_| text.len() <= 2);
        let day = i8::try_from(short(day)?).ok()?;
        let month = i8::try_from(short(month)?).ok()?;
        let year = match (year.len(), number(year)?) {
            (2, late @ 69..) => 1900 + late,
            (2, early) => 2000 + early,
            (4, full) if full >= 1000 => full,
            _ => return None,
        };
        Unit::Day(year, month, day).period()
    }
}

fn number(text: &str) -> Option<i16> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use DateOrder::{DayMonthYear, MonthDayYear};

    use super::*;

    #[track_caller]
    fn check(text: &str, order: DateOrder, expected: Option<&str>) {
        let found = Period::parse_digits(text, order).map(|period| period.to_string());
        assert_eq!(found.as_deref(), expected, "{text}");
    }

    #[test]
    fn the_declared_order_tells_day_from_month() {
        check("6/7/2019", MonthDayYear, Some("2019-06-07"));
        check("6/7/2019", DayMonthYear, Some("2019-07-06"));
        check("06/28/19", MonthDayYear, Some("2019-06-28"));
        check("28/6/2019", MonthDayYear, None);
    }

    #[test]
    fn a_year_of_two_digits_is_one_of_our_time() {
        check("1/1/68", MonthDayYear, Some("2068-01-01"));
        check("1/1/69", MonthDayYear, Some("1969-01-01"));
    }

    #[test]
    fn refuses_what_is_no_day() {
        for text in ["", "6/28", "6/28/219", "2/29/2019", "a/1/2019", "6/28/2019/1", "-6/2/2019"] {
            check(text, MonthDayYear, None);
        }
    }
}
