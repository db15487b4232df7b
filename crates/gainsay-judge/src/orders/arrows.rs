//! Statements of order as arrows, from what has more to what has less.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use gainsay_claims::{
    EvidenceBase, Proposition,
    claim::Claim,
    facts::OrderVerdict,
    proposition::Facets,
    region::Region,
    side_by_side,
    vocabulary::{FacetRole, Vocabulary},
    wire::{Role, Says, Side},
};

use super::{lead::lead, list::people_of};
use crate::{
    judgement::{Evidence, OptionList, People, PropositionJudgement, Standing},
    part::Part,
    stats::{Ends, Figure, Found, PairVerdict, Thresholds, UnknownSizeVerdict, find},
};

/// A statement that one thing stands above another.
#[derive(Clone, Debug)]
pub(super) struct Arrow {
    /// The study.
    pub(super) study: String,
    /// The claims that say so: one in words, or two shares.
    pub(super) claims: Vec<String>,
    /// What has more.
    pub(super) greater: Standing,
    /// What has less.
    pub(super) lesser: Standing,
    /// Whether it is said in words.
    pub(super) is_worded: bool,
    /// Whether the study's own publisher says so.
    pub(super) is_published: bool,
}

/// Collects every order that is stated in words; of the concepts that have such ones,
/// every order of options that shares establish; and of all concepts, every difference
/// between groups of people of one study.
pub(super) fn arrows(
    worded: &BTreeSet<&str>,
    lists: &[OptionList],
    judged: &[PropositionJudgement],
    base: &EvidenceBase,
    thresholds: &Thresholds,
) -> Vec<Arrow> {
    let mut arrows: Vec<Arrow> =
        base.claims.values().filter_map(|claim| in_words(claim, base)).collect();
    let lists = lists.iter().filter(|list| worded.contains(list.topic.concept.as_str()));
    arrows.extend(lists.flat_map(|list| between_options(list, thresholds)));
    let people = side_by_side(judged.iter().collect(), |one| between_people(one, base, thresholds));
    arrows.extend(people.into_iter().flatten());
    arrows.retain(|arrow| arrow.greater != arrow.lesser);
    arrows
}

/// An order in words. One that restates another claim is no second statement.
fn in_words(claim: &Claim, base: &EvidenceBase) -> Option<Arrow> {
    let Says::Order(order) = &claim.said.says else {
        return None;
    };
    let restates = claim.said.cites.as_ref().is_some_and(|cited| base.claims.contains_key(cited));
    let counts = claim.said.role != Role::Opinion
        && claim.said.standing != gainsay_claims::wire::Standing::Deprecated
        && claim.target.is_none()
        && !base.is_rejected(claim);
    if restates || !counts {
        return None;
    }
    Some(Arrow {
        study: base.study_of(claim)?.id.clone(),
        claims: vec![claim.id.clone()],
        greater: standing(claim, &order.greater, &base.vocabulary),
        lesser: standing(claim, &order.lesser, &base.vocabulary),
        is_worded: true,
        is_published: claim.is_published(),
    })
}

/// What a side of an order stands for: the claim's own proposition and people, but for
/// what the side states.
pub(super) fn standing(claim: &Claim, side: &Side, vocabulary: &Vocabulary) -> Standing {
    let mut proposition = claim.proposition.as_ref().clone();
    if let Some(concept) = &side.concept {
        proposition = Proposition::new(concept, Facets::new());
    }
    let identifies = |facet: &str| {
        vocabulary.facets.get(facet).is_some_and(|one| one.role == FacetRole::Identifying)
    };
    let added = side.facets.iter().filter(|(facet, _)| identifies(facet));
    proposition.facets.extend(added.map(|(facet, value)| (facet.clone(), value.clone())));
    let mut people = people_of(claim);
    if side.universe.is_some() {
        people.who.clone_from(&side.universe);
    }
    let regions = side.regions.iter().filter_map(|word| Region::parse(word).ok());
    if !side.regions.is_empty() {
        people.regions = Some(regions.collect());
    }
    Standing { proposition: proposition.into(), people }
}

