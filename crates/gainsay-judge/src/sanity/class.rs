//! What is the same in many claims, as a number each, so that whatever must be equal is
//! compared once for each claim and not once for each two.

use std::{
    collections::{HashMap, hash_map::Entry},
    hash::Hash,
    sync::Arc,
};

use gainsay_claims::{
    Proposition, claim::Claim, period::Period, proposition::Facets, study::Population,
};

use super::own::who;

/// What a claim measures of whom, as numbers that are equal where that is the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Class {
    /// The proposition.
    pub(super) proposition: usize,
    /// The proposition, the wording and the cut.
    pub(super) topic: usize,
    /// Whether it counts those of whom the proposition is not true.
    pub(super) negated: bool,
    /// Population, base and period: who was asked, and when.
    pub(super) people: usize,
}

/// The classes that were met so far among the claims of a study.
#[derive(Default)]
pub(super) struct Classes<'a> {
    propositions: HashMap<&'a Proposition, usize>,
    /// The same by where they stand: most claims share theirs with others.
    shared: HashMap<*const Proposition, usize>,
    topics: HashMap<(usize, &'a Facets, Option<&'a str>), usize>,
    people: HashMap<(&'a Population, Vec<&'a str>, Option<Period>), usize>,
}

impl<'a> Classes<'a> {
    /// The class of a claim.
    pub(super) fn of(&mut self, claim: &'a Claim) -> Class {
        let propositions = &mut self.propositions;
        let proposition = *self
            .shared
            .entry(Arc::as_ptr(&claim.proposition))
            .or_insert_with(|| number(propositions, claim.proposition.as_ref()));
        let cut = claim.said.cut.as_deref();
        let topic = number(&mut self.topics, (proposition, &claim.wording, cut));
        let asked = (&claim.population, who(claim).collect(), claim.period);
        let people = number(&mut self.people, asked);
        Class { proposition, topic, negated: claim.said.negated, people }
    }
}

/// The number of a key: how many others were met before it.
fn number<K: Eq + Hash>(known: &mut HashMap<K, usize>, key: K) -> usize {
    let next = known.len();
    *known.entry(key).or_insert(next)
}

/// Puts together what is the same, in order of the first of each group. What is the same has
/// the same key, so that only items of one key are compared, each with the first of a group.
pub(super) fn grouped<T: Copy, K: Eq + Hash>(
    items: impl IntoIterator<Item = T>,
    key: impl Fn(T) -> K,
    is_same: impl Fn(T, T) -> bool,
) -> Vec<Vec<T>> {
    let mut groups: Vec<Vec<T>> = Vec::new();
    // For each key its first group, and for each group the next one of its key.
    let (mut first, mut next): (HashMap<K, usize>, Vec<Option<usize>>) = Default::default();
    for item in items {
        let mut place = match first.entry(key(item)) {
            Entry::Occupied(place) => *place.get(),
            Entry::Vacant(place) => {
                place.insert(groups.len());
                groups.push(vec![item]);
                next.push(None);
                continue;
            }
        };
        while !is_same(groups[place][0], item) {
            match next[place] {
                Some(other) => place = other,
                None => {
                    next[place] = Some(groups.len());
                    place = groups.len();
                    groups.push(Vec::new());
                    next.push(None);
                    break;
                }
            }
        }
        groups[place].push(item);
    }
    groups
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        fixtures::{base, told},
        sanity::own::{same_base, same_words},
    };

    fn same_people(one: &Claim, other: &Claim) -> bool {
        one.population == other.population && same_base(one, other) && one.period == other.period
    }

    proptest! {
        #[test]
        fn groups_are_those_of_all_pairs(items in proptest::collection::vec(0..40_i32, 0..40)) {
            // Not transitive: nearness to the first of a group.
            let is_same = |one: i32, other: i32| one % 3 == other % 3 && (one - other).abs() < 9;
            let mut expected: Vec<Vec<i32>> = Vec::new();
            for &item in &items {
                match expected.iter_mut().find(|group| is_same(group[0], item)) {
                    Some(group) => group.push(item),
                    None => expected.push(vec![item]),
                }
            }
            prop_assert_eq!(grouped(items, |one| one % 3, is_same), expected);
        }
    }

    #[test]
    fn classes_are_equal_where_claims_are() {
        let negated = told("fixture-a").named("no").with(|_, claim| claim.said.negated = true);
        let base = base([
            told("fixture-a"),
            told("fixture-a").named("again").share("30 %"),
            told("fixture-a").named("part").among_part(),
            told("fixture-a").named("elsewhere").region("US"),
            negated,
        ]);
        let mut classes = Classes::default();
        let classed: Vec<_> =
            base.claims.values().map(|claim| (claim, classes.of(claim))).collect();
        for (one, class) in &classed {
            for (other, other_class) in &classed {
                let is_one_topic =
                    (class.topic, class.negated) == (other_class.topic, other_class.negated);
                assert_eq!(is_one_topic, same_words(one, other), "{} {}", one.id, other.id);
                let is_one_people = class.people == other_class.people;
                assert_eq!(is_one_people, same_people(one, other), "{} {}", one.id, other.id);
            }
        }
        let people: std::collections::BTreeSet<_> =
            classed.iter().map(|(_, class)| class.people).collect();
        assert_eq!(people.len(), 3);
    }
}
