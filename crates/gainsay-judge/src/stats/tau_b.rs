//! Kendall's tau for scores that may be equal.

use std::cmp::Ordering;

use super::StatsError;

/// Computes Kendall's tau-b of two lists of scores for the same items: concordant less discordant
/// pairs, over `√((pairs untied in the first) (pairs untied in the second))`. Without ties it is
/// tau (Kendall 1945, Biometrika 33:239).
///
/// # Errors
/// [`StatsError::UnequalLengths`], [`StatsError::NotFinite`], [`StatsError::TooFew`] below two
/// items, [`StatsError::AllTied`] when one list has one score only.
pub fn tau_b(first: &[f64], second: &[f64]) -> Result<f64, StatsError> {
    if first.len() != second.len() {
        return Err(StatsError::UnequalLengths);
    }
    if !first.iter().chain(second).all(|score| score.is_finite()) {
        return Err(StatsError::NotFinite);
    }
    if first.len() < 2 {
        return Err(StatsError::TooFew);
    }
    let (mut agreement, mut untied_first, mut untied_second) = (0.0, 0.0, 0.0);
    for i in 0..first.len() {
        for j in 0..i {
            let (one, other) = (sign(first[i], first[j]), sign(second[i], second[j]));
            agreement += one * other;
            untied_first += one.abs();
            untied_second += other.abs();
        }
    }
    if untied_first == 0.0 || untied_second == 0.0 {
        return Err(StatsError::AllTied);
    }
    Ok(agreement / (untied_first * untied_second).sqrt())
}

fn sign(a: f64, b: f64) -> f64 {
    match a.partial_cmp(&b) {
        Some(Ordering::Greater) => 1.0,
        Some(Ordering::Less) => -1.0,
        Some(Ordering::Equal) | None => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_ties_it_is_tau() {
        assert_eq!(tau_b(&[1.0, 2.0, 3.0], &[10.0, 20.0, 30.0]), Ok(1.0));
        assert_eq!(tau_b(&[1.0, 2.0, 3.0], &[3.0, 2.0, 1.0]), Ok(-1.0));
        assert_eq!(tau_b(&[1.0, 2.0, 3.0], &[2.0, 3.0, 1.0]), Ok(-1.0 / 3.0));
    }

    // Six pairs, of which four are untied in the first list and five in the second, all four of
    // these in the same order but one that is tied.
    #[test]
    fn tied_pairs_neither_agree_nor_disagree() {
        let found = tau_b(&[1.0, 1.0, 2.0, 2.0], &[1.0, 2.0, 2.0, 3.0]).unwrap();
        assert!((found - 3.0 / 20.0_f64.sqrt()).abs() < 1e-15, "{found}");
    }

    #[test]
    fn scores_that_rank_nothing_are_refused() {
        assert_eq!(tau_b(&[1.0], &[1.0, 2.0]), Err(StatsError::UnequalLengths));
        assert_eq!(tau_b(&[1.0, f64::NAN], &[1.0, 2.0]), Err(StatsError::NotFinite));
        assert_eq!(tau_b(&[1.0], &[1.0]), Err(StatsError::TooFew));
        assert_eq!(tau_b(&[1.0, 1.0], &[1.0, 2.0]), Err(StatsError::AllTied));
    }
}
