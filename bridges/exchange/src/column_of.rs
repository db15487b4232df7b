//! Columns of batches that this crate made, after a way through another program.

use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::DataType;

use crate::ExchangeError;

/// The column of a name, which has to hold values of this type.
///
/// # Errors
/// When there is no such column, or it holds something else.
pub(crate) fn named<'a>(
    batch: &'a RecordBatch,
    name: &str,
    kind: &DataType,
) -> Result<&'a ArrayRef, ExchangeError> {
    let column = batch
        .column_by_name(name)
        .ok_or_else(|| ExchangeError(format!("there is no column `{name}`")))?;
    if column.data_type() == kind {
        return Ok(column);
    }
    let found = column.data_type();
    Err(ExchangeError(format!("column `{name}` holds {found} where {kind} is expected")))
}
