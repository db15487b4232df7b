//! What a row of a table is drawn as, on a page and in a chart.

use gainsay_judge::Size;

use crate::table::Row;

/// What a row is drawn as. Shares are fractions of the base.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Mark {
    /// The size is known: a square with whiskers.
    Sized { middle: f64, whiskers: [f64; 2] },
    /// The size is not disclosed, even if one is assumed: a circle, and no interval.
    Unsized { middle: f64 },
    /// A bound: an arrow from it towards the end that is open.
    AtMost(f64),
    /// The same from the other end.
    AtLeast(f64),
}

impl Mark {
    /// The mark of a row; none where its share is not told or may be anything.
    pub(crate) fn of(row: &Row<'_>) -> Option<Self> {
        let share = row.share?;
        let (lo, hi) = (share.lo_f64(), share.hi_f64());
        Some(match (lo <= 0.0 && hi > 0.0, hi >= 1.0 && lo < 1.0) {
            (true, true) => return None,
            (true, false) => Self::AtMost(hi),
            (false, true) => Self::AtLeast(lo),
            (false, false) => {
                let middle = f64::midpoint(lo, hi);
                match row.interval.filter(|_| is_disclosed(row)) {
                    Some(one) => Self::Sized { middle, whiskers: [one.lo, one.hi] },
                    None => Self::Unsized { middle },
                }
            }
        })
    }
}

/// Whether it was published how many were asked. Only then an interval is drawn: an
/// assumed size serves to test, not to show how exact a figure is.
pub(crate) fn is_disclosed(row: &Row<'_>) -> bool {
    matches!(row.size, Some(Size::Published { .. } | Size::Census))
}

/// Shares that a row reaches on the axis.
pub(crate) fn reach(row: &Row<'_>) -> Vec<f64> {
    let ends = row.share.map(|share| [share.lo_f64(), share.hi_f64()]);
    match Mark::of(row) {
        Some(Mark::Sized { middle, whiskers: [lo, hi] }) => vec![middle, lo, hi],
        Some(Mark::AtMost(end) | Mark::AtLeast(end)) => vec![end],
        Some(Mark::Unsized { .. }) => ends.into_iter().flatten().collect(),
        None => Vec::new(),
    }
}
