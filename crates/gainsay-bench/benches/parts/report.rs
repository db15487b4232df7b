//! Writing what was found: claims in a second.

use divan::{Bencher, black_box, counter::ItemsCount};
use gainsay_claims::{EvidenceBase, Lang};
use gainsay_judge::judge;
use gainsay_report::{
    Speaker,
    html::{Page, render},
};
use gainsay_source_fivethirtyeight::FiveThirtyEight;

use crate::base::Unread;

const BASE: &str = "us-guns-2018";

/// The page of a base that is judged already, without other views of it.
#[divan::bench(args = [Lang::En, Lang::Fr], sample_count = 10)]
fn as_html(bencher: Bencher<'_, '_>, lang: Lang) {
    let base = base();
    let judgement = judge(&base);
    bencher.counter(ItemsCount::new(base.claims.len())).bench_local(|| {
        render(black_box(&Page {
            speaker: Speaker::new(&base, lang),
            judgement: &judgement,
            shown: &judgement.diagnostics,
            views: &[],
            sibling: None,
            is_live: false,
        }))
    });
}

/// What comes before: the judgement of all its pairs.
#[divan::bench(sample_count = 10)]
fn judged(bencher: Bencher<'_, '_>) {
    let base = base();
    bencher.counter(ItemsCount::new(base.claims.len())).bench_local(|| judge(black_box(&base)));
}

fn base() -> EvidenceBase {
    Unread::new(BASE).source(BASE, "fivethirtyeight", &FiveThirtyEight).read()
}
