//! Where the strings of a form are written.

use gainsay_claims::{Said, wire::Place};
use toml::Spanned;

use crate::{Document, SourceError};

/// Words whose place in the document counts.
pub type Words = Spanned<String>;

/// The quotes of TOML, longest first.
const QUOTES: [&str; 4] = ["\"\"\"", "'''", "\"", "'"];

/// The place of a string's own words, without the quotes around them.
///
/// # Errors
///
/// When nothing is written there, or when the string has escapes, so that what
/// it means is not what is written.
pub fn place(document: &Document, words: &Words) -> Result<Place, SourceError> {
    if words.get_ref().trim().is_empty() {
        return Err(error(document, words, "nothing is written here"));
    }
    let span = words.span();
    let raw = document.text().get(span.clone()).unwrap_or_default();
    let quote = QUOTES.iter().find(|&&quote| raw.starts_with(quote)).copied().unwrap_or_default();
    let inner = raw.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote));
    if inner != Some(words.get_ref()) {
        let message = "words that a claim points at cannot have escapes";
        return Err(error(document, words, message));
    }
    Ok(Place::span(span.start + quote.len()..span.end - quote.len()))
}

/// The place of a string that may be absent.
///
/// # Errors
///
/// As [`place`].
pub fn maybe(document: &Document, words: Option<&Words>) -> Result<Option<Place>, SourceError> {
    words.map(|words| place(document, words)).transpose()
}

/// The places of several strings.
///
/// # Errors
///
/// As [`place`].
pub fn all(document: &Document, words: &[Words]) -> Result<Vec<Place>, SourceError> {
    words.iter().map(|words| place(document, words)).collect()
}

/// An error at a string.
pub fn error(document: &Document, words: &Words, message: impl Into<Said>) -> SourceError {
    SourceError::new(message).at(document, Place::span(words.span()))
}
