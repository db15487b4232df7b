//! The lists of options of two studies, held against each other.

use std::{collections::BTreeMap, sync::Arc};

use gainsay_claims::{EvidenceBase, Proposition, facts::OrderVerdict};

use super::lead::lead;
use crate::{
    comparability::{distances_of, grade},
    judgement::{
        EndReversal, FirstPlaces, Grade, OptionList, RankAgreement, RankedOption, Rivals, Size,
    },
    stats::{Ranking, Thresholds, p_reversal, tau_b},
};

/// Compares the lists of every two independent studies on one topic; of the lists of the
/// same two studies only the most comparable, on published sizes if there are any. What
/// moves within weeks is not compared.
pub(super) fn rivals(
    lists: &[OptionList],
    base: &EvidenceBase,
    thresholds: &Thresholds,
) -> Vec<Rivals> {
    let mut best: BTreeMap<[&str; 2], (bool, Rivals)> = BTreeMap::new();
    for places in pairs_on_one_topic(lists, base) {
        let pair = places.map(|place| &lists[place]);
        let Some(found) = compare(places, pair, base, thresholds) else { continue };
        let is_assumed = pair.iter().any(|list| is_assumed(list));
        let kept = best.entry(pair.map(|list| list.study.as_str()));
        kept.and_modify(|old| {
            if (found.grade, is_assumed) < (old.1.grade, old.0) {
                *old = (is_assumed, found.clone());
            }
        })
        .or_insert((is_assumed, found));
    }
    let mut rivals: Vec<Rivals> = best.into_values().map(|(_, rivals)| rivals).collect();
    rivals.sort_by_key(|one| one.lists);
    rivals
}

/// Every two lists of independent studies of different publishers, by their places.
fn pairs_on_one_topic(lists: &[OptionList], base: &EvidenceBase) -> Vec<[usize; 2]> {
    let mut topics: BTreeMap<&Proposition, Vec<usize>> = BTreeMap::new();
    for (place, list) in lists.iter().enumerate() {
        let concept = base.vocabulary.concepts.get(&list.topic.concept);
        if concept.is_some_and(|concept| !concept.volatile) {
            topics.entry(&list.topic).or_default().push(place);
        }
    }
    let pairs = topics.into_values().flat_map(|places| {
        let pairs: Vec<_> = places
            .iter()
            .enumerate()
            .flat_map(|(index, &one)| places[index + 1..].iter().map(move |&other| [one, other]))
            .collect();
        pairs
    });
    pairs.filter(|pair| are_independent(pair.map(|place| &lists[place]), base)).collect()
}

fn are_independent(pair: [&OptionList; 2], base: &EvidenceBase) -> bool {
    let studies = pair.map(|list| base.studies.get(&list.study));
    let [Some(left), Some(right)] = studies else { return false };
    let links = |one: &gainsay_claims::study::Study, other: &str| {
        one.said.depends_on.iter().any(|link| link.study == other)
    };
    left.said.publisher != right.said.publisher
        && !links(left, &right.id)
        && !links(right, &left.id)
}

fn is_assumed(list: &OptionList) -> bool {
    list.options.iter().any(|option| matches!(option.size, Size::Assumed { .. }))
}

fn compare(
    places: [usize; 2],
    pair: [&OptionList; 2],
    base: &EvidenceBase,
    thresholds: &Thresholds,
) -> Option<Rivals> {
    let distances = distances_of(pair.map(|list| list.options[0].claim.as_str()), base)?;
    let grade = grade(distances);
    if grade == Grade::X {
        return None;
    }
    let first = first_places(pair, grade, thresholds.ceiling);
    Some(Rivals { lists: places, grade, distances, first, ranks: agreement(pair, thresholds) })
}

