//! Which claims are about one population.

use gainsay_claims::vocabulary::Vocabulary;

use crate::{
    comparability::{Party, is_one_population},
    evidence::Admitted,
    pair::dependence,
};

/// Finds sets of claims of which every two are about one population and no two studies
/// depend on each other, in order of their first claims; of at least two studies each.
///
/// Every claim in turn gathers those that fit it and each other, in their order; a set
/// that an earlier one holds is dropped.
pub(super) fn populations<'a, 'b>(
    claims: &[&'a Admitted<'b>],
    vocabulary: &Vocabulary,
) -> Vec<Vec<&'a Admitted<'b>>> {
    let known: Vec<&Admitted<'b>> =
        claims.iter().copied().filter(|one| Party::from(*one).has_known_base()).collect();
    let fits: Vec<Vec<bool>> = known
        .iter()
        .map(|one| known.iter().map(|other| fit(one, other, vocabulary)).collect())
        .collect();
    let mut sets: Vec<Vec<usize>> = Vec::new();
    for first in 0..known.len() {
        let mut set = vec![first];
        for next in (0..known.len()).filter(|&next| next != first) {
            if set.iter().all(|&member| fits[member][next]) {
                set.push(next);
            }
        }
        set.sort_unstable();
        if !sets.iter().any(|earlier| set.iter().all(|one| earlier.contains(one))) {
            sets.push(set);
        }
    }
    let sets = sets.into_iter().map(|set| set.into_iter().map(|place| known[place]).collect());
    sets.filter(|set: &Vec<_>| has_two_studies(set)).collect()
}

pub(super) fn has_two_studies(set: &[&Admitted<'_>]) -> bool {
    set.iter().any(|one| one.study.id != set[0].study.id)
}

fn fit(one: &Admitted<'_>, other: &Admitted<'_>, vocabulary: &Vocabulary) -> bool {
    let is_independent = one.study.id == other.study.id
        || (one.study.said.publisher != other.study.said.publisher
            && dependence(one, other).is_none());
    is_independent
        && has_common_base(one, other, vocabulary)
        && is_one_population([one.into(), other.into()], vocabulary)
}

/// Whether the bases are the same, or begin with the same people, so that each is a part
/// of them.
fn has_common_base(one: &Admitted<'_>, other: &Admitted<'_>, vocabulary: &Vocabulary) -> bool {
    let [one, other] = [&one.claim.base, &other.claim.base];
    let root = |base: &gainsay_claims::claim::Base| base.steps.first().map(|step| step.who.clone());
    root(one) == root(other) || one.specific(vocabulary) == other.specific(vocabulary)
}
