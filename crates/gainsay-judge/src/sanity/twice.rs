//! Two figures of one study for one thing.

use gainsay_claims::{
    EvidenceBase,
    claim::{Claim, Statement},
    facts::StudyFact,
    wire::Standing,
};

use super::{
    Flaw, FlawKind,
    class::grouped,
    own::{Own, Stated, are_apart, is_settled, same_question},
};

pub(super) fn check(own: &Own<'_>, _base: &EvidenceBase) -> Vec<Flaw> {
    let settled = own.shares.iter().filter(|one| is_settled(one.claim));
    let groups =
        grouped(settled, |one| one.class, |one, other| same_question(one.claim, other.claim));
    let flaws = groups.iter().filter_map(|group| flaw(group));
    flaws.chain(ranks(own)).collect()
}

/// Two places of one thing in one order.
fn ranks(own: &Own<'_>) -> Vec<Flaw> {
    let ranked = own.classed().filter_map(|(claim, class)| Some((claim, class, rank(claim)?)));
    let groups = grouped(
        ranked,
        |(_, class, (_, from_last))| (class, from_last),
        |(one, ..), (other, ..)| same_question(one, other),
    );
    groups
        .iter()
        .filter_map(|group| {
            let (first, _, (place, _)) = group[0];
            let (other, _, (other_place, _)) =
                group.iter().find(|(other, _, (at, _))| *at != place && !replaces(first, other))?;
            let flaw = Flaw::of_claims(FlawKind::SelfContradiction, [first, *other]);
            Some(flaw.fact(StudyFact::TwoRanks([place, *other_place])))
        })
        .collect()
}

/// The place of a claim in an order, and whether it is counted from the last.
fn rank(claim: &Claim) -> Option<(u32, bool)> {
    match claim.statement {
        Statement::Rank { place, from_last }
            if is_settled(claim) && claim.said.standing != Standing::Deprecated =>
        {
            Some((place, from_last))
        }
        _ => None,
    }
}

/// The claims of a group that do not go with all others, if there are any.
fn flaw(group: &[&Stated<'_>]) -> Option<Flaw> {
    let odd: Vec<_> = group
        .iter()
        .filter(|one| group.iter().any(|other| gap(one, other).is_some() && !is_other(one, other)))
        .collect();
    let gaps = odd.iter().flat_map(|one| odd.iter().filter_map(move |other| gap(one, other)));
    let gap = gaps.reduce(f64::max)?;
    let flaw = Flaw::of_claims(FlawKind::SelfContradiction, odd.iter().map(|one| one.claim));
    Some(flaw.fact(StudyFact::TwoFigures { gap }))
}

/// How far apart two figures are after rounding, in fractions of the base, if no
/// value is both.
fn gap(one: &Stated<'_>, other: &Stated<'_>) -> Option<f64> {
    let (one, other) = (&one.share.hard, &other.share.hard);
    let between = (one.lo_f64() - other.hi_f64()).max(other.lo_f64() - one.hi_f64());
    (one.is_above(other) || other.is_above(one)).then_some(between.max(0.0))
}

/// Whether one of two claims replaces the other, or they rest on other numbers of
/// people, so that the same was not measured twice.
fn is_other(one: &Stated<'_>, other: &Stated<'_>) -> bool {
    replaces(one.claim, other.claim) || are_apart(one.claim.n, other.claim.n)
}

/// Whether one of two claims replaces the other.
fn replaces(one: &Claim, other: &Claim) -> bool {
    let by = |one: &Claim, other: &Claim| one.said.supersedes.as_ref() == Some(&other.id);
    by(one, other) || by(other, one)
}
