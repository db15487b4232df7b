//! Where the strings of a form are written.

use gainsay_claims::{Said, wire::Place};
use toml::Spanned;

use crate::{Document, SourceError};

/// Words whose place in the document counts.
pub type Words = Spanned<String>;

/// That a string says nothing.
pub const NOTHING_WRITTEN: [&str; 2] = ["nothing is written here", "rien n'est écrit ici"];

/// That a file which a mapping names is not there, in words that follow its name.
pub const NOT_BESIDE: [&str; 2] =
    ["is no document beside this mapping", "n'est pas un document placé à côté de ce mapping"];

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
        return Err(error(document, words, NOTHING_WRITTEN));
    }
    let span = words.span();
    let raw = document.text().get(span.clone()).unwrap_or_default();
    let quote = QUOTES.iter().find(|&&quote| raw.starts_with(quote)).copied().unwrap_or_default();
    let inner = raw.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote));
    if inner != Some(words.get_ref()) {
        let message = [
            "words that a claim points at cannot have escapes",
            "les mots que désigne une affirmation ne peuvent contenir d'échappements",
        ];
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

/// An error at a file's name in words that follow it: "`a.csv` is no table".
pub fn error_of(document: &Document, file: &Words, message: impl Into<Said>) -> SourceError {
    error(document, file, named(file, message))
}

/// What is said of a file in words that follow its name.
pub fn named(file: &Words, message: impl Into<Said>) -> Said {
    message.into().map(|message| format!("`{}` {message}", file.get_ref()))
}

/// An error at a string.
pub fn error(document: &Document, words: &Words, message: impl Into<Said>) -> SourceError {
    SourceError::new(message).at(document, Place::span(words.span()))
}
