//! The same study, or the same claim of a study, twice.

use std::collections::BTreeMap;

use gainsay_claims::{
    EvidenceBase,
    claim::{Claim, Statement},
    facts::StudyFact,
    period::{Period, Precision},
    sample::Sample,
    side_by_side,
    study::Study,
    wire::Says,
};

use super::{
    Flaw, FlawKind,
    class::grouped,
    own::{Own, Stated, is_settled, same_base, same_question, same_words},
};

/// Claims of one study that say the same in every respect. It is no error when a
/// figure is seen on two pages; it is one piece of evidence.
pub(super) fn check(own: &Own<'_>, _base: &EvidenceBase) -> Vec<Flaw> {
    let settled = own.classed().filter(|(claim, _)| is_settled(claim));
    let groups = grouped(
        settled,
        |(claim, class)| (class, claim.n),
        |(one, _), (other, _)| same_question(one, other) && repeats_figure(one, other),
    );
    let repeated = groups.iter().filter(|group| group.len() > 1);
    repeated
        .map(|group| {
            let mut group: Vec<&Claim> = group.iter().map(|(claim, _)| *claim).collect();
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

fn repeats_figure(one: &Claim, other: &Claim) -> bool {
    same_figure(&one.statement, &other.statement)
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

/// Studies that are one under two ids, of one source or of two.
pub(super) fn studies(studies: &[Own<'_>]) -> Vec<Flaw> {
    let mut alike: BTreeMap<(&str, usize), Vec<&Own<'_>>> = BTreeMap::new();
    for own in studies.iter().filter(|own| !own.claims.is_empty() && is_dated(own.study)) {
        alike.entry((&own.study.said.publisher, own.claims.len())).or_default().push(own);
    }
    let alike = alike.into_values().collect();
    let groups = side_by_side(alike, |group| grouped(group, |own| own.study.n, is_same));
    let groups = groups.iter().flatten();
    groups.filter(|group| group.len() > 1).map(|group| flaw(group)).collect()
}

/// Whether it would be a wonder if another study were the same by chance.
fn is_dated(study: &Study) -> bool {
    study.fieldwork.is_some() || study.n != Sample::Unknown
}

fn is_same(one: &Own<'_>, other: &Own<'_>) -> bool {
    is_one_collection(one.study, other.study)
        && repeats(one, other)
        && repeats(other, one)
        && (shares(one) >= TELLING_SHARES
            || [one, other].iter().all(|own| is_told_to_the_day(own.study)))
}

/// Whether all that is said of two studies can be of one. A source writes all its
/// studies in one way; another source may leave out a date, but not the title as well.
fn is_one_collection(one: &Study, other: &Study) -> bool {
    let dates = [(one.fieldwork, other.fieldwork), (one.published, other.published)];
    // Of most studies that tells enough.
    if !dates.iter().all(|(one, other)| is_none_or_same(*one, *other)) {
        return false;
    }
    let equal = dates.iter().all(|(one, other)| one == other);
    let same_days = one.fieldwork.is_some() && one.fieldwork == other.fieldwork;
    let same_dates = match one.source == other.source {
        true => equal,
        false => same_days || one.said.title == other.said.title,
    };
    same_dates && one.n == other.n && one.population == other.population
}

fn is_none_or_same(one: Option<Period>, other: Option<Period>) -> bool {
    one.zip(other).is_none_or(|(one, other)| one == other)
}

/// So many equal figures are no chance, whatever the dates leave open.
const TELLING_SHARES: usize = 3;

/// The least number of people that rarely is another wave's too, unlike a handful.
const TELLING_SIZE: u64 = 100;

/// Whether size and days alone tell a study from its publisher's other ones.
fn is_told_to_the_day(study: &Study) -> bool {
    let is_sized = matches!(study.n, Sample::Exactly(n) if n >= TELLING_SIZE);
    is_sized && study.fieldwork.is_some_and(|days| days.precision() == Precision::Day)
}

/// How many shares a study prints; one that stands on two pages is one.
fn shares(own: &Own<'_>) -> usize {
    let printed = own.shares.iter().filter(|one| one.printed().is_some());
    let measured = |one: &Stated<'_>| (one.class.topic, one.class.negated);
    grouped(printed, measured, |one, other| is_repeated(one.claim, other.claim)).len()
}

/// Whether every claim of a study is one of another, in whatever order.
fn repeats(one: &Own<'_>, other: &Own<'_>) -> bool {
    let is_there = |claim: &Claim| other.claims.iter().any(|other| is_repeated(claim, other));
    one.claims.iter().all(|claim| is_there(claim))
}

/// Whether claims of two records say the same. Each record has its own ids of
/// questions, and a date that one leaves out is no other one.
fn is_repeated(one: &Claim, other: &Claim) -> bool {
    one.population == other.population
        && same_base(one, other)
        && is_none_or_same(one.period, other.period)
        && one.n == other.n
        && same_words(one, other)
        && repeats_figure(one, other)
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
