//! The ends of two reporting sets that decide how far apart they are.

use super::Ends;

/// The nearest and the farthest values of two reporting sets, as fractions of the base.
///
/// A difference that is significant at the facing ends is significant for every pair of values
/// of the two sets: the Newcombe test statistic increases in the higher share and decreases in
/// the lower one wherever it rejects. So rounding can hide a conflict, and never make one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Facing {
    /// The value of the first set that is nearest to the second.
    pub first: f64,
    /// The value of the second set that is nearest to the first.
    pub second: f64,
    /// Whether the sets have a value in common; both facing values are then the middle of what
    /// they have in common.
    pub overlap: bool,
    /// The value of the first set in the pair that is farthest apart.
    pub far_first: f64,
    /// The value of the second set in the pair that is farthest apart.
    pub far_second: f64,
}

impl Facing {
    /// Finds the facing and the far ends of two sets.
    pub fn new(first: Ends, second: Ends) -> Self {
        let (facing, overlap) = if first.lo() > second.hi() {
            ((first.lo(), second.hi()), false)
        } else if second.lo() > first.hi() {
            ((first.hi(), second.lo()), false)
        } else {
            let common = (first.lo().max(second.lo()), first.hi().min(second.hi()));
            let middle = f64::midpoint(common.0, common.1);
            ((middle, middle), true)
        };
        let far = if first.hi() - second.lo() >= second.hi() - first.lo() {
            (first.hi(), second.lo())
        } else {
            (first.lo(), second.hi())
        };
        Self { first: facing.0, second: facing.1, overlap, far_first: far.0, far_second: far.1 }
    }

    /// Returns the distance of the facing ends, 0 when the sets overlap.
    pub fn gap(self) -> f64 {
        (self.first - self.second).abs()
    }

    /// Returns the odds ratio of the facing ends, 1 when the sets overlap.
    pub fn odds(self) -> f64 {
        odds_ratio(self.first, self.second)
    }
}

/// Computes the odds of the higher share over the odds of the lower one, `p (1 - q) / (q (1 - p))`:
/// 1 for equal shares, infinite when the lower is 0 or the higher is 1.
pub fn odds_ratio(first: f64, second: f64) -> f64 {
    let (high, low) = if first >= second { (first, second) } else { (second, first) };
    if high == low {
        return 1.0;
    }
    // The denominator is exactly 0 when the lower share is 0 or the higher is 1.
    high * (1.0 - low) / (low * (1.0 - high))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(first: (f64, f64), second: (f64, f64), facing: (f64, f64), far: (f64, f64)) {
        let ends = |(lo, hi)| Ends::new(lo, hi).unwrap();
        let found = Facing::new(ends(first), ends(second));
        assert_eq!((found.first, found.second), facing);
        assert_eq!((found.far_first, found.far_second), far);
        assert_eq!(found.overlap, found.gap() == 0.0);
    }

    #[test]
    fn disjoint_sets_face_each_other() {
        check((0.275, 0.285), (0.175, 0.185), (0.275, 0.185), (0.285, 0.175));
        check((0.175, 0.185), (0.275, 0.285), (0.185, 0.275), (0.175, 0.285));
    }

    #[test]
    fn sets_with_common_values_meet_in_their_middle() {
        check((0.5, 1.0), (0.25, 0.75), (0.625, 0.625), (1.0, 0.25));
        check((0.0, 0.5), (0.5, 1.0), (0.5, 0.5), (0.0, 1.0));
    }

    #[test]
    fn odds_ratios_are_at_least_one() {
        assert_eq!(odds_ratio(0.2, 0.5), 4.0);
        assert_eq!(odds_ratio(0.5, 0.2), 4.0);
        assert_eq!(odds_ratio(0.0, 0.2), f64::INFINITY);
        assert_eq!(odds_ratio(1.0, 0.2), f64::INFINITY);
        assert_eq!(odds_ratio(0.0, 1.0), f64::INFINITY);
        assert_eq!(odds_ratio(0.0, 0.0), 1.0);
        assert_eq!(odds_ratio(1.0, 1.0), 1.0);
    }
}
