//! Reading a draft of 10,000 words and holding it against a base: words in a second.

use divan::{Bencher, black_box, counter::ItemsCount};
use gainsay_claims::EvidenceBase;
use gainsay_draft::{Checker, Format, read};
use gainsay_judge::judge;
use gainsay_source_kentico::Kentico;
use gainsay_source_market_force::MarketForce;

use crate::base::Unread;

const BASE: &str = "brands-on-social-media";
const WORDS: usize = 10_000;

const PARAGRAPH: &str = "According to Kentico, 68% of Americans never or hardly ever pay attention \
    to the posts of brands that they follow. In 2012, 78% of followers told Market Force that posts \
    of brands influence what they buy. Nobody disputes that people talk; what is disputed is whether \
    they buy, and whether those who say that they bought would have bought anyway.\n\n";

/// From the text to its passages.
#[divan::bench]
fn into_passages(bencher: Bencher<'_, '_>) {
    let text = draft();
    bencher
        .counter(ItemsCount::new(WORDS))
        .bench_local(|| read("draft.md", black_box(&text), Format::Markdown));
}

/// From its passages to what is wrong with it, the base being judged and its words prepared.
#[divan::bench(sample_count = 20)]
fn held_against_a_base(bencher: Bencher<'_, '_>) {
    let base = base();
    let (judgement, checker) = (judge(&base), Checker::new(&base));
    let draft = read("draft.md", &draft(), Format::Markdown);
    let check = || checker.check(black_box(&draft), &base, &judgement, &|_| None);
    assert!(check().figures.len() > 200, "two figures in each paragraph");
    bencher.counter(ItemsCount::new(WORDS)).bench_local(check);
}

/// Preparing the claims of a base, once for all drafts; its words follow with the first one.
#[divan::bench(sample_count = 20)]
fn prepared(bencher: Bencher<'_, '_>) {
    let base = base();
    bencher
        .counter(ItemsCount::new(base.claims.len()))
        .bench_local(|| Checker::new(black_box(&base)));
}

fn base() -> EvidenceBase {
    Unread::new(BASE)
        .source(BASE, "kentico", &Kentico)
        .source(BASE, "market-force", &MarketForce)
        .read()
}

fn draft() -> String {
    PARAGRAPH.repeat(WORDS.div_ceil(PARAGRAPH.split_whitespace().count()))
}
