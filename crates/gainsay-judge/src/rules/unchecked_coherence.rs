//! Propositions that bear on each other and could not be checked together.

use gainsay_claims::{
    Check, CheckGroup, Diagnostic, EvidenceBase, Level,
    diagnostic::{Subject, Text},
    facts::{CoherenceFact, Fact},
};

use super::Rule;
use crate::{
    coherence::CoherenceError,
    judgement::{Coherence, ComponentJudgement, Judgement},
};

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

static CHECK: Check = Check {
    id: "unchecked-coherence",
    group: CheckGroup::Coherence,
    level: Level::Note,
    headline: Text {
        en: "cannot tell whether all claims that bear on “{}” can hold together",
        fr: "impossible de dire si toutes les affirmations qui touchent à «\u{a0}{}\u{a0}» peuvent être vraies ensemble",
    },
    help: Text {
        en: "check the relations of the vocabulary, or split what it ties together",
        fr: "vérifier les relations du vocabulaire, ou séparer ce qu'il relie",
    },
    explanation: include_str!("unchecked-coherence.md"),
};

fn find(judged: &Judgement, base: &EvidenceBase) -> Vec<Diagnostic> {
    let mut told: Vec<&ComponentJudgement> = Vec::new();
    for component in &judged.components {
        let is_new = told.iter().all(|one| one.propositions != component.propositions);
        if is_new && matches!(component.coherence, Coherence::Undecided(_)) {
            told.push(component);
        }
    }
    told.into_iter().filter_map(|one| diagnose(one, base)).collect()
}

fn diagnose(component: &ComponentJudgement, base: &EvidenceBase) -> Option<Diagnostic> {
    let Coherence::Undecided(why) = &component.coherence else { return None };
    let claims: Vec<_> = component.claims.iter().filter_map(|id| base.claims.get(id)).collect();
    let subject = Subject::Proposition(claims.first()?.proposition.as_ref().clone());
    let all = claims.iter().map(|claim| claim.id.as_str());
    let mut diagnostic = Diagnostic::new(&CHECK, subject).resting_on(all);
    // One place of each of the first two studies.
    let mut studies = Vec::new();
    for claim in claims {
        if studies.len() < 2 && !studies.contains(&claim.study()) {
            studies.push(claim.study());
            let fact = CoherenceFact::Claim { id: claim.id.clone() };
            diagnostic = diagnostic.label(claim.at.clone(), Fact::Coherence(fact));
        }
    }
    Some(diagnostic.note(Fact::Coherence(reason(why))))
}

fn reason(why: &CoherenceError) -> CoherenceFact {
    match *why {
        CoherenceError::TooManyEvents { events, limit } => CoherenceFact::TooMany { events, limit },
        CoherenceError::Unsatisfiable | CoherenceError::ImpossibleBase { .. } => {
            CoherenceFact::ImpossibleRelations
        }
        CoherenceError::UnknownEvent { .. }
        | CoherenceError::InvalidBounds
        | CoherenceError::InvalidGap
        | CoherenceError::Solver(_) => CoherenceFact::Unsolved,
    }
}
