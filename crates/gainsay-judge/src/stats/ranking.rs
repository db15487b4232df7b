//! Two rankings of the same things: how far they agree, and whether one end became the other.

use std::collections::{BTreeMap, BTreeSet};

use super::StatsError;
use super::mahonian::{MOST_ITEMS, at_most};

/// How two rankings order the items that stand in both.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranking<'a, T> {
    /// The common items, in the order of the first ranking.
    pub items: Vec<&'a T>,
    /// The items that only the first ranking has, in its order; they are not compared.
    pub only_first: Vec<&'a T>,
    /// The items that only the second ranking has, in its order; they are not compared.
    pub only_second: Vec<&'a T>,
    /// The number of pairs of items that the rankings put in opposite orders.
    pub inversions: usize,
    /// Kendall's tau, `1 - 4 D / (n (n - 1))` for `D` inversions of `n` items: 1 for the same
    /// order, -1 for the reverse.
    pub tau: f64,
    /// The probability that random orders have so many inversions or more.
    pub p_reversal: f64,
    /// The probability that random orders have so many inversions or fewer.
    pub p_agreement: f64,
    // Invariant: a permutation of 0..items.len(), at least two: for each item of `items` its
    // place among them in the second ranking.
    places: Vec<usize>,
}

/// Whether the first items of one ranking are the last ones of another, in whatever order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TopBottom {
    /// Whether the top of the first ranking is the bottom of the second.
    pub first_top_is_second_bottom: bool,
    /// Whether the top of the second ranking is the bottom of the first.
    pub second_top_is_first_bottom: bool,
    /// The probability of either, by itself, for random orders: `1 / C(n, j)`. Whoever looks at
    /// both, or at several `j`, finds one more often.
    pub probability: f64,
}

impl<'a, T: Ord> Ranking<'a, T> {
    /// Compares two rankings without ties, each from its first item to its last, on the items
    /// that stand in both. The probabilities are exact (Mahonian numbers).
    ///
    /// # Errors
    /// [`StatsError::Duplicate`] when a ranking has an item twice, [`StatsError::TooFew`] below
    /// two common items, [`StatsError::TooMany`] above [`MOST_ITEMS`].
    pub fn compare(first: &'a [T], second: &'a [T]) -> Result<Self, StatsError> {
        let in_first: BTreeSet<&T> = first.iter().collect();
        let in_second: BTreeSet<&T> = second.iter().collect();
        if in_first.len() < first.len() || in_second.len() < second.len() {
            return Err(StatsError::Duplicate);
        }
        let (items, only_first): (Vec<&T>, Vec<&T>) =
            first.iter().partition(|item| in_second.contains(item));
        let (in_other_order, only_second): (Vec<&T>, Vec<&T>) =
            second.iter().partition(|item| in_first.contains(item));
        let n = items.len();
        if n < 2 {
            return Err(StatsError::TooFew);
        }
        if n > MOST_ITEMS {
            return Err(StatsError::TooMany);
        }
        let place: BTreeMap<&T, usize> =
            in_other_order.into_iter().enumerate().map(|(place, item)| (item, place)).collect();
        let places: Vec<usize> = items.iter().map(|item| place[item]).collect();
        let inversions = inversions(&places);
        let pairs = n * (n - 1) / 2;
        Ok(Self {
            items,
            only_first,
            only_second,
            inversions,
            tau: 1.0 - 2.0 * inversions as f64 / pairs as f64,
            p_reversal: at_most(n, pairs - inversions),
            p_agreement: at_most(n, inversions),
            places,
        })
    }

    /// Bounds the probability that random orders reverse an end in a way as rare as one of
    /// probability `p`, whoever looks at either end and at every `j` up to half of the items:
    /// the sum over all that are as rare.
    pub fn p_rare_end(&self, p: f64) -> f64 {
        let n = self.places.len();
        let sides = |j: usize| if 2 * j == n { 1.0 } else { 2.0 };
        let ends = (1..=n / 2).filter_map(|j| Some((sides(j), self.top_bottom(j)?.probability)));
        let rare = ends.filter(|(_, other)| *other <= p * (1.0 + 1e-12));
        rare.map(|(sides, other)| sides * other).sum::<f64>().min(1.0)
    }

