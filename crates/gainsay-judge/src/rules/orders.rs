//! Orders as facts, for the rules that speak of them.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_claims::{
    Check, Diagnostic, EvidenceBase, Proposition,
    diagnostic::{Note, Subject},
    facts::{Fact, OrderFact, Side, Stand},
    proposition::Facets,
};

use super::{claims::pointing_to, pairs::same_and_apart};
use crate::{
    comparability::comparisons_of,
    judgement::{
        Circle, OptionList, Orders, People, PeopleContrast, RankAgreement, Rivals, Standing,
    },
};

/// How many pairs of lists a diagnostic shows.
const SHOWN: usize = 6;

/// Makes one diagnostic for each concept with lists that a rule concerns, the most
/// comparable first; each after the first brings in a study not yet shown.
pub(super) fn diagnose_lists(
    check: &'static Check,
    orders: &Orders,
    base: &EvidenceBase,
    concerns: impl Fn(&Rivals) -> bool,
    tell: impl Fn(&Rivals, [&OptionList; 2]) -> Vec<OrderFact>,
) -> Vec<Diagnostic> {
    let mut concepts: BTreeMap<&str, Vec<&Rivals>> = BTreeMap::new();
    for rivals in orders.rivals.iter().filter(|rivals| concerns(rivals)) {
        let [left, _] = orders.lists_of(rivals);
        concepts.entry(&left.topic.concept).or_default().push(rivals);
    }
    let diagnostics = concepts.into_iter().map(|(concept, mut rivals)| {
        // Stable: equals stay in the order of the lists.
        rivals.sort_by_key(|one| one.grade);
        let shown = shown(&rivals, orders);
        let topic = Proposition::new(concept, Facets::new());
        let subject = Subject::Proposition(topic.clone());
        let all = rivals.iter().flat_map(|rivals| orders.lists_of(rivals));
        let all = all.flat_map(|list| &list.options).map(|option| option.claim.as_str());
        let mut diagnostic = Diagnostic::new(check, subject).resting_on(all);
        let lists: Vec<_> = shown.iter().flat_map(|rivals| orders.lists_of(rivals)).collect();
        diagnostic = pointing_to(diagnostic, lists.iter().flat_map(|list| ends(list)), base);
        diagnostic.notes = first_notes(&lists);
        diagnostic.notes.extend(shown.iter().map(|rivals| {
            let pair = orders.lists_of(rivals);
            note(rivals, pair, tell(rivals, pair), base)
        }));
        let more = rivals.len() - shown.len();
        if more == 0 {
            diagnostic
        } else {
            diagnostic.note(Fact::More { count: more, proposition: topic })
        }
    });
    diagnostics.collect()
}

fn shown<'a>(rivals: &[&'a Rivals], orders: &Orders) -> Vec<&'a Rivals> {
    let mut seen = BTreeSet::new();
    let new = |rivals: &&&Rivals| {
        let [left, right] = orders.lists_of(rivals).map(|list| seen.insert(list.study.as_str()));
        left || right
    };
    rivals.iter().filter(new).take(SHOWN).copied().collect()
}

/// The claims that a list is told by: of its first option and of the next one.
fn ends(list: &OptionList) -> impl Iterator<Item = &str> {
    let shares = list.options.iter().take(2).map(|option| option.claim.as_str());
    let stated = list.stated_first.iter().map(|(claim, _)| claim.as_str());
    stated.chain(shares.filter(|_| !list.leads.is_empty()))
}

/// For each list what is first, and whether that is established.
fn first_notes(lists: &[&OptionList]) -> Vec<Note> {
    let mut seen = BTreeSet::new();
    let new = lists.iter().filter(|list| seen.insert(&list.options[0].claim));
    new.filter_map(|list| {
        let lead = list.leads.first().cloned();
        let by_shares = lead.map(|lead| OrderFact::First(Box::new(lead)));
        let stated = || {
            let (claim, _) = list.stated_first.as_ref()?;
            Some(OrderFact::StatedFirst { claim: claim.clone() })
        };
        let fact = Fact::Order(by_shares.or_else(stated)?);
        Some(Note { about: Vec::new(), facts: vec![fact] })
    })
    .collect()
}

