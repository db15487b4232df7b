//! Agreement that is closer than chance allows.

use statrs::function::gamma::checked_gamma_lr;

use super::StatsError;

/// How close several pairs of independent shares are together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Closeness {
    /// The number of pairs.
    pub pairs: usize,
    /// The sum of the squared standardised differences; about the number of pairs is normal.
    pub sum: f64,
    /// The probability of so small a sum if every pair came from two independent samples of
    /// one truth.
    pub p: f64,
}

/// Computes the lower tail of the chi-squared distribution with `k` degrees of freedom at the sum
/// of `z²` over `k` pairs that are independent of each other.
///
/// For a small `p` to mean something, every `z` has to be as large as it may be: taken at the far
/// ends of the reporting sets, and at the smallest plausible design effect. Facing ends and a
/// large design effect, which are careful about a difference, make any agreement look too good.
///
/// # Errors
/// [`StatsError::TooFew`] without a pair, [`StatsError::NotFinite`] for a `z` that is no number.
pub fn closeness(z: &[f64]) -> Result<Closeness, StatsError> {
    if z.is_empty() {
        return Err(StatsError::TooFew);
    }
    let sum: f64 = z.iter().map(|z| z * z).sum();
    if !sum.is_finite() {
        return Err(StatsError::NotFinite);
    }
    let p = if sum > 0.0 {
        checked_gamma_lr(z.len() as f64 / 2.0, sum / 2.0)
            .expect("the parameter and the argument are positive and finite")
    } else {
        0.0
    };
    Ok(Closeness { pairs: z.len(), sum, p })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(z: &[f64], sum: f64, p: f64) {
        let found = closeness(z).unwrap();
        assert_eq!((found.pairs, found.sum), (z.len(), sum));
        assert!((found.p - p).abs() <= 1e-12 * p, "{} is not {p}", found.p);
    }

    // With two degrees of freedom the lower tail is 1 - exp(-x / 2), with four
    // 1 - exp(-x / 2) (1 + x / 2), with one erf(√(x / 2)).
    #[test]
    fn tails_are_those_of_the_chi_squared_distribution() {
        check(&[1.0, 1.0], 2.0, -(-1.0_f64).exp_m1());
        check(&[0.5, -0.5], 0.5, -(-0.25_f64).exp_m1());
        check(&[1.0, -1.0, 1.0, 1.0], 4.0, 1.0 - 3.0 * (-2.0_f64).exp());
        check(&[2.0], 4.0, libm::erf(2.0_f64.sqrt()));
        check(&[0.0, 0.0, 0.0], 0.0, 0.0);
        check(&[1e3, 1e3], 2e6, 1.0);
    }

    #[test]
    fn one_close_pair_is_chance_and_many_are_not() {
        assert!(closeness(&[0.1]).unwrap().p > 0.05);
        assert!(closeness(&[0.1; 5]).unwrap().p < 0.001);
        assert!(closeness(&[1.0; 5]).unwrap().p > 0.5);
    }

    #[test]
    fn no_numbers_are_refused() {
        assert_eq!(closeness(&[]), Err(StatsError::TooFew));
        for z in [f64::NAN, f64::INFINITY, 1e200] {
            assert_eq!(closeness(&[0.1, z]), Err(StatsError::NotFinite));
        }
    }
}
