//! Intervals of shares: what a text leaves open, and what a sample leaves open.

use gainsay_claims::value::ReportingSet;

use super::StatsError;

/// The ends of a hard reporting set: every share that the published words allow, as fractions
/// of the base.
///
/// Whether an end itself belongs to the set does not matter here: all statistics are continuous
/// in the share, so that an open and a closed end give the same verdict.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ends {
    // Invariant: 0 <= lo <= hi <= 1.
    lo: f64,
    hi: f64,
}

impl Ends {
    /// Returns the ends of a reporting set; none when it is no set of shares.
    pub fn of(share: &ReportingSet) -> Option<Self> {
        Self::new(share.lo_f64(), share.hi_f64()).ok()
    }

    /// Makes a reporting set of its two ends.
    ///
    /// # Errors
    /// [`StatsError::NotFinite`], [`StatsError::OutOfRange`] for an end that is no share,
    /// [`StatsError::EmptySet`] when `lo` is above `hi`.
    pub fn new(lo: f64, hi: f64) -> Result<Self, StatsError> {
        check_share(lo)?;
        check_share(hi)?;
        if lo > hi {
            return Err(StatsError::EmptySet);
        }
        Ok(Self { lo, hi })
    }

    /// Returns the least share of the set.
    pub fn lo(self) -> f64 {
        self.lo
    }

    /// Returns the greatest share of the set.
    pub fn hi(self) -> f64 {
        self.hi
    }

    /// Returns the set of those who answered the opposite: `[1 - hi, 1 - lo]`.
    #[must_use]
    pub fn complement(self) -> Self {
        Self { lo: 1.0 - self.hi, hi: 1.0 - self.lo }
    }
}

/// An interval of shares (within `0..=1`) or of differences of shares (within `-1..=1`).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub lo: f64,
    /// The upper end.
    pub hi: f64,
}

impl Interval {
    /// Says whether the whole interval lies strictly between `-margin` and `margin`.
    pub fn is_within(self, margin: f64) -> bool {
        -margin < self.lo && self.hi < margin
    }

    /// Says whether the whole interval lies on one side of the open range `(-margin, margin)`.
    pub fn is_beyond(self, margin: f64) -> bool {
        margin <= self.lo || self.hi <= -margin
    }
}

pub(super) fn check_share(share: f64) -> Result<(), StatsError> {
    if !share.is_finite() {
        return Err(StatsError::NotFinite);
    }
    if !(0.0..=1.0).contains(&share) {
        return Err(StatsError::OutOfRange);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_are_shares_in_order() {
        assert_eq!(Ends::new(0.6, 0.5), Err(StatsError::EmptySet));
        assert_eq!(Ends::new(f64::NAN, 0.5), Err(StatsError::NotFinite));
        assert_eq!(Ends::new(0.5, f64::INFINITY), Err(StatsError::NotFinite));
        assert_eq!(Ends::new(0.5, 1.01), Err(StatsError::OutOfRange));
        assert!(Ends::new(0.5, 0.5).is_ok());
    }

    #[test]
    fn complement_swaps_the_ends() {
        let ends = Ends::new(0.25, 0.375).unwrap();
        assert_eq!(ends.complement(), Ends::new(0.625, 0.75).unwrap());
    }

    #[test]
    fn margin_itself_is_not_within_but_beyond() {
        let touching = Interval { lo: 0.05, hi: 0.1 };
        assert!(touching.is_beyond(0.05));
        assert!(!touching.is_within(0.1));
        let around_zero = Interval { lo: -0.04, hi: 0.04 };
        assert!(around_zero.is_within(0.05));
        assert!(!around_zero.is_beyond(0.05));
    }
}
