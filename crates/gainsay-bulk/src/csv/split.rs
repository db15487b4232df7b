//! Splits CSV into rows and cells: by blocks, in which cells are ranges and nothing is copied.
//!
//! As RFC 4180 has it, but that rows may end in `\n` alone, empty lines are no rows, and a quote
//! within a cell that does not begin with one is a sign like any other.

use std::{
    io::{self, Read},
    ops::Range,
};

use memchr::{memchr, memchr_iter, memrchr};

use super::marks::Marks;

/// How much is read at once, in bytes. A longer row makes its block longer.
const BLOCK: usize = 1 << 17;

/// The rows of one block.
#[derive(Default)]
pub(super) struct Batch {
    bytes: Vec<u8>,
    delimiter: u8,
    // The line that the block begins in.
    line: u64,
    is_split: bool,
    // Whether all of `bytes` is UTF-8: then every cell is, as signs of CSV cut no character.
    is_text: bool,
    // Cells with a quote in them, without its double.
    unquoted: Vec<u8>,
    cells: Vec<Place>,
    // Of each row its line, and where its cells end in `cells`.
    rows: Vec<(u64, usize)>,
}

/// Where a cell stands: in the block, or among those with a quote in them.
#[derive(Clone)]
enum Place {
    Block(Range<usize>),
    Unquoted(Range<usize>),
}

impl Batch {
    /// The rows, each with its line and its cells.
    pub(super) fn rows(&self) -> impl ExactSizeIterator<Item = (u64, RowCells<'_>)> {
        let text = self.is_text.then(|| str::from_utf8(&self.bytes).ok()).flatten();
        self.rows.iter().enumerate().map(move |(row, &(line, end))| {
            let start = row.checked_sub(1).map_or(0, |before| self.rows[before].1);
            (line, RowCells { batch: self, text, places: &self.cells[start..end] })
        })
    }

    fn cell<'a>(&'a self, place: &Place, text: Option<&'a str>) -> Option<&'a str> {
        match (place, text) {
            (Place::Block(range), Some(text)) => text.get(range.clone()),
            (Place::Block(range), None) => str::from_utf8(&self.bytes[range.clone()]).ok(),
            (Place::Unquoted(range), _) => str::from_utf8(&self.unquoted[range.clone()]).ok(),
        }
    }

    /// Splits the rows, if they are not split yet.
    pub(super) fn split(&mut self) {
        if !self.is_split {
            self.split_rows(true);
        }
        self.is_text = str::from_utf8(&self.bytes).is_ok();
    }

    /// Splits the rows that are there as a whole, and tells where the rest begins, and in which
    /// line. The last row needs no end if it is the `last` of all.
    fn split_rows(&mut self, last: bool) -> (usize, u64) {
        let Self { bytes, unquoted, cells, rows, line, delimiter, .. } = self;
        let mut marks = Marks::new(bytes, *delimiter);
        let (mut from, mut line) = (0, *line);
        while from < bytes.len() {
            let before = (cells.len(), unquoted.len());
            let mut row = Row {
                bytes,
                unquoted: &mut *unquoted,
                cells: &mut *cells,
                marks: &mut marks,
                has_quote: false,
            };
            let Some(end) = row.read(from, last) else {
                cells.truncate(before.0);
                unquoted.truncate(before.1);
                break;
            };
            let lines = if row.has_quote { lines(&bytes[from..end]) } else { 1 };
            if is_blank(&bytes[from..end]) {
                cells.truncate(before.0);
            } else {
                rows.push((line, cells.len()));
            }
            line += lines;
            from = end;
        }
        self.is_split = true;
        (from, line)
    }

    fn clear(&mut self) {
        self.bytes.clear();
        self.is_split = false;
        self.unquoted.clear();
        self.cells.clear();
        self.rows.clear();
    }
}

/// The cells of a row.
#[derive(Clone, Copy)]
pub(super) struct RowCells<'a> {
    batch: &'a Batch,
    // All that is in the block, if it is text.
    text: Option<&'a str>,
    places: &'a [Place],
}

impl<'a> RowCells<'a> {
    pub(super) fn len(self) -> usize {
        self.places.len()
    }

