//! Tables that are written in another way than UTF-8.

use std::borrow::Cow;

use gainsay_claims::{
    Said,
    table::{MOST_CELLS, MOST_COLUMNS, Table},
    windows_1252,
};
use serde::Deserialize;

use super::few::{few, runs};
use crate::Document;

/// How a table is written, as its mapping says. It is never guessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Encoding {
    /// UTF-8, as when nothing is said.
    #[serde(rename = "utf-8")]
    Utf8,
    /// Windows-1252.
    #[serde(rename = "windows-1252")]
    Windows1252,
}

impl Encoding {
    /// Its name as it is told.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Windows1252 => "Windows-1252",
        }
    }
}

/// A table, whoever decoded it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// Its rows.
    pub rows: Cow<'a, [Vec<String>]>,
    /// What is odd about how it is written, in words that follow its name.
    pub remark: Option<Said>,
}

/// Why a file is not read as a table; in words that follow its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoTable {
    /// It is not UTF-8 from this byte on, and its mapping does not say what else it is.
    #[error("is not UTF-8 from byte {0} on: say `encoding = \"windows-1252\"` if it is that")]
    NotUtf8(usize),
    /// It has the byte order mark of UTF-16.
    #[error("is UTF-16; save it as UTF-8")]
    Utf16,
    /// It is said to be Windows-1252.
    #[error("is UTF-8, and not windows-1252")]
    IsUtf8,
    /// It is said to be Windows-1252, which has no character for this byte.
    #[error("is not windows-1252: it has no character for byte {0}")]
    NotWindows1252(usize),
    /// Rows may be hidden in one cell.
    #[error("has a quotation mark that does not close, or after which text follows, at byte {0}")]
    BrokenQuote(usize),
    /// A part of it would be missing.
    #[error(
        "has more than {MOST_COLUMNS} columns or {MOST_CELLS} cells, from byte {0} on, which is not read"
    )]
    Excess(usize),
    /// It is another file than it seems.
    #[error("has a NUL byte, as no table has, at byte {0}: save it as CSV in UTF-8")]
    Nul(usize),
}

impl From<NoTable> for Said {
    fn from(why: NoTable) -> Self {
        let fr = match &why {
            NoTable::NotUtf8(at) => format!(
                "n'est pas en UTF-8 à partir de l'octet {at}\u{a0}: écrire \
                 `encoding = \"windows-1252\"` si c'est cela"
            ),
            NoTable::Utf16 => "est en UTF-16\u{a0}; l'enregistrer en UTF-8".to_owned(),
            NoTable::IsUtf8 => "est en UTF-8, et non en windows-1252".to_owned(),
            NoTable::NotWindows1252(at) => format!(
                "n'est pas en windows-1252\u{a0}: l'octet {at} n'y correspond à aucun caractère"
            ),
            NoTable::BrokenQuote(at) => {
                format!("a, à l'octet {at}, un guillemet qui ne se ferme pas ou que du texte suit")
            }
            NoTable::Excess(at) => {
                format!(
                    "a plus de {MOST_COLUMNS} colonnes ou de {MOST_CELLS} cellules à partir de \
                     l'octet {at}, ce qui n'est pas lu"
                )
            }
            NoTable::Nul(at) => format!(
                "a, à l'octet {at}, un octet nul, comme aucun tableau\u{a0}: l'enregistrer en CSV, en \
                 UTF-8"
            ),
        };
        [why.to_string(), fr].into()
    }
}

/// That a file in an encoding of one byte for each letter holds UTF-8, too.
pub fn both_encodings(at: usize, name: &str) -> Said {
    let en = format!("is UTF-8 at byte {at}, and is read as {name}: it holds both");
    let fr =
        format!("est en UTF-8 à l'octet {at}, et est lu en {name}\u{a0}: il contient les deux");
    [en, fr].into()
}

/// The rows of a table: those that the host read, or else what the bytes are in the
/// encoding that the mapping says.
///
/// ```
/// use gainsay_plugin::{
///     form::{Encoding, NoTable, decoded},
///     testing::document,
/// };
///
/// let table = document("fixture-a", "sources/fixture-a/a.csv", b"\xe9t\xe9,1\n");
/// let said = decoded(&table, Some(Encoding::Windows1252))?;
/// assert_eq!((&said.rows[0][0][..], said.remark), ("été", None));
/// assert_eq!(decoded(&table, None), Err(NoTable::NotUtf8(0)));
/// # Ok::<(), NoTable>(())
/// ```
///
/// # Errors
///
/// When it is written in another way than the mapping says, when a quotation mark does not
/// close, or when it is too large.
pub fn decoded(document: &Document, encoding: Option<Encoding>) -> Result<Decoded<'_>, NoTable> {
    let Some(bytes) = document.bytes.as_ref().map(|bytes| bytes.0.as_slice()) else {
        let rows = document.rows();
        let is_plain = rows.iter().flatten().all(|words| words.is_ascii());
        return match encoding {
            Some(Encoding::Windows1252) if !is_plain => Err(NoTable::IsUtf8),
            _ => Ok(Decoded { rows: Cow::Borrowed(rows), remark: None }),
        };
    };
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(NoTable::Utf16);
    }
    if encoding != Some(Encoding::Windows1252) {
        let valid = str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
        return Err(NoTable::NotUtf8(valid));
    }
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        return Err(NoTable::Nul(at));
    }
    let text = windows_1252::decode(bytes).map_err(NoTable::NotWindows1252)?;
    let table = Table::of(&text);
    // The text is longer than the bytes: its places are not theirs.
    let byte = |at: usize| text.get(..at).map_or(at, |before| before.chars().count());
    if let Some(at) = table.excess {
        return Err(NoTable::Excess(byte(at)));
    }
    if let Some(at) = table.broken_quote {
        return Err(NoTable::BrokenQuote(byte(at)));
    }
    let remark = windows_1252::utf8_within(bytes).map(|at| both_encodings(at, "windows-1252"));
    let rows = table.rows.into_iter();
    let rows = rows.map(|row| row.into_iter().map(|cell| cell.text(&text).to_owned()).collect());
    Ok(Decoded { rows: rows.collect(), remark })
}

