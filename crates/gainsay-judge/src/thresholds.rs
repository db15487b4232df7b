//! The policy of a base as the thresholds of the statistics.

use gainsay_claims::policy::Policy;

use crate::stats::{Alpha, DesignEffect, Thresholds};

/// Returns the thresholds that a policy asks for. The ladder has a random
/// sample, the assumed design effect and its double.
///
/// A level or design effect that no statistic can work with is refused when the
/// policy is read; here the customary one stands in for it.
pub(crate) fn thresholds(policy: &Policy) -> Thresholds {
    let customary = Thresholds::default();
    let deff = DesignEffect::new(policy.design_effect).unwrap_or(customary.deff);
    let double = DesignEffect::new(2.0 * deff.value()).unwrap_or(deff);
    Thresholds {
        alpha: Alpha::new(policy.alpha).unwrap_or(customary.alpha),
        delta: policy.delta,
        rho: policy.rho,
        deff,
        ladder: [DesignEffect::ONE, deff, double],
        floor: policy.floor,
        ceiling: policy.ceiling,
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
    fn the_ladder_doubles_the_assumed_design_effect() {
        let policy = Policy { design_effect: 1.5, ..Policy::default() };
        let ladder = thresholds(&policy).ladder.map(DesignEffect::value);
        assert_eq!(ladder, [1.0, 1.5, 3.0]);
    }
}