    /// The cell of a column; none if there is none, or it is no text.
    pub(super) fn get(self, column: usize) -> Option<&'a str> {
        self.batch.cell(self.places.get(column)?, self.text)
    }

    /// All cells; one that is no text is none.
    pub(super) fn all(self) -> impl Iterator<Item = Option<&'a str>> {
        (0..self.len()).map(move |column| self.get(column))
    }

    /// Whether every cell is text.
    pub(super) fn are_text(self) -> bool {
        self.text.is_some() || self.all().all(|cell| cell.is_some())
    }
}

/// A table that is read block by block.
pub(super) struct Splitter<R> {
    input: R,
    delimiter: u8,
    // What was read of the row that the last block ended in.
    rest: Vec<u8>,
    line: u64,
    ended: bool,
}

impl<R: Read> Splitter<R> {
    pub(super) fn new(input: R, delimiter: u8) -> Self {
        Self { input, delimiter, rest: Vec::new(), line: 1, ended: false }
    }

    /// Reads the next rows, which may not be split yet; false when there are no more.
    pub(super) fn next(&mut self, batch: &mut Batch) -> io::Result<bool> {
        batch.clear();
        batch.bytes.append(&mut self.rest);
        (batch.line, batch.delimiter) = (self.line, self.delimiter);
        while !(self.ended && batch.bytes.is_empty()) {
            let wanted = BLOCK.max(batch.bytes.len());
            let read = self.input.by_ref().take(wanted as u64).read_to_end(&mut batch.bytes)?;
            self.ended = read < wanted;
            let (end, line) = self.whole_rows(batch);
            if end > 0 {
                self.rest = batch.bytes.split_off(end);
                self.line = line;
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Tells where the rows end that are there as a whole, and in which line. Without a quote every
    /// line is a row, and others may split them.
    fn whole_rows(&self, batch: &mut Batch) -> (usize, u64) {
        if memchr(b'"', &batch.bytes).is_some() {
            return batch.split_rows(self.ended);
        }
        let end = match memrchr(b'\n', &batch.bytes) {
            _ if self.ended => batch.bytes.len(),
            last => last.map_or(0, |last| last + 1),
        };
        let lines = memchr_iter(b'\n', &batch.bytes[..end]).count() as u64;
        (end, batch.line + lines)
    }
}

fn is_blank(row: &[u8]) -> bool {
    matches!(row, b"\n" | b"\r\n")
}

fn lines(row: &[u8]) -> u64 {
    row.iter().filter(|&&byte| byte == b'\n').count() as u64
}

/// The row that is being read.
struct Row<'a, 'b> {
    bytes: &'a [u8],
    unquoted: &'a mut Vec<u8>,
    cells: &'a mut Vec<Place>,
    marks: &'a mut Marks<'b>,
    has_quote: bool,
}

impl Row<'_, '_> {
    /// Reads the cells of a row and tells where the next one begins; none if its end is not there
    /// yet.
    fn read(&mut self, mut from: usize, ended: bool) -> Option<usize> {
        loop {
            let (place, end) = match self.bytes.get(from) {
                Some(b'"') => self.quoted(from + 1, ended)?,
                Some(_) => {
                    let end = self.end(from, ended)?;
                    (Place::Block(from..end), end)
                }
                None if ended => (Place::Block(from..from), from),
                None => return None,
            };
            let is_more = self.bytes.get(end) == Some(&self.marks.delimiter);
            self.cells.push(if is_more { place } else { self.without_return(place) });
            if !is_more {
                return Some((end + 1).min(self.bytes.len()));
            }
            from = end + 1;
        }
    }

    /// Where a cell ends that began before: at a delimiter, a line's end or the end of all.
    fn end(&mut self, from: usize, ended: bool) -> Option<usize> {
        self.marks.next(from).or(ended.then_some(self.bytes.len()))
    }

    /// Reads a cell from behind its first quote on.
    fn quoted(&mut self, start: usize, ended: bool) -> Option<(Place, usize)> {
        self.has_quote = true;
        let (mut from, kept) = (start, self.unquoted.len());
        loop {
            let Some(quote) = memchr(b'"', &self.bytes[from..]).map(|at| from + at) else {
                // A quote that is never closed: all that is left is its cell.
                self.unquoted.extend_from_slice(&self.bytes[from..]);
                let place = Place::Unquoted(kept..self.unquoted.len());
                return ended.then_some((place, self.bytes.len()));
            };
            if quote + 1 == self.bytes.len() && !ended {
                return None;
            }
            if self.bytes.get(quote + 1) == Some(&b'"') {
                self.unquoted.extend_from_slice(&self.bytes[from..=quote]);
                from = quote + 2;
                continue;
            }
            let end = self.end(quote + 1, ended)?;
            let behind = &self.bytes[quote + 1..end];
            if from == start && matches!(behind, b"" | b"\r") {
                return Some((Place::Block(start..quote), end));
            }
            self.unquoted.extend_from_slice(&self.bytes[from..quote]);
            let behind = behind.strip_suffix(b"\r").unwrap_or(behind);
            self.unquoted.extend_from_slice(behind);
            return Some((Place::Unquoted(kept..self.unquoted.len()), end));
        }
    }

    /// The last cell of a row, which may end in `\r\n`.
    fn without_return(&self, place: Place) -> Place {
        match place {
            // One that was quoted ends before its quote.
            Place::Block(range)
                if range.end > range.start
                    && self.bytes[range.end - 1] == b'\r'
                    && self.bytes.get(range.end) != Some(&b'"') =>
            {
                Place::Block(range.start..range.end - 1)
            }
            place => place,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A reader that gives a few bytes at a time, as a pipe does.
    struct Drops<'a>(&'a [u8]);

    impl Read for Drops<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let most = into.len().min(3);
            self.0.read(&mut into[..most])
        }
    }

    fn split(table: &[u8]) -> Vec<(u64, Vec<String>)> {
        let mut splitter = Splitter::new(Drops(table), b',');
        let (mut batch, mut rows) = (Batch::default(), Vec::new());
        while splitter.next(&mut batch).unwrap() {
            batch.split();
            let owned = |cell: Option<&str>| cell.unwrap_or("no text").to_owned();
            rows.extend(batch.rows().map(|(line, cells)| (line, cells.all().map(owned).collect())));
        }
        rows
    }

    fn expected(table: &[u8]) -> Vec<Vec<String>> {
        let mut reader =
            csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(table);
        let rows = reader.byte_records().map(|row| {
            let row = row.unwrap();
            row.iter().map(|cell| str::from_utf8(cell).unwrap_or("no text").to_owned()).collect()
        });
        rows.collect()
    }

    fn cells(table: &[u8]) -> Vec<Vec<String>> {
        split(table).into_iter().map(|(_, cells)| cells).collect()
    }

    #[test]
    fn lines_are_counted_within_cells_too() {
        let lines =
            |table: &str| split(table.as_bytes()).iter().map(|row| row.0).collect::<Vec<_>>();
        assert_eq!(lines("a,b\n\n\"c\nd\",e\r\nf,g"), [1, 3, 5]);
        assert!(lines("").is_empty());
    }

    #[test]
    fn quotes_are_those_of_csv() {
        for table in [
            "\"a,\"\"b\"\"\",c\n",
            "a\"b,c\n",
            "\"a\"b,c\n",
            "\"a\r\",\"\"\r\n",
            "\"open,\nx",
            "\"\"",
            "a,",
        ] {
            assert_eq!(cells(table.as_bytes()), expected(table.as_bytes()), "{table:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn rows_and_cells_are_those_of_another_reader(table in "([ab,\"\né]|\r\n){0,40}") {
            prop_assert_eq!(cells(table.as_bytes()), expected(table.as_bytes()));
        }
    }

    #[test]
    fn blocks_end_anywhere() {
        let row = "some text,\"quoted, \"\"twice\"\"\",é\n";
        let table = row.repeat(3 * BLOCK / row.len());
        assert_eq!(cells(table.as_bytes()), expected(table.as_bytes()));
        let long = format!("a,\"{}\",b\nc,d,e\n", "x\n".repeat(BLOCK));
        assert_eq!(cells(long.as_bytes()), expected(long.as_bytes()));
    }
}
