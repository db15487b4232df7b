//! Days as numbers in order, so that a window of months is a comparison.

use jiff::civil::Date;

/// A day as a number: 31 for each month, whatever its length. In order of time, but no difference
/// of two is a number of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day(pub(crate) i32);

impl Day {
    pub(crate) fn new(date: Date) -> Self {
        let months = i32::from(date.year()) * 12 + i32::from(date.month()) - 1;
        Self(months * 31 + i32::from(date.day()) - 1)
    }

    /// The day after a date.
    pub(crate) fn after(date: Date) -> Self {
        date.tomorrow().map_or(Self(i32::MAX), Self::new)
    }

    /// Of a period that is over before this day: the first day on which a later period begins too
    /// late, being more than so many months away; of no months when it does not overlap.
    pub(crate) fn limit(self, months: u32) -> Self {
        if months == 0 { self } else { self.too_late(months) }
    }

    /// Of a period that is over before this day: the first day on which a later period would begin
    /// more than so many whole months after it, as
    /// [`months_apart`](gainsay_claims::period::months_apart) counts them.
    fn too_late(self, months: u32) -> Self {
        // One month more is reached when the day of the month is; a month without that day never
        // reaches it, and the next one does on its first day at the latest.
        let further = i32::try_from(months).unwrap_or(i32::MAX).saturating_add(1);
        Self(self.0.saturating_add(further.saturating_mul(31)))
    }
}
