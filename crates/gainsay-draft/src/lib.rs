//! Reads drafts and holds every figure in their prose against an evidence base.
//!
//! A draft is a source like any other: what it says becomes claims that cite. So the
//! judge that follows citations finds how a draft moved away from its sources.

mod agreement;
mod appeals;
mod check;
mod demonyms;
mod figures;
mod formats;
mod language;
mod lexicon;
mod lists;
mod markers;
mod phrases;
mod prose;
mod restate;
pub mod rules;
mod said;
mod score;
mod strangers;
mod sync;
mod tokens;

pub use check::{
    Apart, Checked, CheckedFigure, Checker, Doubt, Outcome, Proposed, ProposedFigure,
    ProposedSubject, Told, Verdict,
};
pub use figures::{Figure, Kind, find};
pub use formats::{
    ENDINGS, Format, MAX_BYTES, NoText, ReadError, Written, decode, read, read_bytes, read_bytes_as,
};
pub use markers::{REASON, TableMark};
pub use prose::{Draft, Key, Passage, PassageKind, Prose, Suppression, Voice};
pub use sync::{Block, OPTIONS, Problem, Spec, Synced, Why, marks_around, sync};
