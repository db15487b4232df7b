//! How many of a sample said yes.

use super::super::{Effective, Ends};
use super::PoolError;

/// The number who said yes of an effective sample; neither need be whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Count {
    // Invariant: 0 <= yes <= total, 0 < total <= 1e12.
    pub(super) yes: f64,
    pub(super) total: f64,
}

impl Count {
    /// Makes a count of those who said yes and of all.
    ///
    /// # Errors
    /// [`PoolError::Census`] for an infinite total, [`PoolError::Count`] unless
    /// `0 <= yes <= total`, where the total is above 0 and at most 1e12.
    pub fn new(yes: f64, total: f64) -> Result<Self, PoolError> {
        if total == f64::INFINITY {
            return Err(PoolError::Census);
        }
        if total > 0.0 && total <= 1e12 && (0.0..=total).contains(&yes) {
            Ok(Self { yes, total })
        } else {
            Err(PoolError::Count)
        }
    }

    /// Makes the count at the middle of a reporting set.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub fn of(ends: Ends, size: Effective) -> Result<Self, PoolError> {
        let m = size.value();
        Self::new(f64::midpoint(ends.lo(), ends.hi()) * m, m)
    }

    /// Says whether log odds with a normal error describe the sample badly: fewer than 100
    /// respondents, or fewer than ten who said yes or no. The mixed model of counts, which is
    /// better there, costs a hundred times as much.
    pub fn is_sparse(self) -> bool {
        self.total < 100.0 || self.yes.min(self.total - self.yes) < 10.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_part_of_their_sample() {
        assert!(Count::new(2.5, 10.5).is_ok());
        for (yes, total) in [(3.0, 2.0), (-1.0, 2.0), (0.0, 0.0), (f64::NAN, 2.0), (1.0, f64::NAN)]
        {
            assert_eq!(Count::new(yes, total), Err(PoolError::Count), "{yes} of {total}");
        }
        let census = Count::of(Ends::new(0.1, 0.2).unwrap(), Effective::CENSUS);
        assert_eq!(census, Err(PoolError::Census));
    }

    #[test]
    fn sparse_samples_are_small_or_nearly_unanimous() {
        let sparse = |yes, total| Count::new(yes, total).unwrap().is_sparse();
        assert!(sparse(50.0, 99.0) && sparse(9.0, 100.0) && sparse(991.0, 1000.0));
        assert!(!sparse(10.0, 100.0) && !sparse(10.0, 1000.0) && !sparse(990.0, 1000.0));
    }
}
