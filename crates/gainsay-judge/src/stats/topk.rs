//! The distance of two lists of the first few, of which neither says how the rest is ordered.

use std::collections::{BTreeMap, BTreeSet};

use super::StatsError;

/// How far two lists of the first few are apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TopK {
    /// The number of pairs of items in opposite orders; half a pair where nobody can know.
    pub distance: f64,
    /// The distance of lists of these lengths that have no item in common.
    pub apart: f64,
}

/// Computes the distance `K^(1/2)` of two lists without ties, each from its first item on (Fagin,
/// Kumar and Sivakumar 2003, SIAM Journal on Discrete Mathematics 17:134).
///
/// An item that a list does not have stands below all that it has. A pair counts 1 when the lists
/// order it oppositely, and 1/2 when one list has both items and the other has neither.
///
/// # Errors
/// [`StatsError::Duplicate`] when a list has an item twice, [`StatsError::TooFew`] when one is
/// empty.
pub fn top_k<T: Ord>(first: &[T], second: &[T]) -> Result<TopK, StatsError> {
    if first.is_empty() || second.is_empty() {
        return Err(StatsError::TooFew);
    }
    let (in_first, in_second) = (places(first)?, places(second)?);
    let items: Vec<&T> = in_first
        .keys()
        .chain(in_second.keys())
        .copied()
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let mut distance = 0.0;
    for (i, one) in items.iter().enumerate() {
        for other in &items[..i] {
            distance += match (is_ahead(&in_first, one, other), is_ahead(&in_second, one, other)) {
                (Some(a), Some(b)) if a != b => 1.0,
                (Some(_), Some(_)) => 0.0,
                (None, _) | (_, None) => 0.5,
            };
        }
    }
    let (k, l) = (first.len() as f64, second.len() as f64);
    Ok(TopK { distance, apart: k * l + (k * (k - 1.0) + l * (l - 1.0)) / 4.0 })
}

/// Says whether a list has one item ahead of another; none when it has neither.
fn is_ahead<T: Ord>(places: &BTreeMap<&T, usize>, one: &T, other: &T) -> Option<bool> {
    match (places.get(one), places.get(other)) {
        (Some(one), Some(other)) => Some(one < other),
        (Some(_), None) => Some(true),
        (None, Some(_)) => Some(false),
        (None, None) => None,
    }
}

fn places<T: Ord>(list: &[T]) -> Result<BTreeMap<&T, usize>, StatsError> {
    let places: BTreeMap<&T, usize> =
        list.iter().enumerate().map(|(place, item)| (item, place)).collect();
    if places.len() < list.len() { Err(StatsError::Duplicate) } else { Ok(places) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(first: &[u8], second: &[u8], distance: f64, apart: f64) {
        assert_eq!(top_k(first, second), Ok(TopK { distance, apart }));
        assert_eq!(top_k(second, first), Ok(TopK { distance, apart }));
    }

    #[test]
    fn every_kind_of_pair_counts() {
        check(&[1, 2], &[2, 1], 1.0, 5.0);
        check(&[1, 2], &[3, 4], 5.0, 5.0);
        check(&[1, 2], &[2], 1.0, 2.5);
        check(&[1, 2], &[1], 0.0, 2.5);
        check(&[1, 2, 3], &[4, 5], 8.0, 8.0);
    }

    #[test]
    fn lists_that_are_none_are_refused() {
        assert_eq!(top_k::<u8>(&[], &[1]), Err(StatsError::TooFew));
        assert_eq!(top_k(&[1, 1], &[1]), Err(StatsError::Duplicate));
        assert_eq!(top_k(&[1], &[2, 2]), Err(StatsError::Duplicate));
    }
}
