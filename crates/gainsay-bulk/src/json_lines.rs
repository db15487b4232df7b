//! The claims table as JSON Lines: an object for each row.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    io::{self, BufRead, Write},
};

use serde_json::value::RawValue;

use crate::{
    cells::{Bad, entry, row},
    claims::Claims,
    columns::{COLUMNS, place},
    fault::{FaultKind, Faults, LONGEST_ROW, MOST_FAULTS, clean},
    intake::Intake,
    row::{Cell, Row, digits},
};

/// Writes rows as JSON Lines, each with every column; an empty cell is `null`, an infinite size
/// the text `inf`, a day the text of CSV.
///
/// # Errors
/// What `out` says.
pub fn write_json_lines<'a>(
    rows: impl IntoIterator<Item = &'a Row>,
    mut out: impl Write,
) -> io::Result<()> {
    for row in rows {
        let mut lead = '{';
        for (column, cell) in COLUMNS.iter().zip(row.cells()) {
            write!(out, "{lead}\"{}\":", column.name)?;
            write_cell(cell, &mut out)?;
            lead = ',';
        }
        out.write_all(b"}\n")?;
    }
    out.flush()
}

pub(crate) fn write_cell(cell: Cell<'_>, out: &mut impl Write) -> io::Result<()> {
    match cell {
        Cell::Empty => out.write_all(b"null"),
        Cell::Text(text) => Ok(serde_json::to_writer(out, text)?),
        Cell::Bool(truth) => write!(out, "{truth}"),
        Cell::Count(count) => write!(out, "{count}"),
        Cell::Number(number) if number.is_finite() => {
            out.write_all(digits(number, &mut zmij::Buffer::new()).as_bytes())
        }
        Cell::Number(number) => write!(out, "\"{number}\""),
        Cell::Date(date) => write!(out, "\"{date}\""),
    }
}

/// Reads a table to be judged. A name that a line does not have is a column that is not there, for
/// this line; `name` is what faults call the table.
///
/// # Errors
/// What `input` says. What is wrong with the table is told as faults, and all other rows are read.
pub fn read_json_lines(name: &str, input: impl BufRead) -> io::Result<(Claims, Faults)> {
    let mut intake = Intake::new(name);
    let faults = read(name, input, |cells, number, line| {
        intake.add(&entry(cells, number)?, line).map_err(|kind| (None, kind))
    })?;
    Ok(intake.end(faults))
}

/// Reads a table with every column, as [`read_json_lines`] reads what is to be judged.
///
/// # Errors
/// As for [`read_json_lines`].
pub fn read_json_lines_rows(name: &str, input: impl BufRead) -> io::Result<(Vec<Row>, Faults)> {
    let mut rows = Vec::new();
    let faults = read(name, input, |cells, number, _| {
        rows.push(row(cells, number)?);
        Ok(())
    })?;
    Ok((rows, faults))
}

fn read(
    path: &str,
    mut input: impl BufRead,
    mut take: impl FnMut(&[Option<&str>; COLUMNS.len()], &str, u64) -> Result<(), Bad>,
) -> io::Result<Faults> {
    let (mut faults, mut unknown) = (Faults::default(), BTreeSet::new());
    let (mut bytes, mut line, mut number) = (Vec::new(), 0, 0_u64);
    while let Some(is_whole) = next_line(&mut input, &mut bytes)? {
        line += 1;
        let bytes = match line {
            1 => bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes),
            _ => &bytes,
        };
        if is_whole && bytes.trim_ascii().is_empty() {
            continue;
        }
        number += 1;
        let taken = parsed(bytes, is_whole).and_then(|object| {
            for name in object.keys().filter(|name| place(name).is_none()) {
                // Each is told once.
                let name = clean(name);
                if unknown.len() < MOST_FAULTS && unknown.insert(name.clone()) {
                    faults.add(path, line, None, FaultKind::UnknownColumn(name));
                }
            }
            let texts = texts(&object)?;
            take(&texts.each_ref().map(Option::as_deref), &number.to_string(), line)
        });
        if let Err((_, kind)) = taken {
            faults.add(path, line, None, kind);
        }
    }
    Ok(faults)
}

/// Reads a line, and says whether all of it was read; of one that is too long only the beginning
/// is. None at the end.
fn next_line(input: &mut impl BufRead, bytes: &mut Vec<u8>) -> io::Result<Option<bool>> {
    bytes.clear();
    let longest = LONGEST_ROW as u64;
    if io::Read::take(&mut *input, longest).read_until(b'\n', bytes)? == 0 {
        return Ok(None);
    }
    let is_whole = bytes.len() < LONGEST_ROW || bytes.ends_with(b"\n");
    if !is_whole {
        input.skip_until(b'\n')?;
    }
    Ok(Some(is_whole))
}

type Object<'a> = BTreeMap<Cow<'a, str>, &'a RawValue>;

fn parsed(bytes: &[u8], is_whole: bool) -> Result<Object<'_>, Bad> {
    if !is_whole {
        return Err((None, FaultKind::TooLong));
    }
    serde_json::from_slice(bytes).map_err(|_| (None, FaultKind::NotJson))
}

type Texts<'a> = [Option<Cow<'a, str>>; COLUMNS.len()];

/// The values of a line as the texts of cells.
fn texts<'a>(object: &Object<'a>) -> Result<Texts<'a>, Bad> {
    let mut texts = Texts::default();
    for (name, value) in object {
        if let Some(place) = place(name) {
            texts[place] = Some(text(value).ok_or((None, FaultKind::NotJson))?);
        }
    }
    Ok(texts)
}

fn text<'a>(value: &'a RawValue) -> Option<Cow<'a, str>> {
    let raw = value.get();
    match raw.as_bytes().first()? {
        b'"' => serde_json::from_str(raw).ok().map(Cow::Owned),
        b'n' => Some(Cow::Borrowed("")),
        b'{' | b'[' => None,
        _ => Some(Cow::Borrowed(raw)),
    }
}
