//! How far one option stands ahead of another one in the same answers.

use gainsay_claims::facts::Lead;

use crate::{
    judgement::{RankedOption, Size},
    stats::{Answers, DesignEffect, Effective, Order, SampleSize, Thresholds, order},
};

/// Compares two options of one question by their shares; none without shares. The option
/// with the larger share is ahead; of equal ones, the first.
pub(super) fn lead(
    first: &RankedOption,
    second: &RankedOption,
    answers: Answers,
    thresholds: &Thresholds,
) -> Option<Lead> {
    let (ahead, behind) =
        if second.score > first.score { (second, first) } else { (first, second) };
    let basis = Basis::of(ahead, behind, thresholds);
    let (larger, smaller) = (ahead.share?, behind.share?);
    let compare = |size: Effective| -> Option<Order> {
        let compare = |answers| order(larger, smaller, size, answers, thresholds.alpha).ok();
        // Exclusive shares that add up to more than the whole are not exclusive.
        compare(answers).or_else(|| compare(Answers::Several))
    };
    let tested = compare(basis.n.effective(basis.deff))?;
    let margins = tested.margins(thresholds.alpha);
    Some(Lead {
        ahead: ahead.claim.clone(),
        behind: behind.claim.clone(),
        gap: tested.gap,
        margins: [margins.lo, margins.hi],
        cases: basis.is_known.then(|| basis.n.value()),
        is_assumed: [ahead, behind].iter().any(|one| matches!(one.size, Size::Assumed { .. })),
        design_effect: basis.deff.value(),
        verdict: tested.verdict,
        as_random: compare(basis.n.effective(DesignEffect::ONE))?.verdict,
        needed: tested.growth_needed(thresholds.alpha).and_then(|growth| basis.grown(growth)),
    })
}

/// The size that a comparison rests on.
struct Basis {
    n: SampleSize,
    deff: DesignEffect,
    is_known: bool,
}

impl Basis {
    /// The smaller of two sizes; where one is not known, the least that any published
    /// survey is assumed to have asked of them.
    fn of(first: &RankedOption, second: &RankedOption, thresholds: &Thresholds) -> Self {
        let known = |size: Size| Some((size.cases()?, size.design_effect()));
        let (Some(one), Some(other)) = (known(first.size), known(second.size)) else {
            let n = floor(first.floor.min(second.floor));
            return Self { n, deff: thresholds.deff, is_known: false };
        };
        let (n, deff) = if other.0 < one.0 { other } else { one };
        Self { n, deff, is_known: true }
    }

    /// How many cases are so many times as many; none for a census.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a number of people is positive, and far below the limit of the type"
    )]
    fn grown(&self, growth: f64) -> Option<u64> {
        let cases = self.n.value() * growth;
        cases.is_finite().then(|| cases.floor() as u64 + 1)
    }
}

#[expect(clippy::cast_precision_loss, reason = "a floor of the policy is a small number")]
fn floor(people: u64) -> SampleSize {
    SampleSize::new(people as f64).unwrap_or(SampleSize::CENSUS)
}