/// The encoding that a table seems to have, for a proposal that a person confirms: none if it is
/// UTF-8 or no text at all, else Windows-1252.
///
/// ```
/// use gainsay_plugin::{form::{Encoding, guessed_encoding}, testing::document};
///
/// let guess = |name, bytes: &[u8]| {
///     guessed_encoding(&document("fixture-a", &format!("sources/fixture-a/{name}"), bytes))
/// };
/// assert_eq!(guess("a.csv", b"\xe9t\xe9,1\n"), Ok(Some(Encoding::Windows1252)));
/// assert_eq!(guess("a.csv", "été,1\n".as_bytes()), Ok(None));
/// assert_eq!(guess("a.csv", b"\xff\xfea\0"), Ok(None), "UTF-16");
/// assert_eq!(guess("a.xlsx", b"PK\x03\x04\xe9"), Ok(None));
/// assert!(guess("a.csv", b"\xe9t\xe9,1\n\xc3\xa9t\xc3\xa9,1\n").is_err());
/// ```
///
/// # Errors
///
/// When it holds UTF-8 and lines in another encoding: whichever was taken, words would be garbled.
/// In words that follow its name.
pub fn guessed_encoding(document: &Document) -> Result<Option<Encoding>, Said> {
    let is_text = document.media_type.starts_with("text/");
    if !is_text || !matches!(decoded(document, None), Err(NoTable::NotUtf8(_))) {
        return Ok(None);
    }
    let bytes = document.bytes.as_ref().map_or(&[][..], |bytes| &bytes.0);
    match windows_1252::utf8_within(bytes) {
        Some(_) => Err(lines_apart(bytes)),
        None => Ok(Some(Encoding::Windows1252)),
    }
}

/// That some lines of a file are in another encoding than the rest of it.
fn lines_apart(bytes: &[u8]) -> Said {
    const NAMED: usize = 10;
    let lines = bytes.split(|byte| *byte == b'\n').enumerate();
    let others = lines.filter(|(_, line)| str::from_utf8(line).is_err());
    let others: Vec<_> = others.map(|(line, _)| line).collect();
    let [en, fr] = few(&runs(&others, |line| (line + 1).to_string()), NAMED);
    let [line, at_line] = match others.len() {
        1 => ["line", "à la ligne"],
        _ => ["lines", "aux lignes"],
    };
    [
        format!("is UTF-8 but for {line} {en}: save all of it as UTF-8"),
        format!("est en UTF-8, sauf {at_line} {fr}\u{a0}: l'enregistrer tout entier en UTF-8"),
    ]
    .into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::document;

    const WINDOWS: Option<Encoding> = Some(Encoding::Windows1252);

    fn why(bytes: &[u8], encoding: Option<Encoding>) -> Option<NoTable> {
        decoded(&document("fixture-a", "sources/fixture-a/a.csv", bytes), encoding).err()
    }

    #[test]
    fn nothing_is_decoded_that_the_mapping_does_not_say() {
        assert_eq!(why(b"caf\xe9;37%", None), Some(NoTable::NotUtf8(3)));
        assert_eq!(why(b"caf\xe9;37%", Some(Encoding::Utf8)), Some(NoTable::NotUtf8(3)));
        assert_eq!(why(b"caf\xe9\x81", WINDOWS), Some(NoTable::NotWindows1252(4)));
        assert_eq!(why(b"\xff\xfea\0", WINDOWS), Some(NoTable::Utf16));
        assert_eq!(why("café".as_bytes(), WINDOWS), Some(NoTable::IsUtf8));
        assert_eq!(why(b"cafe", WINDOWS), None, "ASCII is both");
    }

    #[test]
    fn nothing_is_lost_in_silence() {
        let open = why(b"\xe9,\"b\n1,2\n", WINDOWS);
        assert_eq!(open, Some(NoTable::BrokenQuote(3)));
        assert_eq!(why(b"\xe9,\0\n1,2\n", WINDOWS), Some(NoTable::Nul(2)));
        let wide = [b"\xe9".as_slice(), &b",".repeat(1 << 14)].concat();
        assert!(matches!(why(&wide, WINDOWS), Some(NoTable::Excess(_))));
        let mixed = [b"caf\xe9;".as_slice(), "café".as_bytes()].concat();
        let mixed = document("fixture-a", "sources/fixture-a/a.csv", mixed);
        let remark = decoded(&mixed, WINDOWS).expect("it can be read").remark;
        let told = "is UTF-8 at byte 8, and is read as windows-1252: it holds both";
        assert_eq!(remark.expect("it is odd").as_str(), told);
    }
}
