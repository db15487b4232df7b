//! What forms written by a person in TOML share: strings whose place counts, and the
//! head of a study, and what mappings of files have in common.

mod mapping;
mod places;
mod proposal;
mod study;

use gainsay_claims::wire::Place;
use serde::de::DeserializeOwned;

use crate::{Document, SourceError};

pub use mapping::{Figures, named, page, steps, tell_unnamed};
pub use places::{Words, all, error, maybe, place};
pub use proposal::{list_proposal, proposes};
pub use study::StudyForm;

/// Reads a document as a form.
///
/// # Errors
///
/// When it is no TOML, or has a key or a word that the form does not have; with its place.
pub fn read<T: DeserializeOwned>(document: &Document) -> Result<T, SourceError> {
    toml::from_str(document.text()).map_err(|error| {
        let place = Place::span(error.span().unwrap_or_default());
        SourceError::new(error.message()).at(document, place)
    })
}
