//! Studies with the same options of which each establishes another one as the first.

use gainsay_claims::{Check, CheckGroup, Diagnostic, EvidenceBase, Level, diagnostic::Text};

use super::{Rule, orders::diagnose_lists};
use crate::judgement::{FirstPlaces, Judgement};

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

static CHECK: Check = Check {
    id: "diverging-first-places",
    group: CheckGroup::Orders,
    level: Level::Warning,
    headline: Text {
        en: "studies establish different first answers to “{}”",
        fr: "des études établissent des réponses différentes en tête de «\u{a0}{}\u{a0}»",
    },
    help: Text {
        en: "cite the first answers together, with whom each study asked",
        fr: "citer ces premières réponses ensemble, en disant qui chaque étude a interrogé",
    },
    explanation: include_str!("diverging-first-places.md"),
};

fn find(judged: &Judgement, base: &EvidenceBase) -> Vec<Diagnostic> {
    let opposed = |first| first == FirstPlaces::Opposed;
    diagnose_lists(&CHECK, &judged.orders, base, |one| opposed(one.first), |_, _| Vec::new())
}
