//! The character set of a file.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use gainsay_plugin::Said;

use super::SavError;

/// How the file names its character set.
#[derive(Debug, Default)]
pub(super) struct Declared {
    /// Record 7, subtype 20.
    pub(super) name: Option<String>,
    /// Record 7, subtype 3: a number of a code page.
    pub(super) page: Option<i32>,
}

impl Declared {
    /// The character set, and what had to be assumed if the file does not tell.
    /// `sample` is all that the dictionary holds in letters.
    pub(super) fn encoding(
        &self,
        sample: &[&[u8]],
    ) -> Result<(&'static Encoding, Option<Said>), SavError> {
        if let Some(name) = &self.name {
            return by_name(name).map(|encoding| (encoding, None));
        }
        match self.page {
            // 1 to 4 tell of EBCDIC, ASCII and "the system's".
            None | Some(0..=4) => Ok(guess(sample)),
            Some(page) => by_page(page).map(|encoding| (encoding, None)),
        }
    }
}

fn by_name(name: &str) -> Result<&'static Encoding, SavError> {
    let label = name.trim().to_ascii_lowercase();
    if let Some(encoding) = Encoding::for_label(label.as_bytes()) {
        return Ok(encoding);
    }
    let digits = label.trim_start_matches("cp").trim_start_matches("windows-");
    let page = digits.parse().map_err(|_| SavError::Encoding(name.to_owned()))?;
    by_page(page)
}

fn by_page(page: i32) -> Result<&'static Encoding, SavError> {
    let label = match page {
        65001 | 20127 => "utf-8".to_owned(),
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        54936 => "gb18030".to_owned(),
        28591..=28606 => format!("iso-8859-{}", page - 28590),
        page => format!("windows-{page}"),
    };
    Encoding::for_label(label.as_bytes()).ok_or(SavError::Encoding(page.to_string()))
}

fn guess(sample: &[&[u8]]) -> (&'static Encoding, Option<Said>) {
    if sample.iter().all(|words| std::str::from_utf8(words).is_ok()) {
        return (UTF_8, None);
    }
    let remark = [
        "declares no character set, and its letters are no UTF-8: read as windows-1252",
        "ne déclare pas de jeu de caractères, et ses lettres ne sont pas en UTF-8\u{a0}: lu en \
         windows-1252",
    ];
    (WINDOWS_1252, Some(remark.into()))
}
