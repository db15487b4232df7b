//! Figures given to another study than their own.

use gainsay_claims::{Check, CheckGroup, Level, diagnostic::Text};
use gainsay_claims::{
    Diagnostic,
    facts::{DraftFact, Fact},
};

use super::Rule;
use crate::check::{Outcome, View};

pub(super) const RULE: Rule = Rule { check: &CHECK, find: Some(find) };

pub(crate) static CHECK: Check = Check {
    id: "wrong-study",
    group: CheckGroup::Drafts,
    level: Level::Error,
    headline: Text {
        en: "“{}” is the figure of another study",
        fr: "«\u{a0}{}\u{a0}» est le chiffre d'une autre étude",
    },
    help: Text {
        en: "name the study that the figure is of",
        fr: "nommer l'étude d'où vient le chiffre",
    },
    explanation: include_str!("wrong-study.md"),
};

fn find(view: &View<'_>) -> Vec<Diagnostic> {
    let others = view.figures.iter().filter_map(|figure| match &figure.outcome {
        Outcome::OtherStudy(found) => Some((figure, found)),
        _ => None,
    });
    others
        .map(|(figure, found)| {
            let diagnostic = view.with_claim(view.about(figure, &CHECK), &found.claim);
            diagnostic.note(Fact::Draft(DraftFact::Matches(found.clone())))
        })
        .collect()
}
