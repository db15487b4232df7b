//! The rules that every source keeps, on documents with the files that they name.

#[test]
fn keeps_every_rule() {
    gainsay_plugin::testing::check_source::<gainsay_source_crosstab::Crosstab>(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../tests/bases/crosstabs"
    ));
}
