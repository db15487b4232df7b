//! What many tests at once do to a probability.

use super::{Alpha, StatsError};

/// Adjusts probabilities so that, at any level, one false alarm or more among all tests is no
/// likelier than the level, whatever the dependence of the tests (Holm 1979).
///
/// The `i`-th smallest of `m` becomes the largest of `min(1, (m - j + 1) p_j)` over `j <= i`. The
/// result is in the order of the input.
///
/// # Errors
/// [`StatsError::InvalidProbability`] when a value is no probability.
pub fn holm(p: &[f64]) -> Result<Vec<f64>, StatsError> {
    let order = ascending(p)?;
    let mut adjusted = vec![0.0; p.len()];
    let mut largest = 0.0_f64;
    for (rank, &index) in order.iter().enumerate() {
        largest = largest.max((p.len() - rank) as f64 * p[index]).min(1.0);
        adjusted[index] = largest;
    }
    Ok(adjusted)
}

/// Adjusts probabilities so that, at any level, the expected proportion of false alarms among the
/// tests that are reported is at most the level (Benjamini and Hochberg 1995), for tests that are
/// independent or depend on each other positively; all pairs of a group are not proved to be.
///
/// The `i`-th smallest of `m` becomes the least of `min(1, m p_j / j)` over `j >= i`. The result
/// is in the order of the input.
///
/// # Errors
/// [`StatsError::InvalidProbability`] when a value is no probability.
pub fn benjamini_hochberg(p: &[f64]) -> Result<Vec<f64>, StatsError> {
    step_up(p, 1.0)
}

/// Adjusts probabilities as [`benjamini_hochberg`] does, for tests that depend on each other in
/// any way: each is multiplied by `1 + 1/2 + ... + 1/m` besides (Benjamini and Yekutieli 2001).
///
/// # Errors
/// [`StatsError::InvalidProbability`] when a value is no probability.
pub fn benjamini_yekutieli(p: &[f64]) -> Result<Vec<f64>, StatsError> {
    step_up(p, (1..=p.len()).map(|i| 1.0 / i as f64).sum())
}

/// Computes how many of so many tests would be significant on average if nothing differed, were
/// every probability uniform. Rounded figures, tested at their facing ends, give fewer.
pub fn expected_false_alarms(tests: usize, alpha: Alpha) -> f64 {
    tests as f64 * alpha.value()
}

fn step_up(p: &[f64], factor: f64) -> Result<Vec<f64>, StatsError> {
    let order = ascending(p)?;
    let mut adjusted = vec![0.0; p.len()];
    let mut least = 1.0_f64;
    for (rank, &index) in order.iter().enumerate().rev() {
        least = least.min(factor * p.len() as f64 * p[index] / (rank + 1) as f64);
        adjusted[index] = least;
    }
    Ok(adjusted)
}

/// Returns the indices of probabilities from the smallest to the largest.
fn ascending(p: &[f64]) -> Result<Vec<usize>, StatsError> {
    if !p.iter().all(|p| (0.0..=1.0).contains(p)) {
        return Err(StatsError::InvalidProbability);
    }
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|&a, &b| p[a].total_cmp(&p[b]));
    Ok(order)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_test_is_as_likely_as_it_is() {
        for adjust in [holm, benjamini_hochberg, benjamini_yekutieli] {
            assert_eq!(adjust(&[0.03]), Ok(vec![0.03]));
            assert_eq!(adjust(&[]), Ok(vec![]));
        }
    }

    #[test]
    fn the_order_of_the_input_is_kept() {
        assert_eq!(holm(&[0.5, 0.01]), Ok(vec![0.5, 0.02]));
        assert_eq!(benjamini_hochberg(&[0.5, 0.01]), Ok(vec![0.5, 0.02]));
    }

    #[test]
    fn no_probability_is_refused() {
        for p in [-0.1, 1.1, f64::NAN, f64::INFINITY] {
            for adjust in [holm, benjamini_hochberg, benjamini_yekutieli] {
                assert_eq!(adjust(&[0.5, p]), Err(StatsError::InvalidProbability));
            }
        }
    }

    #[test]
    fn eighteen_tests_at_five_percent_give_one_false_alarm() {
        assert!((expected_false_alarms(18, Alpha::FIVE_PERCENT) - 0.9).abs() < 1e-15);
        assert_eq!(expected_false_alarms(0, Alpha::FIVE_PERCENT), 0.0);
    }
}
