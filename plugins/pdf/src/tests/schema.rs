//! The schema that editors complete forms by holds what the plugin reads.

use std::collections::BTreeSet;

use serde_json::Value;

use super::form;

const SCHEMA: &str = include_str!("../../../../schemas/pdf.schema.json");
const MAPPINGS: [&str; 1] = [include_str!("../../README.md")];

fn schema() -> Value {
    serde_json::from_str(SCHEMA).expect("the schema is JSON")
}

/// What the schema finds wrong with a mapping.
fn wrong(text: &str) -> Vec<String> {
    let mapping: toml::Table = text.parse().expect("the mapping is TOML");
    let mapping = serde_json::to_value(mapping).expect("TOML without dates is JSON");
    let validator = jsonschema::validator_for(&schema()).expect("a valid schema");
    validator.iter_errors(&mapping).map(|error| error.to_string()).collect()
}

/// The first TOML block of a page, or the whole text.
fn toml_of(text: &str) -> &str {
    let block = text.split_once("```toml\n").and_then(|(_, rest)| rest.split_once("```"));
    block.map_or(text, |(block, _)| block)
}

#[test]
fn mappings_that_are_read_are_valid() {
    for text in MAPPINGS.map(toml_of) {
        assert_eq!(wrong(text), [""; 0]);
        assert!(gainsay_plugin::form::read::<crate::form::Form>(&form(text)).is_ok());
        let other = text.replacen("document =", "documnet =", 1);
        assert_ne!(wrong(&other), [""; 0]);
    }
}

/// The keys that the plugin knows in a table, by what it says of one it does not know.
fn keys(table: &str) -> BTreeSet<String> {
    let text = format!("{table}\nnobody-knows-this = 1\n");
    let error = gainsay_plugin::form::read::<crate::form::Form>(&form(&text))
        .err()
        .expect("an unknown key")
        .message
        .to_string();
    let (_, list) = error.split_once("expected ").unwrap_or_else(|| panic!("{error}"));
    list.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn the_schema_has_the_keys_that_the_plugin_knows() {
    let schema = schema();
    for (table, pointer) in [
        ("", ""),
        ("[study]", "/properties/study"),
        ("[question.a]", "/properties/question/additionalProperties"),
        ("[[finding]]", "/properties/finding/items"),
    ] {
        let properties = schema.pointer(&format!("{pointer}/properties"));
        let properties = properties.and_then(Value::as_object).expect("a table of the schema");
        let listed: BTreeSet<_> = properties.keys().cloned().collect();
        assert_eq!(keys(table), listed, "{table}");
    }
}
