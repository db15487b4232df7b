//! Numbers of people asked that do not fit.

use gainsay_claims::{
    EvidenceBase,
    claim::{Claim, Statement},
    facts::StudyFact,
    relation::Relation,
    sample::Sample,
    study::Study,
    value::{Quantity, Reading},
};

use super::{
    Flaw, FlawKind,
    class::grouped,
    flaw::label_of,
    own::{Own, are_apart, is_settled, location, range, same_question},
};

pub(super) fn check(own: &Own<'_>, base: &EvidenceBase) -> Vec<Flaw> {
    let elsewhere = elsewhere(own.study, base);
    let of_study = elsewhere.into_iter().chain(larger_parts(own, base));
    of_study.chain(stated_twice(own)).chain(total_as_part(own, base)).collect()
}

/// Other pages give another number.
fn elsewhere(study: &Study, base: &EvidenceBase) -> Option<Flaw> {
    let places = study.said.n_elsewhere.iter();
    let others: Vec<_> = study
        .n_elsewhere
        .iter()
        .zip(places)
        .filter(|(other, _)| are_apart(study.n, **other))
        .collect();
    let (first, _) = others.first()?;
    let flaw = Flaw::of_study(FlawKind::SampleMismatch, &study.id)
        .label(location(base, study, study.said.n), StudyFact::Asked(study.n))
        .fact(StudyFact::TwoSizes([study.n, **first]));
    Some(others.iter().fold(flaw, |flaw, (other, place)| {
        flaw.label(location(base, study, Some(**place)), StudyFact::Asked(**other))
    }))
}

/// Parts of those asked that hold more than all of them.
fn larger_parts(own: &Own<'_>, base: &EvidenceBase) -> Option<Flaw> {
    let study = own.study;
    let [_, all] = range(study.n)?;
    let larger: Vec<&Claim> = own
        .claims
        .iter()
        .copied()
        .filter(|claim| claim.said.n.is_some() && is_part(claim, study, base))
        .filter(|claim| range(claim.n).is_some_and(|[least, _]| least > all))
        .collect();
    let first = larger.first()?;
    let fact = StudyFact::MoreThanAsked { part: first.n, all: study.n };
    let mut flaw = Flaw::of_study(FlawKind::SampleMismatch, &study.id).fact(fact);
    flaw.labels = larger.iter().map(|claim| label_of(claim)).collect();
    flaw.fatal = larger.iter().map(|claim| claim.id.clone()).collect();
    Some(flaw.label(location(base, study, study.said.n), StudyFact::Asked(study.n)))
}

/// Whether those whom a claim is about are of those whom the study says it asked.
fn is_part(claim: &Claim, study: &Study, base: &EvidenceBase) -> bool {
    let inside = |relation| matches!(relation, Relation::Same | Relation::Within);
    let asked = study.population.universe.as_deref();
    let who = claim.base.who().zip(asked);
    let regions = claim.population.regions.as_ref().zip(study.population.regions.as_ref());
    who.is_some_and(|(who, asked)| inside(base.vocabulary.relate_universes(who, asked)))
        && regions.is_none_or(|(part, all)| inside(part.relation(all)))
}

/// One base, stated with two numbers.
fn stated_twice(own: &Own<'_>) -> Vec<Flaw> {
    let sized = own.classed().filter(|(one, _)| one.said.n.is_some() && is_settled(one));
    let groups =
        grouped(sized, |(_, class)| class, |(one, _), (other, _)| same_question(one, other));
    let mut flaws: Vec<Flaw> = Vec::new();
    for group in groups {
        let (first, _) = group[0];
        let Some((other, _)) = group.iter().find(|(other, _)| are_apart(first.n, other.n)) else {
            continue;
        };
        let fact = StudyFact::TwoSizes([first.n, other.n]);
        // A table states the numbers once for all its rows.
        if flaws.iter().any(|flaw| flaw.facts.first() == Some(&fact)) {
            continue;
        }
        let mut flaw = Flaw::of_claims(FlawKind::SampleMismatch, [first, *other]).fact(fact);
        flaw.facts.extend(others_counted(first.n, other.n, own));
        flaw.fatal.clear();
        flaws.push(flaw);
    }
    flaws
}

/// Whether the larger number is the smaller one and that of other people.
fn others_counted(one: Sample, other: Sample, own: &Own<'_>) -> Option<StudyFact> {
    let (Sample::Exactly(one), Sample::Exactly(other)) = (one, other) else {
        return None;
    };
    let others = one.abs_diff(other);
    let stated = |claim: &&Claim| claim.said.n.is_some() && claim.n == Sample::Exactly(others);
    own.claims
        .iter()
        .copied()
        .any(|claim| stated(&claim))
        .then_some(StudyFact::CountsOthersToo { these: one.min(other), others })
}

/// The number of all who were asked, stated as that of a part though another part
/// was asked too. ("8,750 consumers and 1,750 professionals", of 8,750 in all.)
fn total_as_part(own: &Own<'_>, base: &EvidenceBase) -> Option<Flaw> {
    let Sample::Exactly(all) = own.study.n else { return None };
    let asked = own.study.population.universe.as_deref();
    let parts: Vec<_> = own
        .claims
        .iter()
        .filter_map(|claim| Some((*claim, claim.base.who()?, counted(claim)?)))
        .filter(|(_, who, _)| Some(*who) != asked)
        .collect();
    let (total, who, _) = parts.iter().find(|(_, _, count)| *count == all)?;
    let is_other = |claim: &Claim, other: &str| {
        claim.proposition == total.proposition
            && base.vocabulary.relate_universes(other, who) == Relation::Overlaps
    };
    let (claim, _, others) =
        parts.iter().find(|(claim, other, count)| *count < all && is_other(claim, other))?;
    let flaw = Flaw::of_claims(FlawKind::SampleMismatch, [*total, *claim])
        .label(location(base, own.study, own.study.said.n), StudyFact::Asked(own.study.n))
        .fact(StudyFact::TotalAsPart { total: all, others: *others });
    Some(Flaw { fatal: Vec::new(), ..flaw })
}

/// The exact number that a claim states.
fn counted(claim: &Claim) -> Option<u64> {
    let Statement::Count(Reading { quantity: Quantity::Count { set }, .. }) = &claim.statement
    else {
        return None;
    };
    let is_exact = set.hi() == Some(set.lo()) && set.lo().is_integer();
    u64::try_from(set.lo().to_integer()).ok().filter(|_| is_exact)
}
