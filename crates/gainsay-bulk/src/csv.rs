//! The claims table as CSV.

mod split;

use std::{
    io::{self, Read, Write},
    sync::mpsc,
    thread,
};

use crate::{
    cells::{Bad, Cells, entry, row},
    claims::Claims,
    columns::COLUMNS,
    fault::{FaultKind, Faults},
    intake::{Header, Intake},
    row::{Cell, Row},
};
use split::{Batch, Splitter};

/// Writes rows as CSV with a first row of names (RFC 4180, lines ending in `\n`).
///
/// This is a file of data: what a spreadsheet takes for a formula is written as it is. A text that
/// is there and empty reads back as none where a cell may be empty.
///
/// # Errors
/// What `out` says.
pub fn write_csv<'a>(rows: impl IntoIterator<Item = &'a Row>, out: impl Write) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(COLUMNS.iter().map(|column| column.name)).map_err(io_error)?;
    let mut written = String::new();
    for row in rows {
        for cell in row.cells() {
            written.clear();
            write_cell(cell, &mut written);
            writer.write_field(&written).map_err(io_error)?;
        }
        writer.write_record(None::<&[u8]>).map_err(io_error)?;
    }
    writer.flush()
}

pub(crate) fn write_cell(cell: Cell<'_>, out: &mut String) {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => out.push_str(text),
        Cell::Bool(truth) => out.push_str(if truth { "true" } else { "false" }),
        Cell::Count(count) => out.push_str(&count.to_string()),
        // The shortest digits that read back to the same number.
        Cell::Number(number) => {
            let mut buffer = zmij::Buffer::new();
            let digits = buffer.format(number);
            out.push_str(digits.strip_suffix(".0").unwrap_or(digits));
        }
        Cell::Date(date) => out.push_str(&date.to_string()),
    }
}

/// Reads a table to be judged. Cells are separated by commas, semicolons or tabs, whichever the
/// first row has; `name` is what faults call the table.
///
/// # Errors
/// What `input` says. What is wrong with the table is told as faults, and all other rows are read.
pub fn read_csv(name: &str, input: impl Read + Send) -> io::Result<(Claims, Faults)> {
    let mut intake = Intake::new(name);
    let faults = read(name, input, |cells, number, line| {
        intake.add(&entry(cells, number)?, line).map_err(|kind| (None, kind))
    })?;
    Ok(intake.end(faults))
}

/// Reads a table with every column, as [`read_csv`] reads what is to be judged.
///
/// # Errors
/// As for [`read_csv`].
pub fn read_csv_rows(name: &str, input: impl Read + Send) -> io::Result<(Vec<Row>, Faults)> {
    let mut rows = Vec::new();
    let faults = read(name, input, |cells, number, _| {
        rows.push(row(cells, number)?);
        Ok(())
    })?;
    Ok((rows, faults))
}

fn read(
    name: &str,
    input: impl Read + Send,
    mut take: impl FnMut(&Cells<'_>, &str, u64) -> Result<(), Bad>,
) -> io::Result<Faults> {
    let (delimiter, input) = sniffed(input)?;
    let mut reading = Reading { name, header: None, number: 0, faults: Faults::default() };
    batched(Splitter::new(input, delimiter), |batch| {
        batch.rows().all(|(line, cells)| {
            let Some(header) = &reading.header else { return reading.begin(line, cells) };
            reading.number += 1;
            let number = reading.number.to_string();
            let taken = cells_of(header, cells).and_then(|cells| take(&cells, &number, line));
            if let Err((place, kind)) = taken {
                let column = place.and_then(|place| header.number(place));
                reading.faults.add(name, line, column, kind);
            }
            true
        })
    })?;
    if reading.header.is_none() && reading.faults.is_empty() {
        reading.faults.add(name, 1, None, FaultKind::Empty);
    }
    Ok(reading.faults)
}

/// How far the reading of a table is.
struct Reading<'a> {
    name: &'a str,
    // None until the first row was read.
    header: Option<Header>,
    number: u64,
    faults: Faults,
}

impl Reading<'_> {
    /// Reads the names; false if the rest cannot be read by them.
    fn begin<'a>(&mut self, line: u64, cells: impl Iterator<Item = Option<&'a str>>) -> bool {
        let names: Vec<&str> = cells.map(|cell| cell.unwrap_or("\u{fffd}").trim()).collect();
        let header = Header::read(self.name, line, &names, &mut self.faults);
        let is_readable = header.is_readable;
        self.header = Some(header);
        is_readable
    }
}

/// The cells of a row under these names.
fn cells_of<'a>(
    header: &Header,
    found: impl ExactSizeIterator<Item = Option<&'a str>>,
) -> Result<Cells<'a>, Bad> {
    if found.len() != header.places.len() {
        let kind = FaultKind::Cells { found: found.len(), expected: header.places.len() };
        return Err((None, kind));
    }
    let mut cells = Cells::default();
    for (place, cell) in header.places.iter().zip(found) {
        let cell = cell.ok_or((None, FaultKind::NotUtf8))?;
        if let Some(place) = place {
            cells[*place] = Some(cell);
        }
    }
    Ok(cells)
}

/// Splits rows on a thread of its own and calls with them, in order, until it is told to stop.
fn batched(
    mut splitter: Splitter<impl Read + Send>,
    mut take: impl FnMut(&Batch) -> bool,
) -> io::Result<()> {
    let (full, filled) = mpsc::sync_channel::<Batch>(4);
    let (empty, emptied) = mpsc::channel::<Batch>();
    thread::scope(|scope| {
        let reading = scope.spawn(move || {
            let mut batch = Batch::default();
            while splitter.next(&mut batch)? {
                // Nobody takes it who was told to stop.
                if full.send(batch).is_err() {
                    break;
                }
                batch = emptied.try_recv().unwrap_or_default();
            }
            Ok(())
        });
        for batch in filled {
            if !take(&batch) {
                break;
            }
            // The other thread may have come to the end, and need it no more.
            let _ = empty.send(batch);
        }
        reading.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

/// What separates the cells of the first row, and the whole table again, without the mark that
/// some programs begin a file with.
fn sniffed(mut input: impl Read + Send) -> io::Result<(u8, impl Read + Send)> {
    const ENOUGH: u64 = 4096;
    let mut first = Vec::new();
    input.by_ref().take(ENOUGH).read_to_end(&mut first)?;
    if first.starts_with("\u{feff}".as_bytes()) {
        first.drain(..3);
    }
    let line = first.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let count = |sign: u8| line.iter().filter(|&&byte| byte == sign).count();
    // Of equal numbers the last counts.
    let delimiter = [b'\t', b';', b','].into_iter().max_by_key(|&sign| count(sign));
    Ok((delimiter.unwrap_or(b','), io::Cursor::new(first).chain(input)))
}

pub(crate) fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

#[cfg(test)]
mod tests;
