//! The sums of a group at an assumed variance between studies.

use super::{Effect, PoolError};

/// The effects of at least two studies, in an order of their own.
pub(super) struct Group {
    // Invariant: at least two, sorted, so that the order of the input changes no digit.
    effects: Vec<Effect>,
}

impl Group {
    /// Makes a group of effects on one scale.
    ///
    /// # Errors
    /// [`PoolError::TooFew`] for fewer than two.
    pub(super) fn new(effects: impl IntoIterator<Item = Effect>) -> Result<Self, PoolError> {
        let mut effects: Vec<Effect> = effects.into_iter().collect();
        if effects.len() < 2 {
            return Err(PoolError::TooFew);
        }
        effects.sort_by(|a, b| {
            a.estimate().total_cmp(&b.estimate()).then(a.variance().total_cmp(&b.variance()))
        });
        Ok(Self { effects })
    }

    /// Returns the number of studies.
    pub(super) fn studies(&self) -> usize {
        self.effects.len()
    }

    /// Returns the degrees of freedom of `Q`, one fewer than studies.
    pub(super) fn degrees(&self) -> f64 {
        degrees(self.effects.len())
    }

    /// Returns the variances within the studies, in the group's order.
    pub(super) fn variances(&self) -> impl Iterator<Item = f64> {
        self.effects.iter().map(|effect| effect.variance())
    }

    /// Returns the sum of squared distances from the least estimate, which bounds every estimate
    /// of `τ²`: the weighted squares of [`Weighted::q`] are least at the mean, and no weight
    /// reaches `1 / τ²`, so that `q < squares / τ²`.
    pub(super) fn squares(&self) -> f64 {
        self.offsets().map(|offset| offset * offset).sum()
    }

    /// Weighs the studies by `w = 1 / (v + τ²)`.
    pub(super) fn at(&self, tau2: f64) -> Weighted<'_> {
        let weights: Vec<f64> = self.variances().map(|v| 1.0 / (v + tau2)).collect();
        let total = weights.iter().sum();
        let mean = weights.iter().zip(self.offsets()).map(|(w, t)| w * t).sum::<f64>() / total;
        Weighted { group: self, tau2, weights, total, mean }
    }

    /// The estimates counted from the least one, so that equal estimates differ by exactly 0.
    fn offsets(&self) -> impl Iterator<Item = f64> {
        self.effects.iter().map(|effect| effect.estimate() - self.effects[0].estimate())
    }
}

/// The studies of a group with their weights.
pub(super) struct Weighted<'a> {
    group: &'a Group,
    tau2: f64,
    weights: Vec<f64>,
    total: f64,
    // Counted from the least estimate.
    mean: f64,
}

impl Weighted<'_> {
    /// Returns the weighted mean `μ`.
    pub(super) fn mean(&self) -> f64 {
        self.group.effects[0].estimate() + self.mean
    }

    /// Returns the standard error of the mean, `1 / √Σw`.
    pub(super) fn standard_error(&self) -> f64 {
        1.0 / self.total.sqrt()
    }

    /// Returns the weighted squares about the mean, `Σ w (t - μ)²`; at `τ² = 0`, Cochran's `Q`.
    pub(super) fn q(&self) -> f64 {
        self.squares_about_mean(|w| w)
    }

    /// Returns `Σw - Σw²/Σw`. Computed from products of different weights, as the difference
    /// of the two sums would lose its digits where one study outweighs the others.
    pub(super) fn trace(&self) -> f64 {
        self.products(|w| w) / self.total
    }

    /// Returns the restricted log likelihood of `τ²`, up to a constant:
    /// `-½ (Σ ln(v + τ²) + ln Σw + Σ w (t - μ)²)`.
    pub(super) fn log_likelihood(&self) -> f64 {
        let variances: f64 = self.group.variances().map(|v| (v + self.tau2).ln()).sum();
        -0.5 * (variances + self.total.ln() + self.q())
    }

    /// Returns the slope of the restricted log likelihood in `τ²`:
    /// `½ (Σ w² (t - μ)² - (Σw - Σw²/Σw))`.
    pub(super) fn score(&self) -> f64 {
        0.5 * (self.squares_about_mean(|w| w * w) - self.trace())
    }

    /// Returns the expected information on `τ²`: `½ (Σw² - 2 Σw³/Σw + (Σw²/Σw)²)`, again as a
    /// sum of what cannot be negative: `½ (Σ w² (1 - w/Σw)² + Σ_{i≠j} (w_i w_j / Σw)²)`.
    pub(super) fn information(&self) -> f64 {
        let own: f64 = self.weights.iter().map(|w| (w * (1.0 - w / self.total)).powi(2)).sum();
        0.5 * (own + self.products(|w| w * w) / self.total.powi(2))
    }

    fn squares_about_mean(&self, weight: impl Fn(f64) -> f64) -> f64 {
        let parts = self.weights.iter().zip(self.group.offsets());
        parts.map(|(&w, offset)| weight(w) * (offset - self.mean).powi(2)).sum()
    }

    /// The sum of the products of every two different studies, in either order.
    fn products(&self, of: impl Fn(f64) -> f64) -> f64 {
        let (mut before, mut products) = (0.0, 0.0);
        for &w in &self.weights {
            products += of(w) * before;
            before += of(w);
        }
        2.0 * products
    }
}

/// Returns a number of studies, less one.
pub(super) fn degrees(studies: usize) -> f64 {
    // No group has more studies than a double counts exactly.
    (studies - 1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slope_is_that_of_the_likelihood() {
        let effects = [(0.1, 0.02), (0.7, 0.05), (-0.4, 0.3), (1.2, 0.08)];
        let group = Group::new(effects.map(|(t, v)| Effect::new(t, v).unwrap())).unwrap();
        for tau2 in [0.01, 0.2, 3.0] {
            let step = 1e-5 * tau2;
            let rise =
                group.at(tau2 + step).log_likelihood() - group.at(tau2 - step).log_likelihood();
            let score = group.at(tau2).score();
            assert!((rise / (2.0 * step) - score).abs() < 1e-5 * score.abs(), "{tau2}");
        }
    }

    #[test]
    fn equal_estimates_have_no_squares_at_all() {
        let effects = [0.3, 0.02, 7.0].map(|v| Effect::new(-0.944_461_608_840_852, v).unwrap());
        let group = Group::new(effects).unwrap();
        assert_eq!(group.at(0.0).q(), 0.0);
        assert_eq!(group.at(0.0).mean(), -0.944_461_608_840_852);
    }
}
