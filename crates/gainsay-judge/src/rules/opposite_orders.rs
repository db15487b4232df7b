//! Studies whose statements of order cannot all hold.

use std::collections::BTreeMap;

use gainsay_claims::{
    Check, CheckGroup, Diagnostic, EvidenceBase, Level, Proposition,
    diagnostic::{Subject, Text},
    proposition::Facets,
};

use super::{Rule, circular_order::claims, claims::pointing_to, orders::circle};
use crate::judgement::{Circle, Judgement};

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

static CHECK: Check = Check {
    id: "opposite-orders",
    group: CheckGroup::Orders,
    level: Level::Warning,
    headline: Text {
        en: "the orders that studies state on “{}” cannot all hold",
        fr: "les ordres que des études affirment sur «\u{a0}{}\u{a0}» ne peuvent pas tous être vrais",
    },
    help: Text {
        en: "cite the orders together, with whom and when each study asked",
        fr: "citer ces ordres ensemble, en disant qui chaque étude a interrogé et quand",
    },
    explanation: include_str!("opposite-orders.md"),
};

fn find(judged: &Judgement, base: &EvidenceBase) -> Vec<Diagnostic> {
    let mut concepts: BTreeMap<&str, Vec<&Circle>> = BTreeMap::new();
    for circle in judged.orders.circles.iter().filter(|circle| circle.study.is_none()) {
        let Some(step) = circle.steps.first() else { continue };
        concepts.entry(&step.greater.proposition.concept).or_default().push(circle);
    }
    concepts
        .into_iter()
        .map(|(concept, circles)| {
            let subject = Subject::Proposition(Proposition::new(concept, Facets::new()));
            let claims = circles.iter().flat_map(|circle| claims(circle));
            let mut diagnostic = pointing_to(Diagnostic::new(&CHECK, subject), claims, base);
            diagnostic.notes = circles.iter().map(|one| circle(one)).collect();
            diagnostic
        })
        .collect()
}
