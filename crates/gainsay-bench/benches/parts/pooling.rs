//! Pooling the studies of one group.

use divan::{Bencher, black_box, counter::ItemsCount};
use gainsay_judge::stats::{
    Effective, Ends,
    pool::{Count, Effect, Estimator, binomial_normal, leave_one_out, pool},
};

#[divan::bench(args = [3, 30, 300])]
fn by_restricted_likelihood(bencher: Bencher<'_, '_>, studies: usize) {
    let effects = effects(studies);
    bencher
        .counter(ItemsCount::new(studies))
        .bench_local(|| pool(black_box(&effects), Estimator::RestrictedLikelihood));
}

#[divan::bench(args = [3, 30])]
fn without_each_study(bencher: Bencher<'_, '_>, studies: usize) {
    let effects = effects(studies);
    bencher
        .counter(ItemsCount::new(studies))
        .bench_local(|| leave_one_out(black_box(&effects), Estimator::RestrictedLikelihood));
}

#[divan::bench(args = [3, 30], sample_count = 20)]
fn of_counts(bencher: Bencher<'_, '_>, studies: usize) {
    let counts: Vec<Count> =
        groups(studies).map(|(ends, size)| Count::of(ends, size).expect("no census")).collect();
    bencher.counter(ItemsCount::new(studies)).bench_local(|| binomial_normal(black_box(&counts)));
}

fn effects(studies: usize) -> Vec<Effect> {
    let effect = |(ends, size)| Effect::log_odds(ends, size).expect("no share is extreme");
    groups(studies).map(effect).collect()
}

/// Studies that scatter about 30 %, in whole percent, of 50 to 1,500 people.
fn groups(studies: usize) -> impl Iterator<Item = (Ends, Effective)> {
    (0..studies).map(|study| {
        let percent = (23 + study * 7 % 15) as f64 / 100.0;
        let size = (50 + study * 389 % 1450) as f64;
        let ends = Ends::new(percent - 0.005, percent + 0.005).expect("these are shares");
        (ends, Effective::new(size).expect("somebody was asked"))
    })
}
