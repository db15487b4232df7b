//! A part that is more than the whole.

use std::collections::HashMap;

use gainsay_claims::{
    EvidenceBase, Proposition,
    claim::Claim,
    facts::StudyFact,
    vocabulary::{RelationKind, Vocabulary},
    wire::Join,
};

use super::{
    Flaw, FlawKind,
    own::{Own, Stated, is_settled, who},
};

/// Products of two ends are exact up to this.
const SLACK: f64 = 1e-9;

pub(super) fn check(own: &Own<'_>, base: &EvidenceBase) -> Vec<Flaw> {
    let settled: Vec<_> = own.shares.iter().filter(|one| is_settled(one.claim)).collect();
    let are_tied = are_tied(&settled, &base.vocabulary);
    // Where no proposition implies another one, part and whole are of one.
    let measured =
        |one: &Stated<'_>| (one.class.people, (!are_tied).then_some(one.class.proposition));
    let mut wholes: HashMap<_, Vec<&Stated<'_>>> = HashMap::new();
    for one in &settled {
        wholes.entry(measured(one)).or_default().push(one);
    }
    let mut flaws = Vec::new();
    for part in &settled {
        let is_of_part = part.claim.base.steps.last().is_some_and(|step| step.share.is_some());
        // The base of a whole is another one than that of its part.
        let wholes = if is_of_part { &settled } else { &wholes[&measured(part)] };
        for whole in wholes {
            flaws.extend(more_than_whole(part, whole, &base.vocabulary));
            flaws.extend(outside_nesting(part, whole));
        }
    }
    flaws
}

/// Whether what is true of somebody by one of these claims may follow from another one on
/// something else.
fn are_tied(claims: &[&Stated<'_>], vocabulary: &Vocabulary) -> bool {
    let implies = |kind| matches!(kind, RelationKind::Implies | RelationKind::Equivalent);
    vocabulary.relations.iter().any(|relation| implies(relation.kind))
        || claims.iter().any(|one| one.claim.proposition.joined.is_some())
}

fn more_than_whole(part: &Stated<'_>, whole: &Stated<'_>, vocabulary: &Vocabulary) -> Option<Flaw> {
    let impossible = part.class.people == whole.class.people
        && part.yes.is_above(&whole.yes)
        && is_part(part.claim, whole.claim, vocabulary);
    let flaw = || Flaw::of_claims(FlawKind::PartAboveWhole, [part.claim, whole.claim]);
    let (least, most) = (part.yes.lo_f64(), whole.yes.hi_f64());
    impossible.then(|| flaw().fact(StudyFact::PartAbove { part: least, whole: most }))
}

/// Whether all of whom the first is true are of those of whom the second is.
fn is_part(part: &Claim, whole: &Claim, vocabulary: &Vocabulary) -> bool {
    let narrows = |facet: &str| vocabulary.facets.get(facet).is_some_and(|entry| entry.narrows);
    let worded = whole.wording.iter().all(|(facet, value)| part.wording.get(facet) == Some(value))
        && part.wording.keys().all(|facet| whole.wording.contains_key(facet) || narrows(facet));
    if !worded || part.id == whole.id {
        return false;
    }
    // At one cut, two figures for one thing are no part and whole.
    let narrower = part.wording != whole.wording || part.said.cut != whole.said.cut;
    if part.proposition == whole.proposition {
        return narrower;
    }
    is_term(&part.proposition, &whole.proposition, Join::And)
        || is_term(&whole.proposition, &part.proposition, Join::Or)
        || vocabulary.relations.iter().any(|relation| {
            let (one, other) = (part.proposition.as_ref(), whole.proposition.as_ref());
            match relation.kind {
                RelationKind::Implies => relation.of.iter().eq([one, other]),
                RelationKind::Equivalent => {
                    relation.of.contains(one) && relation.of.contains(other)
                }
                RelationKind::Excludes | RelationKind::Complement | RelationKind::Partition => {
                    false
                }
            }
        })
}

/// Whether a proposition is one of those that a compound joins in this way.
fn is_term(compound: &Proposition, one: &Proposition, by: Join) -> bool {
    let Some((_, others)) = compound.joined.as_ref().filter(|(join, _)| *join == by) else {
        return false;
    };
    let is_first = one.joined.is_none()
        && (&compound.concept, &compound.facets) == (&one.concept, &one.facets);
    is_first || others.iter().any(|other| !other.negated && other.proposition == *one)
}

/// A share of a part of the base, beside the share of the whole base: of the
/// whole it is at least the product, and at most that and all outside the part.
fn outside_nesting(inner: &Stated<'_>, outer: &Stated<'_>) -> Option<Flaw> {
    let of = inner.claim.base.steps.last()?.share?;
    if !is_nested(inner.claim, outer.claim) {
        return None;
    }
    let least = inner.yes.lo_f64() * of.lo_f64();
    let most = 1.0 - of.lo_f64() * (1.0 - inner.yes.hi_f64());
    let outside = outer.yes.hi_f64() < least - SLACK || outer.yes.lo_f64() > most + SLACK;
    let flaw = Flaw::of_claims(FlawKind::PartAboveWhole, [inner.claim, outer.claim]);
    let fact = StudyFact::Nested { share: inner.yes, of, range: [least, most] };
    outside.then(|| flaw.fact(fact))
}

/// Whether the base of a claim is one step within that of another that measures
/// the same.
fn is_nested(inner: &Claim, outer: &Claim) -> bool {
    let depth = outer.base.steps.len();
    inner.base.steps.len() == depth + 1
        && who(inner).take(depth).eq(who(outer))
        && inner.proposition == outer.proposition
        && inner.wording == outer.wording
        && inner.population == outer.population
        && inner.period == outer.period
}
