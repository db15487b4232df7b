//! The text of one block.

use gainsay_claims::facts::Status;
use jiff::civil::Date;
use toml_edit::{
    Array, ArrayOfTables, Datetime, DocumentMut, InlineTable, Item, Table, TableLike, Value,
};

use super::{EditError, split::Kind};
use crate::{
    relied::Relied,
    verdict::{Rejection, Verdict},
};

/// A new block.
pub(super) fn made(kind: Kind, write: impl Fn(&mut Table)) -> String {
    let mut table = Table::new();
    write(&mut table);
    let mut blocks = ArrayOfTables::new();
    blocks.push(table);
    let mut document = DocumentMut::new();
    document.insert(kind.heading(), Item::ArrayOfTables(blocks));
    document.to_string()
}

/// A block with other values; its comments, the order of its fields and its line ends stay.
pub(super) fn changed(
    text: &str,
    kind: Kind,
    write: impl Fn(&mut Table),
) -> Result<String, EditError> {
    let mut document: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| {
        EditError::Syntax { message: error.message().to_owned() }
    })?;
    let blocks = document.get_mut(kind.heading()).and_then(Item::as_array_of_tables_mut);
    let block = blocks.and_then(|blocks| blocks.get_mut(0)).ok_or(EditError::Form)?;
    write(block);
    let written = document.to_string();
    Ok(match text.contains("\r\n") {
        true => written.replace("\r\n", "\n").replace('\n', "\r\n"),
        false => written,
    })
}

/// Writes a verdict into its block.
pub(super) fn verdict(block: &mut Table, verdict: &Verdict) {
    set(block, "finding", verdict.finding.as_str().into());
    set(block, "status", verdict.given.status.name().into());
    if verdict.given.cause.is_empty() || verdict.given.status != Status::Explained {
        block.remove("cause");
    } else {
        let causes = verdict.given.cause.iter().map(|cause| cause.name());
        set(block, "cause", Value::Array(causes.collect()));
    }
    directness(block, verdict);
    set(block, "reason", one_line_end(&verdict.given.reason));
    set(block, "who", verdict.who.as_str().into());
    set(block, "on", date(verdict.on));
    set(block, "until", date(verdict.until));
    let known = block.get("evidence").and_then(Item::as_array).cloned();
    set(block, "evidence", Value::Array(evidence(&verdict.evidence, known.as_ref())));
}

/// Writes a rejection into its block.
pub(super) fn rejection(block: &mut Table, rejection: &Rejection) {
    set(block, "study", rejection.study.as_str().into());
    set(block, "reason", one_line_end(&rejection.reason));
    set(block, "who", rejection.who.as_str().into());
    set(block, "on", date(rejection.on));
    match rejection.until {
        Some(until) => set(block, "until", date(until)),
        None => drop(block.remove("until")),
    }
}

/// A text whose lines end as those of every text that was read.
fn one_line_end(text: &str) -> Value {
    text.replace("\r\n", "\n").into()
}

/// Sets a field; one that has the value already stays as it is written, any other keeps
/// the comments around it.
fn set(fields: &mut dyn TableLike, name: &str, mut value: Value) {
    match fields.get_mut(name) {
        Some(Item::Value(known)) => {
            if said(known) != said(&value) {
                *value.decor_mut() = known.decor().clone();
                *known = value;
            }
        }
        Some(item) => *item = Item::Value(value),
        None => drop(fields.insert(name, Item::Value(value))),
    }
}

/// What a value says, however it is written. A list counts as written: its comments are
/// between its items.
fn said(value: &Value) -> String {
    match value {
        Value::String(text) => format!("{:?}", text.value()),
        Value::Datetime(date) => date.value().to_string(),
        Value::Array(items) if items.iter().all(Value::is_str) => {
            items.iter().map(said).collect::<Vec<_>>().join(",")
        }
        other => other.to_string(),
    }
}

fn directness(block: &mut Table, verdict: &Verdict) {
    if verdict.given.directness.is_empty() {
        block.remove("directness");
        return;
    }
    if let Some(known) = block.get_mut("directness").and_then(Item::as_table_like_mut) {
        let rated = |name: &str| verdict.given.directness.keys().any(|one| one.name() == name);
        let gone: Vec<String> =
            known.iter().map(|(name, _)| name.to_owned()).filter(|name| !rated(name)).collect();
        for name in gone {
            known.remove(&name);
        }
        for (dimension, degree) in &verdict.given.directness {
            set(known, dimension.name(), degree.name().into());
        }
        return;
    }
    let ratings = verdict.given.directness.iter().map(|(one, degree)| (one.name(), degree.name()));
    set(block, "directness", Value::InlineTable(ratings.collect()));
}

/// What is relied on, a claim on each line. A line that says the same stays as it is.
fn evidence(relied: &[Relied], known: Option<&Array>) -> Array {
    let mut lines = Array::new();
    for one in relied {
        let before =
            known.and_then(|known| known.iter().find(|value| claim_of(value) == one.claim));
        let mut value = Value::InlineTable(line(one));
        match before {
            Some(before) if digest_of(before) == one.digest => value = before.clone(),
            Some(before) => *value.decor_mut() = before.decor().clone(),
            None => value.decor_mut().set_prefix("\n  "),
        }
        lines.push_formatted(value);
    }
    match known {
        Some(known) => {
            lines.set_trailing(known.trailing().clone());
            lines.set_trailing_comma(known.trailing_comma());
        }
        None if !relied.is_empty() => {
            lines.set_trailing("\n");
            lines.set_trailing_comma(true);
        }
        None => {}
    }
    lines
}

fn line(relied: &Relied) -> InlineTable {
    let mut line = InlineTable::new();
    line.insert("claim", relied.claim.as_str().into());
    line.insert("digest", relied.digest.as_str().into());
    for (field, value) in &relied.fields {
        line.insert(field.name(), value.as_str().into());
    }
    line
}

fn claim_of(value: &Value) -> &str {
    text_in(value, "claim")
}

fn digest_of(value: &Value) -> &str {
    text_in(value, "digest")
}

fn text_in<'a>(value: &'a Value, name: &str) -> &'a str {
    let fields = value.as_inline_table();
    fields.and_then(|fields| fields.get(name)?.as_str()).unwrap_or_default()
}

fn date(date: Date) -> Value {
    let (year, month, day) = (date.year(), date.month(), date.day());
    let year = u16::try_from(year).unwrap_or_default();
    let part = |part: i8| u8::try_from(part).unwrap_or_default();
    let date = toml_edit::Date { year, month: part(month), day: part(day) };
    Datetime { date: Some(date), time: None, offset: None }.into()
}
