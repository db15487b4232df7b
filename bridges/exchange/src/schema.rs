//! The columns of the claims table as a schema of Arrow.

use std::{collections::HashMap, sync::Arc};

use arrow_schema::{DataType, Field, Schema, SchemaRef};
use gainsay_bulk::columns::{COLUMNS, Kind, VERSION};

/// The only key of the schema's metadata, so that its order is no question: what is known of the
/// table as a whole, as JSON, such as the policy of its base.
pub const ABOUT: &str = "gainsay";

/// What is known of a table of which nothing is.
pub fn plain_about() -> String {
    format!("{{\"table\":\"{VERSION}\"}}")
}

/// The schema of the claims table, with what is known of the table as a whole.
pub fn schema(about: &str) -> SchemaRef {
    let fields = COLUMNS.iter().map(|column| {
        let meaning = HashMap::from([("meaning".to_owned(), column.meaning.en.to_owned())]);
        Field::new(column.name, kind(column.kind), column.nullable).with_metadata(meaning)
    });
    let fields: Vec<Field> = fields.collect();
    let metadata = HashMap::from([(ABOUT.to_owned(), about.to_owned())]);
    Arc::new(Schema::new(fields).with_metadata(metadata))
}

fn kind(kind: Kind) -> DataType {
    match kind {
        Kind::Text => DataType::Utf8,
        Kind::Bool => DataType::Boolean,
        Kind::U32 => DataType::UInt32,
        Kind::U64 => DataType::UInt64,
        Kind::F64 => DataType::Float64,
        Kind::Date => DataType::Date32,
    }
}
