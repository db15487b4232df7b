//! The mixed model of small counts: binomial within studies, normal log odds between them.

mod likelihood;

use self::likelihood::{Likelihood, of_study};
use super::root::{decreasing_root, grid_from_zero, maximum};
use super::{Average, Count, PoolError};

/// The greatest standard deviation of log odds between studies that is looked at: beyond it two
/// studies in three are all but unanimous.
const LARGEST_TAU: f64 = 32.0;

/// Means further from 0 are the log odds of no share.
const LARGEST_MEAN: f64 = 200.0;

/// Estimates the mean log odds of a group from counts, by maximum likelihood: each study's count
/// is binomial at log odds of its own, which are normal about `μ` with the variance `τ²`.
///
/// Better than pooling [log odds](super::Effect::log_odds) where a count [is
/// sparse](Count::is_sparse), as no half need be added to anything (Stijnen, Hamza and Özdemir
/// 2010). For each `τ` the likeliest `μ` is found, where the likelihood is concave; then the
/// likeliest `τ`. The standard error of `μ` is from the observed information on both.
///
/// # Errors
/// [`PoolError::TooFew`] for fewer than two studies, [`PoolError::NoMaximum`] if all said yes
/// everywhere, nobody did anywhere, or every study is one of the two.
pub fn binomial_normal(counts: &[Count]) -> Result<Average, PoolError> {
    if counts.len() < 2 {
        return Err(PoolError::TooFew);
    }
    let mut counts = counts.to_vec();
    counts.sort_by(|a, b| a.yes.total_cmp(&b.yes).then(a.total.total_cmp(&b.total)));
    if counts.iter().all(|count| count.yes == 0.0 || count.yes == count.total) {
        return Err(PoolError::NoMaximum);
    }
    let grid = grid_from_zero(LARGEST_TAU / 2048.0, LARGEST_TAU, 12);
    let likelihood = |tau| profile(&counts, tau).1;
    let tau = maximum(&grid, |tau| likelihood(tau).log, |tau| likelihood(tau).slope_in_tau(tau));
    if tau == LARGEST_TAU {
        return Err(PoolError::NoMaximum);
    }
    let (mean, found) = profile(&counts, tau);
    let information = found.information_on_mean();
    if information <= 0.0 {
        return Err(PoolError::NoMaximum);
    }
    let standard_error = 1.0 / information.sqrt();
    Ok(Average { studies: counts.len(), mean, standard_error, tau2: tau * tau })
}

/// Finds the likeliest mean at a standard deviation between studies, and the likelihood there.
fn profile(counts: &[Count], tau: f64) -> (f64, Likelihood) {
    let at = |mean| counts.iter().map(|&count| of_study(count, mean, tau)).sum::<Likelihood>();
    let yes: f64 = counts.iter().map(|count| count.yes).sum();
    let total: f64 = counts.iter().map(|count| count.total).sum();
    let bracket = (-LARGEST_MEAN, LARGEST_MEAN);
    let start = (yes / (total - yes)).ln().clamp(-LARGEST_MEAN, LARGEST_MEAN);
    let mean = decreasing_root(bracket, start, |mean| {
        let found = at(mean);
        (found.by_mean, found.by_mean_twice)
    });
    (mean, at(mean))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(numbers: &[(f64, f64)]) -> Vec<Count> {
        numbers.iter().map(|&(yes, total)| Count::new(yes, total).unwrap()).collect()
    }

    #[test]
    fn the_rarest_answers_give_numbers() {
        for rare in [f64::MIN_POSITIVE, 1e-200, 1e-9] {
            let found = binomial_normal(&counts(&[(rare, 1.0), (0.0, 1e12), (0.0, 3.0)]));
            let numbers = found.map(|average| [average.mean, average.standard_error, average.tau2]);
            assert!(numbers.is_ok_and(|numbers| numbers.iter().all(|n| n.is_finite())), "{rare}");
        }
    }

    /// Without a variance between studies the model is that of one binomial sample.
    #[test]
    fn equal_shares_are_one_sample() {
        let found = binomial_normal(&counts(&[(2.0, 40.0), (1.0, 20.0), (4.0, 80.0)])).unwrap();
        assert_eq!(found.tau2, 0.0);
        assert!((found.mean - (7.0_f64 / 133.0).ln()).abs() < 1e-12, "{found:?}");
        assert!((found.standard_error - (1.0 / 7.0 + 1.0 / 133.0_f64).sqrt()).abs() < 1e-12);
    }

    #[test]
    fn unanimous_groups_have_no_maximum() {
        for group in [
            counts(&[(0.0, 10.0), (0.0, 20.0)]),
            counts(&[(10.0, 10.0), (20.0, 20.0)]),
            counts(&[(0.0, 10.0), (20.0, 20.0), (0.0, 3.0)]),
        ] {
            assert_eq!(binomial_normal(&group), Err(PoolError::NoMaximum));
        }
        assert_eq!(binomial_normal(&counts(&[(1.0, 10.0)])), Err(PoolError::TooFew));
    }
}
