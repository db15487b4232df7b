//! Weighted shares, and how much a weighted sample is worth.

/// Cases of a base, counted by weight.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Tally {
    /// How many cases, whatever their weight.
    pub(crate) cases: u64,
    weight: f64,
    squares: f64,
    yes: f64,
}

impl Tally {
    /// Counts a case of the base; its weight is positive.
    pub(crate) fn add(&mut self, weight: f64, is_yes: bool) {
        self.cases += 1;
        self.weight += weight;
        self.squares += weight * weight;
        if is_yes {
            self.yes += weight;
        }
    }

    /// The share of those who said yes, as a fraction of the base.
    pub(crate) fn share(&self) -> Option<f64> {
        let is_sound = self.weight.is_finite() && self.weight > 0.0;
        is_sound.then(|| self.yes / self.weight)
    }

    /// The cases of an unweighted sample of the same precision: (Σw)² ⁄ Σw² (Kish 1965,
    /// Survey Sampling, 11.2C). It counts the spread of weights only, not clusters.
    pub(crate) fn effective(&self) -> Option<f64> {
        let effective = self.weight * (self.weight / self.squares);
        effective.is_finite().then_some(effective)
    }

    /// The design effect of the weights: cases over effective cases, which is
    /// 1 + cv² of the weights.
    pub(crate) fn design_effect(&self) -> Option<f64> {
        // More cases than a float counts exactly would not fit into memory.
        #[expect(clippy::cast_precision_loss, reason = "cases are fewer than 2^53")]
        let cases = self.cases as f64;
        self.effective().map(|effective| cases / effective)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(weights: &[f64]) -> Tally {
        let mut tally = Tally::default();
        weights.iter().enumerate().for_each(|(at, &weight)| tally.add(weight, at == 0));
        tally
    }

    #[test]
    fn equal_weights_cost_nothing() {
        let tally = of(&[0.5; 4]);
        assert_eq!(tally.share(), Some(0.25));
        assert_eq!(tally.effective(), Some(4.0));
        assert_eq!(tally.design_effect(), Some(1.0));
    }

    #[test]
    fn the_design_effect_is_one_plus_the_squared_coefficient_of_variation() {
        let weights = [1.0, 2.0, 3.0, 6.0];
        let tally = of(&weights);
        let mean = 3.0;
        let variance = weights.iter().map(|weight| (weight - mean) * (weight - mean)).sum::<f64>();
        let expected = 1.0 + variance / 4.0 / (mean * mean);
        assert!((tally.design_effect().unwrap() - expected).abs() < 1e-12);
        assert_eq!(tally.share(), Some(1.0 / 12.0));
    }

    #[test]
    fn nobody_has_no_share() {
        assert_eq!((of(&[]).share(), of(&[]).effective()), (None, None));
        assert_eq!(of(&[f64::MAX, f64::MAX]).share(), None, "weights that do not add up");
    }
}
