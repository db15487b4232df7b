//! Studies that rank the same options in reverse, wholly or at an end.

use gainsay_claims::{
    Check, CheckGroup, Diagnostic, EvidenceBase, Level, diagnostic::Text, facts::OrderFact,
};

use super::{
    Rule,
    orders::{diagnose_lists, only_in, ranks},
};
use crate::judgement::{Judgement, OptionList, Rivals};

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

static CHECK: Check = Check {
    id: "reversed-ranks",
    group: CheckGroup::Orders,
    level: Level::Warning,
    headline: Text {
        en: "studies rank the answers to “{}” in reverse",
        fr: "des études classent à l'envers les réponses à «\u{a0}{}\u{a0}»",
    },
    help: Text {
        en: "cite the ranks together, with whom each study asked",
        fr: "citer ces classements ensemble, en disant qui chaque étude a interrogé",
    },
    explanation: include_str!("reversed-ranks.md"),
};

fn find(judged: &Judgement, base: &EvidenceBase) -> Vec<Diagnostic> {
    let alpha = base.policy.alpha;
    let is_reversed =
        |one: &Rivals| one.ranks.as_ref().is_some_and(|ranks| ranks.is_reversed(alpha));
    diagnose_lists(&CHECK, &judged.orders, base, is_reversed, tell)
}

fn tell(rivals: &Rivals, pair: [&OptionList; 2]) -> Vec<OrderFact> {
    let studies = pair.map(|list| list.study.as_str());
    let mut facts: Vec<_> = rivals.ranks.iter().flat_map(|found| ranks(found, studies)).collect();
    facts.extend(only_in(pair));
    facts
}
