//! The date of publication of a work: one date, never a range.

use gainsay_claims::period::{Period, Precision};
use serde_json::Value;

/// A year, a month or a day. The citation engine stops the program at a range, so there
/// is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PublishedOn {
    // Invariant: year 1 to 9999, month 1 to 12, day 1 to 31, no day without a month.
    year: i16,
    month: Option<u8>,
    day: Option<u8>,
}

impl PublishedOn {
    /// A date, if its parts are in a calendar's range.
    pub fn new(year: i64, month: Option<i64>, day: Option<i64>) -> Option<Self> {
        let within = |value: i64, last: i64| (1..=last).contains(&value);
        let part = |value: Option<i64>, last| match value {
            None => Some(None),
            Some(value) if within(value, last) => Some(u8::try_from(value).ok()),
            Some(_) => None,
        };
        if !within(year, 9999) || (month.is_none() && day.is_some()) {
            return None;
        }
        let (month, day) = (part(month, 12)?, part(day, 31)?);
        Some(Self { year: i16::try_from(year).ok()?, month, day })
    }

    /// What all days of a period have in common: its day, its month or its year. `None`
    /// for a period of more than one year.
    pub fn of_period(period: &Period) -> Option<Self> {
        let (start, end) = (period.start(), period.end());
        if start.year() != end.year() {
            return None;
        }
        let is_month = start.month() == end.month() && period.precision() <= Precision::Month;
        let month = is_month.then_some(i64::from(start.month()));
        let day = (start == end && is_month).then_some(i64::from(start.day()));
        Self::new(i64::from(start.year()), month, day)
    }

    /// Reads `2014`, `2014-05` or `2014-05-20`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().split('-').map(|part| part.parse::<i64>().ok());
        let year = parts.next()??;
        let (month, day) = (parts.next(), parts.next());
        if parts.next().is_some() || month == Some(None) || day == Some(None) {
            return None;
        }
        Self::new(year, month.flatten(), day.flatten())
    }

    /// The parts, coarsest first.
    pub fn parts(self) -> Vec<i16> {
        let rest = [self.month, self.day].into_iter().flatten().map(i16::from);
        std::iter::once(self.year).chain(rest).collect()
    }

    /// The value of a date variable in CSL-JSON.
    pub(crate) fn to_json(self) -> Value {
        serde_json::json!({ "date-parts": [self.parts()] })
    }
}

impl std::fmt::Display for PublishedOn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(period: &str, expected: Option<&str>) {
        let period: Period = period.parse().expect("a period");
        let date = PublishedOn::of_period(&period).map(|date| date.to_string());
        assert_eq!(date.as_deref(), expected);
    }

    #[test]
    fn a_period_gives_what_its_days_share() {
        check("2014", Some("2014"));
        check("2014-05", Some("2014-05"));
        check("2014-05-20", Some("2014-05-20"));
        check("2013-01..2013-02", Some("2013"));
        check("2013-Q2", Some("2013"));
        check("2013-05-02..2013-05-09", Some("2013-05"));
        check("2013..2014", None);
    }

    #[test]
    fn parts_outside_the_calendar_are_refused() {
        assert_eq!(PublishedOn::new(2014, Some(13), None), None);
        assert_eq!(PublishedOn::new(2014, None, Some(1)), None);
        assert_eq!(PublishedOn::new(0, None, None), None);
        assert_eq!(PublishedOn::parse("2014-5-"), None);
        assert_eq!(PublishedOn::parse("2014-05").map(PublishedOn::parts), Some(vec![2014, 5]));
    }
}
