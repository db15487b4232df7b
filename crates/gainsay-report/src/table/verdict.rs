//! How a claim stands to those of other studies on the same proposition.

use std::collections::HashMap;

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

/// What the pairs of a proposition come to, by claim: a table has a row for each, and a
/// proposition many times as many pairs.
pub(super) struct Verdicts<'a> {
    compared: HashMap<&'a str, Vec<(Relation, &'a str)>>,
}

impl<'a> Verdicts<'a> {
    /// Collects what every pair comes to, at this level of significance.
    pub(super) fn new(judgement: &'a PropositionJudgement, alpha: f64) -> Self {
        let mut compared: HashMap<&str, Vec<_>> = HashMap::new();
        for pair in &judgement.pairs {
            let Some(relation) = pair.relation(alpha) else { continue };
            let [left, right] = [&pair.left, &pair.right].map(AsRef::as_ref);
            compared.entry(left).or_default().push((relation, right));
            compared.entry(right).or_default().push((relation, left));
        }
        Self { compared }
    }

    /// How a claim that is evidence stands to the others.
    pub(super) fn of(&self, claim: &str) -> Verdict<'a> {
        let Some(compared) = self.compared.get(claim) else { return Verdict::Alone };
        let mut compared = compared.clone();
        compared.sort_unstable();
        Verdict::Compared(compared)
    }
}

impl<'a> Verdict<'a> {
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
