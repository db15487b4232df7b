//! What a pair of claims comes to, in one word.

use super::{Grade, Outcome, PairJudgement};
use crate::stats::{PairVerdict, UnknownSizeVerdict};

/// What a pair of claims comes to, for a reader who looks at one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// Comparable studies whose shares conflict.
    Conflicts,
    /// The shares conflict, and the studies differ too.
    Differs,
    /// An unknown size or wording, or samples that are too small, leave it open.
    Open,
    /// One figure holds the other, or they are the same within what matters.
    Agrees,
    /// No gap that matters is shown.
    NoConflict,
}

impl PairJudgement {
    /// What the pair comes to; none where it is no comparison: two tellings of one
    /// piece of evidence, waves of one publisher, other units.
    pub fn relation(&self, alpha: f64) -> Option<Relation> {
        if self.grade == Grade::X || !self.is_independent() {
            return None;
        }
        if self.is_contradiction(alpha) {
            let is_comparable = self.grade <= Grade::B;
            return Some(if is_comparable { Relation::Conflicts } else { Relation::Differs });
        }
        let is_open = self.depends_on_size()
            || self.depends_on_wording(alpha)
            || self.is_conflict()
            || self.is_inconclusive();
        Some(match is_open {
            true => Relation::Open,
            false if self.contains || self.is_shown_the_same() => Relation::Agrees,
            false => Relation::NoConflict,
        })
    }

    /// Whether a size that a survey may well have would make it a conflict.
    pub(crate) fn depends_on_size(&self) -> bool {
        let open = matches!(
            self.outcome,
            Outcome::Untested { verdict: UnknownSizeVerdict::IfAtLeast(_), .. }
        );
        open && self.is_independent()
    }

    /// Whether the figures conflict, and it is recorded that what one of the two
    /// measures is not known.
    pub(crate) fn depends_on_wording(&self, alpha: f64) -> bool {
        !self.unspoken.is_empty() && self.has_contradicting_figures(alpha)
    }

    fn is_inconclusive(&self) -> bool {
        self.tested() == Some(PairVerdict::Inconclusive)
    }

    fn is_shown_the_same(&self) -> bool {
        self.tested() == Some(PairVerdict::Agree)
    }

    fn tested(&self) -> Option<PairVerdict> {
        match &self.outcome {
            Outcome::Tested { test, .. } => Some(test.verdict),
            Outcome::Untested { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Dependence, Distance, Distances,
        stats::{BreakEven, UnknownSizeVerdict},
    };

    fn pair(grade: Grade, verdict: UnknownSizeVerdict) -> PairJudgement {
        PairJudgement {
            left: "fixture-a/1/x".into(),
            right: "fixture-b/1/x".into(),
            grade,
            distances: Distances::new(|_| Distance::Same),
            outcome: Outcome::Untested {
                gap: 0.1,
                odds: 2.0,
                known: None,
                break_even: BreakEven::At(50),
                verdict,
            },
            contains: false,
            unspoken: Vec::new(),
            dependence: None,
            trend: false,
            adjusted: None,
        }
    }

    #[test]
    fn what_differs_decides_between_conflict_and_difference() {
        let verdict = UnknownSizeVerdict::AnyPlausible(50);
        assert_eq!(pair(Grade::B, verdict).relation(0.05), Some(Relation::Conflicts));
        assert_eq!(pair(Grade::C, verdict).relation(0.05), Some(Relation::Differs));
        assert_eq!(pair(Grade::X, verdict).relation(0.05), None);
    }

    #[test]
    fn what_is_not_known_leaves_it_open() {
        let by_size = pair(Grade::A, UnknownSizeVerdict::IfAtLeast(300));
        assert_eq!(by_size.relation(0.05), Some(Relation::Open));
        let conflict = pair(Grade::A, UnknownSizeVerdict::AnyPlausible(50));
        let by_wording = PairJudgement { unspoken: vec![conflict.left.to_string()], ..conflict };
        assert_eq!(by_wording.relation(0.05), Some(Relation::Open));
    }

    #[test]
    fn one_piece_of_evidence_has_no_relation_to_itself() {
        let one = pair(Grade::A, UnknownSizeVerdict::Compatible);
        assert_eq!(one.relation(0.05), Some(Relation::NoConflict));
        let within = PairJudgement { contains: true, ..one.clone() };
        assert_eq!(within.relation(0.05), Some(Relation::Agrees));
        let wave = PairJudgement { trend: true, ..one.clone() };
        assert_eq!(wave.relation(0.05), None);
        let dependence = Some(Dependence { declared: true, why: "one panel".to_owned() }.into());
        assert_eq!(PairJudgement { dependence, ..one }.relation(0.05), None);
    }
}