    /// Says whether the top `j` items of one ranking are the bottom `j` of the other: a reversal
    /// that tau alone would miss when the items between keep their order. None unless `j` is at
    /// least 1 and there are more than `j` items.
    pub fn top_bottom(&self, j: usize) -> Option<TopBottom> {
        let n = self.places.len();
        if j == 0 || j >= n {
            return None;
        }
        let (top, bottom) = (&self.places[..j], &self.places[n - j..]);
        let orders: f64 = (1..=j).map(|i| (n - j + i) as f64 / i as f64).product();
        Some(TopBottom {
            first_top_is_second_bottom: top.iter().all(|&place| place >= n - j),
            second_top_is_first_bottom: bottom.iter().all(|&place| place < j),
            probability: 1.0 / orders,
        })
    }
}

fn inversions(places: &[usize]) -> usize {
    let later = |i: usize| &places[i + 1..];
    (0..places.len()).map(|i| later(i).iter().filter(|&&place| place < places[i]).count()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_common_items_count() {
        let found = Ranking::compare(&["a", "x", "b", "c"], &["c", "y", "b", "z", "a"]).unwrap();
        assert_eq!(found.items, [&"a", &"b", &"c"]);
        assert_eq!((found.only_first, found.only_second), (vec![&"x"], vec![&"y", &"z"]));
        assert_eq!((found.inversions, found.tau), (3, -1.0));
    }

    // Twelve items of which the first two became the last two.
    #[test]
    fn a_reversed_end_shows_where_tau_is_moderate() {
        let first: Vec<u8> = (0..12).collect();
        let second: Vec<u8> = (2..12).chain([1, 0]).collect();
        let found = Ranking::compare(&first, &second).unwrap();
        assert!(found.tau > 0.3, "{}", found.tau);
        let ends = found.top_bottom(2).unwrap();
        assert!(ends.first_top_is_second_bottom && !ends.second_top_is_first_bottom);
        assert!((ends.probability - 1.0 / 66.0).abs() < 1e-15);
        let other_way = Ranking::compare(&second, &first).unwrap().top_bottom(2).unwrap();
        assert!(!other_way.first_top_is_second_bottom && other_way.second_top_is_first_bottom);
    }

    // 2/66 + 2/220 + 2/495 + 2/792 + 1/924.
    #[test]
    fn whoever_looks_at_all_ends_finds_one_more_often() {
        let items: Vec<u8> = (0..12).collect();
        let found = Ranking::compare(&items, &items).unwrap();
        let two = found.p_rare_end(1.0 / 66.0);
        assert!((two - 0.047_041_85).abs() < 1e-8, "{two}");
        assert!((found.p_rare_end(1.0) - (2.0 / 12.0 + two)).abs() < 1e-15);
    }

    #[test]
    fn an_end_is_neither_nothing_nor_everything() {
        let found = Ranking::compare(&[1, 2, 3], &[3, 1, 2]).unwrap();
        assert_eq!((found.top_bottom(0), found.top_bottom(3)), (None, None));
        assert!(!found.top_bottom(1).unwrap().first_top_is_second_bottom);
    }

    #[test]
    fn rankings_that_are_none_are_refused() {
        let compare = |a: &[u16], b: &[u16]| Ranking::compare(a, b).err();
        assert_eq!(compare(&[1, 2, 1], &[1, 2]), Some(StatsError::Duplicate));
        assert_eq!(compare(&[1, 2], &[2, 1, 2]), Some(StatsError::Duplicate));
        assert_eq!(compare(&[1, 2], &[2, 3]), Some(StatsError::TooFew));
        let many: Vec<u16> = (0..201).collect();
        assert_eq!(compare(&many, &many), Some(StatsError::TooMany));
    }
}
