//! Tables of separated values, read so that every cell knows where it stands.
//!
//! The `csv` crate gives no byte range for a cell, and a diagnostic must show
//! one; it serves as the oracle of the tests instead.

use std::{borrow::Cow, ops::Range};

/// The most cells in a row: what a spreadsheet holds.
pub const MOST_COLUMNS: usize = 1 << 14;

/// The most cells of a table. Each takes tens of bytes of memory, be it empty.
pub const MOST_CELLS: usize = 1 << 21;

/// The cells of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Rows of cells; rows may differ in length.
    pub rows: Vec<Vec<Cell>>,
    /// Where the first quoted cell starts that is not closed, or goes on after
    /// its closing quote. What follows it may be read as fewer cells than meant.
    pub broken_quote: Option<usize>,
    /// Where the first cell starts of which there are too many. It is not read, nor is
    /// what follows it.
    pub excess: Option<usize>,
}

/// A cell and where it stands. Large tables have millions: what is written in the file as it
/// reads is not copied.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// The text, where it is another one than that of the file.
    own: Option<Box<str>>,
    /// The bytes of the file that hold it, without the quotes around it.
    pub span: Range<usize>,
}

impl Cell {
    /// A cell with this text, which these bytes of the file hold.
    pub fn new(text: &str, span: Range<usize>, file: &str) -> Self {
        let is_verbatim = file.get(span.clone()) == Some(text);
        Self { own: (!is_verbatim).then(|| text.into()), span }
    }

    /// The text, without the quotes around it, in the file that it was read from.
    pub fn text<'a>(&'a self, file: &'a str) -> &'a str {
        match &self.own {
            Some(own) => own,
            None => file.get(self.span.clone()).unwrap_or_default(),
        }
    }
}

impl Table {
    /// Reads a table. The separator is the one of comma, semicolon, tab and bar that
    /// occurs most outside quotes (on a tie, in this order). Any text is a
    /// table: an open quote ends with the text.
    pub fn of(text: &str) -> Self {
        let separator = separator(text);
        let mut scanner =
            Scanner { text, at: bom(text), cells: 0, broken_quote: None, excess: None };
        let mut rows = Vec::new();
        let mut width = 0;
        while scanner.at < text.len() && scanner.excess.is_none() {
            let row = scanner.row(separator, width);
            width = row.len();
            rows.push(row);
        }
        Self { rows, broken_quote: scanner.broken_quote, excess: scanner.excess }
    }

    /// The cell at a row and column counted from 0.
    pub fn cell(&self, row: usize, column: usize) -> Option<&Cell> {
        self.rows.get(row)?.get(column)
    }
}

/// The length of a byte order mark.
fn bom(text: &str) -> usize {
    if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}

fn separator(text: &str) -> u8 {
    // How often each byte stands outside quotes: counting them all takes no branch.
    let mut counts = [0_usize; 256];
    let mut unquoted = 1;
    for byte in text.bytes() {
        unquoted ^= usize::from(byte == b'"');
        counts[usize::from(byte)] += unquoted;
    }
    // The last of equals is the greatest, and the comma comes before all.
    let separators = [b'|', b'\t', b';', b','].into_iter();
    separators.max_by_key(|one| counts[usize::from(*one)]).unwrap_or(b',')
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    cells: usize,
    broken_quote: Option<usize>,
    excess: Option<usize>,
}

