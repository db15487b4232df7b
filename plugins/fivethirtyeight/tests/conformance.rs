//! The rules that every source keeps, on the documents of the bases that it reads.

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../");

#[test]
fn keeps_every_rule() {
    for base in ["data/us-impeachment-2019", "data/us-guns-2018", "tests/bases/us-races"] {
        gainsay_plugin::testing::check_source::<gainsay_source_fivethirtyeight::FiveThirtyEight>(
            format!("{ROOT}{base}"),
        );
    }
}
