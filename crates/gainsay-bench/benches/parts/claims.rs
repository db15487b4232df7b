//! Reading findings: how many claims are made of them in a second.

use divan::{Bencher, black_box, counter::ItemsCount};
use gainsay_source_fivethirtyeight::FiveThirtyEight;

use crate::base::Unread;

const BASE: &str = "us-impeachment-2019";

/// Findings of a table of polls.
#[divan::bench]
fn read(bencher: Bencher<'_, '_>) {
    let unread = Unread::new(BASE).source(BASE, "fivethirtyeight", &FiveThirtyEight).read_studies();
    assert!(unread.count_claims() > 100, "findings can be read");
    bencher
        .counter(ItemsCount::new(unread.findings()))
        .bench_local(|| black_box(&unread).count_claims());
}
