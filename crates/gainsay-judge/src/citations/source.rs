//! What a citation restates.

use std::collections::BTreeMap;

use gainsay_claims::{EvidenceBase, claim::Claim, proposition::Facets, wire::Standing};

use super::circle::cited;

/// The claims that studies themselves publish.
pub(crate) struct Published<'a>(
    // In order of id within a study.
    BTreeMap<&'a str, Vec<&'a Claim>>,
);

impl<'a> Published<'a> {
    /// Sorts the published claims of a base by study.
    pub(crate) fn of(base: &'a EvidenceBase) -> Self {
        let mut studies: BTreeMap<&str, Vec<&Claim>> = BTreeMap::new();
        let stands =
            |claim: &&Claim| claim.is_published() && claim.said.standing != Standing::Deprecated;
        for claim in base.claims.values().filter(stands) {
            if let Some(study) = claim.study() {
                studies.entry(study).or_default().push(claim);
            }
        }
        Self(studies)
    }

    /// The claims of a study, in order of id.
    pub(crate) fn of_study(&self, study: Option<&str>) -> &[&'a Claim] {
        study.and_then(|study| self.0.get(study)).map_or(&[], Vec::as_slice)
    }
}

/// The published claims that a citation which names none may restate: those of its
/// study on the same concept, and on the same values of the facets that both state.
pub(super) fn nearest<'a>(citation: &Claim, of_study: &[&'a Claim]) -> Vec<&'a Claim> {
    let fits = |claim: &&&Claim| {
        let (one, other) = (&claim.proposition, &citation.proposition);
        one.concept == other.concept
            && agree(&one.facets, &other.facets)
            && std::mem::discriminant(&claim.statement)
                == std::mem::discriminant(&citation.statement)
    };
    of_study.iter().filter(fits).copied().collect()
}

fn agree(one: &Facets, other: &Facets) -> bool {
    one.iter().all(|(facet, value)| other.get(facet).is_none_or(|stated| stated == value))
}

/// The claim at the end of the chain of citations that starts at a claim.
pub(crate) fn root<'a>(claim: &'a Claim, base: &'a EvidenceBase) -> &'a Claim {
    // A chain without a circle is no longer than the number of claims.
    let mut last = claim;
    for _ in 0..base.claims.len() {
        match cited(last, base) {
            Some(source) if !last.is_published() => last = source,
            _ => break,
        }
    }
    last
}
