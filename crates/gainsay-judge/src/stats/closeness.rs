//! Agreement that is closer than chance allows.

use statrs::function::gamma::checked_gamma_lr;

use super::{Sample, StatsError};

/// How close the shares of independent samples are together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Closeness {
    /// The number of samples.
    pub samples: usize,
    /// The degrees of freedom: the samples less the moments they were taken at.
    pub degrees: usize,
    /// The sum of the squared standardised distances; about `degrees` is normal.
    pub sum: f64,
    /// The probability of so small a sum if the samples of each moment came from one truth.
    pub p: f64,
}

/// Computes the lower tail of the chi-squared distribution at Pearson's `Σ m (y - p)² / (p q)`,
/// where `p` is the pooled share of the samples of one moment, over moments that are independent
/// of each other. A moment with one sample says nothing, nor does one with a census or where all
/// say nobody or everybody.
///
/// For a small `p` to mean something, the samples have to be as large as they may be: of the
/// smallest plausible design effect. A large one, which is careful about a difference, makes any
/// agreement look too good. Rounding to the nearest widens the mean square, so that rounded
/// shares are careful enough.
///
/// # Errors
/// [`StatsError::TooFew`] without two samples of one moment.
pub fn closeness(moments: &[Vec<Sample>]) -> Result<Closeness, StatsError> {
    let (mut samples, mut degrees, mut sum) = (0, 0, 0.0);
    for moment in moments.iter().filter(|moment| moment.len() > 1) {
        let distances = pearson(moment);
        if !distances.is_finite() {
            continue;
        }
        samples += moment.len();
        degrees += moment.len() - 1;
        sum += distances;
    }
    if degrees == 0 {
        return Err(StatsError::TooFew);
    }
    let p = if sum > 0.0 {
        checked_gamma_lr(degrees as f64 / 2.0, sum / 2.0)
            .expect("the parameter and the argument are positive and finite")
    } else {
        0.0
    };
    Ok(Closeness { samples, degrees, sum, p })
}

fn pearson(moment: &[Sample]) -> f64 {
    let total: f64 = moment.iter().map(|one| one.size.value()).sum();
    let yes: f64 = moment.iter().map(|one| one.share * one.size.value()).sum();
    let p = yes / total;
    let distances = moment.iter().map(|one| one.size.value() * (one.share - p).powi(2));
    distances.sum::<f64>() / (p * (1.0 - p))
}

#[cfg(test)]
mod tests {
    use super::super::Effective;
    use super::*;

    fn moment(shares: &[f64], m: f64) -> Vec<Sample> {
        let size = Effective::new(m).unwrap();
        shares.iter().map(|&share| Sample { share, size }).collect()
    }

    // Two halves of 100 with 40 and 60 %: 2 · 100 · 0.1² / 0.25 = 8. With two degrees of
    // freedom the lower tail is 1 - exp(-x / 2), with one erf(√(x / 2)).
    #[test]
    fn tails_are_those_of_the_chi_squared_distribution() {
        let one = closeness(&[moment(&[0.4, 0.6], 100.0)]).unwrap();
        assert_eq!((one.samples, one.degrees), (2, 1));
        assert!((one.sum - 8.0).abs() < 1e-12);
        assert!((one.p - libm::erf(2.0)).abs() < 1e-12);
        let two = closeness(&[moment(&[0.4, 0.6], 100.0), moment(&[0.5, 0.5], 100.0)]).unwrap();
        assert_eq!((two.samples, two.degrees), (4, 2));
        assert!((two.p + (-4.0_f64).exp_m1()).abs() < 1e-12);
    }

    #[test]
    fn one_close_pair_is_chance_and_many_samples_are_not() {
        assert!(closeness(&[moment(&[0.5, 0.505], 1000.0)]).unwrap().p > 0.05);
        let close = [0.5, 0.505, 0.5, 0.495, 0.5, 0.505, 0.5];
        assert!(closeness(&[moment(&close, 1000.0)]).unwrap().p < 0.001);
        assert_eq!(closeness(&[moment(&[0.5; 3], 1000.0)]).unwrap().p, 0.0);
    }

    #[test]
    fn what_says_nothing_is_refused() {
        assert_eq!(closeness(&[]), Err(StatsError::TooFew));
        assert_eq!(closeness(&[moment(&[0.5], 100.0)]), Err(StatsError::TooFew));
        let census = vec![Sample { share: 0.4, size: Effective::CENSUS }; 2];
        for nothing in [moment(&[0.0, 0.0], 100.0), census] {
            assert_eq!(closeness(std::slice::from_ref(&nothing)), Err(StatsError::TooFew));
            let beside = closeness(&[nothing, moment(&[0.4, 0.6], 100.0)]).unwrap();
            assert_eq!((beside.samples, beside.degrees), (2, 1));
        }
    }
}
