//! Where days stand on a chart.

use gainsay_claims::{Lang, period::Period};
use jiff::civil::Date;

use crate::Speaker;

/// A piece of time, and where its ends are drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Calendar {
    first: Date,
    days: f64,
    from: f64,
    to: f64,
}

impl Calendar {
    /// The days from a first to a last one.
    pub(super) fn new(first: Date, last: Date, from: f64, to: f64) -> Self {
        Self { first, days: days(first, last).max(1.0), from, to }
    }

    /// Where a number of days after the first one stands.
    pub(super) fn at(&self, days: f64) -> f64 {
        self.from + (days / self.days).clamp(0.0, 1.0) * (self.to - self.from)
    }

    /// Where the middle of a period stands.
    pub(super) fn middle(&self, period: &Period) -> f64 {
        self.at(middle(self.first, period))
    }

    /// Beginnings of years or months, with their names, at most nine of them.
    pub(super) fn ticks(&self, speaker: Speaker<'_>) -> Vec<(f64, String)> {
        const MOST: f64 = 9.0;
        let months = [1_i32, 2, 3, 6, 12, 24, 60, 120, 240];
        let step = months.into_iter().find(|step| self.days / (30.44 * f64::from(*step)) <= MOST);
        let step = step.unwrap_or(1200);
        let begin = i32::from(self.first.year()) * 12 + i32::from(self.first.month()) - 1;
        let mut ticks = Vec::new();
        let mut month = begin.div_euclid(step) * step;
        while let Some(date) = first_of(month) {
            let offset = days(self.first, date);
            if offset > self.days {
                break;
            }
            if offset >= 0.0 {
                ticks.push((self.at(offset), name(speaker, date, step)));
            }
            month += step;
        }
        ticks
    }
}

/// The middle of a period, in days after a first one.
pub(super) fn middle(first: Date, period: &Period) -> f64 {
    f64::midpoint(days(first, period.start()), days(first, period.end()))
}

/// How many days lie between two.
fn days(first: Date, last: Date) -> f64 {
    f64::from((last - first).get_days())
}

/// The first day of a month, counted from the year 0.
fn first_of(month: i32) -> Option<Date> {
    let number = i8::try_from(month.rem_euclid(12) + 1).ok()?;
    let year = i16::try_from(month.div_euclid(12)).ok()?;
    Date::new(year, number, 1).ok()
}

fn name(speaker: Speaker<'_>, date: Date, step: i32) -> String {
    if step % 12 == 0 {
        return date.year().to_string();
    }
    let text = format!("{:04}-{:02}", date.year(), date.month());
    Period::parse(&text, Lang::En).map_or(text, |period| speaker.period(&period))
}

#[cfg(test)]
mod tests {
    use gainsay_claims::EvidenceBase;
    use jiff::civil::date;

    use super::*;

    #[track_caller]
    fn check(first: Date, last: Date, lang: Lang, names: &[&str]) {
        let base = EvidenceBase::default();
        let calendar = Calendar::new(first, last, 0.0, 100.0);
        let ticks = calendar.ticks(Speaker::new(&base, lang));
        let found: Vec<&str> = ticks.iter().map(|(_, name)| name.as_str()).collect();
        assert_eq!(found, names);
        assert!(ticks.is_sorted_by(|one, next| one.0 < next.0), "{ticks:?}");
    }

    #[test]
    fn long_times_have_years_and_short_ones_months() {
        let years = ["2010", "2012", "2014", "2016", "2018", "2020", "2022", "2024", "2026"];
        check(date(2010, 1, 1), date(2026, 8, 1), Lang::En, &years);
        check(date(2021, 11, 15), date(2022, 1, 20), Lang::Fr, &["décembre 2021", "janvier 2022"]);
        check(date(2021, 12, 5), date(2021, 12, 6), Lang::En, &[]);
        check(
            date(9990, 1, 1),
            date(9999, 12, 31),
            Lang::En,
            &["9990", "9992", "9994", "9996", "9998"],
        );
    }

    #[test]
    fn days_stand_between_the_ends() {
        let calendar = Calendar::new(date(2020, 1, 1), date(2020, 1, 11), 100.0, 300.0);
        let period = Period::parse("2020-01-05..2020-01-07", Lang::En).expect("a period");
        assert_eq!(calendar.middle(&period), 200.0);
        assert_eq!([calendar.at(-1.0), calendar.at(11.0)], [100.0, 300.0]);
    }
}
