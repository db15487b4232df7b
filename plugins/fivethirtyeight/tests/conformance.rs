//! The rules that every source keeps, on the documents of the shipped bases.

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/");

#[test]
fn keeps_every_rule() {
    for base in ["us-impeachment-2019", "us-guns-2018"] {
        gainsay_plugin::testing::check_source::<gainsay_source_fivethirtyeight::FiveThirtyEight>(
            format!("{DATA}{base}"),
        );
    }
}
