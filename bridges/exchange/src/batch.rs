//! Rows as a batch of Arrow.

use std::sync::Arc;

use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, Float64Array, RecordBatch, StringArray, UInt32Array,
    UInt64Array,
};
use gainsay_bulk::{
    Cell, Row,
    columns::{COLUMNS, Kind},
};

use crate::{ExchangeError, cell::days, schema::schema};

/// Makes a batch of rows, with every column; `about` is what is known of the table as a whole, as
/// JSON.
///
/// # Errors
/// When a column holds more text than Arrow can address: 2 GiB.
pub fn batch(rows: &[Row], about: &str) -> Result<RecordBatch, ExchangeError> {
    let columns = COLUMNS.iter().enumerate().map(|(place, column)| {
        let cells = rows.iter().map(|row| row.cells()[place]);
        array(column.kind, cells)
    });
    Ok(RecordBatch::try_new(schema(about), columns.collect())?)
}

/// The array of cells of one kind.
pub(crate) fn array<'a>(kind: Kind, cells: impl Iterator<Item = Cell<'a>>) -> ArrayRef {
    match kind {
        Kind::Text => Arc::new(cells.map(text).collect::<StringArray>()),
        Kind::Bool => Arc::new(cells.map(truth).collect::<BooleanArray>()),
        Kind::U32 => {
            let small = |cell| count(cell).and_then(|count| u32::try_from(count).ok());
            Arc::new(cells.map(small).collect::<UInt32Array>())
        }
        Kind::U64 => Arc::new(cells.map(count).collect::<UInt64Array>()),
        Kind::F64 => Arc::new(cells.map(number).collect::<Float64Array>()),
        Kind::Date => Arc::new(cells.map(day).collect::<Date32Array>()),
    }
}

fn text(cell: Cell<'_>) -> Option<&str> {
    if let Cell::Text(text) = cell { Some(text) } else { None }
}

fn truth(cell: Cell<'_>) -> Option<bool> {
    if let Cell::Bool(truth) = cell { Some(truth) } else { None }
}

fn count(cell: Cell<'_>) -> Option<u64> {
    if let Cell::Count(count) = cell { Some(count) } else { None }
}

fn number(cell: Cell<'_>) -> Option<f64> {
    if let Cell::Number(number) = cell { Some(number) } else { None }
}

fn day(cell: Cell<'_>) -> Option<i32> {
    if let Cell::Date(date) = cell { Some(days(date)) } else { None }
}
