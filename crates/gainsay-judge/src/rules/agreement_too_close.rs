//! Publishers that agree more closely than samples usually do.

use std::collections::BTreeSet;

use gainsay_claims::{
    Check, CheckGroup, Diagnostic, EvidenceBase, Level, Proposition,
    diagnostic::{Subject, Text},
    facts::{Fact, GroupFact},
    vocabulary::RelationKind,
};

use super::{Rule, claims::pointing_to};
use crate::{
    judgement::{Judgement, PropositionJudgement},
    stats::{Closeness, expected_false_alarms},
    thresholds::thresholds,
};

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

static CHECK: Check = Check {
    id: "agreement-too-close",
    group: CheckGroup::Shares,
    level: Level::Note,
    headline: Text {
        en: "publishers agree on “{}” more closely than samples can",
        fr: "des éditeurs s'accordent sur «\u{a0}{}\u{a0}» de plus près que des échantillons ne le font d'ordinaire",
    },
    help: Text {
        en: "do not take their number for independent evidence",
        fr: "ne pas prendre leur nombre pour autant de preuves indépendantes",
    },
    explanation: include_str!("agreement-too-close.md"),
};

/// Fewer degrees of freedom than this say too little on how close agreement is.
const FEWEST: usize = 10;

fn find(judged: &Judgement, base: &EvidenceBase) -> Vec<Diagnostic> {
    let close: Vec<(&PropositionJudgement, &Closeness)> = judged
        .propositions
        .iter()
        .filter_map(|one| Some((one, one.closeness.as_ref()?)))
        .filter(|(_, one)| one.degrees >= FEWEST)
        .collect();
    let looked = close.len();
    close
        .into_iter()
        .filter(|(_, one)| one.p < base.policy.alpha)
        .filter(|(judged, _)| !is_told_by_its_complement(&judged.proposition, base))
        .map(|(judged, closeness)| diagnose(judged, closeness, looked, base))
        .collect()
}

/// Whether the proposition is the later of a declared complement: one fact is told once.
fn is_told_by_its_complement(proposition: &Proposition, base: &EvidenceBase) -> bool {
    let complements = base.vocabulary.relations.iter();
    complements.filter(|relation| relation.kind == RelationKind::Complement).any(|relation| {
        relation.of.contains(proposition) && relation.of.iter().any(|other| other < proposition)
    })
}

#[expect(clippy::cast_precision_loss, reason = "pairs are counted, no double loses one")]
fn diagnose(
    judged: &PropositionJudgement,
    closeness: &Closeness,
    looked: usize,
    base: &EvidenceBase,
) -> Diagnostic {
    let ratio = closeness.sum / closeness.degrees as f64;
    let fact = GroupFact::TooClose {
        polls: closeness.samples,
        ratio,
        p: closeness.p,
        looked,
        expected: expected_false_alarms(looked, thresholds(&base.policy).alpha),
    };
    let subject = Subject::Proposition(judged.proposition.clone());
    // One place of each of the first two publishers.
    let mut seen = BTreeSet::new();
    let claims = judged.evidence.iter().filter_map(|one| base.claims.get(one.claim.as_ref()));
    let of_new_publishers = claims
        .filter(|claim| base.study_of(claim).is_some_and(|one| seen.insert(&one.said.publisher)))
        .map(|claim| claim.id.as_str())
        .take(2);
    let all = judged.evidence.iter().map(|one| one.claim.as_ref());
    let diagnostic = Diagnostic::new(&CHECK, subject).resting_on(all);
    pointing_to(diagnostic, of_new_publishers, base).note(Fact::Group(fact))
}
