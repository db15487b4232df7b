//! All pairs of claims that differ, without looking at every pair.

use super::arms::{Arms, SLACK};
use super::{Reported, Thresholds};

/// Two claims whose facing ends differ significantly and materially, by their indices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Opposed {
    /// The claim of the higher share.
    pub upper: usize,
    /// The claim of the lower share.
    pub lower: usize,
}

/// Finds every pair of claims from independent samples for which [`compare`](super::compare)
/// says `significant` and `material`, in increasing order.
///
/// With the arms `α = a - L(a)` of the upper and `β = U(b) - b` of the lower claim, a gap is
/// significant when `a - b > √(α² + β²)`, which is at least `(α + β) / √2`. So the lower claims
/// with `b + β/√2 < a - α/√2` hold all that differ significantly from an upper one, and those up
/// to some `b` are the ones that differ materially: each is a beginning of a sorted list, and the
/// shorter one is tested. The cost is `N log N` and a small multiple of the pairs that are found.
pub fn sweep(claims: &[Reported], thresholds: &Thresholds) -> Vec<Opposed> {
    let level = thresholds.alpha.quantile();
    let arms: Vec<Arms> = claims.iter().map(|&claim| Arms::new(claim, level)).collect();
    let by_end = sorted(&arms, |arms| arms.claim().ends.hi());
    let by_bound = sorted(&arms, |arms| arms.as_lower());
    let mut found = Vec::new();
    for (upper, high) in arms.iter().enumerate() {
        let material =
            by_end.partition_point(|&lower| high.is_material_to(&arms[lower], thresholds));
        let possible =
            by_bound.partition_point(|&lower| arms[lower].as_lower() < high.as_upper() + SLACK);
        let candidates =
            if material <= possible { &by_end[..material] } else { &by_bound[..possible] };
        let from = found.len();
        found.extend(
            candidates
                .iter()
                .filter(|&&lower| high.is_material_to(&arms[lower], thresholds))
                .filter(|&&lower| high.is_significant_to(&arms[lower], thresholds.alpha))
                .map(|&lower| Opposed { upper, lower }),
        );
        found[from..].sort_unstable();
    }
    found
}

fn sorted(arms: &[Arms], key: impl Fn(&Arms) -> f64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..arms.len()).collect();
    order.sort_by(|&a, &b| key(&arms[a]).total_cmp(&key(&arms[b])));
    order
}

#[cfg(test)]
mod tests {
    use super::super::{Effective, Ends};
    use super::*;

    fn claim(share: f64, m: f64) -> Reported {
        Reported { ends: Ends::new(share, share).unwrap(), size: Effective::new(m).unwrap() }
    }

    #[test]
    fn only_what_is_significant_and_material_is_found() {
        let claims = [
            claim(0.30, 1000.0),
            claim(0.10, 1000.0),
            claim(0.101, 1e6),
            claim(0.28, 1e6),
            claim(0.60, 1.0),
        ];
        let pairs = sweep(&claims, &Thresholds::default());
        let expected = [(0, 1), (0, 2), (3, 1), (3, 2)];
        assert_eq!(pairs, expected.map(|(upper, lower)| Opposed { upper, lower }));
    }

    #[test]
    fn different_censuses_are_found_and_equal_ones_are_not() {
        let claims = [claim(0.5, f64::INFINITY), claim(0.5, f64::INFINITY), claim(0.45, f64::MAX)];
        let pairs = sweep(&claims, &Thresholds::default());
        let expected = [(0, 2), (1, 2)];
        assert_eq!(pairs, expected.map(|(upper, lower)| Opposed { upper, lower }));
        assert_eq!(sweep(&[], &Thresholds::default()), []);
    }
}
