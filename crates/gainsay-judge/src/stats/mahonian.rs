//! How many pairs two random orders of the same items put the other way round.

/// The most items for which the distribution is computed.
pub const MOST_ITEMS: usize = 200;

/// Returns the probability that two random orders of `items` items disagree on at most
/// `inversions` pairs.
///
/// The numbers of orders with so many inversions are the Mahonian numbers: the `k`-th item adds
/// 0 to `k - 1` inversions, each equally likely. They are symmetric, so the lower half is enough,
/// where every probability is a sum over a window of growing terms and keeps its digits.
pub(super) fn at_most(items: usize, inversions: usize) -> f64 {
    let pairs = items * items.saturating_sub(1) / 2;
    if inversions >= pairs {
        return 1.0;
    }
    if 2 * inversions < pairs {
        lower_tail(items, inversions)
    } else {
        1.0 - lower_tail(items, pairs - inversions - 1)
    }
}

/// Returns the probability that two random orders of `items` items disagree on `inversions` pairs
/// or more.
pub fn p_reversal(items: usize, inversions: usize) -> f64 {
    let pairs = items * items.saturating_sub(1) / 2;
    if inversions > pairs { 0.0 } else { at_most(items, pairs - inversions) }
}

fn lower_tail(items: usize, inversions: usize) -> f64 {
    let mut probability = vec![0.0; inversions + 1];
    probability[0] = 1.0;
    for k in 2..=items {
        let mut window = 0.0;
        let before = probability.clone();
        for (d, new) in probability.iter_mut().enumerate() {
            window += before[d];
            if d >= k {
                window -= before[d - k];
            }
            *new = window / k as f64;
        }
    }
    probability.iter().sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(items: usize, inversions: usize, orders: f64, of: f64) {
        let found = at_most(items, inversions);
        assert!((found - orders / of).abs() <= 1e-15, "{found} is not {orders} of {of}");
    }

    // The orders of four items have 1, 3, 5, 6, 5, 3, 1 inversions 0 to 6 times.
    #[test]
    fn orders_of_four_items_are_counted() {
        for (inversions, orders) in [1.0, 4.0, 9.0, 15.0, 20.0, 23.0, 24.0].into_iter().enumerate()
        {
            check(4, inversions, orders, 24.0);
        }
        assert_eq!((p_reversal(4, 0), p_reversal(4, 7)), (1.0, 0.0));
        assert!((p_reversal(4, 6) - 1.0 / 24.0).abs() < 1e-15);
    }

    // Two orders of twelve items that disagree on 32 of 66 pairs: more would be likelier.
    #[test]
    fn half_of_the_pairs_reversed_is_chance() {
        let reversal = at_most(12, 66 - 32);
        assert!((reversal - 0.58).abs() < 0.005, "{reversal}");
    }

    #[test]
    fn the_rarest_order_keeps_its_digits() {
        let factorial: f64 = (1..=60).map(f64::from).product();
        let found = at_most(60, 0) * factorial;
        assert!((found - 1.0).abs() < 1e-13, "{found}");
        let one_swap = at_most(60, 1) * factorial / 60.0;
        assert!((one_swap - 1.0).abs() < 1e-13, "{one_swap}");
    }

    #[test]
    fn most_items_stay_a_probability() {
        let pairs = MOST_ITEMS * (MOST_ITEMS - 1) / 2;
        assert!((at_most(MOST_ITEMS, pairs / 2) - 0.5).abs() < 0.01);
        assert_eq!(at_most(MOST_ITEMS, pairs), 1.0);
        assert_eq!((at_most(0, 0), at_most(1, 0)), (1.0, 1.0));
    }
}
