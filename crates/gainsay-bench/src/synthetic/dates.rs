//! Days as dates.

use std::fmt;

/// A day, as the number of days since 1 January 2020.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub u32);

impl fmt::Display for Day {
    /// The date as ISO 8601 has it, `2021-03-01`.
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut year, mut left) = (2020, self.0);
        while left >= days_of_year(year) {
            left -= days_of_year(year);
            year += 1;
        }
        let mut month = 1;
        while left >= days_of_month(year, month) {
            left -= days_of_month(year, month);
            month += 1;
        }
        write!(to, "{year}-{month:02}-{:02}", left + 1)
    }
}

/// No table reaches 2100, which is no leap year.
fn is_leap(year: u32) -> bool {
    year.is_multiple_of(4)
}

fn days_of_year(year: u32) -> u32 {
    365 + u32::from(is_leap(year))
}

fn days_of_month(year: u32, month: u32) -> u32 {
    match month {
        2 => 28 + u32::from(is_leap(year)),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_dates() {
        let expected = [(0, "2020-01-01"), (59, "2020-02-29"), (60, "2020-03-01")];
        for (day, date) in expected.into_iter().chain([(366, "2021-01-01"), (1460, "2023-12-31")]) {
            assert_eq!(Day(day).to_string(), date);
        }
    }
}
