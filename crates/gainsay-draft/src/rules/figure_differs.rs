//! Figures that the figure of their source cannot be rounded to.

use gainsay_claims::{Check, CheckGroup, Level, diagnostic::Text};
use gainsay_claims::{
    Diagnostic, EvidenceBase,
    claim::Statement,
    facts::{Axis, DraftFact, Fact, Match, Value},
    value::Quantity,
};

use super::Rule;
use crate::check::{CheckedFigure, Outcome, View};

pub(super) const RULE: Rule = Rule { check: &CHECK, find: Some(find) };

const FIGURE_DIFFERS: Check = Check {
    id: "figure-differs",
    group: CheckGroup::Drafts,
    level: Level::Warning,
    headline: Text {
        en: "“{}” is not the figure of its source",
        fr: "«\u{a0}{}\u{a0}» n'est pas le chiffre de sa source",
    },
    help: Text { en: "take the figure from the source", fr: "reprendre le chiffre de la source" },
    explanation: include_str!("figure-differs.md"),
};

pub(crate) static CHECK: Check = FIGURE_DIFFERS;

/// The message turned into its opposite.
static REVERSED: Check = Check { level: Level::Error, ..FIGURE_DIFFERS };

fn find(view: &View<'_>) -> Vec<Diagnostic> {
    view.figures.iter().filter_map(|figure| diagnose(figure, view)).collect()
}

fn diagnose(figure: &CheckedFigure, view: &View<'_>) -> Option<Diagnostic> {
    match &figure.outcome {
        Outcome::Differs(found) => {
            let reversed = reverses(figure, found, view.base);
            let diagnostic = view.about(figure, if reversed { &REVERSED } else { &CHECK });
            let diagnostic = view.with_claim(diagnostic, &found.claim);
            Some(diagnostic.note(Fact::Draft(DraftFact::Matches(found.clone()))))
        }
        Outcome::SizeDiffers(study) => {
            let fact = Fact::Draft(DraftFact::PeopleAsked { study: study.clone() });
            let diagnostic = view.about(figure, &CHECK);
            let at = view.base.studies.get(study).map(|study| study.at.clone());
            Some(match at {
                Some(at) => diagnostic.label(at, fact),
                None => diagnostic.note(fact),
            })
        }
        _ => None,
    }
}

/// Whether the two figures lie on other sides of one half.
fn reverses(figure: &CheckedFigure, found: &Match, base: &EvidenceBase) -> bool {
    let Quantity::Share { hard, .. } = figure.figure.reading.quantity else { return false };
    let Some(Statement::Share(share)) = base.claims.get(&found.claim).map(|one| &one.statement)
    else {
        return false;
    };
    Axis::Figure([share.hard, hard].map(Value::Share)).reverses(base.policy.delta)
}
