//! The records that a plugin emits: schema `claims/1` as it travels.
//!
//! A record never holds a number. It says *where* one is written, and the core
//! reads it there, so a plugin can neither invent nor mistype a figure.
//! Everything else is a word of the base's vocabulary or a name.
//!
//! New fields are optional and come with a default, so an older plugin always
//! reads. A field this version does not know is refused rather than ignored:
//! it might reverse the meaning of the ones it does know.

mod finding;
mod listing;
mod notation;
mod place;
mod says;
mod study;

use serde::{Deserialize, Serialize};

pub use finding::{
    BaseStep, Finding, Forecast, Hop, HopRole, Join, Joined, Mark, Medium, Mood, Page, Question,
    QuestionKind, Role, Standing, Term,
};
pub use listing::{Listing, is_of_file, listing_name};
pub use notation::{DateOrder, DecimalSign, Notation};
pub use place::Place;
pub use says::{Agreement, Derived, Figure, Instance, Order, Rank, Says, Side};
pub use study::{
    Dependence, Disclosed, Interest, Margin, People, Recorded, Sampling, Strategy, StudyRecord,
    Unit, Work,
};

pub use crate::value::Unit as FigureUnit;

/// The name of this schema, as a plugin's manifest states it.
pub const SCHEMA: &str = "claims/1";

/// One thing that a plugin says about one document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Record {
    /// A data collection.
    Study(Box<StudyRecord>),
    /// A figure, or words that make a claim, and what they measure.
    Finding(Box<Finding>),
    /// What a document that is no text holds.
    Listing(Box<Listing>),
}

/// Whether a field says no more than its absence: most do, of most of very many records.
fn is_default<T: Default + PartialEq>(field: &T) -> bool {
    *field == T::default()
}
