//! The schema that editors complete mappings by holds what the plugin reads.

#[path = "../../../../tests/schemas/mapping.rs"]
mod mappings;

use super::mapping;
use crate::form::Form;
use mappings::Mappings;

const MAPPINGS: Mappings = Mappings {
    schema: include_str!("../../../../schemas/crosstab.schema.json"),
    read: |text| gainsay_plugin::form::read::<Form>(&mapping(text)).map(|_| ()),
};

#[test]
fn mappings_that_are_read_are_valid() {
    for text in [
        include_str!("../../../../tests/bases/crosstabs/sources/masculinity/2018-masculinity.toml"),
        include_str!("../../../../tests/bases/crosstabs/sources/quantipy/2014-basic.toml"),
        include_str!("../../../../tests/bases/example-data/sources/tables/2015-significance.toml"),
        include_str!("../../README.md"),
    ] {
        MAPPINGS.assert_valid(text, "table");
    }
}

#[test]
fn the_schema_has_the_keys_that_the_plugin_knows() {
    for (table, pointer) in [
        ("", ""),
        ("[study]", "/properties/study"),
        ("[study.notation]", "/properties/study/properties/notation"),
        ("[layout]", "/properties/layout"),
        ("[layout.letters]", "/properties/layout/properties/letters"),
        ("[column.a]", "/properties/column/additionalProperties"),
        ("[question.a]", "/properties/question/additionalProperties"),
        (
            "[question.a.answer.b]",
            "/properties/question/additionalProperties/properties/answer/additionalProperties",
        ),
        ("[left-out]", "/properties/left-out"),
    ] {
        MAPPINGS.assert_keys(table, pointer);
    }
}
