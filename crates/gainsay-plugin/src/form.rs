//! What forms written by a person in TOML share: strings whose place counts, and the
//! head of a study.

mod places;
mod study;

pub use places::{Words, all, error, maybe, place};
pub use study::StudyForm;
