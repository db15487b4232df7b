//! How much of the imprecision of surveys a conflict survives.

use gainsay_claims::facts::Strength;

use super::{DesignEffect, PairTest, PairVerdict, Polled, Thresholds, compare};

/// The comparison at one assumed design effect.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rung {
    /// The design effect assumed of both samples.
    pub deff: DesignEffect,
    /// The comparison at that design effect.
    pub test: PairTest,
}

/// The comparison at every design effect of the policy, in increasing order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ladder {
    /// The comparisons.
    pub rungs: [Rung; 3],
    /// The strength of the conflict, or none when there is no conflict on any rung.
    pub strength: Option<Strength>,
}

/// Compares two claims at each design effect of [`Thresholds::ladder`].
///
/// A smaller effective sample never makes a conflict, so the highest rung with a conflict tells
/// the strength.
pub fn ladder(first: Polled, second: Polled, thresholds: &Thresholds) -> Ladder {
    let rungs = thresholds.ladder.map(|deff| {
        let test = compare(first.at(deff), second.at(deff), thresholds);
        Rung { deff, test }
    });
    let strength = rungs
        .iter()
        .zip([Strength::Fragile, Strength::Solid, Strength::Robust])
        .filter(|(rung, _)| rung.test.verdict == PairVerdict::Conflict)
        .map(|(_, strength)| strength)
        .next_back();
    Ladder { rungs, strength }
}

#[cfg(test)]
mod tests {
    use super::super::{Ends, SampleSize};
    use super::*;

    #[track_caller]
    fn check(n: f64, strength: Option<Strength>) {
        let polled =
            |lo, hi| Polled { ends: Ends::new(lo, hi).unwrap(), n: SampleSize::new(n).unwrap() };
        let found = ladder(polled(0.275, 0.285), polled(0.175, 0.185), &Thresholds::default());
        assert_eq!(found.strength, strength, "n = {n}");
    }

    // The break-even sizes of 28 % and 18 % are 169, 338 and 675 at design effects 1, 2 and 4.
    #[test]
    fn strength_grows_with_the_samples() {
        check(168.0, None);
        check(169.0, Some(Strength::Fragile));
        check(337.0, Some(Strength::Fragile));
        check(338.0, Some(Strength::Solid));
        check(674.0, Some(Strength::Solid));
        check(675.0, Some(Strength::Robust));
        check(f64::INFINITY, Some(Strength::Robust));
    }
}
