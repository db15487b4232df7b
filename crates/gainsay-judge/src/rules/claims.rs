//! The places of claims in a diagnostic.

use std::collections::BTreeSet;

use gainsay_claims::{Diagnostic, EvidenceBase, claim::Claim, facts::Fact};

/// Points to a claim, of the base or beside it, and to others of the base, each once, and
/// rests on them.
pub(super) fn pointing_from<'a>(
    diagnostic: Diagnostic,
    claim: &Claim,
    others: impl IntoIterator<Item = &'a str>,
    base: &EvidenceBase,
) -> Diagnostic {
    let diagnostic = diagnostic
        .resting_on([claim.id.as_str()])
        .label(claim.at.clone(), Fact::Claim { id: claim.id.clone() });
    let others = others.into_iter().filter(|other| *other != claim.id);
    pointing_to(diagnostic, others, base)
}

/// Points to claims, each once, and rests on them; each then says what it is.
pub(super) fn pointing_to<'a>(
    diagnostic: Diagnostic,
    claims: impl IntoIterator<Item = &'a str>,
    base: &EvidenceBase,
) -> Diagnostic {
    let mut seen = BTreeSet::new();
    let known = claims.into_iter().filter(|id| seen.insert(*id));
    known.filter_map(|id| base.claims.get(id)).fold(diagnostic, |diagnostic, claim| {
        let diagnostic = diagnostic.resting_on([claim.id.as_str()]);
        diagnostic.label(claim.at.clone(), Fact::Claim { id: claim.id.clone() })
    })
}
