//! Houses that differ in one direction wave after wave.

use std::collections::BTreeSet;

use gainsay_claims::{
    Check, CheckGroup, Diagnostic, EvidenceBase, Level,
    claim::Claim,
    diagnostic::{Subject, Text},
    facts::{Fact, GroupFact},
};

use super::{Rule, claims::pointing_to};
use crate::{
    judgement::{HouseDifference, Judgement, PropositionJudgement},
    thresholds::thresholds,
};

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

static CHECK: Check = Check {
    id: "one-sided-houses",
    group: CheckGroup::Shares,
    level: Level::Warning,
    headline: Text {
        en: "publishers differ in one direction, wave after wave, on “{}”",
        fr: "des éditeurs diffèrent dans le même sens, vague après vague, sur «\u{a0}{}\u{a0}»",
    },
    help: Text {
        en: "name the publisher next to each share, and compare its waves with its own",
        fr: "nommer l'éditeur à côté de chaque part, et comparer ses vagues entre elles",
    },
    explanation: include_str!("one-sided-houses.md"),
};

/// How many pairs of houses a diagnostic shows.
const SHOWN: usize = 6;

fn find(judged: &Judgement, base: &EvidenceBase) -> Vec<Diagnostic> {
    judged.propositions.iter().filter_map(|one| find_one(one, base)).collect()
}

fn find_one(judged: &PropositionJudgement, base: &EvidenceBase) -> Option<Diagnostic> {
    let alpha = thresholds(&base.policy).alpha;
    let houses: Vec<_> = judged.houses.iter().filter(|one| one.is_one_sided(alpha)).collect();
    if houses.is_empty() {
        return None;
    }
    let subject = Subject::Proposition(judged.proposition.clone());
    let claims = houses[0].houses.iter().filter_map(|house| {
        let mut claims =
            judged.evidence.iter().filter_map(|one| base.claims.get(one.claim.as_ref()));
        let is_of_house = |claim: &&Claim| {
            base.study_of(claim).is_some_and(|study| study.said.publisher == *house)
        };
        Some(claims.find(is_of_house)?.id.as_str())
    });
    let named: BTreeSet<&String> = houses.iter().flat_map(|one| &one.houses).collect();
    let all = judged.evidence.iter().map(|one| one.claim.as_ref()).filter(|id| {
        let study = base.claims.get(*id).and_then(|claim| base.study_of(claim));
        study.is_some_and(|study| named.contains(&study.said.publisher))
    });
    let diagnostic = Diagnostic::new(&CHECK, subject).resting_on(all);
    let mut diagnostic = pointing_to(diagnostic, claims, base);
    for one in houses.iter().take(SHOWN) {
        diagnostic = diagnostic.note(Fact::Group(fact(one)));
    }
    let more = houses.len().saturating_sub(SHOWN);
    if more > 0 {
        diagnostic = diagnostic.note(Fact::Group(GroupFact::MoreHouses { count: more }));
    }
    Some(diagnostic)
}

fn fact(one: &HouseDifference) -> GroupFact {
    GroupFact::Houses {
        houses: one.houses.clone(),
        waves: [one.series.above, one.series.below, one.series.level],
        sign_p: one.sign_p,
        mean: one.series.mean,
        interval: [one.series.ci.lo, one.series.ci.hi],
    }
}
