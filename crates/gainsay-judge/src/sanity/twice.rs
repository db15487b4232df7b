//! Two figures of one study for one thing.

use gainsay_claims::{EvidenceBase, claim::Claim, facts::StudyFact};

use super::{
    Flaw, FlawKind,
    own::{Own, Stated, are_apart, grouped, is_above, is_settled, same_measure, same_people},
};

pub(super) fn check(own: &Own<'_>, _base: &EvidenceBase) -> Vec<Flaw> {
    let settled = own.shares.iter().filter(|one| is_settled(one.claim));
    let groups = grouped(settled, |one, other| {
        same_measure(one.claim, other.claim) && same_people(one.claim, other.claim)
    });
    groups.iter().filter_map(|group| flaw(group)).collect()
}

/// The claims of a group that do not go with all others, if there are any.
fn flaw(group: &[&Stated<'_>]) -> Option<Flaw> {
    let odd: Vec<_> = group
        .iter()
        .filter(|one| group.iter().any(|other| gap(one, other) > 0.0 && !is_other(one, other)))
        .collect();
    let gaps = odd.iter().flat_map(|one| odd.iter().map(move |other| gap(one, other)));
    let gap = gaps.reduce(f64::max)?;
    let flaw = Flaw::of_claims(FlawKind::SelfContradiction, odd.iter().map(|one| one.claim));
    Some(flaw.fact(StudyFact::TwoFigures { gap }))
}

/// How far apart two figures are after rounding, in fractions of the base.
fn gap(one: &Stated<'_>, other: &Stated<'_>) -> f64 {
    let (one, other) = (&one.share.hard, &other.share.hard);
    let least = if is_above(one, other) || is_above(other, one) { f64::MIN_POSITIVE } else { 0.0 };
    let between = (one.lo_f64() - other.hi_f64()).max(other.lo_f64() - one.hi_f64());
    if least > 0.0 { between.max(least) } else { 0.0 }
}

/// Whether one of two claims replaces the other, or they rest on other numbers of
/// people, so that the same was not measured twice.
fn is_other(one: &Stated<'_>, other: &Stated<'_>) -> bool {
    let replaces = |one: &Claim, other: &Claim| one.said.supersedes.as_ref() == Some(&other.id);
    let (one, other) = (one.claim, other.claim);
    replaces(one, other) || replaces(other, one) || are_apart(one.n, other.n)
}
