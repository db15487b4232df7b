//! The rules that every source keeps, on the documents of the shipped base.

#[test]
fn keeps_every_rule() {
    gainsay_plugin::testing::check_source::<gainsay_source_nsppolls::NspPolls>(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../data/french-presidential-2022"
    ));
}
