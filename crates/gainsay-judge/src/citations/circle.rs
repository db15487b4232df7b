//! Citations that lead back to themselves, so that none is the original.

use std::collections::BTreeSet;

use gainsay_claims::{EvidenceBase, claim::Claim};

/// Finds the circles of citations: of each, the claims from the lowest id on, each of
/// which restates the next and the last the first. In order of their first ids.
pub(crate) fn circles(base: &EvidenceBase) -> Vec<Vec<&Claim>> {
    let mut circles = Vec::new();
    let mut seen = BTreeSet::new();
    // Of a circle every claim restates another one; few of a base do.
    for start in base.claims.values().filter(|claim| claim.said.cites.is_some()) {
        let (mut way, mut next) = (Vec::new(), Some(start));
        while let Some(claim) = next.filter(|one| seen.insert(one.id.as_str())) {
            way.push(claim);
            next = cited(claim, base);
        }
        // A claim cites one other at most, so that a way leads into one circle at most.
        let met = next.and_then(|again| way.iter().position(|one| one.id == again.id));
        circles.extend(met.map(|place| from_lowest(way.split_off(place))));
    }
    circles.sort_by(|one, other| one[0].id.cmp(&other[0].id));
    circles
}

fn from_lowest(mut circle: Vec<&Claim>) -> Vec<&Claim> {
    let lowest = (0..circle.len()).min_by_key(|&place| &circle[place].id);
    circle.rotate_left(lowest.unwrap_or_default());
    circle
}

/// Finds the citations outside a circle whose source is one of its claims, directly or by
/// others, in order of id. They have no original either.
pub(crate) fn leading_into<'a>(circle: &[&Claim], base: &'a EvidenceBase) -> Vec<&'a Claim> {
    let mut reaching: BTreeSet<&str> = circle.iter().map(|claim| claim.id.as_str()).collect();
    let mut found = Vec::new();
    loop {
        let more = base.claims.values().filter(|claim| {
            let source = cited(claim, base);
            let reaches = source.is_some_and(|one| reaching.contains(one.id.as_str()));
            reaches && !claim.is_published() && !reaching.contains(claim.id.as_str())
        });
        let more: Vec<&Claim> = more.collect();
        if more.is_empty() {
            break;
        }
        reaching.extend(more.iter().map(|claim| claim.id.as_str()));
        found.extend(more);
    }
    found.sort_by(|one, other| one.id.cmp(&other.id));
    found
}

/// The claim that a claim restates, if the base has it.
pub(super) fn cited<'a>(claim: &Claim, base: &'a EvidenceBase) -> Option<&'a Claim> {
    claim.said.cites.as_ref().and_then(|id| base.claims.get(id))
}
