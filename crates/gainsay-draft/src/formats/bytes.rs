//! Drafts as they are on disk.

use gainsay_claims::Lang;

use super::{Format, docx, read};
use crate::prose::Draft;

/// The largest draft that is read, in bytes; of a DOCX, its unpacked text.
pub const MAX_BYTES: usize = 16 << 20;

/// Why a draft cannot be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// It is larger than any draft.
    #[error("larger than {max} bytes")]
    TooLarge {
        /// The size that is allowed.
        max: usize,
    },
    /// It is no UTF-8.
    #[error("not UTF-8 at byte {at}")]
    NotUtf8 {
        /// Where it stops being UTF-8.
        at: usize,
    },
    /// It is called a DOCX, and is no archive that holds a document.
    #[error("not a DOCX: {0}")]
    Archive(#[from] zip::result::ZipError),
    /// The text of a DOCX is broken.
    #[error("broken text in a DOCX: {0}")]
    Xml(#[from] quick_xml::Error),
}

/// Reads a draft from its bytes, in the format that its name promises. If a language
/// is given, every passage is taken to be in it.
///
/// # Errors
///
/// When the bytes are too many, or no text, or no DOCX where the name says so.
pub fn read_bytes(name: &str, bytes: &[u8], lang: Option<Lang>) -> Result<Draft, ReadError> {
    read_bytes_as(Format::of(name), name, bytes, lang)
}

/// Reads a draft from its bytes, in this format whatever its name.
///
/// # Errors
///
/// Those of [`read_bytes`].
pub fn read_bytes_as(
    format: Format,
    name: &str,
    bytes: &[u8],
    lang: Option<Lang>,
) -> Result<Draft, ReadError> {
    if bytes.len() > MAX_BYTES {
        return Err(ReadError::TooLarge { max: MAX_BYTES });
    }
    let draft = if format == Format::Docx {
        docx::read(name, bytes)?
    } else {
        let text = std::str::from_utf8(bytes)
            .map_err(|error| ReadError::NotUtf8 { at: error.valid_up_to() })?;
        read(name, text, format)
    };
    Ok(match lang {
        Some(lang) => draft.in_language(lang),
        None => draft,
    })
}
