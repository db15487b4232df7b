//! What only the whole of a study shows of a citation.

use gainsay_claims::{
    Proposition,
    claim::{Claim, Statement},
    facts::{Axis, Moved, Side},
    relation::Relation,
    value::ReportingSet,
    wire::{Derived, Figure, Order, Says},
};

use super::Sides;

/// The axes on which a citation moved away from its study as a whole.
pub(super) fn axes(citation: &Claim, of_study: &[&Claim]) -> Vec<Axis> {
    [merged(citation, of_study), universal(citation, of_study)].into_iter().flatten().collect()
}

/// What may have moved, as the study does not settle what its figure is of.
pub(super) fn doubts(sides: Sides<'_>, of_study: &[&Claim]) -> Vec<Moved> {
    let found = [derived(sides, of_study), part_of_the_places(sides, of_study)];
    found.into_iter().flatten().map(|axis| Moved { axis, surely: false }).collect()
}

/// Items that the study counts one by one and the citation as one.
fn merged(citation: &Claim, of_study: &[&Claim]) -> Option<Axis> {
    let (_, others) = citation.proposition.joined.as_ref()?;
    let is_published = |one: &Proposition| of_study.iter().any(|claim| *claim.proposition == *one);
    let apart = is_published(&citation.proposition.alone())
        && others.iter().all(|other| is_published(&other.proposition));
    let together = is_published(&citation.proposition);
    (apart && !together).then(|| Axis::Merged(citation.proposition.as_ref().clone()))
}

/// "More than any other", where the study counts something of which others have
/// more. Those of the greater side against anybody else, on one proposition.
fn universal(citation: &Claim, of_study: &[&Claim]) -> Option<Axis> {
    let Says::Order(order) = &citation.said.says else {
        return None;
    };
    let against = exceptions(order, of_study);
    (citation.said.universal && !against.is_empty()).then_some(Axis::Universal(against))
}

fn exceptions(order: &Order, of_study: &[&Claim]) -> Vec<String> {
    let above = order.greater.universe.as_deref();
    let is_above = |claim: &Claim| above.is_some() && claim.base.who() == above;
    let (ours, theirs): (Vec<_>, Vec<_>) = of_study
        .iter()
        .filter_map(|claim| Some((*claim, share(claim)?)))
        .partition(|(claim, _)| is_above(claim));
    let exceeds = |(claim, set): &&(&Claim, ReportingSet)| {
        ours.iter().any(|(own, less)| {
            own.proposition == claim.proposition
                && own.wording == claim.wording
                && own.said.negated == claim.said.negated
                && less.hi() < set.lo()
        })
    };
    theirs.iter().filter(exceeds).map(|(claim, _)| claim.id.clone()).collect()
}

/// The share as published, before polarity and cut.
fn share(claim: &Claim) -> Option<ReportingSet> {
    Some(claim.evidence()?.hard)
}

/// The answer of which the cited figure is the complement, if the study publishes
/// it: "17 % had none" beside "83 % had one".
fn derived(sides: Sides<'_>, of_study: &[&Claim]) -> Option<Axis> {
    let cited = share(sides.citation)?;
    let origin = of_study.iter().find(|claim| {
        claim.proposition == sides.source.proposition
            && claim.said.negated != sides.citation.said.negated
            && claim.wording == sides.source.wording
            && claim.id != sides.source.id
            && share(claim).is_some_and(|set| set.complement() == cited)
    });
    origin.map(|claim| Axis::Derived { from: claim.id.clone() })
}

/// The places of a part of those who were asked, if the study gives the very same
/// figure for them as well: one figure, two populations.
fn part_of_the_places(sides: Sides<'_>, of_study: &[&Claim]) -> Option<Axis> {
    let whole = sides.source.population.regions.as_ref()?;
    let part = of_study.iter().find(|claim| {
        claim.proposition == sides.source.proposition
            && share(claim).is_some()
            && share(claim) == share(sides.source)
            && !is_complement(claim)
            && claim.population.regions.as_ref().map(|one| one.relation(whole))
                == Some(Relation::Within)
    })?;
    let stated = sides.citation.population.regions.as_ref()?;
    let places = [part.population.regions.as_ref()?, stated];
    Some(Axis::Country(places.map(|regions| Side::Regions(regions.clone()))))
}

fn is_complement(claim: &Claim) -> bool {
    let derived = Some(Derived::Complement);
    let Statement::Share(_) = claim.statement else { return false };
    matches!(&claim.said.says, Says::Share(Figure { derived: found, .. }) if *found == derived)
}
