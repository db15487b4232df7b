//! Exact sets of values: bounded ones for shares, half-bounded ones for amounts.

use std::cmp::Ordering;

use num_traits::{CheckedAdd, CheckedMul, One, Zero};
use thiserror::Error;

use super::exact::{Rational, compare};

/// The values that a published share, or change of a share, leaves open.
///
/// Shares are fractions of the base, 0..=1; changes in points are signed
/// fractions of the base, -1..=1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ReportingSet {
    // Invariant: `lo <= hi`, and both ends are closed when they are equal, so
    // that the set is never empty.
    lo: Rational,
    hi: Rational,
    lo_open: bool,
    hi_open: bool,
}

/// No value lies between the ends that were given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a set of values may not be empty")]
pub struct EmptySet;

impl ReportingSet {
    /// Returns the set between two ends; an open end is not part of it.
    ///
    /// # Errors
    /// [`EmptySet`] when no value lies between the ends.
    pub fn new(lo: Rational, hi: Rational, lo_open: bool, hi_open: bool) -> Result<Self, EmptySet> {
        let is_empty = match compare(&lo, &hi) {
            Ordering::Less => false,
            Ordering::Equal => lo_open || hi_open,
            Ordering::Greater => true,
        };
        if is_empty { Err(EmptySet) } else { Ok(Self { lo, hi, lo_open, hi_open }) }
    }

    /// Returns the lower end.
    #[must_use]
    pub fn lo(&self) -> Rational {
        self.lo
    }

    /// Returns the upper end.
    #[must_use]
    pub fn hi(&self) -> Rational {
        self.hi
    }

    /// Tells whether the lower end is excluded.
    #[must_use]
    pub fn lo_open(&self) -> bool {
        self.lo_open
    }

    /// Tells whether the upper end is excluded.
    #[must_use]
    pub fn hi_open(&self) -> bool {
        self.hi_open
    }

    /// Returns the lower end as a floating-point number.
    #[must_use]
    pub fn lo_f64(&self) -> f64 {
        to_f64(self.lo)
    }

    /// Returns the upper end as a floating-point number.
    #[must_use]
    pub fn hi_f64(&self) -> f64 {
        to_f64(self.hi)
    }

    /// Returns the share of everybody else, 1 - x for each x of the set.
    #[must_use]
    pub fn complement(&self) -> Self {
        Self {
            lo: Rational::one() - self.hi,
            hi: Rational::one() - self.lo,
            lo_open: self.hi_open,
            hi_open: self.lo_open,
        }
    }

    /// Returns the opposite change, -x for each x of the set.
    #[must_use]
    pub fn negate(&self) -> Self {
        Self { lo: -self.hi, hi: -self.lo, lo_open: self.hi_open, hi_open: self.lo_open }
    }

    /// Returns the values in both sets, if there are any.
    #[must_use]
    pub fn intersect(&self, other: &Self) -> Option<Self> {
        let (lo, lo_open) = match compare(&self.lo, &other.lo) {
            Ordering::Equal => (self.lo, self.lo_open || other.lo_open),
            Ordering::Greater => (self.lo, self.lo_open),
            Ordering::Less => (other.lo, other.lo_open),
        };
        let (hi, hi_open) = match compare(&self.hi, &other.hi) {
            Ordering::Equal => (self.hi, self.hi_open || other.hi_open),
            Ordering::Less => (self.hi, self.hi_open),
            Ordering::Greater => (other.hi, other.hi_open),
        };
        Self::new(lo, hi, lo_open, hi_open).ok()
    }

    /// Tells whether a value belongs to the set.
    #[must_use]
    pub fn contains(&self, value: Rational) -> bool {
        let above = self.lo < value || (self.lo == value && !self.lo_open);
        let below = value < self.hi || (self.hi == value && !self.hi_open);
        above && below
    }

    /// Tells whether every value of `other` belongs to this set.
    #[must_use]
    pub fn contains_set(&self, other: &Self) -> bool {
        let from = match compare(&self.lo, &other.lo) {
            Ordering::Less => true,
            Ordering::Equal => !self.lo_open || other.lo_open,
            Ordering::Greater => false,
        };
        let to = || match compare(&self.hi, &other.hi) {
            Ordering::Greater => true,
            Ordering::Equal => !self.hi_open || other.hi_open,
            Ordering::Less => false,
        };
        from && to()
    }

