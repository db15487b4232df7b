//! The schema that editors complete mappings by holds what the plugin reads.

#[path = "../../../../tests/schemas/mapping.rs"]
mod mappings;

use super::mapping;
use crate::form::Mapping;
use mappings::Mappings;

const MAPPINGS: Mappings = Mappings {
    schema: include_str!("../../../../schemas/microdata.schema.json"),
    read: |text| gainsay_plugin::form::read::<Mapping>(&mapping(text)).map(|_| ()),
};

#[test]
fn mappings_that_are_read_are_valid() {
    for text in [
        include_str!("../../../../tests/bases/advertising/sources/fixture-a/2026-trust.toml"),
        include_str!("../../../../tests/bases/advertising/sources/fixture-c/2026-panel.toml"),
        include_str!("../../../../tests/bases/example-data/sources/answers/2015-answers.toml"),
        include_str!("../../README.md"),
    ] {
        MAPPINGS.assert_valid(text, "file");
    }
}

#[test]
fn the_schema_has_the_keys_that_the_plugin_knows() {
    for (table, pointer) in [
        ("", ""),
        ("[study]", "/properties/study"),
        ("[data]", "/properties/data"),
        ("[variable.a]", "/properties/variable/additionalProperties"),
        ("[set.a]", "/properties/set/additionalProperties"),
        ("[group.a]", "/properties/group/additionalProperties"),
        ("[[group.a.where]]", "/properties/group/additionalProperties/properties/where/items"),
        ("[[finding]]", "/properties/finding/items"),
    ] {
        MAPPINGS.assert_keys(table, pointer);
    }
}
