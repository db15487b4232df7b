//! Drafts as files.

use std::{io, path::Path};

use gainsay_claims::{EvidenceBase, Lang};
use gainsay_draft::{Draft, Format, MAX_BYTES, ReadError, read_bytes_as};

use crate::file::{capped, open};

/// The name of standard input on the command line.
pub(crate) const STDIN: &str = "-";

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

const MAX_WITH_MARK: usize = MAX_BYTES + BYTE_ORDER_MARK.len();

/// Why a draft cannot be read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DraftError {
    /// The system refuses.
    #[error("cannot be read")]
    Unreadable(#[from] io::Error),
    /// Bytes that are no text.
    #[error("not UTF-8 at line {line}, column {column}")]
    NotUtf8 {
        /// The line of the first such byte, from 1.
        line: usize,
        /// Its column in characters, from 1.
        column: usize,
    },
    /// Bytes that are text in no encoding that is known.
    #[error("no text in a known encoding at byte {at}")]
    OtherEncoding {
        /// The first such byte.
        at: usize,
    },
    /// What it holds is no draft.
    #[error("no draft")]
    NoDraft(#[source] ReadError),
}

/// What a draft is called on the command line: its path as given, or the name that
/// standard input is to have.
pub(crate) fn named(path: &Path, stdin_name: &str) -> String {
    match path {
        path if path == Path::new(STDIN) => stdin_name.to_owned(),
        path => path.to_string_lossy().into_owned(),
    }
}

/// What outputs call a draft: never like a document of the base.
pub(crate) fn name(base: &EvidenceBase, name: String) -> String {
    if base.documents.contains_key(&name) { format!("./{name}") } else { name }
}

/// The bytes of a draft, or of standard input for `-`; of one that is too large, one more
/// than is read. A byte order mark is no part of it.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, DraftError> {
    let bytes = if path == Path::new(STDIN) {
        capped(io::stdin().lock(), MAX_WITH_MARK)?
    } else {
        capped(open(path)?, MAX_WITH_MARK)?
    };
    match bytes.strip_prefix(BYTE_ORDER_MARK) {
        Some(rest) => Ok(rest.to_owned()),
        None => Ok(bytes),
    }
}

/// The text of a draft in a file, every byte of it.
pub(crate) fn text(path: &Path) -> Result<String, DraftError> {
    let bytes = capped(open(path)?, MAX_BYTES)?;
    if bytes.len() > MAX_BYTES {
        return Err(DraftError::NoDraft(ReadError::TooLarge { max: MAX_BYTES }));
    }
    String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        not_utf8(error.as_bytes().get(..good).unwrap_or_default())
    })
}

/// Reads a draft.
pub(crate) fn read(
    format: Format,
    name: &str,
    bytes: &[u8],
    lang: Option<Lang>,
) -> Result<Draft, DraftError> {
    read_bytes_as(format, name, bytes, lang).map_err(|error| match error {
        ReadError::NotUtf8 { at } => not_utf8(bytes.get(..at).unwrap_or_default()),
        error => DraftError::NoDraft(error),
    })
}

/// Tells where text ends and other bytes begin.
fn not_utf8(good: &[u8]) -> DraftError {
    let good = String::from_utf8_lossy(good);
    let last = good.rsplit('\n').next().unwrap_or_default();
    let line = good.matches('\n').count() + 1;
    DraftError::NotUtf8 { line, column: last.chars().count() + 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_byte_that_is_no_text_is_told() {
        let found = read(Format::Plain, "a.txt", b"un\r\n\xc3\xa9t\xe9", None);
        assert!(matches!(found, Err(DraftError::NotUtf8 { line: 2, column: 3 })), "{found:?}");
    }

    #[test]
    fn what_never_ends_is_refused() {
        let bytes = capped(io::repeat(b'a'), MAX_WITH_MARK).expect("it can be read");
        let found = read(Format::Plain, "a.txt", &bytes, None);
        let refused = matches!(found, Err(DraftError::NoDraft(ReadError::TooLarge { .. })));
        assert!(refused);
    }

    #[test]
    fn a_draft_in_another_format_than_its_name_says_is_refused_by_that_format() {
        assert!(read(Format::Plain, "a.docx", b"28 %", None).is_ok());
        let found = read(Format::Docx, "a.txt", b"28 %", None);
        assert!(matches!(found, Err(DraftError::NoDraft(_))), "{found:?}");
    }
}
