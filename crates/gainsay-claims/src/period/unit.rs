//! The calendar units of which periods are made.

use std::fmt;

use jiff::civil::Date;

use super::{Period, Precision};

/// Years that are written with four digits.
pub(super) const YEARS: std::ops::RangeInclusive<i16> = 1000..=9999;

/// One calendar unit. It may not exist (30 February), which [`Unit::period`] tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Day(i16, i8, i8),
    Month(i16, i8),
    Quarter(i16, i8),
    /// Named by the year in which it begins.
    Season(i16, Season),
    Year(i16),
}

/// Meteorological season of the northern hemisphere: three whole months, winter from December.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Unit {
    /// Returns the days of this unit, or none if the calendar has no such unit.
    pub(super) fn period(self) -> Option<Period> {
        match self {
            Self::Day(year, month, day) => {
                let date = Date::new(year, month, day).ok()?;
                Some(Period { start: date, end: date, precision: Precision::Day })
            }
            Self::Month(year, month) => months(year, month, 1, Precision::Month),
            Self::Quarter(year, quarter) => {
                let first = quarter.checked_mul(3)?.checked_sub(2)?;
                months(year, first, 3, Precision::Quarter)
            }
            Self::Season(year, season) => months(year, season.first_month(), 3, Precision::Quarter),
            Self::Year(year) => months(year, 1, 12, Precision::Year),
        }
    }

    /// Returns the coarsest unit, up to `precision`, that starts on `date`.
    pub(super) fn starting(date: Date, precision: Precision) -> Self {
        Self::coarsest(date, precision, |period| period.start == date)
    }

    /// Returns the coarsest unit, up to `precision`, that ends on `date`.
    pub(super) fn ending(date: Date, precision: Precision) -> Self {
        Self::coarsest(date, precision, |period| period.end == date)
    }

    fn coarsest(date: Date, precision: Precision, fits: impl Fn(&Period) -> bool) -> Self {
        let (year, month) = (date.year(), date.month());
        let (season_year, season) = Season::around(year, month);
        let candidates = [
            Self::Year(year),
            Self::Quarter(year, (month + 2) / 3),
            Self::Season(season_year, season),
            Self::Month(year, month),
        ];
        let known_to = |unit: &Self, known: Precision| match unit {
            // Between a year and a month a season only puzzles; it is needed where it is the coarsest.
            Self::Season(..) => known == precision,
            _ => known <= precision,
        };
        candidates
            .into_iter()
            .find(|unit| {
                unit.period()
                    .is_some_and(|period| known_to(unit, period.precision) && fits(&period))
            })
            .unwrap_or(Self::Day(year, month, date.day()))
    }
}

impl Season {
    pub(super) const ALL: [Self; 4] = [Self::Spring, Self::Summer, Self::Autumn, Self::Winter];

    /// Returns the word of the text form.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Spring => "spring",
            Self::Summer => "summer",
            Self::Autumn => "autumn",
            Self::Winter => "winter",
        }
    }

    fn first_month(self) -> i8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }

    /// Returns the season of a month, with the year in which that season begins.
    fn around(year: i16, month: i8) -> (i16, Self) {
        match month {
            3..=5 => (year, Self::Spring),
            6..=8 => (year, Self::Summer),
            9..=11 => (year, Self::Autumn),
            12 => (year, Self::Winter),
            _ => (year - 1, Self::Winter),
        }
    }
}

/// Returns `count` (1 to 12) whole months from the first day of `month`, or none if there is no such month.
pub(super) fn months(year: i16, month: i8, count: i8, precision: Precision) -> Option<Period> {
    let start = Date::new(year, month, 1).ok()?;
    // Date::new has ensured that the month is at most 12, so the sum is at most 23.
    let last = month + count - 1;
    let (end_year, end_month) = if last > 12 { (year + 1, last - 12) } else { (year, last) };
    let end = Date::new(end_year, end_month, 1).ok()?.last_of_month();
    Some(Period { start, end, precision })
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(year, month, day) => write!(f, "{year:04}-{month:02}-{day:02}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            Self::Season(year, season) => write!(f, "{year:04}-{}", season.word()),
            Self::Year(year) => write!(f, "{year:04}"),
        }
    }
}
