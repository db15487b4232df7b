//! When people were asked: days, months, quarters and years, as publishers print them.

mod digits;
mod error;
mod parser;
mod tokens;
mod unit;
mod wire;
mod words;

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::lang::Lang;
use crate::relation::Relation;
use crate::wire::DateOrder;
use unit::Unit;

pub use error::{PeriodError, PeriodReason};

/// Days from a first to a last one, both included, with how exactly the publisher told them.
///
/// Its text form is language-free, reads back to the same value, and is what files hold: `2013`, `2013-Q2`,
/// `2012-spring`, `2013-03`, `2013-03-12`, or two of them as `2012-10-08..2012-11-30`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    // Invariant: start <= end, both in the years 1000 to 9999, and made of calendar units of which the
    // coarsest has this precision.
    start: Date,
    end: Date,
    precision: Precision,
}

/// Finest calendar unit in which both ends of a period are known; a later one is coarser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// To the day.
    Day,
    /// To the month.
    Month,
    /// To three months: a quarter or a season.
    Quarter,
    /// To the year.
    Year,
}

impl Period {
    /// Reads a period as prose writes it in `lang`, or in its text form.
    ///
    /// Words with a latitude are read so:
    /// - early, beginning of, début: the first quarter of the year; late, end of, fin: the last;
    ///   mid, mi-: the two between. With a month (`fin mars 2011`), the whole month.
    /// - A season is the meteorological one of the northern hemisphere (spring is March to May). A winter
    ///   needs both its years (`winter 2012/13`).
    /// - `and`, `et` and `/` join only what adjoins, except after `between`, `entre`.
    ///
    /// # Errors
    /// Anything else, with the place in `text` that was not understood.
    pub fn parse(text: &str, lang: Lang) -> Result<Self, PeriodError> {
        parser::parse(text, Some(lang))
    }

    /// Reads a date of a study as the core does: in either language, as no period is one
    /// thing in English and another in French, or of digits in a declared order.
    pub fn read(text: &str, order: Option<DateOrder>) -> Option<Self> {
        let declared = order.and_then(|order| Self::parse_digits(text, order));
        let in_words =
            || [Lang::En, Lang::Fr].into_iter().find_map(|lang| Self::parse(text, lang).ok());
        declared.or_else(in_words)
    }

    /// Returns the first day.
    pub fn start(&self) -> Date {
        self.start
    }

    /// Returns the last day.
    pub fn end(&self) -> Date {
        self.end
    }

    /// Returns how exactly both ends are known.
    pub fn precision(&self) -> Precision {
        self.precision
    }

    /// Returns the days from the first one of this period to the last one of
    /// another; `None` when the other starts or ends earlier.
    pub fn through(&self, last: &Self) -> Option<Self> {
        parser::range(*self, *last, false).ok()
    }

    /// Whether this period is over before `other` starts.
    pub fn precedes(&self, other: &Self) -> bool {
        self.end < other.start
    }

    /// Whether it is sure to end after `other` is over: the calendar unit in which
    /// it ends begins only then. Days that make up whole months are often stated for
    /// the months, and count as no more exact.
    pub fn ends_after(&self, other: &Self) -> bool {
        let whole_months = self.start.day() == 1 && self.end == self.end.last_of_month();
        let known = if whole_months { Precision::Month } else { Precision::Day };
        let last = Unit::ending(self.end, self.precision.max(known)).period();
        let earliest = last.map_or(self.end, |unit| unit.start.max(self.start));
        other.end < earliest
    }

    /// Compares the days covered, whatever the precision.
    pub fn relation(&self, other: &Self) -> Relation {
        Relation::of_intervals((self.start, self.end), (other.start, other.end))
    }
}

/// Returns the whole months between the end of one period and the start of the other; 0 if they meet.
pub fn months_apart(first: &Period, second: &Period) -> u32 {
    let (before, after) =
        if first.start <= second.start { (first, second) } else { (second, first) };
    if !before.precedes(after) {
        return 0;
    }
    let months = |date: Date| i32::from(date.year()) * 12 + i32::from(date.month());
    // The gap runs from the day after `before`. A month counts when its day of the month is reached.
    let Ok(free) = before.end.tomorrow() else {
        return 0;
    };
    let started = months(after.start) - months(free);
    let unfinished = i32::from(after.start.day() < free.day());
    u32::try_from(started - unfinished).unwrap_or(0)
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let first = Unit::starting(self.start, self.precision);
        let last = Unit::ending(self.end, self.precision);
        if first == last {
            return f.pad(&first.to_string());
        }
        f.pad(&format!("{first}..{last}"))
    }
}

impl FromStr for Period {
    type Err = PeriodError;

    /// Reads the text form only, in no language.
    fn from_str(text: &str) -> Result<Self, PeriodError> {
        parser::parse(text, None)
    }
}

#[cfg(test)]
mod tests;
