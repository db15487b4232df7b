//! The value grammar: the few words of a published figure, in French or
//! English, become the exact set of values that these words leave open.
//!
//! A text that is not a value is an error that says what was not understood and
//! where; the grammar never guesses.

mod currency;
mod cursor;
mod error;
mod exact;
mod figure;
mod fraction;
mod grammar;
mod measure;
mod number;
mod plain;
mod read;
mod reading;
mod set;
mod token;
mod vocabulary;

pub use currency::{Currency, CurrencyError};
pub use error::ValueError;
pub use exact::Rational;
pub use read::{may_begin, read, read_prefix};
pub use reading::{Hedge, Kind, Quantity, Reading, Unit};
pub use set::{EmptySet, Extent, ReportingSet};
