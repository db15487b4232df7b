//! How the text of a file is written in bytes. It is told wherever it had to be found out.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};
use gainsay_claims::windows_1252;

/// The byte order mark of UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// How far into a page its character set is declared.
const HEAD: usize = 1024;

/// How the text of a file is written in bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Written {
    /// In UTF-8, or it is no text.
    #[default]
    Utf8,
    /// In UTF-8, with a byte order mark.
    WithMark,
    /// In this character set.
    As(&'static str),
    /// In UTF-8, though the page declares this character set.
    NotAs(&'static str),
    /// In UTF-8 and, on these lines, in Windows-1252.
    Mixed(Vec<usize>),
}

/// Bytes that are no text in any way that is known, from this one on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoText {
    /// The first byte that is none.
    pub at: usize,
}

/// The text of some bytes, and how it is written. A byte order mark decides; else UTF-8 where
/// it is valid; else what a page of HTML declares; else Windows-1252, in which what is valid
/// UTF-8 nevertheless is read as that.
///
/// # Errors
///
/// When there are bytes that are text in none of these.
pub fn decode(bytes: &[u8], is_html: bool) -> Result<(String, Written), NoText> {
    for (encoding, mark) in [(UTF_16LE, [0xff, 0xfe]), (UTF_16BE, [0xfe, 0xff])] {
        if let Some(rest) = bytes.strip_prefix(&mark) {
            return whole(encoding, rest).map(|text| (text, Written::As(encoding.name())));
        }
    }
    let Some(rest) = bytes.strip_prefix(MARK) else { return unmarked(bytes, is_html) };
    // What the page declares does not count against its mark.
    let (text, written) =
        unmarked(rest, false).map_err(|bad| NoText { at: MARK.len() + bad.at })?;
    Ok((text, if written == Written::Utf8 { Written::WithMark } else { written }))
}

/// The same without a byte order mark.
fn unmarked(bytes: &[u8], is_html: bool) -> Result<(String, Written), NoText> {
    let declared = if is_html { declared(bytes) } else { None };
    let at = match str::from_utf8(bytes) {
        Ok(text) => {
            let other = declared.filter(|one| one.name() != "UTF-8" && !text.is_ascii());
            return Ok((
                text.to_owned(),
                other.map_or(Written::Utf8, |one| Written::NotAs(one.name())),
            ));
        }
        Err(error) => error.valid_up_to(),
    };
    let is_other = |one: &&'static Encoding| one.name() != "UTF-8" && *one != WINDOWS_1252;
    if let Some(encoding) = declared.filter(is_other) {
        return whole(encoding, bytes).map(|text| (text, Written::As(encoding.name())));
    }
    if bytes.contains(&0) {
        return Err(NoText { at });
    }
    mixed(bytes)
}

/// All of some bytes in an encoding.
fn whole(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, NoText> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
    text.map(std::borrow::Cow::into_owned).ok_or(NoText { at: 0 })
}

/// Windows-1252, and UTF-8 where that is valid: two files may have been put together.
fn mixed(bytes: &[u8]) -> Result<(String, Written), NoText> {
    let (mut text, mut at, mut is_mixed) = (String::new(), 0, false);
    for chunk in bytes.utf8_chunks() {
        is_mixed |= !chunk.valid().is_ascii();
        text.push_str(chunk.valid());
        at += chunk.valid().len();
        let others = windows_1252::decode(chunk.invalid());
        text.push_str(&others.map_err(|bad| NoText { at: at + bad })?);
        at += chunk.invalid().len();
    }
    let lines = || {
        let lines = bytes.split(|byte| *byte == b'\n').zip(1..);
        let other = lines.filter(|(line, _)| str::from_utf8(line).is_err());
        other.map(|(_, number)| number).collect()
    };
    let written = if is_mixed { Written::Mixed(lines()) } else { Written::As("windows-1252") };
    Ok((text, written))
}

/// What a page of HTML says of its character set.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(HEAD)];
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let (_, value) = head.split_once("charset=")?;
    let value = value.trim_start_matches(['"', '\'']);
    let end = value.find(|sign: char| !sign.is_ascii_alphanumeric() && !"-_:.".contains(sign));
    Encoding::for_label(&value.as_bytes()[..end.unwrap_or(value.len())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_of_writing_is_told() {
        let latin = b"pr\xe8s de 38\xa0% \x96 d\x92abord";
        for (bytes, text, written) in [
            (&b"38 %"[..], "38 %", Written::Utf8),
            ("près".as_bytes(), "près", Written::Utf8),
            (b"\xef\xbb\xbf38", "38", Written::WithMark),
            (latin, "près de 38\u{a0}% – d’abord", Written::As("windows-1252")),
            (b"\xff\xfe3\x008\x00", "38", Written::As("UTF-16LE")),
            (b"\xfe\xff\x003\x008", "38", Written::As("UTF-16BE")),
            (b"pr\xc3\xa8s\n\xe9t\xe9\n", "près\nété\n", Written::Mixed(vec![2])),
        ] {
            assert_eq!(decode(bytes, false), Ok((text.to_owned(), written)));
        }
        assert_eq!(decode(b"a\x81", false), Err(NoText { at: 1 }));
        assert_eq!(decode(b"\xef\xbb\xbfa\x81", false), Err(NoText { at: 4 }));
        assert_eq!(decode(b"\xef\xbb\xbfa\0\xff", false), Err(NoText { at: 5 }));
        assert_eq!(decode(b"PK\0\xff", false), Err(NoText { at: 3 }));
        assert_eq!(decode(b"\xff\xfe3", false), Err(NoText { at: 0 }));
    }

    #[test]
    fn a_page_declares_its_character_set_and_is_not_believed_against_its_bytes() {
        let page = |charset: &str, sign: &[u8]| {
            [format!("<meta charset=\"{charset}\">").as_bytes(), sign].concat()
        };
        let written = |bytes: &[u8]| {
            decode(bytes, true).map(|(text, written)| {
                (text.rsplit('>').next().unwrap_or_default().to_owned(), written)
            })
        };
        assert_eq!(
            written(&page("iso-8859-15", b"\xa4")),
            Ok(("€".to_owned(), Written::As("ISO-8859-15")))
        );
        let utf8 = "é".as_bytes();
        assert_eq!(
            written(&page("iso-8859-1", utf8)),
            Ok(("é".to_owned(), Written::NotAs("windows-1252")))
        );
        assert_eq!(
            written(&page("utf-8", b"\xe9")),
            Ok(("é".to_owned(), Written::As("windows-1252")))
        );
        let marked = |bytes: &[u8]| [b"\xef\xbb\xbf", bytes].concat();
        assert_eq!(
            written(&marked(&page("iso-8859-1", utf8))),
            Ok(("é".to_owned(), Written::WithMark))
        );
        assert_eq!(
            written(&marked(&page("iso-8859-15", b"\xa4"))),
            Ok(("¤".to_owned(), Written::As("windows-1252")))
        );
    }
}
