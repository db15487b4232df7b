//! Which day it is, for what ends.

use jiff::{Timestamp, civil::Date, tz::TimeZone};

use crate::{args::Global, refusal::Refusal};

/// The day that the options name, else that of `SOURCE_DATE_EPOCH`, which makes runs alike
/// (reproducible-builds.org), else the clock's, in universal time.
pub(crate) fn today(global: &Global) -> Result<Date, Refusal> {
    let epoch = std::env::var("SOURCE_DATE_EPOCH").ok();
    match (global.today, epoch) {
        (Some(day), _) => Ok(day),
        (None, Some(epoch)) => of_epoch(&epoch).ok_or(Refusal::BadEpoch { text: epoch }),
        (None, None) => Ok(day(Timestamp::now())),
    }
}

fn of_epoch(seconds: &str) -> Option<Date> {
    Timestamp::from_second(seconds.parse().ok()?).ok().map(day)
}

fn day(moment: Timestamp) -> Date {
    moment.to_zoned(TimeZone::UTC).date()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn an_epoch_is_in_seconds() {
        assert_eq!(of_epoch("0"), Some(date(1970, 1, 1)));
        assert_eq!(of_epoch("1790899199"), Some(date(2026, 10, 1)));
        assert_eq!(of_epoch("1790899200"), Some(date(2026, 10, 2)));
        for text in ["", "soon", "99999999999999999999", "999999999999999"] {
            assert_eq!(of_epoch(text), None, "{text}");
        }
    }
}
