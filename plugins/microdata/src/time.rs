//! Numbers that stand for dates and times, as SPSS displays them.

use jiff::{
    SignedDuration,
    civil::{DateTime, date},
};

/// What the seconds of a variable count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Time {
    /// A day, from the first one of the Gregorian calendar on.
    Date,
    /// A moment, from the same day on.
    Moment,
    /// How long something took, or the time of a day.
    Duration,
}

impl Time {
    /// What a format of display says, as a file writes it: its kind stands in the third byte.
    pub(crate) fn of_format(format: i32) -> Option<Self> {
        match (format >> 16) & 0xff {
            20 | 23 | 24 | 28..=30 | 38 | 39 => Some(Self::Date),
            22 | 41 => Some(Self::Moment),
            21 | 25 | 40 => Some(Self::Duration),
            _ => None,
        }
    }

    /// A number of seconds in words, ISO 8601 where it is a date; none where no calendar holds it.
    pub(crate) fn words(self, seconds: f64) -> Option<String> {
        const FIRST: DateTime = date(1582, 10, 14).at(0, 0, 0, 0);
        let passed = SignedDuration::try_from_secs_f64(seconds.floor()).ok()?;
        let moment = || FIRST.checked_add(passed).ok();
        Some(match self {
            Self::Date => moment()?.date().to_string(),
            Self::Moment => moment()?.to_string(),
            Self::Duration => {
                let sign = if passed.is_negative() { "-" } else { "" };
                let passed = passed.unsigned_abs().as_secs();
                let [hours, minutes] = [passed / 3600, passed / 60 % 60];
                format!("{sign}{hours:02}:{minutes:02}:{:02}", passed % 60)
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_are_written_as_their_format_says() {
        let words = |kind: i32, seconds| Time::of_format(kind << 16 | 0x0b00)?.words(seconds);
        // 1970-01-01, as the documents of the format tell.
        assert_eq!(words(20, 12_219_379_200.0).as_deref(), Some("1970-01-01"));
        assert_eq!(words(23, 0.0).as_deref(), Some("1582-10-14"));
        assert_eq!(words(22, 12_219_379_261.5).as_deref(), Some("1970-01-01T00:01:01"));
        assert_eq!(words(25, 90_061.0).as_deref(), Some("25:01:01"));
        assert_eq!(words(21, -61.0).as_deref(), Some("-00:01:01"));
        // 5 is a plain number; no calendar holds the last ones.
        assert_eq!(words(5, 1.0), None);
        assert!([f64::NAN, 1e18, -1e18, f64::MAX].iter().all(|&one| words(20, one).is_none()));
    }
}
