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
/// ```
/// use gainsay_plugin::{form::{Words, place, read}, testing::document};
///
/// #[derive(serde::Deserialize)]
/// #[serde(deny_unknown_fields)]
/// struct Form {
///     share: Words,
/// }
///
/// let document = document("fixture-a", "sources/fixture-a/2014.toml", "share = \"72 %\"\n");
/// let form: Form = read(&document)?;
/// assert_eq!(document.words(place(&document, &form.share)?), "72 %");
/// # Ok::<(), gainsay_plugin::SourceError>(())
/// ```
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
