//! The published record of the draft checker.

use std::fs;

use gainsay_tests::{
    base::loaded,
    corpus::{measure_all, measure_passages, page, published},
};

/// Which figures differ is not told: of one half nobody is to learn more than the counts.
#[test]
fn the_published_record_is_what_the_present_code_measures() {
    let record = fs::read_to_string(published()).expect("it is published");
    let loaded = loaded();
    let is_current = record == page(&measure_all(loaded), &measure_passages(loaded, false));
    let command = "cargo run -p gainsay-tests --example drafts -- --write";
    assert!(is_current, "docs/drafts.md is another record than that of `{command}`");
}
