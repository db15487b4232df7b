//! Whom a draft says a figure of.

use gainsay_claims::{
    EvidenceBase,
    claim::{Claim, Step},
    region::{Region, RegionSet},
    wire::{BaseStep, People},
};

use crate::{
    lexicon::Term,
    said::{Near, Said},
};

/// Lets the claim speak of the people and places that the draft names beside the figure.
pub(super) fn apply(claim: &mut Claim, said: &Said<'_>, base: &EvidenceBase) {
    let mut people = People::default();
    if let Some(regions) = places(claim, said) {
        people.regions = regions.iter().map(|region| region.code().to_owned()).collect();
        claim.population.regions = Some(regions);
    }
    if let Some(universe) = universe(claim, said, base) {
        claim.said.base = vec![BaseStep { who: universe.clone(), share: None, words: None }];
        people.universe = Some(universe.clone());
        claim.population.universe = Some(universe.clone());
        claim.base.steps = vec![Step { who: universe, share: None }];
    }
    if people != People::default() {
        claim.said.people = Some(people);
    }
}

/// The places named beside the figure, unless one of them is the claim's own.
fn places(claim: &Claim, said: &Said<'_>) -> Option<RegionSet> {
    let own_named = said.terms.iter().any(|near| match near.hit.term {
        Term::Region(code) => is_own_place(code, claim),
        _ => false,
    });
    if own_named {
        return None;
    }
    let codes = beside(said).filter_map(|near| match near.hit.term {
        Term::Region(code) => Region::parse(code).ok(),
        _ => None,
    });
    let named: RegionSet = codes.collect();
    if named.is_empty() {
        return None;
    }
    Some(named)
}

fn is_own_place(code: &str, claim: &Claim) -> bool {
    let own = claim.population.regions.as_ref();
    let named = Region::parse(code).ok().map(|region| RegionSet::from_iter([region]));
    own.zip(named).is_some_and(|(own, named)| {
        let own = own.countries();
        named.countries() == own || (own.len() > 1 && own.is_subset(&named.countries()))
    })
}

/// The group named beside the figure: the claim's own if it is named, else the nearest
/// after the figure, else the nearest before.
fn universe(claim: &Claim, said: &Said<'_>, base: &EvidenceBase) -> Option<String> {
    let vocabulary = &base.vocabulary;
    let general = |name: &str| vocabulary.universes.get(name).is_some_and(|one| one.general);
    // "Consumers", "people" are words for everybody whom a study asked.
    let everybody = claim.base.steps.len() <= 1;
    let named: Vec<(&Near, &String)> = beside(said)
        .filter_map(|near| match &near.hit.term {
            Term::Universe(universe) if everybody && general(universe) => None,
            Term::Universe(universe) => Some((near, universe)),
            _ => None,
        })
        .collect();
    let own = claim.base.specific(&base.vocabulary);
    let anywhere = said.terms.iter().filter(|near| near.nearness >= 0.6);
    let says_own = anywhere
        .into_iter()
        .any(|near| matches!(&near.hit.term, Term::Universe(one) if own.contains(&one.as_str())));
    if says_own {
        return None;
    }
    let figure = &said.figure.span;
    let distance = |near: &Near| {
        if near.hit.span.start >= figure.end {
            near.hit.span.start - figure.end
        } else {
            // Before the figure stands what the sentence is about; twice as far.
            2 * figure.start.saturating_sub(near.hit.span.end) + 1
        }
    };
    named.into_iter().min_by_key(|(near, _)| distance(near)).map(|(_, universe)| universe.clone())
}

/// What stands where the clause says of whom the figure is.
fn beside<'a>(said: &'a Said<'_>) -> impl Iterator<Item = &'a Near> {
    said.terms.iter().filter(|near| near.is_base)
}
