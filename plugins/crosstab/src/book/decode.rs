//! Text that is not UTF-8.

use encoding_rs::WINDOWS_1252;

use super::BookError;
use crate::form::Encoding;

/// Bytes that Windows-1252 gives no character.
const UNDEFINED: [u8; 5] = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

/// The text of bytes that are not UTF-8, and what is odd about it. Nothing is guessed: the
/// mapping says that they are Windows-1252.
///
/// # Errors
///
/// When it does not say so, or when that cannot be.
pub(super) fn text(
    bytes: &[u8],
    encoding: Option<Encoding>,
) -> Result<(String, Option<String>), BookError> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(BookError::Utf16);
    }
    let valid = str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    if encoding != Some(Encoding::Windows1252) {
        return Err(BookError::NotUtf8(valid));
    }
    if let Some(at) = bytes.iter().position(|byte| UNDEFINED.contains(byte)) {
        return Err(BookError::NotWindows1252(at));
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    let remark = utf8_within(bytes).map(|at| {
        format!("byte {at} looks like UTF-8, and is read as windows-1252: the encodings are mixed")
    });
    Ok((text.into_owned(), remark))
}

/// Where a character of two bytes and more starts that is valid UTF-8.
fn utf8_within(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    for chunk in bytes.utf8_chunks() {
        if let Some((within, _)) = chunk.valid().char_indices().find(|(_, sign)| !sign.is_ascii()) {
            return Some(at + within);
        }
        at += chunk.valid().len() + chunk.invalid().len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_decoded_that_the_mapping_does_not_say() {
        let bytes = b"caf\xe9;37%";
        let windows = Some(Encoding::Windows1252);
        assert_eq!(text(bytes, windows).ok(), Some(("café;37%".to_owned(), None)));
        assert!(matches!(text(bytes, None), Err(BookError::NotUtf8(3))));
        assert!(matches!(text(bytes, Some(Encoding::Utf8)), Err(BookError::NotUtf8(3))));
        assert!(matches!(text(b"a\x81", windows), Err(BookError::NotWindows1252(1))));
        assert!(matches!(text(b"\xff\xfea\0", windows), Err(BookError::Utf16)));
    }

    #[test]
    fn mixed_encodings_are_told() {
        let mixed = [b"caf\xe9;".as_slice(), "café".as_bytes()].concat();
        let (_, remark) = text(&mixed, Some(Encoding::Windows1252)).expect("it can be read");
        assert!(remark.is_some_and(|one| one.starts_with("byte 8 looks like UTF-8")));
    }
}
