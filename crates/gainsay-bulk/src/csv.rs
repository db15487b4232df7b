//! The claims table as CSV.

mod marks;
mod on_threads;
mod put;
mod split;

use std::{
    array,
    io::{self, Read, Write},
};

use crate::{
    cells::{Bad, Cells, entry, row, texts},
    claims::{Claims, Measures},
    columns::COLUMNS,
    fault::{FaultKind, Faults},
    intake::{Header, Intake},
    row::{Cell, Row},
};
use on_threads::{Source, in_order, threads};
pub(crate) use put::put_row;
use split::{Batch, RowCells, Splitter};

/// So much text is written at once, in bytes.
const AT_ONCE: usize = 1 << 16;

/// Writes rows as CSV with a first row of names (RFC 4180, lines ending in `\n`).
///
/// This is a file of data: what a spreadsheet takes for a formula is written as it is. A text that
/// is there and empty reads back as none where a cell may be empty.
///
/// # Errors
/// What `out` says.
pub fn write_csv<'a>(
    rows: impl IntoIterator<Item = &'a Row>,
    mut out: impl Write,
) -> io::Result<()> {
    let mut text = Vec::new();
    put_row(COLUMNS.iter().map(|column| Cell::Text(column.name)), &mut text);
    for row in rows {
        put_row(row.cells(), &mut text);
        if text.len() >= AT_ONCE {
            out.write_all(&text)?;
            text.clear();
        }
    }
    out.write_all(&text)?;
    out.flush()
}

/// Reads a table to be judged. Cells are separated by commas, semicolons or tabs, whichever the
/// first row has; `name` is what faults call the table.
///
/// # Errors
/// What `input` says. What is wrong with the table is told as faults, and all other rows are read.
pub fn read_csv(name: &str, input: impl Read + Send) -> io::Result<(Claims, Faults)> {
    let mut intake = Intake::new(name);
    let measures = |cells: &NamedCells<'_>| {
        // A number that stands in for the name is not needed yet.
        Measures::of(&entry(cells, "")?).map_err(|kind| (None, kind))
    };
    let faults = read(name, input, measures, |cells, measures, number, line| {
        let texts = texts(cells, number);
        intake.add_measured(&texts, &measures, line).map_err(|kind| (None, kind))
    })?;
    Ok(intake.end(faults))
}

/// Reads a table with every column, as [`read_csv`] reads what is to be judged.
///
/// # Errors
/// As for [`read_csv`].
pub fn read_csv_rows(name: &str, input: impl Read + Send) -> io::Result<(Vec<Row>, Faults)> {
    let mut rows = Vec::new();
    let faults = read(
        name,
        input,
        |_| Ok(()),
        |cells, (), number, _| {
            rows.push(row(cells, number)?);
            Ok(())
        },
    )?;
    Ok((rows, faults))
}

/// Reads rows: `prepare` does on another thread what needs no other row, and `take` gets them in
/// their order, each with its number and its line.
fn read<T: Send>(
    name: &str,
    input: impl Read + Send,
    prepare: impl Fn(&NamedCells<'_>) -> Result<T, Bad> + Sync,
    mut take: impl FnMut(&NamedCells<'_>, T, &str, u64) -> Result<(), Bad>,
) -> io::Result<Faults> {
    let mut faults = Faults::default();
    let (Some(delimiter), input) = sniffed(input)? else {
        faults.add(name, 1, None, FaultKind::OldLineEnds);
        return Ok(faults);
    };
    let mut splitter = Splitter::new(input, delimiter);
    let mut first = Batch::default();
    while first.rows().len() == 0 {
        if !splitter.next(&mut first)? {
            faults.add(name, 1, None, FaultKind::Empty);
            return Ok(faults);
        }
        first.split();
    }
    let header = header(name, &first, &mut faults);
    if !header.is_readable {
        return Ok(faults);
    }
    let columns: Columns = array::from_fn(|place| Some(header.number(place)? - 1));
    let prepare = |cells: RowCells<'_>| {
        complete(&header, cells)?;
        prepare(&NamedCells { cells, columns: &columns })
    };
    let (mut number, mut in_words) = (0_u64, itoa::Buffer::new());
    let source = Source::new(splitter, first);
    in_order(threads(), source, &prepare, |line, cells, prepared| {
        number += 1;
        let cells = NamedCells { cells, columns: &columns };
        let in_words = in_words.format(number);
        let taken = prepared.and_then(|prepared| take(&cells, prepared, in_words, line));
        if let Err((place, kind)) = taken {
            let column = place.and_then(|place| header.number(place));
            faults.add(name, line, column, kind);
        }
    })?;
    Ok(faults)
}

/// Reads the names of columns, which are the first row.
fn header(name: &str, first: &Batch, faults: &mut Faults) -> Header {
    let Some((line, names)) = first.rows().next() else { return Header::default() };
    let names: Option<Vec<&str>> = names.all().map(|name| Some(name?.trim())).collect();
    let Some(names) = names else {
        faults.add(name, line, None, FaultKind::NotUtf8);
        return Header::default();
    };
    Header::read(name, line, &names, faults)
}

/// Says whether a row has a cell for each name, and all of them are text.
fn complete(header: &Header, cells: RowCells<'_>) -> Result<(), Bad> {
    if cells.is_too_long() {
        return Err((None, FaultKind::TooLong));
    }
    let (found, expected) = (cells.len(), header.places.len());
    if found != expected {
        return Err((None, FaultKind::Cells { found, expected }));
    }
    if cells.are_text() { Ok(()) } else { Err((None, FaultKind::NotUtf8)) }
}

/// Of each of [`COLUMNS`] its place in the rows of a table.
type Columns = [Option<usize>; COLUMNS.len()];

/// The cells of a row under the names of a table.
struct NamedCells<'a> {
    cells: RowCells<'a>,
    columns: &'a Columns,
}

impl<'a> Cells<'a> for NamedCells<'a> {
    fn cell(&self, place: usize) -> Option<&'a str> {
        self.cells.get(self.columns[place]?)
    }
}

/// What separates the cells of the first row, and the whole table again, without the mark that
/// some programs begin a file with; nothing where its lines do not end as they do today.
fn sniffed(mut input: impl Read + Send) -> io::Result<(Option<u8>, impl Read + Send)> {
    const ENOUGH: u64 = 4096;
    let mut first = Vec::new();
    input.by_ref().take(ENOUGH).read_to_end(&mut first)?;
    if first.starts_with("\u{feff}".as_bytes()) {
        first.drain(..3);
    }
    let line = first.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let is_old = line.len() == first.len() && line.contains(&b'\r');
    let count = |sign: u8| line.iter().filter(|&&byte| byte == sign).count();
    // Of equal numbers the last counts.
    let delimiter = [b'\t', b';', b','].into_iter().max_by_key(|&sign| count(sign));
    let delimiter = delimiter.filter(|_| !is_old);
    Ok((delimiter, io::Cursor::new(first).chain(input)))
}

#[cfg(test)]
mod tests;
