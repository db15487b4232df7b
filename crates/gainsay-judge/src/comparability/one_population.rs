//! Whether claims on propositions that bear on each other are about the same people.

use gainsay_claims::{age::AgeRange, vocabulary::UNKNOWN};

use super::{Distance, Pair, Party, Vocabulary, facets_apart, period, regions, unit};

/// Says whether two claims, on one proposition or on two that bear on each other, are
/// about the same people at about the same time, whatever their bases.
///
/// This is stricter than a grade: nothing that alone may explain a gap is allowed, since
/// every further claim would bring in another such difference. Mode and sponsor may
/// differ, as in grade B. Wording may differ in facets that only narrow what is counted;
/// such a claim says "at least".
pub(crate) fn is_one_population(pair: Pair<'_>, vocabulary: &Vocabulary) -> bool {
    let narrows = |facet: &str| vocabulary.facets.get(facet).is_some_and(|entry| entry.narrows);
    unit(pair) == Distance::Same
        && regions(pair) == Distance::Same
        && is_one_age(pair.map(|one| one.claim.population.age))
        && is_one_time(pair)
        && facets_apart(pair).iter().all(|(facet, _)| narrows(facet))
        && pair[0].claim.population.pooled == pair[1].claim.population.pooled
}

/// "16 and older" and "18 and older" are the adults of two publishers; a group that ends
/// below some age is another one.
fn is_one_age(ages: [Option<AgeRange>; 2]) -> bool {
    let ends = |age: AgeRange| AgeRange::max(&age).is_some();
    ages[0] == ages[1] || !ages.into_iter().flatten().any(ends)
}

/// Two waves of one study are two times.
fn is_one_time(pair: Pair<'_>) -> bool {
    let [left, right] = pair;
    if left.study.id == right.study.id {
        return left.claim.period == right.claim.period;
    }
    matches!(period(pair), Distance::Same | Distance::Near)
}

impl Party<'_> {
    /// Whether every step of the base is told.
    pub(crate) fn has_known_base(&self) -> bool {
        let steps = &self.claim.base.steps;
        !steps.is_empty() && steps.iter().all(|step| step.who != UNKNOWN)
    }
}
