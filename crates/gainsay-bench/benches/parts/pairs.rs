//! Finding the pairs that conflict on one proposition: by sweeping, and pair by pair.

use divan::{Bencher, black_box, counter::ItemsCount};
use gainsay_bench::synthetic::Table;
use gainsay_judge::stats::{Effective, Ends, PairVerdict, Reported, Thresholds, compare, sweep};

const CLAIMS: [usize; 3] = [100, 500, 2_500];

#[divan::bench(args = CLAIMS)]
fn by_sweeping(bencher: Bencher<'_, '_>, claims: usize) {
    let (claims, thresholds) = (reported(claims), Thresholds::default());
    bencher.counter(pairs(&claims)).bench_local(|| sweep(black_box(&claims), &thresholds).len());
}

#[divan::bench(args = CLAIMS, sample_count = 10)]
fn one_by_one(bencher: Bencher<'_, '_>, claims: usize) {
    let (claims, thresholds) = (reported(claims), Thresholds::default());
    let conflicts = |claims: &[Reported]| {
        let conflicts = |(place, &one): (usize, &Reported)| {
            let others = claims[..place].iter();
            let verdicts = others.map(|&other| compare(one, other, &thresholds).verdict);
            verdicts.filter(|verdict| *verdict == PairVerdict::Conflict).count()
        };
        claims.iter().enumerate().map(conflicts).sum::<usize>()
    };
    assert_eq!(conflicts(&claims), sweep(&claims, &thresholds).len(), "both find the same");
    bencher.counter(pairs(&claims)).bench_local(|| conflicts(black_box(&claims)));
}

fn pairs(claims: &[Reported]) -> ItemsCount {
    ItemsCount::new(claims.len() * (claims.len() - 1) / 2)
}

/// Claims of known size on the proposition that most claims are about.
fn reported(claims: usize) -> Vec<Reported> {
    let table = Table::new(1_000_000, 1);
    let rows = table.rows().filter(|row| row.proposition == 1);
    let reported = rows.filter_map(|row| {
        let (_, tenths) = row.size?;
        Some(Reported {
            ends: Ends::new(row.lower(), row.upper()).ok()?,
            size: Effective::new(tenths as f64 / 10.0).ok()?,
        })
    });
    reported.take(claims).collect()
}
