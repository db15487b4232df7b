//! Why a text is not a value.

use thiserror::Error;

use super::reading::Unit;

/// Why a text is not a value; `at` is a byte offset in the text.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ValueError {
    /// The text is empty or blank.
    #[error("nothing to read")]
    Empty,
    /// These words begin no value.
    #[error("`{found}` at byte {at} is not a figure")]
    NotAFigure {
        /// Where.
        at: usize,
        /// What stands there.
        found: String,
    },
    /// A hedge, sign or currency is followed by no number.
    #[error("a number is missing at byte {at}")]
    MissingNumber {
        /// Where the number should be.
        at: usize,
    },
    /// A value was read, and something else follows.
    #[error("`{found}` at byte {at} is not part of the figure")]
    TrailingText {
        /// Where.
        at: usize,
        /// What stands there.
        found: String,
    },
    /// Digits and separators that are no number.
    #[error("`{found}` at byte {at} is not a number")]
    MalformedNumber {
        /// Where.
        at: usize,
        /// What stands there.
        found: String,
    },
    /// A number with more digits than can be meant.
    #[error("the number at byte {at} has more than {} digits", super::number::MAX_DIGITS)]
    TooManyDigits {
        /// Where.
        at: usize,
    },
    /// A share above the whole base.
    #[error("the share at byte {at} is more than the whole")]
    MoreThanWhole {
        /// Where.
        at: usize,
    },
    /// A fraction of nothing, like `1 in 0`.
    #[error("the fraction at byte {at} has no value")]
    NoFraction {
        /// Where.
        at: usize,
    },
    /// A sign on something that cannot change, or without a unit of change.
    #[error("the sign at byte {at} needs a change in points or percent")]
    MisplacedSign {
        /// Where.
        at: usize,
    },
    /// A bound on a negative change, which reads both ways.
    #[error("the bound on a negative change at byte {at} reads both ways")]
    SignedBound {
        /// Where.
        at: usize,
    },
    /// A hedge that cannot apply to what follows, like `nearly first`.
    #[error("what stands at byte {at} cannot be hedged like this")]
    MisplacedHedge {
        /// Where.
        at: usize,
    },
    /// A number of things with decimals, or an amount of money with three.
    #[error("the number at byte {at} has more decimals than what it counts allows")]
    TooManyDecimals {
        /// Where.
        at: usize,
    },
    /// A change or rank that no value can have, like a fall of 120 %.
    #[error("the figure at byte {at} is out of range")]
    OutOfRange {
        /// Where.
        at: usize,
    },
    /// A range whose ends are in the wrong order.
    #[error("the range at byte {at} runs backwards")]
    ReversedRange {
        /// Where.
        at: usize,
    },
    /// The text names another unit than the expected one.
    #[error("expected {expected}, found {found} at byte {at}")]
    UnitMismatch {
        /// Where.
        at: usize,
        /// The unit that was asked for.
        expected: Unit,
        /// The unit that the text names.
        found: Unit,
    },
    /// The words leave no value open, like `more than 100 %`.
    #[error("the words at byte {at} leave no value open")]
    NoValue {
        /// Where.
        at: usize,
    },
    /// English and French read different values, and no language is given.
    #[error("the figure at byte {at} means different values in English and French")]
    AmbiguousLanguage {
        /// Where.
        at: usize,
    },
}

impl ValueError {
    /// Returns the byte offset of what was not understood.
    #[must_use]
    pub fn offset(&self) -> usize {
        match self {
            Self::Empty => 0,
            Self::NotAFigure { at, .. }
            | Self::MissingNumber { at }
            | Self::TrailingText { at, .. }
            | Self::MalformedNumber { at, .. }
            | Self::TooManyDigits { at }
            | Self::MoreThanWhole { at }
            | Self::NoFraction { at }
            | Self::MisplacedSign { at }
            | Self::SignedBound { at }
            | Self::MisplacedHedge { at }
            | Self::TooManyDecimals { at }
            | Self::OutOfRange { at }
            | Self::ReversedRange { at }
            | Self::UnitMismatch { at, .. }
            | Self::NoValue { at }
            | Self::AmbiguousLanguage { at } => *at,
        }
    }
}
