//! Output for programs: versioned, with names that are never translated.
//!
//! Shares are fractions of the base; a number that is unbounded or does not
//! exist is absent. Fields may be added within a version; none changes its
//! meaning.

mod about;
mod check;
mod citation;
mod compare;
mod component;
mod confront;
mod diagnostic;
mod group;
mod judged;
mod lint;
mod pair;
mod parts;
mod plugin;
mod read;
mod rejection;
mod review;
mod show;
mod table;

use gainsay_claims::Level;
use serde::Serialize;
use serde_json::Value;

use crate::safe::is_plain;

pub use about::about;
pub use check::{Check, check};
pub use compare::{Compare, compare};
pub use confront::{CompareClaims, compare_claims};
pub use judged::{JudgedTable, judged};
pub use lint::{LintOutput, lint};
pub use plugin::{Inspected, SourceCheck, inspected, source_check};
pub use read::{Read, read};
pub use review::{Review, review};
pub use show::{Show, show};
pub use table::{TableOutput, table};
pub(crate) use table::{output as table_output, part as table_part};

/// The text of an output, with a line break at its end. Text of plugins is
/// cleaned here, once for all fields.
pub(crate) fn text(output: &impl Serialize) -> String {
    format!("{:#}\n", cleaned(output))
}

/// The text of an output on one line, cleaned in the same way.
fn line(output: &impl Serialize) -> String {
    cleaned(output).to_string()
}

fn cleaned(output: &impl Serialize) -> Value {
    let mut value = serde_json::to_value(output).unwrap_or_default();
    clean_strings(&mut value);
    value
}

fn clean_strings(value: &mut Value) {
    match value {
        Value::String(text) if is_plain(text) => {}
        Value::String(text) => *text = clean_lines(text),
        Value::Array(items) => items.iter_mut().for_each(clean_strings),
        Value::Object(fields) => fields.values_mut().for_each(clean_strings),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Cleans every line; the lines of a note stay apart.
fn clean_lines(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(crate::clean).collect();
    lines.join("\n")
}

/// The name under which a level travels.
pub(crate) fn level(level: Level) -> &'static str {
    match level {
        Level::Note => "note",
        Level::Warning => "warning",
        Level::Error => "error",
    }
}

/// The name under which a value travels, such as `cited-only`.
pub(crate) fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(word)) => word,
        _ => String::new(),
    }
}
