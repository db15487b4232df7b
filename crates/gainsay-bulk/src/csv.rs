//! The claims table as CSV.

use std::{
    io::{self, Read, Write},
    sync::mpsc,
    thread,
};

use csv::{ByteRecord, Reader, ReaderBuilder};

use crate::{
    cells::{Bad, Cells, entry, missing, row},
    claims::Claims,
    columns::{COLUMNS, place},
    fault::{FaultKind, Faults},
    row::{Cell, Row},
};

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
        Cell::Number(number) => out.push_str(&number.to_string()),
        Cell::Date(date) => out.push_str(&date.to_string()),
    }
}

/// Reads a table to be judged. Cells are separated by commas, semicolons or tabs, whichever the
/// first row has; `name` is what faults call the table.
///
/// # Errors
/// What `input` says. What is wrong with the table is told as faults, and all other rows are read.
pub fn read_csv(name: &str, input: impl Read + Send) -> io::Result<(Claims, Faults)> {
    let mut claims = Claims::default();
    let mut lines = Vec::new();
    let mut faults = read(name, input, |cells, number, line| {
        let entry = entry(cells, number)?;
        claims.push(&entry).map_err(|kind| (None, kind))?;
        lines.push(line);
        Ok(())
    })?;
    for row in claims.drop_repeated() {
        let kind = FaultKind::Repeated(claims.name(row).to_owned());
        faults.add(name, lines[row as usize].into(), None, kind);
    }
    Ok((claims, faults))
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
    mut take: impl FnMut(&Cells<'_>, &str, u32) -> Result<(), Bad>,
) -> io::Result<Faults> {
    let mut faults = Faults::default();
    let (delimiter, input) = sniffed(input)?;
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(input);
    let mut record = ByteRecord::new();
    let Some(header) = header(name, &mut reader, &mut record, &mut faults)? else {
        return Ok(faults);
    };
    let mut number = 0_u64;
    batched(reader, |record| {
        number += 1;
        let line = record.position().map_or(0, csv::Position::line);
        let taken = cells(record, &header).and_then(|cells| {
            take(&cells, &number.to_string(), u32::try_from(line).unwrap_or(u32::MAX))
        });
        if let Err((column, kind)) = taken {
            let column = column.and_then(|place| header.iter().position(|one| *one == Some(place)));
            faults.add(name, line, column.map(|column| column + 1), kind);
        }
    })?;
    Ok(faults)
}

/// How many rows are handed from one thread to the other at once.
const BATCH: usize = 512;

/// Splits rows on a thread of its own and calls with each of them, in order.
fn batched(
    mut reader: Reader<impl Read + Send>,
    mut take: impl FnMut(&ByteRecord),
) -> io::Result<()> {
    let (full, filled) = mpsc::sync_channel::<Vec<ByteRecord>>(4);
    let (empty, emptied) = mpsc::channel::<Vec<ByteRecord>>();
    thread::scope(|scope| {
        let reading = scope.spawn(move || {
            loop {
                let mut batch = emptied.try_recv().unwrap_or_default();
                batch.resize_with(BATCH, ByteRecord::new);
                let mut rows = 0;
                while rows < BATCH && reader.read_byte_record(&mut batch[rows]).map_err(io_error)? {
                    rows += 1;
                }
                batch.truncate(rows);
                let is_last = rows < BATCH;
                // Whoever takes them ends only when there are no more.
                if full.send(batch).is_err() || is_last {
                    return Ok(());
                }
            }
        });
        for batch in filled {
            batch.iter().for_each(&mut take);
            // The other thread may have come to the end, and need it no more.
            let _ = empty.send(batch);
        }
        reading.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

/// For every column of the table its place in [`COLUMNS`].
type Header = Vec<Option<usize>>;

/// Reads the names; none if the rest cannot be read by them.
fn header<R: Read>(
    name: &str,
    reader: &mut Reader<R>,
    record: &mut ByteRecord,
    faults: &mut Faults,
) -> io::Result<Option<Header>> {
    if !reader.read_byte_record(record).map_err(io_error)? {
        faults.add(name, 1, None, FaultKind::Empty);
        return Ok(None);
    }
    let names: Vec<String> =
        record.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect();
    let mut fatal = false;
    let mut header = Header::new();
    for (index, column) in names.iter().enumerate() {
        let found = place(column);
        if found.is_none() {
            faults.add(name, 1, Some(index + 1), FaultKind::UnknownColumn(column.clone()));
        } else if header.contains(&found) {
            fatal = true;
            faults.add(name, 1, Some(index + 1), FaultKind::RepeatedColumn(column.clone()));
        }
        header.push(found);
    }
    if let Some(column) = missing(|column| names.iter().any(|name| name == column)) {
        fatal = true;
        faults.add(name, 1, None, FaultKind::MissingColumn(column));
    }
    Ok((!fatal).then_some(header))
}

fn cells<'a>(record: &'a ByteRecord, header: &Header) -> Result<Cells<'a>, Bad> {
    if record.len() != header.len() {
        let kind = FaultKind::Cells { found: record.len(), expected: header.len() };
        return Err((None, kind));
    }
    let not_utf8 = || (None, FaultKind::NotUtf8);
    let text = str::from_utf8(record.as_slice()).map_err(|_| not_utf8())?;
    let mut cells = Cells::default();
    for (index, place) in header.iter().enumerate() {
        if let Some(place) = place {
            let range = record.range(index).unwrap_or_default();
            // A character may not begin in one cell and end in the next.
            cells[*place] = Some(text.get(range).ok_or_else(not_utf8)?);
        }
    }
    Ok(cells)
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
