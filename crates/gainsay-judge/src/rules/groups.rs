//! What several studies say together, as facts.

use gainsay_claims::{
    diagnostic::Note,
    facts::{Fact, GroupFact},
};

use crate::{
    family::Family,
    judgement::{Grade, GroupJudgement, PooledShare, PropositionJudgement},
};

/// The note about a group.
pub(super) fn group_note(group: &GroupJudgement) -> Note {
    let mut facts: Vec<GroupFact> = group.pooled.iter().map(PooledShare::fact).collect();
    facts.extend(group.size_needed.map(|size| GroupFact::SizeNeeded { size }));
    facts.extend(group.dissenters.iter().map(|one| GroupFact::Dissenter {
        claim: one.claim.clone(),
        p: one.p,
        i2_without: one.i2_without,
    }));
    facts.extend(group.outside.iter().map(|claim| GroupFact::Outside { claim: claim.clone() }));
    if group.true_shares > 1 {
        let (true_shares, camps) = (group.true_shares, group.camps.clone());
        facts.push(GroupFact::Camps { true_shares, camps });
    }
    Note { about: group.claims.clone(), facts: facts.into_iter().map(Fact::Group).collect() }
}

/// How many tests were made among pairs as comparable as one of this grade; nothing
/// to tell of a single one.
pub(super) fn family_fact(judged: &PropositionJudgement, grade: Grade, level: f64) -> Option<Fact> {
    let is_direct = grade <= Grade::B;
    let pairs = judged.pairs.iter().filter(|pair| pair.grade != Grade::X);
    let family = pairs.filter(|pair| (pair.grade <= Grade::B) == is_direct);
    let Family { tested, untestable, conflicts, corrected } = Family::of(family, level);
    (tested > 1).then_some(Fact::Group(GroupFact::Family {
        tested,
        untestable,
        level,
        conflicts,
        corrected,
    }))
}
