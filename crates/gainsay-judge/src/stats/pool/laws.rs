//! Laws that hold for every group, whatever its numbers.

use proptest::prelude::*;

use super::super::{Alpha, Effective, Ends, Interval};
use super::{
    Count, Effect, Estimator, Pooled, binomial_normal, dissenters, leave_one_out, pool,
    tau2_interval,
};

const ESTIMATORS: [Estimator; 3] =
    [Estimator::RestrictedLikelihood, Estimator::PauleMandel, Estimator::DerSimonianLaird];

fn ends() -> impl Strategy<Value = Ends> {
    let share = prop_oneof![8 => 0.0..=1.0, 1 => Just(0.0), 1 => Just(1.0), 3 => 0.0..0.05];
    (share, prop_oneof![Just(0.0), 0.0..0.02])
        .prop_map(|(lo, width): (f64, f64)| Ends::new(lo, (lo + width).min(1.0)).unwrap())
}

fn size() -> impl Strategy<Value = Effective> {
    prop_oneof![1.0..100.0, 100.0..5000.0].prop_map(|m| Effective::new(m).unwrap())
}

type Shares = Vec<(Ends, Effective)>;

fn group() -> impl Strategy<Value = Shares> {
    prop::collection::vec((ends(), size()), 2..8)
}

/// A group and the same group in another order.
fn shuffled() -> impl Strategy<Value = (Shares, Shares)> {
    group().prop_flat_map(|group| (Just(group.clone()), Just(group).prop_shuffle()))
}

/// The effects of a group, except of shares so near to 0 or 1 that they are refused.
fn log_odds(group: &[(Ends, Effective)]) -> Vec<Effect> {
    group.iter().filter_map(|&(ends, size)| Effect::log_odds(ends, size).ok()).collect()
}

fn counts(group: &[(Ends, Effective)]) -> Vec<Count> {
    group.iter().map(|&(ends, size)| Count::of(ends, size).unwrap()).collect()
}

fn holds(interval: Interval, value: f64) -> bool {
    interval.lo <= value && value <= interval.hi
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 * b.abs().max(1.0)
}

fn is_sound(pooled: &Pooled) -> bool {
    let (average, alpha) = (pooled.average, Alpha::FIVE_PERCENT);
    let knapp = pooled.hartung_knapp(alpha);
    average.tau2 >= 0.0
        && pooled.q >= 0.0
        && holds(average.wald(alpha), average.mean)
        && holds(knapp, average.mean)
        && average.prediction(alpha).is_none_or(|further| holds(further, average.mean))
        && holds(Interval { lo: 0.0, hi: 1.0 }, pooled.i2())
        && holds(Interval { lo: 0.0, hi: 1.0 }, pooled.q_p())
        && (knapp.hi - knapp.lo).is_finite()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_group_has_a_sound_mean(group in group()) {
        let effects = log_odds(&group);
        prop_assume!(effects.len() >= 2);
        for estimator in ESTIMATORS {
            let pooled = pool(&effects, estimator).unwrap();
            prop_assert!(is_sound(&pooled), "{:?}", pooled);
        }
        let Interval { lo, hi } = tau2_interval(&effects, Alpha::FIVE_PERCENT).unwrap();
        prop_assert!(0.0 <= lo && lo <= hi && hi.is_finite());
    }

    #[test]
    fn order_changes_no_digit((group, other) in shuffled()) {
        let (effects, others) = (log_odds(&group), log_odds(&other));
        prop_assume!(effects.len() >= 2);
        for estimator in ESTIMATORS {
            prop_assert_eq!(pool(&effects, estimator), pool(&others, estimator));
        }
        prop_assert_eq!(binomial_normal(&counts(&group)), binomial_normal(&counts(&other)));
    }

    #[test]
    fn a_study_keeps_its_residual_wherever_it_stands((group, other) in shuffled()) {
        let (effects, others) = (log_odds(&group), log_odds(&other));
        prop_assume!(effects.len() >= 3);
        let residuals = |effects: &[Effect]| {
            let mut residuals: Vec<f64> = leave_one_out(effects, Estimator::PauleMandel)
                .unwrap()
                .iter()
                .map(|left_out| left_out.residual)
                .collect();
            residuals.sort_by(f64::total_cmp);
            residuals
        };
        prop_assert_eq!(residuals(&effects), residuals(&others));
    }

    #[test]
    fn asking_the_opposite_mirrors_the_mean(group in group()) {
        let opposite: Vec<_> =
            group.iter().map(|&(ends, size)| (ends.complement(), size)).collect();
        let (effects, opposites) = (log_odds(&group), log_odds(&opposite));
        // One of the two is refused where 1 - share loses the last digit of a share.
        prop_assume!(effects.len() >= 2 && effects.len() == opposites.len());
        let [one, mirror] =
            [effects, opposites].map(|effects| pool(&effects, Estimator::PauleMandel).unwrap());
        prop_assert!(close(mirror.average.mean, -one.average.mean), "{:?} {:?}", one, mirror);
        prop_assert!(close(mirror.q, one.q) && close(mirror.average.tau2, one.average.tau2));
    }

    #[test]
    fn the_mixed_model_is_sound_or_refused(group in group()) {
        if let Ok(average) = binomial_normal(&counts(&group)) {
            let wald = average.wald(Alpha::FIVE_PERCENT);
            prop_assert!(average.tau2 >= 0.0 && holds(wald, average.mean), "{:?}", average);
            prop_assert!((wald.hi - wald.lo).is_finite(), "{:?}", average);
        }
    }

    #[test]
    fn dissenters_are_significant_alone_and_after_correction(group in group()) {
        let effects = log_odds(&group);
        prop_assume!(effects.len() >= 3);
        let whole = pool(&effects, Estimator::PauleMandel).unwrap();
        let left_out = leave_one_out(&effects, Estimator::PauleMandel).unwrap();
        let named = dissenters(&whole, &left_out, Alpha::FIVE_PERCENT);
        for one in &named {
            prop_assert!(left_out[one.study].p <= one.p && one.p < 0.05);
        }
        prop_assert!(named.is_sorted_by(|one, next| one.p <= next.p));
        let at_once = left_out.iter().any(|one| one.p * (left_out.len() as f64) < 0.05);
        prop_assert_eq!(at_once, !named.is_empty());
    }
}
