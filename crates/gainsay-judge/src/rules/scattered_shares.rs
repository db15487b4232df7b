//! Comparable studies that scatter by more than sampling, though no two conflict.

use gainsay_claims::{
    Check, CheckGroup, Diagnostic, EvidenceBase, Level,
    diagnostic::{Subject, Text},
};

use super::{
    Rule,
    claims::pointing_to,
    groups::{family_fact, group_note},
};
use crate::judgement::{Grade, GroupJudgement, Judgement, PairJudgement, PropositionJudgement};

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

static CHECK: Check = Check {
    id: "scattered-shares",
    group: CheckGroup::Shares,
    level: Level::Warning,
    headline: Text {
        en: "studies of “{}” scatter by more than sampling, though no two conflict",
        fr: "des études sur «\u{a0}{}\u{a0}» se dispersent plus que le hasard ne l'explique, sans que deux se contredisent",
    },
    help: Text {
        en: "cite the range, not one of the shares",
        fr: "citer l'étendue, et non l'une des parts",
    },
    explanation: include_str!("scattered-shares.md"),
};

/// How many groups a diagnostic shows.
const SHOWN: usize = 3;

fn find(judged: &Judgement, base: &EvidenceBase) -> Vec<Diagnostic> {
    judged.propositions.iter().filter_map(|one| find_one(one, base)).collect()
}

fn find_one(judged: &PropositionJudgement, base: &EvidenceBase) -> Option<Diagnostic> {
    let alpha = base.policy.alpha;
    let corrected = alpha / judged.groups.len().max(1) as f64;
    let contradictions: Vec<&PairJudgement> =
        judged.pairs.iter().filter(|pair| pair.is_contradiction(alpha)).collect();
    let holds_none = |group: &GroupJudgement| {
        !contradictions.iter().any(|pair| group.holds(&pair.left) && group.holds(&pair.right))
    };
    let mut groups: Vec<&GroupJudgement> = judged
        .groups
        .iter()
        .filter(|group| group.is_scattered(corrected) && holds_none(group))
        .collect();
    groups.sort_by(|one, other| p(one).total_cmp(&p(other)));
    let first = groups.first()?;
    let subject = Subject::Proposition(judged.proposition.clone());
    let claims = first.claims.iter().map(String::as_str);
    let all = groups.iter().flat_map(|group| &group.claims).map(String::as_str);
    let diagnostic = Diagnostic::new(&CHECK, subject).resting_on(all);
    let mut diagnostic = pointing_to(diagnostic, claims, base);
    diagnostic.notes = groups.iter().take(SHOWN).map(|group| group_note(group)).collect();
    match family_fact(judged, Grade::B, alpha) {
        Some(family) => Some(diagnostic.note(family)),
        None => Some(diagnostic),
    }
}

fn p(group: &GroupJudgement) -> f64 {
    group.pooled.as_ref().map_or(1.0, |pooled| pooled.p)
}
