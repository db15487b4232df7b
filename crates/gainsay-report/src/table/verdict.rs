//! How a claim stands to those of other studies on the same proposition.

use gainsay_judge::{PropositionJudgement, Reason, Relation};

/// How a claim stands to those of other studies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict<'a> {
    /// It is not compared.
    NotCompared(&'a Reason),
    /// There is no other study that it could be compared with.
    Alone,
    /// To each other claim, by id, in order of relation and id. Not empty.
    Compared(Vec<(Relation, &'a str)>),
}

impl<'a> Verdict<'a> {
    /// Collects what the pairs of a claim come to, at this level of significance.
    pub(super) fn of(claim: &str, judgement: &'a PropositionJudgement, alpha: f64) -> Self {
        let pairs = judgement.pairs.iter().filter_map(|pair| {
            let other = match (pair.left == claim, pair.right == claim) {
                (true, false) => &pair.right,
                (false, true) => &pair.left,
                _ => return None,
            };
            Some((pair.relation(alpha)?, other.as_str()))
        });
        let mut compared: Vec<_> = pairs.collect();
        compared.sort_unstable();
        if compared.is_empty() { Self::Alone } else { Self::Compared(compared) }
    }

    /// The other claims that stand in this relation to it.
    pub fn others(&self, relation: Relation) -> Vec<&'a str> {
        let Self::Compared(pairs) = self else {
            return Vec::new();
        };
        pairs.iter().filter(|(one, _)| *one == relation).map(|(_, other)| *other).collect()
    }

    /// The name of the verdict for programs: the gravest relation, `alone` or
    /// `not-compared`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::NotCompared(_) => "not-compared",
            Self::Alone => "alone",
            Self::Compared(pairs) => pairs.first().map_or("alone", |(relation, _)| name(*relation)),
        }
    }
}

/// The name of a relation for programs.
pub(crate) fn name(relation: Relation) -> &'static str {
    match relation {
        Relation::Conflicts => "conflicts",
        Relation::Differs => "differs",
        Relation::Open => "open",
        Relation::Agrees => "agrees",
        Relation::NoConflict => "no-conflict",
    }
}