impl Scanner<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Reads a row, which likely has as many cells as the one before.
    fn row(&mut self, separator: u8, width: usize) -> Vec<Cell> {
        let mut cells = Vec::with_capacity(width);
        loop {
            if cells.len() == MOST_COLUMNS || self.cells == MOST_CELLS {
                self.excess = Some(self.at);
                return cells;
            }
            self.cells += 1;
            cells.push(self.cell(separator));
            match self.peek() {
                Some(byte) if byte == separator => self.at += 1,
                _ => break,
            }
        }
        if self.peek() == Some(b'\r') {
            self.at += 1;
        }
        if self.peek() == Some(b'\n') {
            self.at += 1;
        }
        cells
    }

    fn cell(&mut self, separator: u8) -> Cell {
        if self.peek() == Some(b'"') {
            return self.quoted_cell(separator);
        }
        let start = self.at;
        while self.peek().is_some_and(|byte| byte != separator && !matches!(byte, b'\r' | b'\n')) {
            self.at += 1;
        }
        let span = start..self.at;
        Cell { own: None, span }
    }

    fn quoted_cell(&mut self, separator: u8) -> Cell {
        self.at += 1;
        let start = self.at;
        let mut end = self.text.len();
        let mut closed = false;
        while let Some(byte) = self.peek() {
            self.at += 1;
            if byte != b'"' {
                continue;
            }
            if self.peek() != Some(b'"') {
                end = self.at - 1;
                closed = true;
                break;
            }
            self.at += 1;
        }
        let mut text = Cow::Borrowed(&self.text[start..end]);
        if text.contains('"') {
            text = text.replace("\"\"", "\"").into();
        }
        // What follows a closing quote belongs to the cell, as spreadsheets do.
        let tail = self.at;
        while self.peek().is_some_and(|byte| byte != separator && !matches!(byte, b'\r' | b'\n')) {
            self.at += 1;
        }
        if tail < self.at {
            text.to_mut().push_str(&self.text[tail..self.at]);
        }
        if !closed || tail < self.at {
            self.broken_quote.get_or_insert(start);
        }
        Cell::new(&text, start..end, self.text)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn texts(text: &str) -> Vec<Vec<String>> {
        let words = |cell: &Cell| cell.text(text).to_owned();
        let row = |cells: &Vec<Cell>| cells.iter().map(words).collect();
        Table::of(text).rows.iter().map(row).collect()
    }

    #[test]
    fn a_cell_is_copied_only_where_the_file_has_it_otherwise() {
        let text = "a,\"b,c\",\"say \"\"x\"\"\"\n";
        let table = Table::of(text);
        let [plain, quoted, doubled] = &table.rows[0][..] else { panic!("{table:?}") };
        assert_eq!((&plain.own, &quoted.own), (&None, &None));
        assert_eq!(doubled.own.as_deref(), Some("say \"x\""));
        // Of a file that is not the one it was read from, it has no words.
        assert_eq!(quoted.text(""), "");
    }

    #[test]
    fn cells_know_where_they_stand() {
        let text = "a;\"b;c\";1,5\r\nd;\"say \"\"x\"\"\";\r\n";
        let table = Table::of(text);
        assert_eq!(texts(text), [["a", "b;c", "1,5"], ["d", "say \"x\"", ""]]);
        assert_eq!(&text[table.rows[0][1].span.clone()], "b;c");
        assert_eq!(&text[table.rows[1][1].span.clone()], "say \"\"x\"\"");
    }

    #[test]
    fn a_bar_separates_where_it_is_most_frequent() {
        assert_eq!(texts("a|b,c|d\n1|2|3\n"), [["a", "b,c", "d"], ["1", "2", "3"]]);
        assert_eq!(texts("a|b,c\n"), [["a|b", "c"]]);
    }

    #[test]
    fn a_quote_that_does_not_close_is_told() {
        assert_eq!(Table::of("a,\"b\",c\nd,e\n").broken_quote, None);
        assert_eq!(Table::of("a,\"say \"\"b\"\"\"\n").broken_quote, None);
        assert_eq!(Table::of("a,\"b,c\nd,e\n").broken_quote, Some(3));
        assert_eq!(Table::of("a,\"b\" c,d\n").broken_quote, Some(3));
    }

    #[test]
    fn an_empty_line_is_a_row_with_an_empty_cell() {
        assert_eq!(texts("a,b\n\nc,d"), [vec!["a", "b"], vec![""], vec!["c", "d"]]);
    }

    #[test]
    fn no_row_and_no_table_is_larger_than_memory_allows() {
        let widest = ",".repeat(MOST_COLUMNS - 1);
        assert_eq!(Table::of(&format!("a,b\n{widest}\n")).excess, None);
        let wider = Table::of(&format!("a,b\n{widest},x\nc,d\n"));
        assert_eq!(wider.excess, Some(4 + MOST_COLUMNS));
        assert_eq!(wider.rows.len(), 2, "what follows is not read");
        let largest = format!("{widest}\n").repeat(MOST_CELLS / MOST_COLUMNS);
        assert_eq!(Table::of(&largest).excess, None);
        assert_eq!(Table::of(&format!("{largest}x")).excess, Some(largest.len()));
    }

    proptest! {
        #[test]
        fn reads_what_the_csv_crate_writes(
            rows in prop::collection::vec(prop::collection::vec("[a-z\",\n ]{1,6}", 2..4), 1..5)
        ) {
            let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
            for row in &rows {
                writer.write_record(row).expect("writing to memory");
            }
            let text = String::from_utf8(writer.into_inner().expect("flushed")).expect("utf-8");
            prop_assert_eq!(texts(&text), rows);
        }

        #[test]
        fn never_panics_and_spans_are_in_the_text(text in any::<String>()) {
            for cell in Table::of(&text).rows.iter().flatten() {
                prop_assert!(text.get(cell.span.clone()).is_some());
            }
        }
    }
}
