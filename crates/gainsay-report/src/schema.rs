//! JSON Schemas of what the program prints, in draft 07, which editors read.

use schemars::{JsonSchema, Schema, generate::SchemaSettings};

use crate::json;

/// Names of the outputs that have a schema.
pub const NAMES: [&str; 5] = ["check", "compare", "read", "show", "table"];

/// The schema of an output by its name, with a line break at its end.
pub fn schema(name: &str) -> Option<String> {
    let schema = match name {
        "check" => of::<json::Check>(),
        "compare" => of::<json::Compare>(),
        "read" => of::<json::Read>(),
        "show" => of::<json::Show>(),
        "table" => of::<json::TableOutput>(),
        _ => return None,
    };
    Some(format!("{:#}\n", schema.as_value()))
}

fn of<Output: JsonSchema>() -> Schema {
    SchemaSettings::draft07().for_serialize().into_generator().into_root_schema_for::<Output>()
}
