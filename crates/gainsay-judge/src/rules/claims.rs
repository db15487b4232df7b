//! Diagnostics that are about one claim and those it is held against.

use gainsay_claims::{Diagnostic, EvidenceBase, facts::Fact};

/// Points to claims, each of which then says what it is.
pub(super) fn pointing_to<'a>(
    diagnostic: Diagnostic,
    claims: impl IntoIterator<Item = &'a str>,
    base: &EvidenceBase,
) -> Diagnostic {
    let known = claims.into_iter().filter_map(|id| base.claims.get(id));
    known.fold(diagnostic, |diagnostic, claim| {
        diagnostic.label(claim.at.clone(), Fact::Claim { id: claim.id.clone() })
    })
}
