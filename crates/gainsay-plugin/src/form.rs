//! What forms written by a person in TOML share: strings whose place counts, the head of a
//! study and its findings, and what mappings of files have in common.

mod address;
mod encoded;
mod few;
mod findings;
mod mapping;
mod places;
mod proposal;
mod quote;
mod study;
mod unsaid;
mod variables;

use gainsay_claims::{Said, wire::Place};
use serde::de::DeserializeOwned;

use crate::{Document, SourceError};

pub use address::{address, column_name};
pub use encoded::{Decoded, Encoding, NoTable, both_encodings, decoded, guessed_encoding};
pub use few::{few, runs};
pub use findings::{FindingForm, Findings, NO_PAGE, PlaceOf, QuestionForm, missing};
pub use mapping::{Figures, cases, page, steps};
pub use places::{NOT_BESIDE, NOTHING_WRITTEN, Words, all, error, error_of, maybe, named, place};
pub use proposal::{list_proposal, proposes};
pub use quote::occurrences;
pub use study::StudyForm;
pub use unsaid::{no_concepts, no_study};
pub use variables::{ListedValue, ListedVariable, MOST_VALUES, proposed_findings, told_variables};

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
        SourceError::new(Said::of_parser(error.message())).at(document, place)
    })
}

/// That no form says what to read of a document. The host adds to these words, and to no
/// others, what the file is and which command proposes a form of it.
pub const NAMED_BY_NONE: [&str; 2] =
    ["no mapping beside it names this file", "aucun mapping placé à côté ne nomme ce fichier"];

/// Takes note of a document that is read for the form beside it that names it in `key`, where
/// forms of this plugin name their file.
///
/// # Errors
///
/// When no form names it: it would be left out without a word.
pub fn named_by_a_form(
    document: &Document,
    folder: &[Document],
    key: &str,
) -> Result<(), SourceError> {
    let mut forms = folder.iter().filter(|one| one.media_type == "application/toml");
    match forms.any(|one| one.names_in(key, document)) {
        true => Ok(()),
        false => Err(SourceError::new(NAMED_BY_NONE)),
    }
}
