//! People: other bases, other countries, other ages.

use gainsay_claims::{
    claim::{Claim, Statement},
    facts::{Axis, BaseChange, Moved, Side},
    relation::Relation,
    vocabulary::{UNKNOWN, Vocabulary},
};

use super::Sides;

/// The axes on which the people of a citation are others. Orders have people of
/// their own on each side, which are not compared.
pub(super) fn moved(sides: Sides<'_>, vocabulary: &Vocabulary) -> Vec<Moved> {
    if sides.map(|claim| matches!(claim.statement, Statement::Order)).contains(&true) {
        return Vec::new();
    }
    let sure = [country(sides), age(sides)].into_iter().flatten();
    let sure = sure.map(|axis| Moved { axis, surely: true });
    base(sides, vocabulary).into_iter().chain(sure).collect()
}

/// Whom the share is a share of, where the citation says it, and whether it surely
/// is another one: of a source that does not tell its base only the group around it
/// is known.
///
/// "Adults", "consumers" and "internet users" are words for everybody who was asked:
/// one for another is no change. A part of those who were asked is, under any name.
pub(super) fn base(sides: Sides<'_>, vocabulary: &Vocabulary) -> Option<Moved> {
    let said = &sides.citation.said;
    if said.base.is_empty() && said.people.as_ref().is_none_or(|people| people.universe.is_none()) {
        return None;
    }
    let surely = sides.source.base.who().is_some();
    let [from, to] = sides.map(|claim| innermost(claim));
    let (from, to) = (from?, to?);
    let everybody = sides.source.base.steps.len() <= 1;
    let general = |who: &str| vocabulary.universes.get(who).is_some_and(|one| one.general);
    let both_general = general(from) && general(to);
    let change = match vocabulary.relate_universes(to, from) {
        Relation::Same => return None,
        Relation::Contains if everybody && both_general => return None,
        Relation::Overlaps | Relation::Disjoint if both_general => return None,
        Relation::Contains => BaseChange::Widened,
        Relation::Within => BaseChange::Narrowed,
        Relation::Overlaps | Relation::Disjoint => BaseChange::Other,
    };
    let names = sides.map(|claim| people(claim, vocabulary));
    let axis = match change {
        BaseChange::Other if everybody => Axis::Population(names),
        _ => Axis::Base { change, sides: names },
    };
    Some(Moved { axis, surely })
}

/// The innermost group that is known: the base itself, or the one around it.
fn innermost(claim: &Claim) -> Option<&str> {
    let mut steps = claim.base.steps.iter().rev().map(|step| step.who.as_str());
    steps.find(|&who| who != UNKNOWN)
}

fn people(claim: &Claim, vocabulary: &Vocabulary) -> Side {
    let names = claim.base.specific(vocabulary).into_iter().map(str::to_owned);
    let names: Vec<_> = names.collect();
    if names.is_empty() { Side::Unknown } else { Side::Base(names) }
}

/// Other places than the source's, where the citation names any. "Europeans" for
/// several countries of Europe is a name and no move.
fn country(sides: Sides<'_>) -> Option<Axis> {
    let people = sides.citation.said.people.as_ref()?;
    if people.regions.is_empty() {
        return None;
    }
    let [from, to] = sides.map(|claim| claim.population.regions.as_ref());
    let (from, to) = (from?, to?);
    match to.relation(from) {
        Relation::Same => None,
        Relation::Contains if from.countries().len() > 1 => None,
        _ => Some(Axis::Country([from, to].map(|regions| Side::Regions(regions.clone())))),
    }
}

fn age(sides: Sides<'_>) -> Option<Axis> {
    sides.citation.said.people.as_ref()?.age.as_ref()?;
    let [from, to] = sides.map(|claim| claim.population.age);
    let (from, to) = (from?, to?);
    (from.relation(&to) != Relation::Same).then_some(Axis::Age([from, to].map(Side::Ages)))
}
