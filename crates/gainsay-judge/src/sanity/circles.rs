//! Citations that go round in a circle, across studies.

use gainsay_claims::EvidenceBase;

use super::{Flaw, FlawKind};
use crate::citations::{circles, leading_into};

/// One flaw for each circle. Nothing may rest on a citation of it either.
pub(super) fn check(base: &EvidenceBase) -> Vec<Flaw> {
    let flaws = circles(base).into_iter().map(|circle| {
        let led = leading_into(&circle, base);
        let mut flaw = Flaw::of_claims(FlawKind::CircularCitation, circle);
        flaw.fatal.extend(led.iter().map(|claim| claim.id.clone()));
        flaw
    });
    flaws.collect()
}
