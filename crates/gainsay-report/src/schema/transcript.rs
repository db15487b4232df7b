//! The forms of documents for the plugins `transcript` and `pdf`.

use serde_json::{Map, Value, json};

/// A transcript, as an editor of TOML checks it.
pub(super) fn file() -> Value {
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Transcript",
        "description": "A study, written down by a person. Numbers, dates, sizes and ages are copied as they are published.",
        "type": "object",
        "properties": {
            "study": study(),
            "seen": { "type": "object", "additionalProperties": page() },
            "question": { "type": "object", "additionalProperties": question() },
            "finding": { "type": "array", "items": finding() }
        },
        "required": ["study"],
        "additionalProperties": false
    })
}

/// A form whose findings stand in the pages of a PDF file, as an editor of TOML checks it.
pub(super) fn in_pdf() -> Value {
    let mut finding = finding();
    finding["required"] = json!(["id", "page"]);
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Figures in a PDF file",
        "description": "A study whose figures stand in a PDF file. Figures, sizes, dates and ages of findings are words of the page; those of the study are copied as they are published.",
        "type": "object",
        "properties": {
            "document": {
                "type": "string",
                "description": "The file name of the PDF beside this form",
                "pattern": "^[^/\\\\]+$"
            },
            "study": study(),
            "seen": { "type": "object", "additionalProperties": page() },
            "question": { "type": "object", "additionalProperties": question() },
            "finding": { "type": "array", "items": finding }
        },
        "required": ["document"],
        "additionalProperties": false
    })
}

fn study() -> Value {
    let words = [
        "title",
        "title-lang",
        "publisher",
        "conducted-by",
        "sponsor",
        "universe",
        "age",
        "excludes",
        "frame",
        "fieldwork",
        "published",
        "edition",
        "n",
        "margin",
        "margin-level",
        "margin-n",
        "response-rate",
        "licence",
    ];
    let lists = ["regions", "mode", "n-elsewhere", "limitations"];
    let disclosed = || one_of(&["yes", "no", "unknown"]);
    let mut fields = fields(&words, &lists);
    fields.extend([
        ("sponsor-interest".to_owned(), one_of(&["none", "vendor", "advocacy", "unknown"])),
        (
            "strategy".to_owned(),
            one_of(&[
                "survey",
                "behavioural-log",
                "content-analysis",
                "experiment",
                "modelled",
                "record",
                "unknown",
            ]),
        ),
        (
            "unit".to_owned(),
            one_of(&[
                "person",
                "household",
                "customer",
                "brand",
                "company",
                "post",
                "visit",
                "purchase",
                "money",
                "unknown",
            ]),
        ),
        ("sampling".to_owned(), one_of(&["probability", "non-probability", "census", "unknown"])),
        ("pooled".to_owned(), disclosed()),
        ("weighted".to_owned(), disclosed()),
        ("depends-on".to_owned(), json!({ "type": "array" })),
        ("recorded".to_owned(), json!({})),
        ("notation".to_owned(), notation()),
    ]);
    object(fields, &["title", "publisher"])
}

/// How dates and numbers are written.
fn notation() -> Value {
    json!({
        "type": "object",
        "properties": {
            "dates": one_of(&["day-month-year", "month-day-year"]),
            "decimals": one_of(&["point", "comma"]),
            "padded-shares": { "type": "boolean" },
            "half-points": { "type": "boolean" }
        },
        "additionalProperties": false
    })
}

fn page() -> Value {
    json!({
        "type": "object",
        "properties": { "mark": mark(), "url": { "type": "string" } },
        "required": ["mark"]
    })
}

fn question() -> Value {
    let mut fields = fields(&["text", "lang", "recall", "concept", "seen"], &["options", "base"]);
    let kinds = ["single", "multi", "rank", "scale", "open", "unknown"];
    fields.extend([
        ("kind".to_owned(), one_of(&kinds)),
        ("complete".to_owned(), json!({ "type": "boolean" })),
        ("facets".to_owned(), words_by_name()),
    ]);
    object(fields, &["kind"])
}

fn finding() -> Value {
    let words = [
        "id",
        "share",
        "complement-of",
        "count",
        "money",
        "mean",
        "change",
        "rank",
        "rank-from-last",
        "words",
        "concept",
        "cut",
        "base-share",
        "age",
        "n",
        "period",
        "since",
        "question",
        "study",
        "seen",
        "cites",
        "same-as",
        "supersedes",
        "note",
    ];
    let mut fields = fields(&words, &["sum-of", "instances", "base", "regions"]);
    for name in ["negated", "undecided", "universal", "incomplete"] {
        fields.insert(name.to_owned(), json!({ "type": "boolean" }));
    }
    for name in ["order", "agreement", "forecast", "joined"] {
        fields.insert(name.to_owned(), json!({ "type": "object" }));
    }
    fields.extend([
        (
            "page".to_owned(),
            json!({
                "type": "integer",
                "minimum": 1,
                "description": "The page of the published document, counted from 1"
            }),
        ),
        (
            "quote".to_owned(),
            json!({
                "type": "string",
                "description": "A few words of the published document, in which the figure stands"
            }),
        ),
        ("unit".to_owned(), json!({ "type": "string" })),
        ("facets".to_owned(), words_by_name()),
        ("chain".to_owned(), json!({ "type": "array", "items": { "type": "object" } })),
        ("role".to_owned(), one_of(&["published", "cited", "opinion"])),
        ("mark".to_owned(), mark()),
        ("medium".to_owned(), one_of(&["text", "table", "chart", "lost-image"])),
        ("mood".to_owned(), one_of(&["asserted", "reported"])),
        ("standing".to_owned(), one_of(&["preferred", "normal", "deprecated"])),
    ]);
    object(fields, &["id"])
}

fn mark() -> Value {
    one_of(&["publisher", "secondary", "computed", "cited-only", "unverified"])
}

fn fields(words: &[&str], lists: &[&str]) -> Map<String, Value> {
    let word = |name: &&str| ((*name).to_owned(), json!({ "type": "string" }));
    let list = |name: &&str| {
        ((*name).to_owned(), json!({ "type": "array", "items": { "type": "string" } }))
    };
    words.iter().map(word).chain(lists.iter().map(list)).collect()
}

fn words_by_name() -> Value {
    json!({ "type": "object", "additionalProperties": { "type": "string" } })
}

fn one_of(words: &[&str]) -> Value {
    json!({ "enum": words })
}

fn object(properties: Map<String, Value>, required: &[&str]) -> Value {
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false
    })
}
