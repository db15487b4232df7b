//! Studies that name different first options, which is no contradiction as it stands.

use gainsay_claims::{
    Check, Diagnostic, EvidenceBase, Level, diagnostic::Text, facts::OrderFact,
};

use super::{
    Rule,
    orders::{diagnose_lists, only_in},
};
use crate::judgement::{FirstPlaces, Judgement, OptionList, Rivals};

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

static CHECK: Check = Check {
    id: "unsettled-first-places",
    level: Level::Note,
    headline: Text {
        en: "studies name different first answers to “{}”, in name only or from other lists",
        fr: "des études nomment des réponses différentes en tête de «\u{a0}{}\u{a0}», de nom seulement ou sur d'autres listes",
    },
    help: Text {
        en: "group the top answers together instead of declaring a first, and cite the list of options",
        fr: "regrouper les réponses de tête plutôt que d'en proclamer une première, et citer la liste proposée",
    },
    explanation: include_str!("unsettled-first-places.md"),
};

fn find(judged: &Judgement, base: &EvidenceBase) -> Vec<Diagnostic> {
    let unsettled = |one: &Rivals| matches!(one.first, FirstPlaces::Tied | FirstPlaces::Unlike);
    let tell = |rivals: &Rivals, pair: [&OptionList; 2]| tell(rivals, pair, base.policy.ceiling);
    diagnose_lists(&CHECK, &judged.orders, base, unsettled, tell)
}

fn tell(rivals: &Rivals, pair: [&OptionList; 2], ceiling: u64) -> Vec<OrderFact> {
    let mut facts = Vec::new();
    if rivals.first == FirstPlaces::Tied {
        facts.extend(not_behind(pair, ceiling));
    }
    facts.extend(only_in(pair));
    facts
}

/// The option that one study has first and the other does not establish to be behind.
fn not_behind([left, right]: [&OptionList; 2], ceiling: u64) -> Option<OrderFact> {
    let shared = |one: &OptionList, other: &OptionList| {
        let first = &one.options[0].proposition;
        let mut contenders = other.contenders(ceiling);
        let option = contenders.find(|option| option.proposition == *first)?;
        let claim = option.claim.clone();
        Some(OrderFact::NotBehind { claim, first: other.options[0].claim.clone() })
    };
    shared(left, right).or_else(|| shared(right, left))
}
