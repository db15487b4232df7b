//! Tables: the parts of a table document, and their cells with the labels of
//! the row and column they stand in.
//!
//! A part is what stands between two empty rows: captions (rows that fill only
//! their first cell), one row of column labels, then rows with the row's label
//! in the first cell. A row that begins with `#` is a remark.
//!
//! A cell, a label or a caption may end in `[a]`: the page on which it was seen,
//! `seen a` of the head. The nearest one holds: that of the cell itself, of its
//! row, of its column, of the last caption.

use gainsay_claims::value::Unit;
use gainsay_claims::wire::{Figure, Place};

use crate::{Document, SourceError};

/// The label of the row with the numbers of cases.
const CASES: &str = "Unweighted base";

/// A part of a table document.
///
/// ```
/// use gainsay_plugin::{Grid, testing::document};
///
/// let csv = "What they do,,\n,All,Men\nignore posts,72,68\nUnweighted base,1024,511\n";
/// let document = document("fixture-a", "sources/fixture-a/2014.csv", csv);
/// let parts = Grid::parts(&document, 0)?;
/// let men = parts[0].cell("ignore posts", "Men").expect("it is filled");
/// assert_eq!(men.words, "68");
/// assert_eq!(parts[0].findings().count(), 2);
/// assert_eq!(parts[0].cases("Men").map(|at| document.words(at)), Some("511"));
/// # Ok::<(), gainsay_plugin::SourceError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Grid<'a> {
    document: &'a Document,
    captions: Vec<usize>,
    heads: usize,
    rows: Vec<usize>,
}

/// A filled cell with its labels, all without surrounding space and `[a]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell<'a> {
    /// The label of its row.
    pub row: &'a str,
    /// The label of its column.
    pub column: &'a str,
    /// What it says.
    pub words: &'a str,
    /// Where it says so.
    pub at: Place,
    /// The label of the page on which it was seen, or nothing.
    pub seen: &'a str,
}

impl Cell<'_> {
    /// The figure in the cell: a bare number is one of percent, anything else
    /// says its unit itself.
    pub fn figure(&self) -> Figure {
        let bare = |sign: char| sign.is_ascii_digit() || matches!(sign, '.' | ',' | '<' | ' ');
        match self.words.chars().all(bare) {
            true => Figure::in_unit(self.at, Unit::Percent),
            false => Figure::at(self.at),
        }
    }
}

impl<'a> Grid<'a> {
    /// The parts of a document from a row on, mostly [`Header::body`].
    ///
    /// # Errors
    ///
    /// When a part has no row of column labels.
    ///
    /// [`Header::body`]: crate::Header::body
    pub fn parts(document: &'a Document, from: usize) -> Result<Vec<Self>, SourceError> {
        let mut parts = Vec::new();
        let mut rows = Vec::new();
        for row in from..document.rows().len() {
            if document.cell(row, 0).starts_with('#') {
                continue;
            }
            if !is_empty(document, row) {
                rows.push(row);
            } else if !rows.is_empty() {
                parts.push(Self::of(document, std::mem::take(&mut rows))?);
            }
        }
        if !rows.is_empty() {
            parts.push(Self::of(document, rows)?);
        }
        Ok(parts)
    }

    /// The filled cells row by row but for the row [`Grid::cases`], so that a
    /// reader that goes through all of them leaves no figure out.
    pub fn findings(&self) -> impl Iterator<Item = Cell<'a>> + '_ {
        self.cells().filter(|cell| cell.row != CASES)
    }

    /// The filled cells row by row.
    pub fn cells(&self) -> impl Iterator<Item = Cell<'a>> + '_ {
        self.rows.iter().flat_map(move |&row| {
            (1..self.width(row)).filter_map(move |column| self.filled(row, column))
        })
    }