    /// Tells whether every value of the set is above every value of `other`.
    #[must_use]
    pub fn is_above(&self, other: &Self) -> bool {
        match compare(&self.lo, &other.hi) {
            Ordering::Greater => true,
            Ordering::Equal => self.lo_open || other.hi_open,
            Ordering::Less => false,
        }
    }

    /// Returns the shares that are at least some value of the set: [lo, 1].
    ///
    /// This is what the complement of "never or hardly ever" says about "ever".
    #[must_use]
    pub fn lower_bound(&self) -> Self {
        Self { hi: self.hi.max(Rational::one()), hi_open: false, ..*self }
    }

    /// Returns the shares that are at most some value of the set: [0, hi].
    #[must_use]
    pub fn upper_bound(&self) -> Self {
        Self { lo: self.lo.min(Rational::zero()), lo_open: false, ..*self }
    }

    /// Returns the sums of a value of each set; nothing if a sum cannot be
    /// held exactly.
    #[must_use]
    pub fn sum(&self, other: &Self) -> Option<Self> {
        Some(Self {
            lo: self.lo.checked_add(&other.lo)?,
            hi: self.hi.checked_add(&other.hi)?,
            lo_open: self.lo_open || other.lo_open,
            hi_open: self.hi_open || other.hi_open,
        })
    }

    /// Returns each value times `factor`; nothing if a product cannot be held
    /// exactly.
    #[must_use]
    pub fn scale(&self, factor: Rational) -> Option<Self> {
        let (one, other) = (self.lo.checked_mul(&factor)?, self.hi.checked_mul(&factor)?);
        if factor.is_zero() {
            return Some(Self { lo: one, hi: other, lo_open: false, hi_open: false });
        }
        let scaled = Self { lo: one, hi: other, ..*self };
        let flipped = Self { lo: other, hi: one, lo_open: self.hi_open, hi_open: self.lo_open };
        Some(if factor < Rational::zero() { flipped } else { scaled })
    }

    /// Returns each share times each ratio, as far as that is a share; nothing if
    /// none is, or if a product cannot be held exactly. Only for sets without
    /// negative values.
    #[must_use]
    pub fn times(&self, ratio: &Extent) -> Option<Self> {
        let lo = self.lo.checked_mul(&ratio.lo)?;
        let hi = match ratio.hi {
            Some(hi) => Some(self.hi.checked_mul(&hi)?),
            None => None,
        };
        let (lo_open, hi_open) = (self.lo_open || ratio.lo_open, self.hi_open || ratio.hi_open);
        let product = Extent::new(lo, hi, lo_open, hi_open).ok()?;
        product.clip(Rational::zero(), Rational::one()).ok()
    }
}

/// The values that a published count, amount of money or ratio leaves open.
///
/// "more than 300" has no upper end, which a [`ReportingSet`] cannot say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Extent {
    // Invariant: not empty; an absent upper end is open.
    lo: Rational,
    hi: Option<Rational>,
    lo_open: bool,
    hi_open: bool,
}

impl Extent {
    /// Returns the values between two ends, or from `lo` on without `hi`.
    ///
    /// # Errors
    /// [`EmptySet`] when no value lies between the ends.
    pub fn new(
        lo: Rational,
        hi: Option<Rational>,
        lo_open: bool,
        hi_open: bool,
    ) -> Result<Self, EmptySet> {
        if let Some(hi) = hi {
            ReportingSet::new(lo, hi, lo_open, hi_open)?;
        }
        Ok(Self { lo, hi, lo_open, hi_open: hi_open || hi.is_none() })
    }

    /// Returns the lower end.
    #[must_use]
    pub fn lo(&self) -> Rational {
        self.lo
    }

    /// Returns the upper end, if there is one.
    #[must_use]
    pub fn hi(&self) -> Option<Rational> {
        self.hi
    }

    /// Tells whether the lower end is excluded.
    #[must_use]
    pub fn lo_open(&self) -> bool {
        self.lo_open
    }

    /// Tells whether the upper end is excluded; an absent one always is.
    #[must_use]
    pub fn hi_open(&self) -> bool {
        self.hi_open
    }

    /// Returns the lower end as a floating-point number.
    #[must_use]
    pub fn lo_f64(&self) -> f64 {
        to_f64(self.lo)
    }

    /// Returns the upper end as a floating-point number.
    #[must_use]
    pub fn hi_f64(&self) -> Option<f64> {
        self.hi.map(to_f64)
    }

