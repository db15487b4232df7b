//! The whole way from an evidence base to its judgement.

use std::{cmp::Reverse, collections::BTreeMap};

use gainsay_claims::{EvidenceBase, Proposition, claim::Claim};

use crate::{
    evidence::admit,
    judgement::{Judgement, PropositionJudgement},
    pair::judge_pairs,
    rules,
    sanity::{self, Flawed},
    stats::Thresholds,
    thresholds::thresholds,
};

/// Judges every proposition of a base. The answer depends on the claims,
/// studies, vocabulary and policy alone, not on the order they were read in.
pub fn judge(base: &EvidenceBase) -> Judgement {
    let thresholds = thresholds(&base.policy);
    let mut claims: BTreeMap<&Proposition, Vec<&Claim>> = BTreeMap::new();
    for claim in base.claims.values() {
        claims.entry(&claim.proposition).or_default().push(claim);
    }
    let flaws = sanity::find(base);
    let flawed = Flawed::new(&flaws, base);
    let propositions: Vec<_> = claims
        .iter()
        .map(|(proposition, claims)| judge_one(proposition, claims, base, &flawed, &thresholds))
        .collect();
    let mut judgement = Judgement { flaws, propositions, ..Judgement::default() };
    let mut diagnostics: Vec<_> =
        rules::ALL.iter().flat_map(|rule| rule.find(&judgement, base)).collect();
    // Stable: within a rule the propositions stay in order.
    diagnostics.sort_by_key(|one| (Reverse(one.check.level), one.check.id));
    judgement.diagnostics = diagnostics;
    judgement
}

fn judge_one(
    proposition: &Proposition,
    claims: &[&Claim],
    base: &EvidenceBase,
    flawed: &Flawed<'_>,
    thresholds: &Thresholds,
) -> PropositionJudgement {
    let (admitted, left_out) = admit(claims, base, flawed, thresholds);
    PropositionJudgement {
        proposition: proposition.clone(),
        pairs: judge_pairs(&admitted, base, thresholds),
        evidence: admitted.into_iter().map(|one| one.evidence).collect(),
        left_out,
    }
}
