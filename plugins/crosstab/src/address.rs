//! Addresses of cells as spreadsheets write them: `A1`, `C`, `9-12`.

use std::collections::BTreeMap;

pub(crate) use gainsay_plugin::form::{address, column_name};
use gainsay_plugin::form::{few, runs};

/// The column, counted from 0, of these letters; none for anything else, or beyond the
/// widest sheet there is.
pub(crate) fn column(name: &str) -> Option<usize> {
    const WIDEST: usize = 1 << 24;
    if name.is_empty() || name.len() > 5 {
        return None;
    }
    let mut column = 0_usize;
    for letter in name.bytes() {
        let digit = letter.checked_sub(b'A').filter(|&digit| digit < 26)?;
        column = column * 26 + usize::from(digit) + 1;
    }
    (column <= WIDEST).then(|| column - 1)
}

/// The first and last row, counted from 0, of `9` or `9-12`.
pub(crate) fn rows(text: &str) -> Option<(usize, usize)> {
    let number = |text: &str| text.trim().parse::<usize>().ok()?.checked_sub(1);
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let (first, last) = (number(first)?, number(last)?);
    (first <= last).then_some((first, last))
}

/// Numbers in words, runs of them as ranges: `4, 9-12`. They are counted from 0 and
/// named from 1.
pub(crate) fn ranges(numbers: &[usize], name: impl Fn(usize) -> String) -> String {
    runs(numbers, name).join(", ")
}

/// Cells in words of both languages, blocks of them as ranges, and no more than a reader takes
/// in: `B4-D9, F2, 7 more`.
pub(crate) fn cell_ranges(cells: &[(usize, usize)]) -> [String; 2] {
    const NAMED: usize = 10;
    let mut cells: Vec<_> = cells.iter().map(|&(row, column)| (column, row)).collect();
    cells.sort_unstable();
    cells.dedup();
    // Runs down a column, then runs of the same rows in columns side by side.
    let mut blocks: Vec<[(usize, usize); 2]> = Vec::new();
    let mut widening: BTreeMap<[usize; 3], usize> = BTreeMap::new();
    for run in cells.chunk_by(|one, next| (one.0, one.1 + 1) == *next) {
        let (Some(&first), Some(&last)) = (run.first(), run.last()) else { continue };
        let block = widening.remove(&[first.0, first.1, last.1]).unwrap_or(blocks.len());
        match blocks.get_mut(block) {
            Some([_, end]) => *end = last,
            None => blocks.push([first, last]),
        }
        widening.insert([first.0 + 1, first.1, last.1], block);
    }
    let name = |&(column, row): &(usize, usize)| address((row, column));
    let range = |[first, last]: &[(usize, usize); 2]| match first == last {
        true => name(first),
        false => format!("{}-{}", name(first), name(last)),
    };
    few(&blocks.iter().map(range).collect::<Vec<_>>(), NAMED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_in_spreadsheets() {
        for (number, name) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (16_383, "XFD")] {
            assert_eq!(column_name(number), name);
            assert_eq!(column(name), Some(number));
        }
        for wrong in ["", "a", "A1", "É", "AAAAAAAAAAAAAAAAAAAA"] {
            assert_eq!(column(wrong), None, "{wrong}");
        }
        assert_eq!(address((4, 1)), "B5");
    }

    #[test]
    fn rows_are_counted_from_one() {
        assert_eq!(rows("9-12"), Some((8, 11)));
        assert_eq!(rows("4"), Some((3, 3)));
        assert_eq!([rows("0"), rows("9-4"), rows("x"), rows("")], [None; 4]);
        assert_eq!(ranges(&[3, 8, 9, 10, 20], |row| (row + 1).to_string()), "4, 9-11, 21");
    }

    #[test]
    fn cells_side_by_side_are_a_range() {
        let block = (3..6).flat_map(|row| [(row, 1), (row, 2)]).chain([(1, 5), (2, 5), (9, 1)]);
        assert_eq!(cell_ranges(&block.collect::<Vec<_>>()), ["B4-C6, B10, F2-F3"; 2]);
        let apart: Vec<_> = (0..12).map(|one| (2 * one, 0)).collect();
        let [en, fr] = cell_ranges(&apart);
        assert!(en.ends_with("A17, A19, 2 more"), "{en}");
        assert!(fr.ends_with("A17, A19, et 2 de plus"), "{fr}");
    }
}
