//! What part of all who were asked the base of a claim is.

use gainsay_claims::{claim::Claim, facts::SizeReason, policy::Policy, study::Study};

/// A part of those whom a study asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Part {
    /// The least share of them that it is, a fraction above 0.
    share: f64,
    /// How that is known; absent for everybody.
    pub(crate) by: Option<SizeReason>,
}

impl Part {
    /// Everybody.
    const ALL: Self = Self { share: 1.0, by: None };

    /// Returns the part that the base of a claim is. Published shares of its
    /// steps come first; where one is missing, or the claim is about other people
    /// than the study, the subsample floor of the policy stands in, and what is
    /// published only makes the part smaller.
    pub(crate) fn of(claim: &Claim, study: &Study, policy: &Policy) -> Self {
        let asked = study.population.universe.as_ref();
        let inner: Vec<_> =
            claim.base.steps.iter().filter(|step| Some(&step.who) != asked).collect();
        let same_people = claim.said.people.is_none();
        if same_people && inner.is_empty() {
            return Self::ALL;
        }
        let published: Vec<f64> = inner
            .iter()
            .filter_map(|step| Some(step.share?.lo_f64()))
            // A share that may be none gives no size.
            .filter(|&share| share > 0.0)
            .collect();
        let product = published.iter().product();
        if same_people && published.len() == inner.len() {
            return Self { share: product, by: Some(SizeReason::PublishedShares) };
        }
        let share = policy.subsample_floor.min(product);
        Self { share, by: Some(SizeReason::SubsampleFloor) }
    }

    /// Returns how many of `n` people the part is at least: `⌈share · n⌉`, and not
    /// less than 1.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        clippy::cast_sign_loss,
        reason = "a fraction of a number of people is one again"
    )]
    pub(crate) fn at_least(self, n: u64) -> u64 {
        ((self.share * n as f64).ceil() as u64).clamp(1, n.max(1))
    }
}

#[cfg(test)]
mod tests {
    use gainsay_claims::{
        claim::{Base, Step},
        value::{Rational, ReportingSet},
        wire::People,
    };

    use super::*;
    use crate::fixtures::told;

    fn step(who: &str, percent: Option<(i128, i128)>) -> Step {
        let share = percent.map(|(lo, hi)| {
            let [lo, hi] = [lo, hi].map(|one| Rational::new(one, 100));
            ReportingSet::new(lo, hi, false, false).expect("the ends are in order")
        });
        Step { who: who.to_owned(), share }
    }

    /// How many of a thousand adults are in the base, and how that is known.
    #[track_caller]
    fn check(steps: &[Step], people: Option<People>, expected: (u64, Option<SizeReason>)) {
        let told = told("fixture-a").with(|_, claim| {
            claim.base = Base { steps: steps.to_vec() };
            claim.said.people = people;
        });
        let part = Part::of(&told.claim, &told.study, &Policy::default());
        assert_eq!((part.at_least(1000), part.by), expected);
    }

    #[test]
    fn everybody_asked_is_no_part() {
        check(&[step("adults", None)], None, (1000, None));
        check(&[], None, (1000, None));
    }

    #[test]
    fn the_floor_is_for_the_subgroup_whatever_its_nesting() {
        let floor = Some(SizeReason::SubsampleFloor);
        let (one, two) = (step("users", None), step("buyers", None));
        check(&[step("adults", None), one.clone()], None, (50, floor));
        check(&[step("adults", None), one, two], None, (50, floor));
        check(&[step("adults", None)], Some(People::default()), (50, floor));
    }

    // 0.4 · 0.25 of 1,000.
    #[test]
    fn published_shares_come_first() {
        let published = Some(SizeReason::PublishedShares);
        let steps =
            [step("adults", None), step("users", Some((40, 41))), step("buyers", Some((25, 26)))];
        check(&steps, None, (100, published));
        let small = [step("adults", None), step("users", Some((2, 3)))];
        check(&small, None, (20, published));
    }

    #[test]
    fn published_shares_that_do_not_lead_all_the_way_only_make_it_smaller() {
        let floor = Some(SizeReason::SubsampleFloor);
        let (adults, open) = (step("adults", None), step("users", None));
        check(&[adults.clone(), open.clone(), step("buyers", Some((40, 41)))], None, (50, floor));
        check(&[adults.clone(), open, step("buyers", Some((2, 3)))], None, (20, floor));
        check(&[adults.clone(), step("users", Some((0, 40)))], None, (50, floor));
        let there = Some(People::default());
        check(&[adults, step("users", Some((40, 41)))], there, (50, floor));
    }
}
