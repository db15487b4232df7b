//! How much a packed workbook holds, before it is unpacked into memory.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;

use super::{BookError, MOST_CELLS};

/// The most bytes that all parts of a workbook may unpack to.
const MOST_UNPACKED: u64 = 128 << 20;

/// Refuses a workbook whose parts unpack to too much. Sizes that the file states are not
/// believed: each part is unpacked, and thrown away.
pub(super) fn check_size(bytes: &[u8]) -> Result<(), BookError> {
    let broken = |error: &dyn std::fmt::Display| BookError::Broken(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let mut left = MOST_UNPACKED;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| broken(&error))?;
        let length =
            io::copy(&mut part.take(left + 1), &mut io::sink()).map_err(|error| broken(&error))?;
        left = left.checked_sub(length).ok_or(BookError::TooLarge { most: MOST_UNPACKED >> 20 })?;
    }
    Ok(())
}

/// The content of an OpenDocument table. One whose repeated cells and rows come to too many is
/// refused: an element of a few bytes may stand for a billion cells.
pub(super) fn content(bytes: &[u8]) -> Result<String, BookError> {
    let broken = |error: &dyn std::fmt::Display| BookError::Broken(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let mut content = String::new();
    let mut part = archive.by_name("content.xml").map_err(|error| broken(&error))?;
    part.read_to_string(&mut content).map_err(|error| broken(&error))?;
    match cells(&content) {
        cells if cells > MOST_CELLS => Err(BookError::TooManyCells { most: MOST_CELLS }),
        _ => Ok(content),
    }
}

/// How many cells the rows of a content stand for. Empty cells at the end of a row and
/// rows without a filled cell cost nothing, for they are not kept.
fn cells(content: &str) -> usize {
    let mut all = 0_usize;
    for row in content.split("<table:table-row").skip(1) {
        let head = row.split('>').next().unwrap_or_default();
        let (mut filled, mut waiting) = (0_usize, 0_usize);
        for cell in row.split("table-cell").skip(1) {
            let tag = cell.split('>').next().unwrap_or_default();
            let count = number(tag, "number-columns-repeated=");
            let is_closing = tag.is_empty();
            let says = tag.contains("office:value") || tag.contains("table:formula");
            match tag.ends_with('/') && !says {
                _ if is_closing => {}
                true => waiting = waiting.saturating_add(count),
                false => {
                    filled = filled.saturating_add(waiting).saturating_add(count);
                    waiting = 0;
                }
            }
        }
        let rows = number(head, "number-rows-repeated=");
        all = all.saturating_add(filled.saturating_mul(rows));
    }
    all
}

/// The number that an attribute states; one where it is not there.
pub(super) fn number(tag: &str, attribute: &str) -> usize {
    let value = tag.split_once(attribute).map_or("", |(_, rest)| rest);
    let digits = value.trim_start_matches(['"', '\'']);
    let end = digits.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(digits.len());
    match &digits[..end] {
        "" => 1,
        digits => digits.parse().unwrap_or(usize::MAX),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_cells_are_counted_where_they_are_kept() {
        let row = |repeated: &str, cells: &str| {
            format!("<table:table-row {repeated}>{cells}</table:table-row>")
        };
        let filled = |repeated: &str| {
            format!("<table:table-cell {repeated}><text:p>1</text:p></table:table-cell>")
        };
        let empty = r#"<table:table-cell table:number-columns-repeated="16380"/>"#;
        assert_eq!(cells(&row("", &format!("{}{empty}", filled("")))), 1);
        assert_eq!(cells(&row("", &format!("{empty}{}", filled("")))), 16_381);
        let many = r#"table:number-columns-repeated="1000""#;
        let rows = r#"table:number-rows-repeated="1048576""#;
        assert_eq!(cells(&row(rows, &filled(many))), 1000 << 20);
        assert_eq!(cells(&row(rows, empty)), 0);
        // A formula is kept, even one without a result.
        let formula =
            r#"<table:table-cell table:number-columns-repeated="9" table:formula="of:=1"/>"#;
        assert_eq!(cells(&row("", formula)), 9);
        let absurd = r#"table:number-columns-repeated="99999999999999999999999""#;
        assert_eq!(cells(&row(rows, &filled(absurd))), usize::MAX);
    }
}
