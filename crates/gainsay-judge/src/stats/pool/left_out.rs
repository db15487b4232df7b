//! What is left of a group without each of its studies, and which study dissents.

use super::super::{Alpha, holm, two_sided_p};
use super::{Effect, Estimator, PoolError, Pooled, pool};

/// The group without one study, and how that study stands to the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LeftOut {
    /// What the other studies say together.
    pub others: Pooled,
    /// The studentized deleted residual `(t - μ) / √(v + τ² + se²)`, where `μ`, `τ²` and `se` are
    /// those of the others (Viechtbauer and Cheung 2010).
    pub residual: f64,
    /// The two-sided normal p of the residual.
    pub p: f64,
}

/// A study that the others do not predict.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dissenter {
    /// The place of the study in the group.
    pub study: usize,
    /// Its studentized deleted residual.
    pub residual: f64,
    /// The p of the residual, after Holm's correction for having looked at every study.
    pub p: f64,
    /// By how much `I²` falls without the study, a difference of fractions; below 0 if it rises.
    pub i2_drop: f64,
}

/// Pools the group again without each study in turn, in the order of the input.
///
/// # Errors
/// [`PoolError::TooFew`] for fewer than three studies.
pub fn leave_one_out(effects: &[Effect], estimator: Estimator) -> Result<Vec<LeftOut>, PoolError> {
    if effects.len() < 3 {
        return Err(PoolError::TooFew);
    }
    effects
        .iter()
        .enumerate()
        .map(|(i, &study)| {
            let others = pool(&[&effects[..i], &effects[i + 1..]].concat(), estimator)?;
            let average = others.average;
            let residual = (study.estimate() - average.mean)
                / study.variance().sqrt().hypot(average.prediction_error());
            Ok(LeftOut { others, residual, p: two_sided_p(residual) })
        })
        .collect()
}

/// Names the studies whose residual is significant at `alpha` after Holm's correction, the most
/// significant first; `left_out` is what [`leave_one_out`] found of the `whole` group.
pub fn dissenters(whole: &Pooled, left_out: &[LeftOut], alpha: Alpha) -> Vec<Dissenter> {
    let own: Vec<f64> = left_out.iter().map(|one| one.p).collect();
    // Every p is that of a normal tail, so none is refused.
    let corrected = holm(&own).unwrap_or_default();
    let found = left_out.iter().zip(corrected).enumerate();
    let mut found: Vec<Dissenter> = found
        .filter(|(_, (_, p))| *p < alpha.value())
        .map(|(study, (one, p))| {
            let i2_drop = whole.i2() - one.others.i2();
            Dissenter { study, residual: one.residual, p, i2_drop }
        })
        .collect();
    found.sort_by(|one, other| left_out[one.study].p.total_cmp(&left_out[other.study].p));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const REML: Estimator = Estimator::RestrictedLikelihood;

    fn found(estimates: &[f64]) -> Vec<Dissenter> {
        let effects: Vec<_> = estimates.iter().map(|&t| Effect::new(t, 0.01).unwrap()).collect();
        let whole = pool(&effects, REML).unwrap();
        dissenters(&whole, &leave_one_out(&effects, REML).unwrap(), Alpha::FIVE_PERCENT)
    }

    #[test]
    fn a_study_far_from_the_others_dissents() {
        let dissenters = found(&[0.02, -0.05, 1.5, 0.04, 0.0]);
        let [one] = dissenters[..] else { panic!("{dissenters:?}") };
        assert_eq!(one.study, 2);
        assert!(one.residual > 5.0 && one.i2_drop > 0.9, "{one:?}");
        // Without it the others do not differ at all, so that the residual is known:
        // (1.5 - 0.0025) / √(0.01 + 0.01/4); p is five times that of the residual.
        assert!((one.residual - 1.4975 / 0.0125_f64.sqrt()).abs() < 1e-12);
        assert_eq!(one.p, 5.0 * two_sided_p(one.residual));
    }

    #[test]
    fn nobody_dissents_where_all_scatter_or_none() {
        assert_eq!(found(&[0.0, 1.0, 2.0, 3.0]), []);
        assert_eq!(found(&[0.3, 0.3, 0.3]), []);
    }

    #[test]
    fn two_studies_leave_nobody_to_dissent_from() {
        let effects = [0.0, 1.0].map(|t| Effect::new(t, 0.1).unwrap());
        for few in 0..=2 {
            assert_eq!(leave_one_out(&effects[..few], REML), Err(PoolError::TooFew), "{few}");
        }
    }
}
