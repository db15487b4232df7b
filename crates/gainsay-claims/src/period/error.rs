//! Why a text is no period, and where.

use std::ops::Range;

use thiserror::Error;

/// A text is no period.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{reason}")]
pub struct PeriodError {
    /// Bytes of the text that were not understood; empty at its end if something is missing there.
    pub at: Range<usize>,
    /// What is wrong there.
    pub reason: PeriodReason,
}

/// What is wrong in a text that is no period.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PeriodReason {
    /// Nothing but spaces and filling words.
    #[error("no date is given")]
    Empty,
    /// A word, number or sign that dates do not have.
    #[error("`{0}` is no part of a date")]
    Unknown(String),
    /// A word, number or sign that has no place beside the others.
    #[error("`{0}` does not fit into this date")]
    Misplaced(String),
    /// A range with one end only.
    #[error("one end of the range is missing")]
    Unfinished,
    /// A date without a year, its own or its range's.
    #[error("the year is missing")]
    MissingYear,
    /// A day without a month.
    #[error("the month is missing")]
    MissingMonth,
    /// A day or month that the calendar does not have.
    #[error("the calendar has no such date")]
    Impossible,
    /// A range that ends before it starts.
    #[error("the range ends before it starts")]
    StartAfterEnd,
    /// Two periods joined by `and` with time between them.
    #[error("the two periods do not adjoin")]
    Gap,
    /// A winter with one year: it may end or begin in it.
    #[error("a winter needs both its years")]
    AmbiguousWinter,
}
