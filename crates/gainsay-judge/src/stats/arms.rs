//! How far sampling reaches beyond the ends of a reporting set, and what follows for a pair.

use std::f64::consts::FRAC_1_SQRT_2;

use super::pair::is_material;
use super::wilson::{lower_limit, upper_limit};
use super::{Alpha, Facing, Quantile, Reported, Sample, Thresholds, newcombe_p};

/// What a bound is widened by, so that rounding in binary never hides a pair.
pub(super) const SLACK: f64 = 1e-12;

/// Nearer than this to the threshold, relative to the gap, the probability itself decides.
const EDGE: f64 = 1e-9;

/// A claim of known size with its *arms*: from each end of its reporting set to the Wilson limit
/// beyond it, as differences of fractions.
///
/// Of the two sizes of a pair each arm needs one only, so that the arms of all claims are found
/// once and a pair costs a square root. With the lower arm `α` of the upper claim and the upper
/// arm `β` of the lower one, a gap is significant when it is above `√(α² + β²)`
/// ([`newcombe`](super::newcombe)), which is at least `(α + β) / √2`: so no pair is significant
/// unless [`as_lower`](Self::as_lower) of the one is below [`as_upper`](Self::as_upper) of the
/// other, but for rounding in binary.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arms {
    claim: Reported,
    down: f64,
    up: f64,
}

impl Arms {
    /// Finds the arms of a claim at a level, of which the quantile is found once for all claims.
    pub fn new(claim: Reported, level: Quantile) -> Self {
        let Quantile(z) = level;
        let (a, b) = (claim.ends.lo(), claim.ends.hi());
        let down = a - lower_limit(Sample { share: a, size: claim.size }, z);
        let up = upper_limit(Sample { share: b, size: claim.size }, z) - b;
        Self { claim, down, up }
    }

    /// Returns the claim.
    pub fn claim(&self) -> Reported {
        self.claim
    }

    /// Returns what the bound of a lower claim has to stay below, with this as the upper one.
    pub fn as_upper(&self) -> f64 {
        self.claim.ends.lo() - self.down * FRAC_1_SQRT_2
    }

    /// Returns the bound, with this as the lower claim.
    pub fn as_lower(&self) -> f64 {
        self.claim.ends.hi() + self.up * FRAC_1_SQRT_2
    }

    /// Says whether this claim lies above another by a gap or odds that matter. It holds for all
    /// lower claims up to some upper end, and for none beyond it.
    pub fn is_material_to(&self, lower: &Self, thresholds: &Thresholds) -> bool {
        let facing = || Facing::new(self.claim.ends, lower.claim.ends);
        self.is_above(lower) && is_material(facing(), thresholds)
    }

    /// Says whether this claim lies above another by more than sampling explains at the level:
    /// whether [`newcombe_p`] is below it.
    pub fn is_significant_to(&self, lower: &Self, alpha: Alpha) -> bool {
        let (a, b) = (self.claim.ends.lo(), lower.claim.ends.hi());
        let (gap, reach) = (a - b, self.down.hypot(lower.up));
        if (gap - reach).abs() > EDGE * gap {
            return gap > reach;
        }
        self.p_to(lower) < alpha.value()
    }

    /// Says whether the interval of this claim less another, at the level of the arms, lies above
    /// 0: [`is_significant_to`](Self::is_significant_to) to the last digits of the arms.
    pub fn excludes_zero_to(&self, lower: &Self) -> bool {
        self.claim.ends.lo() - lower.claim.ends.hi() > self.down.hypot(lower.up)
    }

    /// Returns the two-sided probability of such a gap between equal shares, with this as the
    /// upper claim, as [`compare`](super::compare) finds it.
    pub fn p_to(&self, lower: &Self) -> f64 {
        let first = Sample { share: self.claim.ends.lo(), size: self.claim.size };
        let second = Sample { share: lower.claim.ends.hi(), size: lower.claim.size };
        newcombe_p(first, second)
    }

    fn is_above(&self, lower: &Self) -> bool {
        self.claim.ends.lo() > lower.claim.ends.hi()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Effective, Ends, compare};
    use super::*;

    fn arms(lo: f64, hi: f64, m: f64) -> Arms {
        let claim = Reported { ends: Ends::new(lo, hi).unwrap(), size: Effective::new(m).unwrap() };
        Arms::new(claim, Alpha::FIVE_PERCENT.quantile())
    }

    #[test]
    fn arms_say_what_the_comparison_says() {
        let usual = Thresholds::default();
        let all: Vec<Arms> = [30.0, 169.0, 500.0, f64::INFINITY]
            .into_iter()
            .flat_map(|m| (0..20).map(move |step| (f64::from(step) / 20.0, m)))
            .map(|(share, m)| arms(share, share + 0.005, m))
            .collect();
        let mut significant = 0;
        for (upper, lower) in all.iter().flat_map(|one| all.iter().map(move |other| (one, other))) {
            let test = compare(upper.claim(), lower.claim(), &usual);
            let is_above = upper.claim().ends.lo() > lower.claim().ends.hi();
            let is_so = upper.is_significant_to(lower, usual.alpha);
            assert_eq!(is_so, is_above && test.significant, "{upper:?} {lower:?}");
            assert_eq!(upper.is_material_to(lower, &usual), is_above && test.material);
            if is_so {
                significant += 1;
                assert_eq!(upper.p_to(lower), test.p);
                assert!(lower.as_lower() < upper.as_upper() + SLACK);
            }
            assert_eq!(upper.excludes_zero_to(lower), is_so);
        }
        assert!(significant > 100, "{significant}");
    }
}
