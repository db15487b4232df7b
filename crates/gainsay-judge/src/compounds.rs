//! Claims that count several propositions together, as bounds of each of them.

use std::collections::BTreeSet;

use gainsay_claims::{Proposition, value::ReportingSet, wire::Join};

use crate::{
    evidence::Admitted,
    judgement::Evidence,
    stats::{Ends, Thresholds, uncertainty},
};

/// Adds to every proposition the claims that count it together with others: not more
/// people are both than one (`P(A and B) <= P(A)`), and not fewer are one of both than
/// that one (`P(A or B) >= P(A)`). A study that states a share of the proposition itself
/// needs no bound; a proposition without another claim gains nothing by one.
///
/// Propositions are in order, and so are the claims on each.
pub(crate) fn add_bounds<'a>(
    propositions: &[&Proposition],
    admitted: &mut [Vec<Admitted<'a>>],
    thresholds: &Thresholds,
) {
    let mut bounds: Vec<(usize, Admitted<'a>)> = Vec::new();
    for (compound, claims) in propositions.iter().zip(admitted.iter()) {
        for part in parts(compound) {
            let Ok(place) = propositions.binary_search(&&part.proposition) else { continue };
            bounds.extend(
                claims.iter().filter_map(|one| Some((place, one.bounding(&part, thresholds)?))),
            );
        }
    }
    // A study with a figure of its own on the part needs none from the compound.
    let own: Vec<BTreeSet<&str>> = admitted
        .iter()
        .map(|claims| claims.iter().map(|one| one.study.id.as_str()).collect())
        .collect();
    for (place, bound) in bounds {
        let claims = &mut admitted[place];
        let is_new = !own[place].contains(bound.study.id.as_str());
        if is_new && !claims.is_empty() {
            let at = claims.partition_point(|one| one.claim.id < bound.claim.id);
            claims.insert(at, bound);
        }
    }
}

/// Says whether a proposition is counted together with others in a compound.
pub(crate) fn is_part(proposition: &Proposition, compound: &Proposition) -> bool {
    parts(compound).iter().any(|part| part.proposition == *proposition)
}

/// A proposition of a compound.
struct Part {
    proposition: Proposition,
    negated: bool,
    join: Join,
}

/// The parts of a compound; none of a proposition that stands alone.
fn parts(compound: &Proposition) -> Vec<Part> {
    let Some((join, others)) = &compound.joined else { return Vec::new() };
    let first = compound.alone();
    let others = others.iter().map(|other| (other.proposition.clone(), other.negated));
    std::iter::once((first, false))
        .chain(others)
        .map(|(proposition, negated)| Part { proposition, negated, join: *join })
        .collect()
}

impl Part {
    /// What a share of the compound leaves open for this part.
    fn bound(&self, compound: &ReportingSet) -> ReportingSet {
        let bound = match self.join {
            Join::And => compound.lower_bound(),
            Join::Or => compound.upper_bound(),
        };
        if self.negated { bound.complement() } else { bound }
    }
}

impl Admitted<'_> {
    /// The claim as a bound of a part of what it counts.
    fn bounding(&self, part: &Part, thresholds: &Thresholds) -> Option<Self> {
        let share = part.bound(&self.evidence.share);
        let ends = Ends::of(&share)?;
        let size = self.evidence.size;
        let interval = size.effective().map(|size| uncertainty(ends, Some(size), thresholds.alpha));
        let evidence =
            Evidence { claim: self.evidence.claim.clone(), share, middle: None, size, interval };
        Some(Self { claim: self.claim, study: self.study, evidence, ends, floor: self.floor })
    }
}
