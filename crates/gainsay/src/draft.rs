//! Drafts as files.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

/// How much of a draft is read, in bytes: a thousand times a long article.
const MOST: u64 = 16 << 20;

/// The name of standard input on the command line.
pub(crate) const STDIN: &str = "-";

/// Why a draft cannot be read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DraftError {
    /// The system refuses.
    #[error("cannot be read")]
    Unreadable(#[from] io::Error),
    /// More than [`MOST`] bytes.
    #[error("too large")]
    TooLarge,
    /// Bytes that are no text.
    #[error("not UTF-8 at line {line}, column {column}")]
    NotUtf8 {
        /// The line of the first such byte, from 1.
        line: usize,
        /// Its column in characters, from 1.
        column: usize,
    },
}

/// Reads a draft, or standard input for `-`. A byte order mark is no part of the text.
pub(crate) fn read(path: &Path) -> Result<String, DraftError> {
    if path == Path::new(STDIN) { text(io::stdin().lock()) } else { text(File::open(path)?) }
}

fn text(input: impl Read) -> Result<String, DraftError> {
    let mut bytes = Vec::new();
    input.take(MOST + 1).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > MOST) {
        return Err(DraftError::TooLarge);
    }
    let text = String::from_utf8(bytes).map_err(|error| not_utf8(&error))?;
    match text.strip_prefix('\u{feff}') {
        Some(rest) => Ok(rest.to_owned()),
        None => Ok(text),
    }
}

fn not_utf8(error: &std::string::FromUtf8Error) -> DraftError {
    let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
    let good = String::from_utf8_lossy(good);
    let last = good.rsplit('\n').next().unwrap_or_default();
    DraftError::NotUtf8 {
        line: good.matches('\n').count() + 1,
        column: last.trim_start_matches('\u{feff}').chars().count() + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_no_text() {
        assert_eq!(text("\u{feff}28 %\r\n".as_bytes()).expect("text"), "28 %\r\n");
        assert_eq!(text("28 %".as_bytes()).expect("text"), "28 %");
    }

    #[test]
    fn the_first_byte_that_is_no_text_is_told() {
        let found = text(b"\xef\xbb\xbfun\r\n\xc3\xa9t\xe9".as_slice());
        assert!(matches!(found, Err(DraftError::NotUtf8 { line: 2, column: 3 })), "{found:?}");
        let found = text(b"\xef\xbb\xbfa\xff".as_slice());
        assert!(matches!(found, Err(DraftError::NotUtf8 { line: 1, column: 2 })), "{found:?}");
    }

    #[test]
    fn what_never_ends_is_refused() {
        assert!(matches!(text(io::repeat(b'a')), Err(DraftError::TooLarge)));
        assert!(text(io::repeat(b'a').take(MOST)).is_ok());
    }
}
