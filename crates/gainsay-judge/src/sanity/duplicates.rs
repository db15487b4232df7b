//! The same study, or the same claim of a study, twice.

use std::collections::BTreeMap;

use gainsay_claims::{
    EvidenceBase,
    claim::{Claim, Statement},
    facts::StudyFact,
    period::Period,
    sample::Sample,
    study::Study,
    wire::Says,
};

use super::{
    Flaw, FlawKind,
    own::{Own, grouped, is_settled, same_measure, same_people},
};

/// Claims of one study that say the same in every respect. It is no error when a
/// figure is seen on two pages; it is one piece of evidence.
pub(super) fn check(own: &Own<'_>, _base: &EvidenceBase) -> Vec<Flaw> {
    let settled = own.claims.iter().copied().filter(|claim| is_settled(claim));
    let groups = grouped(settled, |one, other| {
        same_people(one, other) && one.n == other.n && says_the_same(one, other)
    });
    let repeated = groups.iter().filter(|group| group.len() > 1);
    repeated
        .map(|group| {
            let mut group = group.clone();
            // A figure that is written stands before one that is derived.
            group.sort_by_key(|claim| is_derived(claim));
            let flaw = Flaw::of_claims(FlawKind::DuplicateEvidence, group.iter().copied());
            let fatal = flaw.fatal.iter().skip(1).cloned().collect();
            Flaw { sure: false, fatal, ..flaw }
        })
        .collect()
}

fn is_derived(claim: &Claim) -> bool {
    matches!(&claim.said.says, Says::Share(figure) if figure.derived.is_some())
}

fn says_the_same(one: &Claim, other: &Claim) -> bool {
    same_measure(one, other)
        && same_figure(&one.statement, &other.statement)
        && (one.since, one.target) == (other.since, other.target)
        && one.said.than == other.said.than
}

/// Whether two statements hold the same figure, however it is written. What has
/// no figure is never a repetition.
fn same_figure(one: &Statement, other: &Statement) -> bool {
    match (one, other) {
        (Statement::Share(one), Statement::Share(other)) => one.hard == other.hard,
        (Statement::Order | Statement::Agreement, _) => false,
        _ => one == other,
    }
}

/// Studies of one source that say the same in every respect under two ids.
pub(super) fn studies(studies: &[Own<'_>]) -> Vec<Flaw> {
    let mut alike: BTreeMap<Dates<'_>, Vec<&Own<'_>>> = BTreeMap::new();
    for own in studies.iter().filter(|own| !own.claims.is_empty() && is_dated(own.study)) {
        alike.entry(dates(own.study)).or_default().push(own);
    }
    let groups = alike.into_values().flat_map(|group| grouped(group, is_same));
    groups.filter(|group| group.len() > 1).map(|group| flaw(&group)).collect()
}

type Dates<'a> = (&'a str, &'a str, Option<Period>, Option<Period>);

fn dates(study: &Study) -> Dates<'_> {
    (&study.source, &study.said.publisher, study.fieldwork, study.published)
}

/// Whether it would be a wonder if another study were the same by chance.
fn is_dated(study: &Study) -> bool {
    study.fieldwork.is_some() || study.n != Sample::Unknown
}

fn is_same(one: &Own<'_>, other: &Own<'_>) -> bool {
    let (study, other_study) = (one.study, other.study);
    study.n == other_study.n
        && study.population == other_study.population
        && one.claims.len() == other.claims.len()
        && one.claims.iter().zip(&other.claims).all(|(one, other)| {
            same_people(one, other) && one.n == other.n && says_the_same(one, other)
        })
}

fn flaw(group: &[&Own<'_>]) -> Flaw {
    let first = group[0].study;
    let again = &group[1..];
    let fact = StudyFact::SameClaims { count: group[0].claims.len() };
    let mut flaw = Flaw::of_study(FlawKind::DuplicateEvidence, &again[0].study.id).fact(fact);
    for study in again.iter().map(|own| own.study).chain([first]) {
        flaw = flaw.label(study.at.clone(), StudyFact::Named { study: study.id.clone() });
    }
    let claims = again.iter().flat_map(|own| &own.claims);
    flaw.fatal = claims.map(|claim| claim.id.clone()).collect();
    flaw
}
