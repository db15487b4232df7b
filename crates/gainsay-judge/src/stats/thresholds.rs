//! The constants of the policy that decide what counts as a conflict.

use super::{Alpha, DesignEffect};

/// The thresholds of the verdicts. They are policy, not science: every report prints them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thresholds {
    /// The level below which a difference is significant.
    pub alpha: Alpha,
    /// The smallest difference that matters, a difference of fractions.
    pub delta: f64,
    /// The smallest odds ratio that matters; it protects shares near 0 and 1, where few points
    /// are a lot.
    pub rho: f64,
    /// The design effect assumed of a study that states none. Weighted probability panels that
    /// publish their margin of error show effects from 1.8 to 2.7.
    pub deff: DesignEffect,
    /// The design effects at which a conflict is tried again, in increasing order.
    pub ladder: [DesignEffect; 3],
    /// The size that any published survey reaches: a conflict from fewer respondents on stands
    /// even where the sizes are unknown.
    pub floor: u64,
    /// The size that a survey of unknown size may well reach.
    pub ceiling: u64,
}

impl Thresholds {
    /// Returns these thresholds with another assumed design effect. The ladder then has a random
    /// sample, that design effect and its double.
    #[must_use]
    pub fn with_deff(self, deff: DesignEffect) -> Self {
        let double = DesignEffect::new(2.0 * deff.value()).unwrap_or(deff);
        Self { deff, ladder: [DesignEffect::ONE, deff, double], ..self }
    }
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            alpha: Alpha::FIVE_PERCENT,
            delta: 0.05,
            rho: 2.0,
            deff: DesignEffect::TWO,
            ladder: [DesignEffect::ONE, DesignEffect::TWO, DesignEffect::FOUR],
            floor: 100,
            ceiling: 1000,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ladder_doubles_the_assumed_design_effect() {
        let ladder = |deff| {
            let deff = DesignEffect::new(deff).unwrap();
            Thresholds::default().with_deff(deff).ladder.map(DesignEffect::value)
        };
        assert_eq!(ladder(1.5), [1.0, 1.5, 3.0]);
        assert_eq!(ladder(2.0), Thresholds::default().ladder.map(DesignEffect::value));
    }
}