    /// Tells whether a value belongs to the set.
    #[must_use]
    pub fn contains(&self, value: Rational) -> bool {
        let above = self.lo < value || (self.lo == value && !self.lo_open);
        above && self.hi.is_none_or(|hi| value < hi || (hi == value && !self.hi_open))
    }

    /// Tells whether the two sets have a value in common.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        let reaches = |low: &Self, high: &Self| {
            let Some(hi) = low.hi else { return true };
            high.lo < hi || (high.lo == hi && !low.hi_open && !high.lo_open)
        };
        reaches(self, other) && reaches(other, self)
    }

    /// Returns the part of the set between two values.
    pub(super) fn clip(&self, lo: Rational, hi: Rational) -> Result<ReportingSet, EmptySet> {
        let hi_kept = self.hi.filter(|own| compare(own, &hi).is_le());
        let lo_kept = Some(self.lo).filter(|own| compare(&lo, own).is_le());
        ReportingSet::new(
            lo_kept.unwrap_or(lo),
            hi_kept.unwrap_or(hi),
            lo_kept.is_some() && self.lo_open,
            hi_kept.is_some() && self.hi_open,
        )
    }

    /// Returns the part of the set that is not negative.
    pub(super) fn clip_below_zero(&self) -> Result<Self, EmptySet> {
        if self.lo >= Rational::zero() {
            return Ok(*self);
        }
        Self::new(Rational::zero(), self.hi, false, self.hi_open)
    }

    /// Returns the ratios 1 + x.
    pub(super) fn plus_one(&self) -> Self {
        Self { lo: self.lo + Rational::one(), hi: self.hi.map(|hi| hi + Rational::one()), ..*self }
    }

    /// Returns 1 / x for each positive x; without upper end the reciprocals
    /// come as near to zero as one likes.
    pub(super) fn reciprocal(&self) -> Result<Self, EmptySet> {
        let lo = self.hi.filter(|hi| !hi.is_zero()).map(|hi| hi.recip());
        let hi = Some(self.lo).filter(|lo| !lo.is_zero()).map(|lo| lo.recip());
        Self::new(lo.unwrap_or_else(Rational::zero), hi, self.hi_open, self.lo_open)
    }
}

impl From<ReportingSet> for Extent {
    fn from(set: ReportingSet) -> Self {
        Self { lo: set.lo, hi: Some(set.hi), lo_open: set.lo_open, hi_open: set.hi_open }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a floating-point number is asked for")]
fn to_f64(value: Rational) -> f64 {
    *value.numer() as f64 / *value.denom() as f64
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn extent(lo: i128, hi: Option<i128>, hi_open: bool) -> Extent {
        let of = |percent| Rational::new(percent, 100);
        Extent::new(of(lo), hi.map(of), false, hi_open).expect("the ends are in order")
    }

    #[test]
    fn sets_meet_where_they_have_a_value_in_common() {
        assert!(extent(10, Some(20), false).meets(&extent(20, None, true)));
        assert!(!extent(10, Some(20), true).meets(&extent(20, None, true)));
        assert!(!extent(30, None, true).meets(&extent(10, Some(20), false)));
    }

    proptest! {
        #[test]
        fn sets_lie_as_their_values_do(ends in [0..4_i128, 0..4, 0..4, 0..4], open in any::<[bool; 4]>()) {
            let set = |at: usize| {
                let [lo, hi] = [ends[at], ends[at + 1]].map(|end| Rational::new(end, 3));
                ReportingSet::new(lo, hi, open[at], open[at + 1])
            };
            let (Ok(one), Ok(other)) = (set(0), set(2)) else { return Ok(()) };
            prop_assert_eq!(one.contains_set(&other), one.intersect(&other) == Some(other));
            let is_open = one.lo_open() || other.hi_open();
            let is_above = one.lo() > other.hi() || (one.lo() == other.hi() && is_open);
            prop_assert_eq!(one.is_above(&other), is_above);
        }
    }

    // 36 % times 1.5 is 54 %; twice 90 % is no share.
    #[test]
    fn a_share_times_a_ratio_is_a_share_or_nothing() {
        let share = |percent| {
            let at = Rational::new(percent, 100);
            ReportingSet::new(at, at, false, false).expect("a point is no empty set")
        };
        assert_eq!(share(36).times(&extent(150, Some(150), false)), Some(share(54)));
        assert_eq!(share(90).times(&extent(200, Some(200), false)), None);
    }
}