/// Holds the first places of two studies against each other. A first place counts if the
/// option is known to be first in the whole question, or at least before the option that
/// the other study has first.
fn first_places(pair: [&OptionList; 2], grade: Grade, ceiling: u64) -> FirstPlaces {
    let [left, right] = pair;
    let firsts = pair.map(|list| &list.options[0].proposition);
    let is_known = |list: &OptionList, other: &Proposition| {
        list.known_first().is_some() || list.has(other) && !list.leads.is_empty()
    };
    if firsts[0] == firsts[1] || !is_known(left, firsts[1]) || !is_known(right, firsts[0]) {
        return FirstPlaces::Same;
    }
    let is_shared = |option: &RankedOption| {
        right.contenders(ceiling).any(|other| other.proposition == option.proposition)
    };
    if left.contenders(ceiling).any(is_shared) {
        return FirstPlaces::Tied;
    }
    let same_options = left.options.len() == right.options.len()
        && left.options.iter().all(|option| right.has(&option.proposition));
    let established = pair.iter().all(|list| list.has_established_first());
    if grade <= Grade::C && same_options && established {
        FirstPlaces::Opposed
    } else {
        FirstPlaces::Unlike
    }
}

/// Says how two lists order what both have; none below two common options.
pub(super) fn agreement(
    [left, right]: [&OptionList; 2],
    thresholds: &Thresholds,
) -> Option<RankAgreement> {
    let order = |list: &OptionList| -> Vec<Arc<Proposition>> {
        list.options.iter().map(|option| option.proposition.clone()).collect()
    };
    let (orders, all) = ([order(left), order(right)], thresholds);
    let ranking = Ranking::compare(&orders[0], &orders[1]).ok()?;
    let n = ranking.items.len();
    let options: Vec<[&RankedOption; 2]> = ranking
        .items
        .iter()
        .filter_map(|item| Some([left.option(item)?, right.option(item)?]))
        .collect();
    let scores = [0, 1].map(|side| options.iter().map(|pair| pair[side].score).collect::<Vec<_>>());
    let is_opposed = |one: usize, other: usize| {
        let [first, second] = [&scores[0], &scores[1]].map(|list| list[one] - list[other]);
        first * second < 0.0
    };
    let is_established = |one: usize, other: usize| {
        is_ordered(left, options[one][0], options[other][0], all)
            && is_ordered(right, options[one][1], options[other][1], all)
    };
    let pairs = || (0..n).flat_map(move |one| (one + 1..n).map(move |other| (one, other)));
    let opposed: Vec<_> = pairs().filter(|&(one, other)| is_opposed(one, other)).collect();
    let established: Vec<_> =
        opposed.iter().copied().filter(|&(one, other)| is_established(one, other)).collect();
    Some(RankAgreement {
        common: n,
        inversions: opposed.len(),
        established: established.len(),
        tau: tau_b(&scores[0], &scores[1]).unwrap_or(0.0),
        p: p_reversal(n, established.len()),
        end: end(&ranking, &established),
        only: [ranking.only_first, ranking.only_second]
            .map(|only| only.into_iter().map(|one| one.as_ref().clone()).collect()),
    })
}

/// Whether an order of two options is established; one that is published without shares
/// is taken as it is.
fn is_ordered(
    list: &OptionList,
    one: &RankedOption,
    other: &RankedOption,
    thresholds: &Thresholds,
) -> bool {
    lead(one, other, list.answers, thresholds)
        .is_none_or(|lead| lead.verdict == OrderVerdict::Established)
}

/// Finds the rarest end of one list that is the other end of the other, with every option
/// of the end established apart from every other option.
fn end(
    ranking: &Ranking<'_, Arc<Proposition>>,
    established: &[(usize, usize)],
) -> Option<EndReversal> {
    let n = ranking.items.len();
    let reversed = (1..=n / 2).rev().find_map(|j| {
        let found = ranking.top_bottom(j)?;
        let top = |first: bool| if first { 0..j } else { n - j..n };
        let is_apart = |first: bool| {
            let across = established
                .iter()
                .filter(|(one, other)| top(first).contains(one) != top(first).contains(other));
            across.count() == j * (n - j)
        };
        let first_leads = found.first_top_is_second_bottom && is_apart(true);
        let second_leads = found.second_top_is_first_bottom && is_apart(false);
        (first_leads || second_leads).then(|| (top(first_leads), first_leads, found.probability))
    });
    let (places, first_leads, p) = reversed?;
    let options = ranking.items[places].iter().map(|item| item.as_ref().clone()).collect();
    Some(EndReversal { options, first_leads, p: ranking.p_rare_end(p) })
}
