//! In what order a busy reader reads findings.

use gainsay_claims::{
    Diagnostic, Level,
    diagnostic::Subject,
    facts::{Fact, PairFact, Strength},
};
use gainsay_judge::{
    Evidence, Grade, Judgement, PairJudgement, PropositionJudgement, Relation, rules,
};

/// When a finding is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tier {
    /// It turns a message round, or cannot be true.
    Reversal,
    /// Comparable studies, or a citation and its source, say different things.
    Direct,
    /// The studies differ in one point, and their shares by more than twice the usual
    /// error.
    Robust,
    /// What is not disclosed decides.
    Undecided,
    /// Several things differ, or nothing is claimed to be wrong.
    Folded,
    /// The input is broken: nothing to be decided, something to be mended.
    Input,
}

impl Tier {
    /// Those in which something is to be decided, in order.
    pub(super) const DECIDED: [Self; 4] =
        [Self::Reversal, Self::Direct, Self::Robust, Self::Undecided];

    /// When a finding is read. `alpha` is the level of significance.
    pub(super) fn of(diagnostic: &Diagnostic, judgement: &Judgement, alpha: f64) -> Self {
        let check = diagnostic.check;
        if !rules::ALL.iter().any(|rule| rule.check.id == check.id) {
            return Self::Input;
        }
        match judged(diagnostic, judgement) {
            Some(judged) => Self::of_pairs(diagnostic, judged, alpha),
            None => Self::of_level(check.level),
        }
    }

    fn of_level(level: Level) -> Self {
        match level {
            Level::Error => Self::Reversal,
            Level::Warning => Self::Direct,
            Level::Note => Self::Folded,
        }
    }

    fn of_pairs(diagnostic: &Diagnostic, judged: &PropositionJudgement, alpha: f64) -> Self {
        let tiers = diagnostic.notes.iter().filter_map(|note| {
            let [left, right] = &note.about[..] else { return None };
            let pair = judged.pairs.iter().find(|one| one.left == *left && one.right == *right)?;
            Some(Self::of_pair(pair, judged, is_robust(&note.facts), alpha))
        });
        tiers.min().unwrap_or_else(|| Self::of_level(diagnostic.check.level))
    }

    fn of_pair(
        pair: &PairJudgement,
        judged: &PropositionJudgement,
        is_robust: bool,
        alpha: f64,
    ) -> Self {
        let sides = [&pair.left, &pair.right].map(|claim| judged.evidence_of(claim).and_then(side));
        let is_reversed = matches!(sides, [Some(left), Some(right)] if left != right);
        match (pair.relation(alpha), pair.grade) {
            (Some(Relation::Conflicts), _) if is_reversed => Self::Reversal,
            (Some(Relation::Conflicts), _) => Self::Direct,
            (Some(Relation::Differs), Grade::C) if is_robust || is_reversed => Self::Robust,
            (Some(Relation::Open), Grade::A | Grade::B | Grade::C) => Self::Undecided,
            _ => Self::Folded,
        }
    }
}

/// The judgement that a finding about pairs of claims rests on.
fn judged<'a>(
    diagnostic: &Diagnostic,
    judgement: &'a Judgement,
) -> Option<&'a PropositionJudgement> {
    let Subject::Proposition(proposition) = &diagnostic.subject else { return None };
    judgement.propositions.iter().find(|one| one.proposition == *proposition)
}

fn is_robust(facts: &[Fact]) -> bool {
    facts
        .iter()
        .any(|fact| matches!(fact, Fact::Pair(PairFact::Tested { strength: Strength::Robust, .. })))
}

/// Whether a share is wholly a majority; none if it may be either.
fn side(evidence: &Evidence) -> Option<bool> {
    const HALF: f64 = 0.5;
    let (lo, hi) = (evidence.share.lo_f64(), evidence.share.hi_f64());
    match (lo >= HALF, hi <= HALF) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use gainsay_claims::checks::BROKEN_SOURCE;

    use super::*;
    use crate::fixture;

    #[test]
    fn comparable_studies_are_read_before_those_that_differ() {
        let base = fixture::base();
        let mut judgement = fixture::judgement(&base);
        let conflict = fixture::conflict();
        let tier = |judgement: &Judgement| Tier::of(&conflict, judgement, 0.05);
        assert_eq!(tier(&judgement), Tier::Direct);
        judgement.propositions[0].pairs[0].grade = Grade::C;
        assert_eq!(tier(&judgement), Tier::Robust);
        judgement.propositions[0].pairs[0].grade = Grade::D;
        assert_eq!(tier(&judgement), Tier::Undecided);
        judgement.propositions[0].pairs[1].grade = Grade::D;
        assert_eq!(tier(&judgement), Tier::Folded);
    }

    #[test]
    fn shares_on_both_sides_of_one_half_come_first() {
        let base = fixture::base();
        let mut judgement = fixture::judgement(&base);
        let evidence = &mut judgement.propositions[0].evidence[0];
        evidence.share = evidence.share.complement();
        let conflict = fixture::conflict();
        assert_eq!(Tier::of(&conflict, &judgement, 0.05), Tier::Reversal);
    }

    #[test]
    fn what_cannot_be_read_is_no_contradiction() {
        let broken = Diagnostic::new(&BROKEN_SOURCE, Subject::Name("fixture-d".to_owned()));
        assert_eq!(Tier::of(&broken, &Judgement::default(), 0.05), Tier::Input);
    }
}
