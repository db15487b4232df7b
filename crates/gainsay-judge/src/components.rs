//! Claims on several propositions at once: which bear on each other, and whether they can
//! all hold.
//!
//! Propositions are tied by the relations of the vocabulary, by claims that count several
//! of them together, and by bases whose share is published. Of the claims on them, those
//! about one population are looked at together, and only where at least two studies take
//! part: what one study says is checked against its own arithmetic elsewhere.
//!
//! Volatile concepts are left out. Polls of the same days number in the dozens, each with
//! a dozen exclusive answers, so that they exceed what can be checked together.

mod bearing;
mod events;
mod people;
mod stated;
mod verdict;

use gainsay_claims::EvidenceBase;

use crate::{evidence::Admitted, judgement::ComponentJudgement, stats::Thresholds};

/// Judges the claims on propositions that bear on each other, by population, in order of
/// the first proposition.
pub(crate) fn judge_components(
    admitted: &[Vec<Admitted<'_>>],
    base: &EvidenceBase,
    thresholds: &Thresholds,
) -> Vec<ComponentJudgement> {
    let mut judged = Vec::new();
    for bearing in bearing::connect(admitted, base) {
        for people in people::populations(&bearing.claims, &base.vocabulary) {
            judged.extend(verdict::judge(&bearing, &people, base, thresholds));
        }
    }
    judged
}

#[cfg(test)]
mod tests;
