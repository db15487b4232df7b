//! What two shares say about each other, whether or not their sizes are known.

use super::{
    BreakEven, DesignEffect, Ends, Ladder, PairTest, Polled, Reported, SampleSize, Thresholds,
    UnknownSizeVerdict, break_even, break_even_one_known, compare, ladder, unknown_size_verdict,
};

/// A share as published, with the number of cases it was computed from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// The shares that the published words allow.
    pub ends: Ends,
    /// The number of cases, if it is known.
    pub n: Option<SampleSize>,
    /// The design effect of its sample, once its number of cases is known.
    pub deff: DesignEffect,
}

/// What two figures say about each other.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// Both sizes are known.
    Tested {
        /// The test at the design effects of the two.
        test: PairTest,
        /// The tests at every design effect of the policy.
        ladder: Box<Ladder>,
    },
    /// A size is unknown: what follows for plausible sizes.
    Untested(UnknownSizeVerdict),
}

impl Figure {
    /// Returns the figure with its effective size, if that is known.
    pub fn reported(self) -> Option<Reported> {
        Some(self.polled()?.at(self.deff))
    }

    /// Returns the figure with its number of cases, if that is known.
    pub fn polled(self) -> Option<Polled> {
        Some(Polled { ends: self.ends, n: self.n? })
    }
}

/// Finds what two figures say: a test where both sizes are known, else a verdict that is a
/// function of the size, as [`size_needed`] tells it.
pub fn find(first: Figure, second: Figure, thresholds: &Thresholds) -> Found {
    tested(first, second, thresholds).unwrap_or_else(|| {
        let size = size_needed(first, second, thresholds);
        Found::Untested(unknown_size_verdict(first.ends, second.ends, size, thresholds))
    })
}

fn tested(first: Figure, second: Figure, thresholds: &Thresholds) -> Option<Found> {
    let test = compare(first.reported()?, second.reported()?, thresholds);
    let ladder = ladder(first.polled()?, second.polled()?, thresholds);
    Some(Found::Tested { test, ladder: Box::new(ladder) })
}

/// Computes the size from which on the gap is more than sampling explains, at
/// [`Thresholds::deff`]: of the other figure where one size is known, else of both alike.
pub fn size_needed(first: Figure, second: Figure, thresholds: &Thresholds) -> BreakEven {
    let (deff, alpha) = (thresholds.deff, thresholds.alpha);
    match (first.reported(), second.reported()) {
        (Some(known), None) => break_even_one_known(known, second.ends, deff, alpha),
        (None, Some(known)) => break_even_one_known(known, first.ends, deff, alpha),
        (Some(_), Some(_)) | (None, None) => break_even(first.ends, second.ends, deff, alpha),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(lo: f64, hi: f64, n: Option<f64>) -> Figure {
        let n = n.map(|n| SampleSize::new(n).unwrap());
        Figure { ends: Ends::new(lo, hi).unwrap(), n, deff: DesignEffect::TWO }
    }

    #[test]
    fn what_is_known_of_the_sizes_decides() {
        let thresholds = Thresholds::default();
        let of = |left, right| {
            let (left, right) = (figure(0.275, 0.285, left), figure(0.175, 0.185, right));
            (find(left, right, &thresholds), size_needed(left, right, &thresholds))
        };
        let (both, size) = of(Some(300.0), Some(1000.0));
        assert!(matches!(both, Found::Tested { .. }));
        assert_eq!(size, BreakEven::At(338));
        let expected = Found::Untested(UnknownSizeVerdict::IfAtLeast(338));
        assert_eq!(of(None, None), (expected, BreakEven::At(338)));
        let too_small = Found::Untested(UnknownSizeVerdict::NotEstablished);
        assert_eq!(of(Some(100.0), None), (too_small.clone(), BreakEven::Never));
        assert_eq!(of(None, Some(100.0)), (too_small, BreakEven::Never));
    }
}
