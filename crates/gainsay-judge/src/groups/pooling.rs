//! What the studies of a group say together.

use crate::{
    evidence::Admitted,
    judgement::{Dissent, Model, PooledShare},
    stats::{
        Interval, Reported, Thresholds,
        pool::{self, Average, Count, Effect, Estimator, Pooled},
    },
};

/// Below this many studies a prediction covers nearly every share.
const PREDICTED_FROM: usize = 5;

/// Pools a group, and names the studies that the others do not predict.
pub(super) fn pooled(
    group: &[&Admitted<'_>],
    thresholds: &Thresholds,
) -> Option<(PooledShare, Vec<Dissent>)> {
    let (claims, figures): (Vec<_>, Vec<_>) = poolable(group).unzip();
    let effects = effects(&figures)?;
    let whole = pool::pool(&effects, Estimator::RestrictedLikelihood).ok()?;
    let share = pooled_share(&figures, &effects, &whole, thresholds)?;
    let dissenters = dissenters(&claims, &effects, &whole, thresholds).unwrap_or_default();
    Some((share, dissenters))
}

/// Pools the claims that state a precise share and a size, with random effects of log
/// odds; of counts where a share is near 0 or 1 or a sample small.
fn pooled_share(
    figures: &[Reported],
    effects: &[Effect],
    whole: &Pooled,
    thresholds: &Thresholds,
) -> Option<PooledShare> {
    let check = pool::pool(effects, Estimator::PauleMandel).ok()?;
    let (model, average, interval) = mean(figures, whole, thresholds);
    let prediction =
        average.prediction(thresholds.alpha).filter(|_| effects.len() >= PREDICTED_FROM);
    Some(PooledShare {
        studies: effects.len(),
        model,
        share: pool::share(average.mean),
        interval: pool::shares(interval),
        prediction: prediction.map(pool::shares),
        q: whole.q,
        p: whole.q_p(),
        i2: whole.i2(),
        tau2: whole.average.tau2,
        tau2_interval: pool::tau2_interval(effects, thresholds.alpha).ok()?,
        tau2_paule_mandel: check.average.tau2,
    })
}

fn mean(
    figures: &[Reported],
    whole: &Pooled,
    thresholds: &Thresholds,
) -> (Model, Average, Interval) {
    let counts: Result<Vec<Count>, _> =
        figures.iter().map(|figure| Count::of(figure.ends, figure.size)).collect();
    // Where nothing scatters both models say the same, and this one costs a hundred times as much.
    let is_scattered = whole.q_p() < thresholds.alpha.value();
    let sparse =
        counts.ok().filter(|counts| is_scattered && counts.iter().any(|count| count.is_sparse()));
    match sparse.and_then(|counts| pool::binomial_normal(&counts).ok()) {
        Some(average) => (Model::Binomial, average, average.wald(thresholds.alpha)),
        None => (Model::LogOdds, whole.average, whole.hartung_knapp(thresholds.alpha)),
    }
}

fn dissenters(
    claims: &[&str],
    effects: &[Effect],
    whole: &Pooled,
    thresholds: &Thresholds,
) -> Option<Vec<Dissent>> {
    if whole.q_p() >= thresholds.alpha.value() {
        return None;
    }
    let left_out = pool::leave_one_out(effects, Estimator::RestrictedLikelihood).ok()?;
    let found = pool::dissenters(whole, &left_out, thresholds.alpha);
    let dissent = |one: pool::Dissenter| Dissent {
        claim: claims[one.study].to_owned(),
        residual: one.residual,
        p: one.p,
        i2_without: left_out[one.study].others.i2(),
    };
    Some(found.into_iter().map(dissent).collect())
}

/// The bounds and vague shares that have nothing in common with the prediction.
pub(super) fn outside(group: &[&Admitted<'_>], pooled: &PooledShare) -> Vec<String> {
    let Some(expected) = pooled.prediction else { return Vec::new() };
    group
        .iter()
        .filter(|one| one.evidence.middle.is_none())
        .filter(|one| one.ends.lo() > expected.hi || one.ends.hi() < expected.lo)
        .map(|one| one.evidence.claim.to_string())
        .collect()
}

fn poolable<'a>(group: &[&'a Admitted<'_>]) -> impl Iterator<Item = (&'a str, Reported)> {
    let precise = group.iter().filter(|one| one.evidence.middle.is_some());
    precise.filter_map(|one| {
        let figure = one.figure().reported().filter(|figure| !figure.size.is_census())?;
        Some((one.evidence.claim.as_ref(), figure))
    })
}

/// The effects of at least three figures.
fn effects(figures: &[Reported]) -> Option<Vec<Effect>> {
    if figures.len() < 3 {
        return None;
    }
    figures.iter().map(|figure| Effect::log_odds(figure.ends, figure.size).ok()).collect()
}