    /// The filled cell in the row and column with these labels.
    pub fn cell(&self, row: &str, column: &str) -> Option<Cell<'a>> {
        self.cells().find(|cell| cell.row == row && cell.column == column)
    }

    /// Where a column's number of cases is written, in the row `Unweighted base`;
    /// nothing when that cell holds no number.
    pub fn cases(&self, column: &str) -> Option<Place> {
        let cell = self.cell(CASES, column)?;
        cell.words.contains(|sign: char| sign.is_ascii_digit()).then_some(cell.at)
    }

    /// The column label itself, as a cell.
    pub fn heading(&self, label: &str) -> Option<Cell<'a>> {
        let mut headings = (1..self.width(self.heads)).filter_map(|at| self.filled(self.heads, at));
        headings.find(|heading| heading.words == label)
    }

    /// The labels of the rows, in order.
    pub fn row_labels(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.rows.iter().map(|&row| marked(self.document.cell(row, 0)).0)
    }

    /// The captions above the column labels, in order.
    pub fn captions(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.captions.iter().map(|&row| marked(self.document.cell(row, 0)).0)
    }

    /// The last caption, the one that names the part; or nothing.
    pub fn caption(&self) -> &'a str {
        self.captions().last().unwrap_or_default()
    }

    /// An error about a cell that the reader has no meaning for.
    pub fn refuse(&self, cell: &Cell<'_>) -> SourceError {
        let (row, column) = (cell.row, cell.column);
        SourceError::new([
            format!("nothing reads row `{row}`, column `{column}`"),
            format!("rien ne lit la ligne `{row}`, colonne `{column}`"),
        ])
        .at(self.document, cell.at)
    }

    fn of(document: &'a Document, rows: Vec<usize>) -> Result<Self, SourceError> {
        let fills_more =
            |&row: &usize| document.rows()[row].iter().skip(1).any(|cell| is_filled(cell));
        let Some(heads) = rows.iter().position(fills_more) else {
            return Err(SourceError::new([
                "this part of the table has no column labels",
                "les colonnes de cette partie du tableau n'ont pas d'en-têtes",
            ])
            .at(document, Place::cell(rows[0], 0)));
        };
        let captions = rows[..heads].to_vec();
        Ok(Self { document, captions, heads: rows[heads], rows: rows[heads + 1..].to_vec() })
    }

    fn width(&self, row: usize) -> usize {
        self.document.rows().get(row).map_or(0, Vec::len)
    }

    fn filled(&self, row: usize, column: usize) -> Option<Cell<'a>> {
        let (words, own) = marked(self.document.cell(row, column));
        if words.is_empty() {
            return None;
        }
        let (row_label, of_row) = marked(self.document.cell(row, 0));
        let (column_label, of_column) = marked(self.document.cell(self.heads, column));
        let of_caption = || marked(self.document.cell(*self.captions.last()?, 0)).1;
        let seen = own.or(of_row).or(of_column).or_else(of_caption);
        Some(Cell {
            row: row_label,
            column: column_label,
            words,
            at: self.place(row, column, words),
            seen: seen.unwrap_or_default(),
        })
    }

    /// The place of the words, which begin the cell but for space before them.
    fn place(&self, row: usize, column: usize, words: &str) -> Place {
        let cell = Place::cell(row, column);
        let whole = self.document.words(cell);
        let start = whole.len() - whole.trim_start().len();
        if whole == words { cell } else { cell.within(start..start + words.len()) }
    }
}

/// Words and the label in brackets that they end in.
pub(crate) fn marked(words: &str) -> (&str, Option<&str>) {
    let split = || words.strip_suffix(']')?.rsplit_once('[');
    match split() {
        Some((before, label)) => (before.trim_end(), Some(label)),
        None => (words, None),
    }
}

fn is_filled(cell: &str) -> bool {
    !cell.trim().is_empty()
}

fn is_empty(document: &Document, row: usize) -> bool {
    document.rows().get(row).is_none_or(|cells| !cells.iter().any(|cell| is_filled(cell)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(rows: &[&[&str]]) -> Document {
        let cells = rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect());
        Document { cells: Some(cells.collect()), ..Document::default() }
    }

    #[test]
    fn cells_carry_labels_place_and_the_nearest_page() {
        let document = document(&[
            &["Trust [a]", "", ""],
            &["", "US", "Europe [b]"],
            &["# a remark", "5", ""],
            &["Friends", "70", "62 [c]"],
            &["", "", ""],
            &["", "All", "Users"],
            &["Unweighted base", "300", "not disclosed"],
            &["Yes", "1 in 4", ""],
        ]);
        let parts = Grid::parts(&document, 0).unwrap();
        let cells: Vec<_> = parts[0].cells().collect();
        assert_eq!(parts.len(), 2);
        assert_eq!((parts[0].caption(), parts[1].caption()), ("Trust", ""));
        assert_eq!((cells[0].row, cells[0].column, cells[0].seen), ("Friends", "US", "a"));
        assert_eq!((cells[1].words, cells[1].seen), ("62", "c"));
        assert_eq!(document.words(cells[1].at), "62");
        assert_eq!(parts[1].cases("All"), Some(Place::cell(6, 1)));
        assert_eq!(parts[1].cases("Users"), None);
        assert_eq!(parts[1].findings().map(|cell| cell.words).collect::<Vec<_>>(), ["1 in 4"]);
        assert_eq!(parts[1].cell("Yes", "None"), None);
        assert_eq!(parts[1].heading("Users").map(|cell| cell.at), Some(Place::cell(5, 2)));
        assert_eq!(cells[0].figure(), Figure::in_unit(cells[0].at, Unit::Percent));
        assert!(parts[1].findings().all(|cell| cell.figure().unit.is_none()));
    }

    #[test]
    fn a_part_without_column_labels_is_refused() {
        let document = document(&[&["Trust", ""], &["Friends", ""]]);
        assert!(Grid::parts(&document, 0).is_err());
    }
}
