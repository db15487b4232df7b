//! Studies that name different first options, which is no contradiction as it stands.

use gainsay_claims::{
    Check, CheckGroup, Diagnostic, EvidenceBase, Level, diagnostic::Text, facts::OrderFact,
};

use super::{
    Rule,
    orders::{diagnose_lists, only_in},
};
use crate::judgement::{FirstPlaces, Judgement, OptionList, Rivals};

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

static CHECK: Check = Check {
    id: "unsettled-first-places",
    group: CheckGroup::Orders,
    level: Level::Note,
    headline: Text {
        en: "studies name different first answers to “{}”, no contradiction as it stands",
        fr: "des études nomment des réponses différentes en tête de «\u{a0}{}\u{a0}», sans contradiction établie",
    },
    help: Text {
        en: "group the top answers together instead of declaring a first, and cite the list of options",
        fr: "regrouper les réponses de tête plutôt que d'en proclamer une première, et citer la liste proposée",
    },
    explanation: include_str!("unsettled-first-places.md"),
};

fn find(judged: &Judgement, base: &EvidenceBase) -> Vec<Diagnostic> {
    let alpha = base.policy.alpha;
    let is_reversed =
        |one: &Rivals| one.ranks.as_ref().is_some_and(|ranks| ranks.is_reversed(alpha));
    // Ranks in reverse say more than their first places.
    let unsettled = |one: &Rivals| {
        matches!(one.first, FirstPlaces::Tied | FirstPlaces::Unlike) && !is_reversed(one)
    };
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
