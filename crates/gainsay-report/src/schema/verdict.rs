//! The form of files of verdicts.

use gainsay_claims::facts::{Dimension, Directness, Field, Status};
use serde_json::{Map, Value, json};

/// A file of verdicts, as an editor of TOML checks it: dates stand without quotation marks.
pub(super) fn file() -> Value {
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Verdicts",
        "description": "What a reviewer made of findings.",
        "type": "object",
        "properties": {
            "schema": { "const": 1 },
            "verdict": { "type": "array", "items": verdict() },
            "rejection": { "type": "array", "items": rejection() }
        },
        "additionalProperties": false
    })
}

fn verdict() -> Value {
    let dimensions = Dimension::ALL.map(Dimension::name);
    let degrees: Map<String, Value> = dimensions
        .iter()
        .map(|name| ((*name).to_owned(), json!({ "enum": Directness::ALL.map(Directness::name) })))
        .collect();
    json!({
        "type": "object",
        "properties": {
            "finding": text("The key of the finding: `rule:subject`."),
            "status": { "enum": Status::ALL.map(Status::name) },
            "cause": {
                "type": "array",
                "items": { "enum": dimensions },
                "description": "In what the studies differ; required where it is explained."
            },
            "directness": {
                "type": "object",
                "properties": degrees,
                "additionalProperties": false,
                "description": "How directly the studies bear on the same thing."
            },
            "reason": text("Why."),
            "who": text("Name and address of the reviewer."),
            "on": date("When."),
            "until": date("The last day on which it holds; at most a year after `on`."),
            "evidence": { "type": "array", "items": evidence() }
        },
        "required": ["finding", "status", "reason", "who", "on"],
        "if": { "properties": { "status": { "const": Status::Explained.name() } } },
        "then": { "required": ["cause"], "properties": { "cause": { "minItems": 1 } } },
        "additionalProperties": false
    })
}

fn rejection() -> Value {
    json!({
        "type": "object",
        "properties": {
            "study": text("The id of a study that is no evidence."),
            "reason": text("Why."),
            "who": text("Name and address of the reviewer."),
            "on": date("When."),
            "until": date("The last day on which it holds; absent: it has no end.")
        },
        "required": ["study", "reason", "who", "on"],
        "additionalProperties": false
    })
}

fn evidence() -> Value {
    let mut fields: Map<String, Value> = Field::ALL
        .iter()
        .map(|field| (field.name().to_owned(), json!({ "type": "string" })))
        .collect();
    fields.insert("claim".to_owned(), text("The id of a claim that was relied on."));
    fields.insert("digest".to_owned(), text("A digest of what was relied on."));
    json!({
        "type": "object",
        "properties": fields,
        "required": ["claim", "digest"],
        "additionalProperties": false
    })
}

fn text(description: &str) -> Value {
    json!({ "type": "string", "minLength": 1, "description": description })
}

fn date(description: &str) -> Value {
    json!({ "type": "string", "format": "date", "description": description })
}
