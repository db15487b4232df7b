//! The policy of a base as the thresholds of the statistics.

use gainsay_claims::policy::Policy;

use crate::stats::{Alpha, DesignEffect, Thresholds};

/// Returns the thresholds that a policy asks for.
///
/// A level or design effect that no statistic can work with is refused when the
/// policy is read; here the customary one stands in for it.
pub fn thresholds(policy: &Policy) -> Thresholds {
    let customary = Thresholds::default();
    let deff = DesignEffect::new(policy.design_effect).unwrap_or(customary.deff);
    Thresholds {
        alpha: Alpha::new(policy.alpha).unwrap_or(customary.alpha),
        delta: policy.delta,
        rho: policy.rho,
        floor: policy.floor,
        ceiling: policy.ceiling,
        ..customary.with_deff(deff)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_policy_has_the_usual_thresholds() {
        assert_eq!(thresholds(&Policy::default()), Thresholds::default());
    }

    #[test]
    fn a_policy_sets_its_thresholds() {
        let policy = Policy { design_effect: 1.5, floor: 50, ..Policy::default() };
        let found = thresholds(&policy);
        let expected = Thresholds::default().with_deff(DesignEffect::new(1.5).expect("it is one"));
        assert_eq!(found, Thresholds { floor: 50, ..expected });
    }
}