/// The orders of two options that their shares establish.
fn between_options(list: &OptionList, thresholds: &Thresholds) -> Vec<Arrow> {
    let options = list.options.iter().enumerate();
    let pairs = options
        .flat_map(|(place, one)| list.options[place + 1..].iter().map(move |other| (one, other)));
    let established = pairs.filter(|(one, other)| {
        let lead = lead(one, other, list.answers, thresholds);
        lead.is_some_and(|lead| lead.verdict == OrderVerdict::Established)
    });
    let among = |proposition: &Arc<Proposition>| Standing {
        proposition: Arc::clone(proposition),
        people: list.people.clone(),
    };
    established
        .map(|(one, other)| Arrow {
            study: list.study.clone(),
            claims: vec![one.claim.clone(), other.claim.clone()],
            greater: among(&one.proposition),
            lesser: among(&other.proposition),
            is_worded: false,
            is_published: true,
        })
        .collect()
}

/// The differences between groups of people of one study that their shares establish.
fn between_people(
    judged: &PropositionJudgement,
    base: &EvidenceBase,
    thresholds: &Thresholds,
) -> Vec<Arrow> {
    let mut groups: BTreeMap<_, Vec<Member<'_>>> = BTreeMap::new();
    for evidence in &judged.evidence {
        let Some(claim) = base.claims.get(evidence.claim.as_ref()) else { continue };
        let Some(study) = base.study_of(claim) else { continue };
        let people = people_of(claim);
        let place = people.regions.clone();
        let floor = Part::of(claim, study, &base.policy).at_least(base.policy.floor);
        let group = groups.entry((&study.id, claim.period, place)).or_default();
        group.push((people, evidence, floor));
    }
    let proposition = Arc::new(judged.proposition.clone());
    let mut arrows = Vec::new();
    for ((study, ..), members) in &groups {
        for (place, one) in members.iter().enumerate() {
            let others = members[place + 1..].iter().filter(|other| one.0.who != other.0.who);
            let pairs = others.map(|other| ordered([one, other]));
            arrows.extend(pairs.filter(|pair| differs(*pair, thresholds)).map(|pair| {
                let [greater, lesser] = pair.map(|(people, ..)| Standing {
                    proposition: Arc::clone(&proposition),
                    people: people.clone(),
                });
                Arrow {
                    study: (*study).clone(),
                    claims: pair.map(|(_, evidence, _)| evidence.claim.to_string()).to_vec(),
                    greater,
                    lesser,
                    is_worded: false,
                    is_published: true,
                }
            }));
        }
    }
    arrows
}

/// A group of people, their share, and the size that any plausible survey has of them.
type Member<'a> = (People, &'a Evidence, u64);

fn ordered<'a, 'b>([one, other]: [&'a Member<'b>; 2]) -> [&'a Member<'b>; 2] {
    if one.1.share.lo_f64() >= other.1.share.lo_f64() { [one, other] } else { [other, one] }
}

/// Whether two shares differ by more than sampling, and materially.
fn differs(pair: [&Member<'_>; 2], thresholds: &Thresholds) -> bool {
    let figure = |(_, evidence, _): &Member<'_>| {
        let (n, deff) = (evidence.size.cases(), evidence.size.design_effect());
        Some(Figure { ends: Ends::of(&evidence.share)?, n, deff })
    };
    let [Some(one), Some(other)] = pair.map(figure) else {
        return false;
    };
    let floor = pair.map(|(_, _, floor)| *floor).into_iter().min().unwrap_or(thresholds.floor);
    match find(one, other, &Thresholds { floor, ..*thresholds }) {
        Found::Tested { test, .. } => test.verdict == PairVerdict::Conflict,
        Found::Untested(verdict) => matches!(verdict, UnknownSizeVerdict::AnyPlausible(_)),
    }
}
