//! Holds the schema that editors complete mappings by against what a plugin reads.
//!
//! The tests of every plugin with a mapping include this file: a crate that they shared
//! could not link two plugins, and the kit for plugins needs no reader of schemas.

use std::collections::BTreeSet;

use gainsay_plugin::SourceError;
use serde_json::Value;

/// A schema, and the reader of the mappings that it is about.
pub(super) struct Mappings {
    pub(super) schema: &'static str,
    /// Reads the text of a mapping.
    pub(super) read: fn(&str) -> Result<(), SourceError>,
}

impl Mappings {
    /// What is read is valid, and what has another word for a key is not. Of a page, its
    /// first block of TOML is meant.
    #[track_caller]
    pub(super) fn assert_valid(&self, text: &str, key: &str) {
        let block = text.split_once("```toml\n").and_then(|(_, rest)| rest.split_once("```"));
        let text = block.map_or(text, |(block, _)| block);
        assert_eq!(self.wrong(text), [""; 0]);
        (self.read)(text).expect("it is read");
        let other = text.replacen(&format!("{key} ="), "nobody-knows-this =", 1);
        assert_ne!(self.wrong(&other), [""; 0]);
    }

    /// The schema has the keys that the plugin knows in a table; `pointer` leads to the
    /// table in the schema.
    #[track_caller]
    pub(super) fn assert_keys(&self, table: &str, pointer: &str) {
        let schema = self.schema();
        let properties = schema.pointer(&format!("{pointer}/properties"));
        let properties = properties.and_then(Value::as_object).expect("a table of the schema");
        let listed: BTreeSet<_> = properties.keys().cloned().collect();
        assert_eq!(self.known(table), listed, "{table}");
    }

    /// The keys that the plugin knows, by what it says of one that it does not know.
    fn known(&self, table: &str) -> BTreeSet<String> {
        let text = format!("{table}\nnobody-knows-this = 1\n");
        let error = (self.read)(&text).expect_err("an unknown key").message.to_string();
        let (_, list) = error.split_once("expected ").unwrap_or_else(|| panic!("{error}"));
        list.split('`').skip(1).step_by(2).map(str::to_owned).collect()
    }

    fn wrong(&self, text: &str) -> Vec<String> {
        let mapping: toml::Table = text.parse().expect("the mapping is TOML");
        let mapping = serde_json::to_value(mapping).expect("TOML without dates is JSON");
        let validator = jsonschema::validator_for(&self.schema()).expect("a valid schema");
        validator.iter_errors(&mapping).map(|error| error.to_string()).collect()
    }

    fn schema(&self) -> Value {
        serde_json::from_str(self.schema).expect("the schema is JSON")
    }
}
