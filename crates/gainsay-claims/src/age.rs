//! How old the people asked were.

mod read;

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::relation::Relation;

/// Ages in whole years, both ends included; an end left out is open.
///
/// Its text form reads back to the same value: `18+`, `16-64`, `<18` for at most 17, `all`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AgeRange {
    // Invariant: min <= max if both are there; neither is above OLDEST.
    min: Option<u8>,
    max: Option<u8>,
}

/// Oldest age that is taken for an age rather than for a slip.
const OLDEST: u8 = 120;

/// A text is no range of ages.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AgeError {
    /// A word, number or sign that ages do not have.
    #[error("`{word}` is no part of a range of ages")]
    Unknown {
        /// The word as written.
        word: String,
        /// Its bytes in the text.
        at: Range<usize>,
    },
    /// Known words that make no range.
    #[error("no range of ages is given")]
    NoRange,
    /// "Over 18": publishers disagree on whether those of 18 belong to it.
    #[error("it is open whether {0} is included")]
    Unclear(u8),
    /// The first age is above the second one.
    #[error("the range ends at {max}, below its start {min}")]
    Inverted {
        /// First age, in years.
        min: u8,
        /// Second age, in years.
        max: u8,
    },
    /// More years than anybody has.
    #[error("nobody is {0} years old")]
    TooOld(u8),
}

impl AgeRange {
    /// Reads a range as prose writes it in English or French: `18 and older`, `aged 16+`, `de 16 à 64 ans`.
    ///
    /// # Errors
    /// Anything else, ages that cannot be, and "over 18", which may or may not include 18.
    pub fn parse(text: &str) -> Result<Self, AgeError> {
        read::read(text)
    }

    /// Makes a range from its ends in years, both included.
    ///
    /// # Errors
    /// A first age above the second one, or one that nobody reaches.
    pub fn new(min: Option<u8>, max: Option<u8>) -> Result<Self, AgeError> {
        if let Some(age) = min.into_iter().chain(max).find(|age| *age > OLDEST) {
            return Err(AgeError::TooOld(age));
        }
        match (min, max) {
            (Some(min), Some(max)) if min > max => Err(AgeError::Inverted { min, max }),
            _ => Ok(Self { min, max }),
        }
    }

    /// Returns the youngest age in years, if there is a limit.
    pub fn min(&self) -> Option<u8> {
        self.min
    }

    /// Returns the oldest age in years, if there is a limit.
    pub fn max(&self) -> Option<u8> {
        self.max
    }

    /// Compares the ages covered; no lower limit is the same as 0.
    pub fn relation(&self, other: &Self) -> Relation {
        let ages = |range: &Self| (range.min.unwrap_or(0), range.max.unwrap_or(u8::MAX));
        Relation::of_intervals(ages(self), ages(other))
    }
}

impl fmt::Display for AgeRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.min, self.max) {
            (Some(min), Some(max)) => f.pad(&format!("{min}-{max}")),
            (Some(min), None) => f.pad(&format!("{min}+")),
            (None, Some(max)) => f.pad(&format!("<{}", u16::from(max) + 1)),
            (None, None) => f.pad("all"),
        }
    }
}

impl FromStr for AgeRange {
    type Err = AgeError;

    fn from_str(text: &str) -> Result<Self, AgeError> {
        Self::parse(text)
    }
}

impl TryFrom<String> for AgeRange {
    type Error = AgeError;

    fn try_from(text: String) -> Result<Self, AgeError> {
        Self::parse(&text)
    }
}

impl From<AgeRange> for String {
    fn from(range: AgeRange) -> Self {
        range.to_string()
    }
}

#[cfg(test)]
mod tests;
