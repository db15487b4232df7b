//! The value grammar: how many figures are read in a second.

use divan::{Bencher, black_box, counter::ItemsCount};
use gainsay_claims::{Lang, value::read};

const PLAIN_ENGLISH: [&str; 4] = ["68 %", "12.5%", "41", "3 in 4"];
const PLAIN_FRENCH: [&str; 4] = ["68 %", "12,5 %", "41", "3 sur 4"];
const HEDGED_ENGLISH: [&str; 4] =
    ["nearly 70%", "less than 0.25%", "between 20% and 30%", "more than two thirds"];
const HEDGED_FRENCH: [&str; 4] =
    ["près de 70 %", "moins de 0,25 %", "entre 20 % et 30 %", "plus des deux tiers"];

#[divan::bench]
fn plain_english(bencher: Bencher<'_, '_>) {
    reads(bencher, &PLAIN_ENGLISH, Lang::En);
}

#[divan::bench]
fn plain_french(bencher: Bencher<'_, '_>) {
    reads(bencher, &PLAIN_FRENCH, Lang::Fr);
}

#[divan::bench]
fn hedged_english(bencher: Bencher<'_, '_>) {
    reads(bencher, &HEDGED_ENGLISH, Lang::En);
}

#[divan::bench]
fn hedged_french(bencher: Bencher<'_, '_>) {
    reads(bencher, &HEDGED_FRENCH, Lang::Fr);
}

fn reads(bencher: Bencher<'_, '_>, figures: &[&str], lang: Lang) {
    bencher.counter(ItemsCount::new(figures.len())).bench(|| {
        for figure in figures {
            let reading = read(black_box(figure), Some(lang), None);
            black_box(reading.expect("every figure of this list can be read"));
        }
    });
}
