//! Groups of people of one study that lean to different options.

use std::collections::BTreeMap;

use gainsay_claims::{EvidenceBase, Proposition};

use super::{arrows::Arrow, rivals::agreement};
use crate::{
    judgement::{OptionList, People, PeopleContrast},
    stats::Thresholds,
};

/// For each group the options of which it has more, with the claims that say so.
type More = [BTreeMap<Proposition, Vec<String>>; 2];

/// Finds every two groups of people of one study of which each has more of some option, or
/// that order the options in reverse.
pub(super) fn contrasts(
    arrows: &[Arrow],
    lists: &[OptionList],
    base: &EvidenceBase,
    thresholds: &Thresholds,
) -> Vec<PeopleContrast> {
    let mut found: BTreeMap<(&str, &str, [&People; 2]), PeopleContrast> = BTreeMap::new();
    for ((study, concept, people), more) in leanings(arrows, base) {
        if more.iter().any(BTreeMap::is_empty) {
            continue;
        }
        let contrast = PeopleContrast {
            study: study.to_owned(),
            concept: concept.to_owned(),
            people: people.map(People::clone),
            more: more.map(|options| options.into_iter().collect()),
            ranks: None,
        };
        found.insert((study, concept, people), contrast);
    }
    for (people, pair) in groups_of_one_study(lists) {
        let Some(ranks) = agreement(pair, thresholds) else { continue };
        if !ranks.is_reversed(thresholds.alpha.value()) {
            continue;
        }
        let [left, right] = pair;
        let key = (left.study.as_str(), left.topic.concept.as_str(), people);
        let contrast = found.entry(key).or_insert_with(|| PeopleContrast {
            study: left.study.clone(),
            concept: left.topic.concept.clone(),
            people: [left.people.clone(), right.people.clone()],
            more: [Vec::new(), Vec::new()],
            ranks: None,
        });
        contrast.ranks = Some(ranks);
    }
    found.into_values().collect()
}

/// What each of two groups of people of one study has more of, by study and concept. An
/// option of which words and shares say the opposite leans to nobody.
fn leanings<'a>(
    arrows: &'a [Arrow],
    base: &EvidenceBase,
) -> BTreeMap<(&'a str, &'a str, [&'a People; 2]), More> {
    let mut leanings: BTreeMap<_, More> = BTreeMap::new();
    let is_volatile = |concept: &str| {
        base.vocabulary.concepts.get(concept).is_some_and(|concept| concept.volatile)
    };
    for arrow in arrows {
        let (greater, lesser) = (&arrow.greater, &arrow.lesser);
        let concept = greater.proposition.concept.as_str();
        if greater.proposition != lesser.proposition
            || greater.people.who == lesser.people.who
            || is_volatile(concept)
        {
            continue;
        }
        let mut people = [&greater.people, &lesser.people];
        people.sort();
        let side = usize::from(people[0] != &greater.people);
        let more = leanings.entry((arrow.study.as_str(), concept, people)).or_default();
        let claims = more[side].entry(greater.proposition.as_ref().clone()).or_default();
        claims.extend(arrow.claims.iter().cloned());
    }
    for more in leanings.values_mut() {
        let [left, right] = more;
        let both: Vec<_> = left.keys().filter(|one| right.contains_key(one)).cloned().collect();
        for option in both {
            left.remove(&option);
            right.remove(&option);
        }
    }
    leanings
}

/// Every two lists of one study and topic of different people, in order of people.
fn groups_of_one_study(
    lists: &[OptionList],
) -> impl Iterator<Item = ([&People; 2], [&OptionList; 2])> {
    let pairs = lists.iter().enumerate().flat_map(|(place, one)| {
        let later = lists[place + 1..].iter().take_while(move |other| other.study == one.study);
        later.map(move |other| [one, other])
    });
    pairs
        .filter(|[one, other]| {
            one.topic == other.topic
                && one.people.who != other.people.who
                && one.people.regions == other.people.regions
        })
        .map(|mut pair| {
            pair.sort_by(|one, other| one.people.cmp(&other.people));
            (pair.map(|list| &list.people), pair)
        })
}
