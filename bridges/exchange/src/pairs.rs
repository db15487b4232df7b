//! The pairs that contradict each other, as a batch of Arrow.

use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use gainsay_bulk::{Claims, Contradicting, PAIR_COLUMNS, columns::Kind};

use crate::{ExchangeError, batch::array};

/// What each of [`PAIR_COLUMNS`] holds, and whether a cell may be empty.
const KINDS: [(Kind, bool); PAIR_COLUMNS.len()] = [
    (Kind::Text, false),
    (Kind::Text, false),
    (Kind::Text, false),
    (Kind::F64, false),
    (Kind::F64, false),
    (Kind::F64, true),
    (Kind::F64, true),
    (Kind::F64, true),
    (Kind::F64, true),
    (Kind::Bool, false),
];

pub(crate) fn schema() -> SchemaRef {
    let fields = PAIR_COLUMNS.iter().zip(KINDS).map(|(name, (kind, nullable))| {
        let kind = match kind {
            Kind::Bool => DataType::Boolean,
            Kind::F64 => DataType::Float64,
            _ => DataType::Utf8,
        };
        Field::new(*name, kind, nullable)
    });
    Arc::new(Schema::new(fields.collect::<Vec<_>>()))
}

/// Makes a batch of pairs of rows of `claims`, with the columns of [`PAIR_COLUMNS`].
///
/// # Errors
/// When a column holds more text than Arrow can address: 2 GiB.
pub fn pairs(claims: &Claims, pairs: &[Contradicting]) -> Result<RecordBatch, ExchangeError> {
    let columns = KINDS
        .iter()
        .enumerate()
        .map(|(place, (kind, _))| array(*kind, pairs.iter().map(|pair| pair.cells(claims)[place])));
    Ok(RecordBatch::try_new(schema(), columns.collect())?)
}
