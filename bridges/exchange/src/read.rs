//! Batches of Arrow as rows, or as what is to be judged.

use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_schema::{ArrowError, Schema};
use gainsay_bulk::{
    Cell, Claims, Entry, FaultKind, Faults, Header, Intake, Row,
    columns::{ALL_ALIKE, COLUMNS},
    role_of, share_in_words,
};
use jiff::civil::Date;

use crate::{
    ExchangeError,
    cell::{Value, cell},
    column::Column,
    words::{Values, Words},
};

/// The cells of a row in the order of [`COLUMNS`]; none where there is no such column.
pub(crate) type Cells<'a> = [Option<Cell<'a>>; COLUMNS.len()];

/// A fault of a row, with the name of its column, if it has one.
pub(crate) type Bad = (Option<&'static str>, FaultKind);

/// Reads batches of a table that is to be judged; `name` is what faults call the table. Columns
/// are found by their names. A whole number may be a float or decimal, a name or figure a number, a
/// day a moment, which is one on the clock of its time zone, or a text.
///
/// # Errors
/// When the batches break off. What is wrong with the table is told as faults, each with the
/// number of its row, and all other rows are read.
pub fn claims_of(
    name: &str,
    schema: &Schema,
    batches: impl IntoIterator<Item = Result<RecordBatch, ArrowError>>,
) -> Result<(Claims, Faults), ExchangeError> {
    let (claims, _, faults) = numbered_claims_of(name, schema, batches)?;
    Ok((claims, faults))
}

/// Reads batches as [`claims_of`] does, and tells of each row that was read its number among those
/// of the batches, from 1.
///
/// # Errors
/// As for [`claims_of`].
pub fn numbered_claims_of(
    name: &str,
    schema: &Schema,
    batches: impl IntoIterator<Item = Result<RecordBatch, ArrowError>>,
) -> Result<(Claims, Vec<u64>, Faults), ExchangeError> {
    let mut into = Intake::new(name);
    let faults =
        each(name, schema, batches, &mut |cells, number| take_in(&mut into, cells, number))?;
    let numbers = into.lines().to_vec();
    let (claims, faults) = into.end(faults);
    Ok((claims, numbers, faults))
}

/// Reads batches of a table with every column, as [`claims_of`] reads what is to be judged.
///
/// # Errors
/// As for [`claims_of`].
pub fn rows_of(
    name: &str,
    schema: &Schema,
    batches: impl IntoIterator<Item = Result<RecordBatch, ArrowError>>,
) -> Result<(Vec<Row>, Faults), ExchangeError> {
    let mut rows = Vec::new();
    let faults = each(name, schema, batches, &mut |cells, number| {
        rows.push(row(cells, &number.to_string())?);
        Ok(())
    })?;
    Ok((rows, faults))
}

/// Takes in a row that is to be judged.
pub(crate) fn take_in(into: &mut Intake<'_>, cells: &Cells<'_>, number: u64) -> Result<(), Bad> {
    into.add(&entry(cells, &number.to_string())?, number).map_err(|kind| (None, kind))
}

/// Takes the cells of a row with its number.
pub(crate) type Take<'t> = dyn FnMut(&Cells<'_>, u64) -> Result<(), Bad> + 't;

pub(crate) fn each(
    name: &str,
    schema: &Schema,
    batches: impl IntoIterator<Item = Result<RecordBatch, ArrowError>>,
    take: &mut Take<'_>,
) -> Result<Faults, ExchangeError> {
    let names: Vec<&str> = schema.fields().iter().map(|field| field.name().as_str()).collect();
    let mut faults = Faults::default();
    let header = Header::read(name, 0, &names, &mut faults);
    // The types are those of the table: what is wrong with one is told even where no row is.
    let none = RecordBatch::new_empty(Arc::new(schema.clone()));
    if !header.is_readable || columns(name, &none, &header.places, &mut faults).is_none() {
        return Ok(faults);
    }
    let (mut number, mut words) = (0, Words::default());
    for batch in batches {
        let batch = batch?;
        let Some(columns) = columns(name, &batch, &header.places, &mut faults) else {
            return Ok(faults);
        };
        for row in 0..batch.num_rows() {
            number += 1;
            let value = |place: usize| columns[place].as_ref().map(|column| column.value(row));
            let taken = cells(&mut words, value).and_then(|cells| take(&cells, number));
            if let Err((column, kind)) = taken {
                faults.add(name, number, position(column, &names), kind);
            }
        }
    }
    Ok(faults)
}

/// The columns of a batch in the order of [`COLUMNS`].
fn columns<'a>(
    name: &str,
    batch: &'a RecordBatch,
    places: &[Option<usize>],
    faults: &mut Faults,
) -> Option<Vec<Option<Column<'a>>>> {
    let mut columns: Vec<Option<Column<'a>>> = COLUMNS.iter().map(|_| None).collect();
    let mut is_readable = true;
    for (index, place) in places.iter().enumerate() {
        let Some(place) = *place else { continue };
        let array = batch.column(index).as_ref();
        match Column::new(array) {
            Ok(column) => columns[place] = Some(column),
            Err(found) => {
                is_readable = false;
                let column = &COLUMNS[place];
                let kind = FaultKind::NotA { column: column.name, kind: column.kind, found };
                faults.add(name, 0, Some(index + 1), kind);
            }
        }
    }
    is_readable.then_some(columns)
}

