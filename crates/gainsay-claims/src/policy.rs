//! Policy: thresholds that are decisions, not science. Every report prints them.

use serde::Deserialize;

use crate::facts::Problem;

/// The constants of a base, from `[policy]` of its `gainsay.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Policy {
    /// Significance level of a pair test.
    pub alpha: f64,
    /// A gap of this much is material, in fractions of the base.
    pub delta: f64,
    /// An odds ratio of this much is material.
    pub rho: f64,
    /// The design effect assumed where a study states none.
    pub design_effect: f64,
    /// A break-even size up to this one counts as any plausible n: every
    /// published survey is assumed to have asked so many. Of a reported subgroup
    /// the same is assumed as of a known n, see `subsample_floor`; else to know
    /// less would prove more.
    pub floor: u64,
    /// A break-even size above this one is not established.
    pub ceiling: u64,
    /// The share of a study's n that a reported subgroup is assumed to hold at
    /// least, when neither its own n nor the share of every step to it is
    /// published.
    ///
    /// It holds for the subgroup as a whole, whatever its nesting: a publisher
    /// does not report a figure that rests on less, so the steps are not
    /// multiplied. That is an assumption, and is printed wherever it is used.
    pub subsample_floor: f64,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            alpha: 0.05,
            delta: 0.05,
            rho: 2.0,
            design_effect: 2.0,
            floor: 100,
            ceiling: 1000,
            subsample_floor: 0.05,
        }
    }
}

impl Policy {
    /// Checks that every constant is one that the statistics can work with.
    ///
    /// # Errors
    ///
    /// [`Problem::BadPolicy`] with the first key that is out of range.
    pub fn check(&self) -> Result<(), Problem> {
        let good = [
            ("alpha", self.alpha > 0.0 && self.alpha <= 0.5),
            ("delta", self.delta > 0.0 && self.delta <= 1.0),
            ("rho", self.rho > 1.0 && self.rho.is_finite()),
            ("design-effect", self.design_effect >= 1.0 && self.design_effect.is_finite()),
            ("ceiling", self.ceiling >= self.floor),
            ("subsample-floor", self.subsample_floor > 0.0 && self.subsample_floor <= 1.0),
        ];
        match good.iter().find(|(_, good)| !good) {
            None => Ok(()),
            Some((key, _)) => Err(Problem::BadPolicy { key: (*key).to_owned() }),
        }
    }
}
