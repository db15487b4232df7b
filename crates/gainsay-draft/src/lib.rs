//! Reads drafts and holds every figure in their prose against an evidence base.
//!
//! A draft is a source like any other: what it says becomes claims that cite. So the
//! judge that follows citations finds how a draft moved away from its sources.

mod check;
mod figures;
mod formats;
mod language;
mod markers;
mod prose;
pub mod rules;

pub use check::{Checked, CheckedFigure, Outcome, check};
pub use figures::{Figure, Kind, find};
pub use formats::{Format, ReadError, read, read_bytes};
pub use markers::{Marked, TableMark};
pub use prose::{Draft, Key, Passage, PassageKind, Prose, Suppression, Voice};
