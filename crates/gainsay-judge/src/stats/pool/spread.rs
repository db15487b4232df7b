//! How much studies differ beyond their own errors: `τ²`, the variance between studies.

use super::super::{Alpha, Interval};
use super::group::Group;
use super::quantile::{chi2_reached, chi2_undercut};
use super::root::{boundary, grid_from_zero, maximum};
use super::{Effect, PoolError};

/// A way to estimate the variance between studies. None of them is ever below 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Estimator {
    /// Restricted maximum likelihood, the default.
    RestrictedLikelihood,
    /// Paule and Mandel 1982: the `τ²` at which `Σ w (t - μ)²` equals its expectation, the
    /// number of studies less one. Rests on no distribution, hence a check on the first.
    PauleMandel,
    /// DerSimonian and Laird 1986: `(Q - (k - 1)) / (Σw - Σw²/Σw)` at `w = 1/v`. For comparison
    /// with publications that use it.
    DerSimonianLaird,
}

impl Estimator {
    /// Estimates `τ²` of a group.
    pub(super) fn tau2(self, group: &Group) -> f64 {
        match self {
            Self::RestrictedLikelihood => restricted_likelihood(group),
            Self::PauleMandel => where_squares_reach(group, group.degrees()),
            Self::DerSimonianLaird => {
                let fixed = group.at(0.0);
                ((fixed.q() - group.degrees()) / fixed.trace()).max(0.0)
            }
        }
    }
}

/// Computes the interval of `τ²` from the profile of `Q` (Viechtbauer 2007): those values at
/// which `Σ w (t - μ)²`, a `χ²` of `k - 1` degrees of freedom under them, is neither improbably
/// large nor improbably small.
///
/// Where the studies agree better than chance allows at every value, both ends are 0.
///
/// # Errors
/// [`PoolError::TooFew`] for fewer than two studies.
pub fn tau2_interval(effects: &[Effect], alpha: Alpha) -> Result<Interval, PoolError> {
    let group = Group::new(effects.iter().copied())?;
    let tail = alpha.value() / 2.0;
    Ok(Interval {
        lo: where_squares_reach(&group, chi2_reached(tail, group.degrees())),
        hi: where_squares_reach(&group, chi2_undercut(tail, group.degrees())),
    })
}

/// Finds the `τ²` at which `Σ w (t - μ)²`, which decreases in `τ²`, equals `level`; 0 where it is
/// below from the start.
fn where_squares_reach(group: &Group, level: f64) -> f64 {
    let above = |tau2: f64| group.at(tau2).q() > level;
    if !above(0.0) {
        return 0.0;
    }
    // A level next to 0 is reached nowhere that matters.
    boundary(0.0, (group.squares() / level).min(1e60), above)
}

/// Finds the highest maximum of the restricted likelihood, which can have several, by Fisher
/// scoring from the best point of a grid.
///
/// From the sum of the greatest variance and of all squares on, the likelihood falls:
/// `Σ w² (t - μ)² < max w · squares / τ²` is there below `(k - 1) min w <= Σw - Σw²/Σw`.
fn restricted_likelihood(group: &Group) -> f64 {
    let least = group.variances().fold(f64::INFINITY, f64::min);
    let greatest = group.variances().fold(0.0, f64::max);
    let grid = grid_from_zero(least / 1000.0, greatest + group.squares(), 32);
    maximum(
        &grid,
        |tau2| group.at(tau2).log_likelihood(),
        |tau2| {
            let here = group.at(tau2);
            (here.score(), -here.information())
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn effects(numbers: &[(f64, f64)]) -> Vec<Effect> {
        numbers.iter().map(|&(t, v)| Effect::new(t, v).unwrap()).collect()
    }

    /// With equal variances all three are the variance of the estimates less that within.
    #[test]
    fn estimators_agree_where_variances_do() {
        let group = Group::new(effects(&[(0.0, 0.1), (1.0, 0.1), (2.0, 0.1)])).unwrap();
        for estimator in
            [Estimator::RestrictedLikelihood, Estimator::PauleMandel, Estimator::DerSimonianLaird]
        {
            let tau2 = estimator.tau2(&group);
            assert!((tau2 - 0.9).abs() < 1e-13, "{estimator:?}: {tau2}");
        }
    }

    #[test]
    fn studies_that_agree_too_well_leave_nothing() {
        let same = effects(&[(0.5, 0.1), (0.5, 0.2), (0.5, 0.3)]);
        let interval = tau2_interval(&same, Alpha::FIVE_PERCENT).unwrap();
        assert_eq!(interval, Interval { lo: 0.0, hi: 0.0 });
    }

    #[test]
    fn tiny_levels_give_finite_intervals() {
        let two = effects(&[(-1e6, 1e-18), (1e6, 1e12)]);
        let tiny = Alpha::new(f64::MIN_POSITIVE).unwrap();
        let Interval { lo, hi } = tau2_interval(&two, tiny).unwrap();
        assert!(0.0 <= lo && lo < hi && hi.is_finite(), "{lo} {hi}");
    }
}
