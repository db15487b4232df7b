//! How many claims each proposition has.

use super::draw::{Draw, Kind};

/// So many claims come on one proposition on average, at least nearly.
const CLAIMS_EACH: f64 = 11.0;

/// Below this mean, sizes are drawn, so that there are propositions of a single claim.
const SMALL: u64 = 16;

/// The first claim of each proposition, where claims are numbered proposition by proposition.
/// Sizes follow Zipf's law with the exponent 5/8: the proposition of rank `r` has `c / r^(5/8)`.
pub(super) fn starts(seed: u64, rows: u64) -> Vec<u64> {
    let largest = largest(rows);
    let (mut starts, mut next, mut rank) = (Vec::new(), 0, 1);
    while next < rows {
        starts.push(next);
        let mean = (largest / power(rank)).round().max(1.0) as u64;
        let drawn = || 1 + Draw::new(seed, Kind::Size, rank).below(2 * mean - 1);
        next += if mean < SMALL { drawn() } else { mean };
        rank += 1;
    }
    starts
}

/// `c`, such that `rows / 11` propositions have all claims together: the sum of `r^(-5/8)` up to
/// `R` is nearly `R^(3/8) / (3/8) + ζ(5/8)`, and ζ(5/8) is nearly -2.1.
fn largest(rows: u64) -> f64 {
    let ranks = (rows as f64 / CLAIMS_EACH).max(1.0);
    let eighth = eighth_root(ranks);
    rows as f64 / (eighth * eighth * eighth / 0.375 - 2.1).max(1.0)
}

/// `r^(5/8)`.
fn power(rank: u64) -> f64 {
    let eighth = eighth_root(rank as f64);
    eighth * eighth * eighth * eighth * eighth
}

fn eighth_root(number: f64) -> f64 {
    number.sqrt().sqrt().sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(rows: u64) -> Vec<u64> {
        let starts = starts(1, rows);
        let ends = starts.iter().skip(1).copied().chain([rows]);
        starts.iter().zip(ends).map(|(start, end)| end - start).collect()
    }

    #[test]
    fn a_few_propositions_have_thousands_of_claims_and_most_have_few() {
        let sizes = sizes(1_000_000);
        assert!((80_000..120_000).contains(&sizes.len()), "{}", sizes.len());
        assert!((4000..7000).contains(&sizes[0]), "{}", sizes[0]);
        let single = sizes.iter().filter(|&&size| size == 1).count();
        assert!(single > 5_000, "{single}");
    }

    #[test]
    fn a_table_has_as_many_claims_as_asked() {
        for rows in [0, 1, 2, 10, 1000] {
            assert_eq!(sizes(rows).iter().sum::<u64>(), rows, "{rows}");
        }
    }
}
