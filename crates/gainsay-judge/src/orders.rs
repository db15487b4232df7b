//! The order of options: within a question, between groups of people, across studies.

mod arrows;
mod circles;
mod contrast;
mod lead;
mod list;
mod rivals;
mod stated;

use std::collections::BTreeSet;

use gainsay_claims::{EvidenceBase, claim::Statement};

use crate::{
    judgement::{Orders, PropositionJudgement},
    stats::Thresholds,
};

/// Judges every order of a base, after its shares.
pub(crate) fn judge_orders(
    judged: &[PropositionJudgement],
    base: &EvidenceBase,
    thresholds: &Thresholds,
) -> Orders {
    let lists = list::lists(judged, base, thresholds);
    let worded = worded_concepts(base);
    let arrows = arrows::arrows(&worded, &lists, judged, base, thresholds);
    Orders {
        rivals: rivals::rivals(&lists, base, thresholds),
        contrasts: contrast::contrasts(&arrows, &lists, base, thresholds),
        circles: circles::circles(&arrows),
        unestablished: stated::unestablished(&lists, base, thresholds),
        lists,
    }
}

/// The concepts of which an order is stated in words; only these can make circles.
fn worded_concepts(base: &EvidenceBase) -> BTreeSet<&str> {
    let worded = base.claims.values().filter(|claim| claim.statement == Statement::Order);
    worded.map(|claim| claim.proposition.concept.as_str()).collect()
}

#[cfg(test)]
mod tests;
