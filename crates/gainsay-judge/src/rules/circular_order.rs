//! A study whose own statements of order lead back to where they began.

use gainsay_claims::{
    Check, CheckGroup, Diagnostic, EvidenceBase, Level,
    diagnostic::{Subject, Text},
};

use super::{Rule, claims::pointing_to, orders::circle};
use crate::judgement::{Circle, Judgement};

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

static CHECK: Check = Check {
    id: "circular-order",
    group: CheckGroup::Orders,
    level: Level::Error,
    headline: Text {
        en: "orders stated in `{}` make a circle",
        fr: "les ordres affirmés dans `{}` forment un cercle",
    },
    help: Text {
        en: "look up which of these statements the publisher makes",
        fr: "vérifier lesquelles de ces affirmations l'éditeur fait",
    },
    explanation: include_str!("circular-order.md"),
};

fn find(judged: &Judgement, base: &EvidenceBase) -> Vec<Diagnostic> {
    let circles = judged.orders.circles.iter();
    let of_studies: Vec<_> =
        circles.filter_map(|circle| Some((circle.study.as_ref()?, circle))).collect();
    let by_study = of_studies.chunk_by(|(one, _), (other, _)| one == other);
    by_study
        .map(|circles| {
            let claims = circles.iter().flat_map(|(_, circle)| claims(circle));
            let subject = Subject::Name(circles[0].0.clone());
            let mut diagnostic = pointing_to(Diagnostic::new(&CHECK, subject), claims, base);
            diagnostic.notes = circles.iter().map(|(_, one)| circle(one)).collect();
            diagnostic
        })
        .collect()
}

/// The claims of a circle, in the order of its steps.
pub(super) fn claims(circle: &Circle) -> impl Iterator<Item = &str> {
    circle.steps.iter().flat_map(|step| step.claims.iter().map(String::as_str))
}