fn note(
    rivals: &Rivals,
    pair: [&OptionList; 2],
    facts: Vec<OrderFact>,
    base: &EvidenceBase,
) -> Note {
    let claims = pair.map(|list| list.options[0].claim.as_str());
    let mut facts: Vec<Fact> = facts.into_iter().map(Fact::Order).collect();
    let comparisons = comparisons_of(claims, rivals.distances, base);
    facts.extend(same_and_apart(comparisons).into_iter().map(Fact::Pair));
    Note { about: claims.map(str::to_owned).to_vec(), facts }
}

/// The options that only one of two lists has.
pub(super) fn only_in(pair: [&OptionList; 2]) -> Vec<OrderFact> {
    let only = |one: &OptionList, other: &OptionList| {
        let missing = one.options.iter().filter(|option| !other.has(&option.proposition));
        let options: Vec<_> = missing.map(|option| one.apart(&option.proposition)).collect();
        (!options.is_empty()).then(|| OrderFact::OnlyIn { study: one.study.clone(), options })
    };
    let [left, right] = pair;
    [only(left, right), only(right, left)].into_iter().flatten().collect()
}

/// How two lists order what both have.
pub(super) fn ranks(ranks: &RankAgreement, studies: [&str; 2]) -> Vec<OrderFact> {
    let mut facts = vec![OrderFact::Agreement {
        common: ranks.common,
        inversions: ranks.inversions,
        established: ranks.established,
        tau: ranks.tau,
        p: ranks.p,
    }];
    facts.extend(ranks.end.as_ref().map(|end| {
        let [first, second] = studies.map(str::to_owned);
        let studies = if end.first_leads { [first, second] } else { [second, first] };
        OrderFact::EndReversed { options: end.options.clone(), studies, p: end.p }
    }));
    facts
}

/// What two groups of people lean to.
pub(super) fn contrast(contrast: &PeopleContrast) -> Vec<OrderFact> {
    let [left, right] = &contrast.people;
    let people = [side(left), side(right)];
    let mut facts = Vec::new();
    if contrast.more.iter().all(|more| !more.is_empty()) {
        let more = contrast.more.each_ref();
        let more = more.map(|more| more.iter().map(|(option, _)| option.clone()).collect());
        facts.push(OrderFact::Tilt { people: people.clone(), more });
    }
    facts.extend(contrast.ranks.iter().flat_map(|found| ranks(found, ["", ""])));
    facts
}

/// A group of people as a side: who they are, else where they live.
fn side(people: &People) -> Side {
    match (&people.who, &people.regions) {
        (Some(who), _) => Side::Base(vec![who.clone()]),
        (None, Some(regions)) => Side::Regions(regions.clone()),
        (None, None) => Side::Unknown,
    }
}

/// The steps of a circle, and how little would open it.
pub(super) fn circle(circle: &Circle) -> Note {
    let mut facts: Vec<OrderFact> = circle
        .steps
        .iter()
        .map(|step| {
            let differ = step.greater.people != step.lesser.people;
            OrderFact::Above {
                claims: step.claims.clone(),
                greater: stand(&step.greater, differ),
                lesser: stand(&step.lesser, differ),
            }
        })
        .collect();
    let removable = circle.removable;
    facts.extend(removable.map(|[fewest, of]| OrderFact::Removable { fewest, of }));
    Note { about: Vec::new(), facts: facts.into_iter().map(Fact::Order).collect() }
}

fn stand(standing: &Standing, with_people: bool) -> Stand {
    let people = with_people.then(|| side(&standing.people));
    Stand { proposition: standing.proposition.as_ref().clone(), people }
}