/// The number of a column in the table, from 1.
pub(crate) fn position(column: Option<&str>, names: &[&str]) -> Option<usize> {
    names.iter().position(|name| Some(*name) == column).map(|index| index + 1)
}

/// The cells of a row, of each column by its place; `words` holds those of its numbers.
pub(crate) fn cells<'a>(
    words: &'a mut Words,
    value: impl Fn(usize) -> Option<Value<'a>>,
) -> Result<Cells<'a>, Bad> {
    let values: Values<'a> = std::array::from_fn(value);
    words.write(&values);
    let words = &*words;
    let mut cells = [None; COLUMNS.len()];
    for (place, column) in COLUMNS.iter().enumerate() {
        if let Some(value) = words.of(place).map(Value::Text).or(values[place]) {
            cells[place] = Some(cell(value, column).map_err(|kind| (Some(column.name), kind))?);
        }
    }
    Ok(cells)
}

/// Reads what judging needs of a row; `number` stands in for the id of the claim.
pub(crate) fn entry<'a>(cells: &Cells<'a>, number: &'a str) -> Result<Entry<'a>, Bad> {
    let row = Named(cells);
    let evidence = row.truth(const { at("evidence") }).unwrap_or(true);
    let share = match (row.number(const { at("lo") }), row.number(const { at("hi") })) {
        (Some(lo), Some(hi)) => Some((lo, hi)),
        (None, None) if evidence => {
            let share = row.text(const { at("figure") }).map(share_in_words).transpose();
            share.map_err(|kind| (Some("figure"), kind))?
        }
        (None, None) => None,
        _ => return Err((Some("lo"), FaultKind::NotInOrder)),
    };
    let months = row.count(const { at("months") }).and_then(|months| u32::try_from(months).ok());
    Ok(Entry {
        claim: row.text(const { at("claim") }).unwrap_or(number),
        study: row.text(const { at("study") }).unwrap_or_default(),
        proposition: row.text(const { at("proposition") }).unwrap_or_default(),
        conditions: if row.has(const { at("conditions") }) {
            row.text(const { at("conditions") })
        } else {
            Some(ALL_ALIKE)
        },
        publisher: row.text(const { at("publisher") }),
        collection: row.text(const { at("collection") }),
        months,
        evidence,
        share,
        n: row.count(const { at("n") }),
        n_effective: row.number(const { at("n_effective") }),
        floor: row.count(const { at("floor") }),
        from: row.date(const { at("from") }),
        to: row.date(const { at("to") }),
    })
}

/// Reads a whole row.
pub(crate) fn row(cells: &Cells<'_>, number: &str) -> Result<Row, Bad> {
    let entry = entry(cells, number)?;
    let named = Named(cells);
    let owned = |text: Option<&str>| text.map(str::to_owned);
    let plain = |place| owned(named.text(place)).unwrap_or_default();
    let role = match named.text(const { at("role") }) {
        None => Default::default(),
        Some(role) => role_of(role).ok_or_else(|| not_a(const { at("role") }, role))?,
    };
    Ok(Row {
        source: plain(const { at("source") }),
        sponsor: owned(named.text(const { at("sponsor") })),
        role,
        left_out: owned(named.text(const { at("left_out") })),
        figure: plain(const { at("figure") }),
        document: plain(const { at("document") }),
        line: named
            .count(const { at("line") })
            .and_then(|line| u32::try_from(line).ok())
            .unwrap_or_default(),
        ..Row::from(entry)
    })
}

fn not_a(place: usize, found: &str) -> Bad {
    let column = &COLUMNS[place];
    let found = found.to_owned();
    (Some(column.name), FaultKind::NotA { column: column.name, kind: column.kind, found })
}

/// The place of a column; that there is one is made sure of when this is compiled.
pub(crate) const fn at(name: &str) -> usize {
    let mut place = 0;
    while place < COLUMNS.len() {
        if is_same(COLUMNS[place].name.as_bytes(), name.as_bytes()) {
            return place;
        }
        place += 1;
    }
    panic!("no such column")
}

const fn is_same(one: &[u8], other: &[u8]) -> bool {
    let mut byte = 0;
    while byte < one.len() && byte < other.len() && one[byte] == other[byte] {
        byte += 1;
    }
    byte == one.len() && byte == other.len()
}

/// Cells by the places of their columns.
struct Named<'c, 'a>(&'c Cells<'a>);

impl<'a> Named<'_, 'a> {
    fn has(&self, place: usize) -> bool {
        self.0[place].is_some()
    }

    fn text(&self, place: usize) -> Option<&'a str> {
        if let Some(Cell::Text(text)) = self.0[place] { Some(text) } else { None }
    }

    fn truth(&self, place: usize) -> Option<bool> {
        if let Some(Cell::Bool(truth)) = self.0[place] { Some(truth) } else { None }
    }

    fn count(&self, place: usize) -> Option<u64> {
        if let Some(Cell::Count(count)) = self.0[place] { Some(count) } else { None }
    }

    fn number(&self, place: usize) -> Option<f64> {
        if let Some(Cell::Number(number)) = self.0[place] { Some(number) } else { None }
    }

    fn date(&self, place: usize) -> Option<Date> {
        if let Some(Cell::Date(date)) = self.0[place] { Some(date) } else { None }
    }
}
