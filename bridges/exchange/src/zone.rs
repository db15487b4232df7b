//! The day of a moment on the clock of its time zone.

use jiff::{
    Timestamp,
    tz::{Offset, TimeZone, TimeZoneDatabase},
};

const DAY_IN_SECONDS: i64 = 86_400;

/// A clock that tells the day.
pub(crate) struct Clock(TimeZone);

impl Clock {
    /// The clock of a time zone, by its name in the IANA database or its distance from UTC, as Arrow
    /// (`Europe/Paris`, `+01:00`) and Java (`GMT+01:00`) write them. The rules are those that this
    /// program was built with, not those of the machine: a table means the same everywhere.
    pub(crate) fn of(name: &str) -> Option<Self> {
        let after = ["GMT", "UTC", "UT"].iter().find_map(|prefix| name.strip_prefix(prefix));
        // Here `GMT+1` is east of Greenwich; as a rule of POSIX, which is not read, it were west.
        if let Some(offset) = offset(after.unwrap_or(name)) {
            return Some(Self(offset.to_time_zone()));
        }
        if matches!(name, "Z" | "UT") {
            return Some(Self(TimeZone::UTC));
        }
        let found = TimeZoneDatabase::bundled().get(name).ok()?;
        (!found.is_unknown()).then_some(Self(found))
    }

    /// The day on this clock, since 1 January 1970, of a moment in seconds since then in UTC.
    pub(crate) fn day(&self, moment: i64) -> i64 {
        // Beyond the calendar there is no day anyway, whatever the clock.
        let ahead = Timestamp::from_second(moment)
            .map_or(0, |moment| i64::from(self.0.to_offset(moment).seconds()));
        moment.saturating_add(ahead).div_euclid(DAY_IN_SECONDS)
    }
}

/// A distance from UTC: `+01:00`, `+0100`, `+01` or `+1`.
fn offset(text: &str) -> Option<Offset> {
    let (sign, digits) = match text.strip_prefix('+') {
        Some(digits) => (1, digits),
        None => (-1, text.strip_prefix('-')?),
    };
    if !digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b':') {
        return None;
    }
    let (hours, minutes) = match digits.split_once(':') {
        Some((hours, minutes)) if minutes.len() == 2 => (hours, minutes),
        None if digits.len() <= 2 => (digits, "0"),
        None if digits.len() == 4 => digits.split_at(2),
        _ => return None,
    };
    let hours: i32 = hours.parse().ok().filter(|hours| *hours < 24)?;
    let minutes: i32 = minutes.parse().ok().filter(|minutes| *minutes < 60)?;
    Offset::from_seconds(sign * (hours * 3600 + minutes * 60)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 3600;

    fn day(zone: &str, moment: i64) -> Option<i64> {
        Clock::of(zone).map(|clock| clock.day(moment))
    }

    #[test]
    fn midnight_begins_the_day_of_its_own_clock() {
        // 1 March 2014 is day 16,130; in winter Paris is an hour ahead of UTC, New York five behind.
        let midnight = 16_130 * DAY_IN_SECONDS;
        assert_eq!(day("Europe/Paris", midnight - HOUR), Some(16_130));
        assert_eq!(day("Europe/Paris", midnight - HOUR - 1), Some(16_129));
        assert_eq!(day("America/New_York", midnight + 5 * HOUR), Some(16_130));
        assert_eq!(day("America/New_York", midnight + 5 * HOUR - 1), Some(16_129));
        assert_eq!(day("UTC", midnight - 1), Some(16_129));
        // In summer Paris is two hours ahead: 1 July 2014 is day 16,252.
        let summer = 16_252 * DAY_IN_SECONDS;
        assert_eq!(day("Europe/Paris", summer - 2 * HOUR), Some(16_252));
        assert_eq!(day("Europe/Paris", summer - 2 * HOUR - 1), Some(16_251));
    }

    #[test]
    fn distances_from_utc_are_read_as_arrow_and_java_write_them() {
        for name in ["+01:00", "+0100", "+01", "+1", "GMT+01:00", "UTC+1", "UT+01"] {
            assert_eq!(day(name, -HOUR), Some(0), "{name}");
            assert_eq!(day(name, -HOUR - 1), Some(-1), "{name}");
        }
        for name in ["-03:30", "-0330", "GMT-03:30"] {
            assert_eq!(day(name, 3 * HOUR + HOUR / 2), Some(0), "{name}");
            assert_eq!(day(name, 3 * HOUR + HOUR / 2 - 1), Some(-1), "{name}");
        }
        for name in ["Z", "UT", "GMT", "Etc/UTC", "+00:00"] {
            assert_eq!(day(name, -1), Some(-1), "{name}");
            assert_eq!(day(name, 0), Some(0), "{name}");
        }
    }

    #[test]
    fn what_is_no_time_zone_is_none() {
        let none =
            ["", "Mars/Phobos", "Etc/Unknown", "+", "+1:2", "+01:60", "+24:00", "+١", "PARIS"];
        for name in none.into_iter().chain(["+123", "+12345", "1", "GMT+", "CET-1CEST", "++1"]) {
            assert!(Clock::of(name).is_none(), "{name}");
        }
    }

    #[test]
    fn moments_beyond_the_calendar_are_days_beyond_it() {
        for moment in [i64::MIN, i64::MAX, -400_000_000_000, 300_000_000_000] {
            assert_eq!(day("Europe/Paris", moment), Some(moment.div_euclid(DAY_IN_SECONDS)));
        }
    }
}
