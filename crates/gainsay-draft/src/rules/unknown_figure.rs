//! Figures that no claim of the base says.

use gainsay_claims::{Check, CheckGroup, Level, diagnostic::Text};
use gainsay_claims::{
    Diagnostic,
    facts::{DraftFact, Fact},
};

use super::Rule;
use crate::check::{Outcome, View};

pub(super) const RULE: Rule = Rule { check: &CHECK, find: Some(find) };

pub(crate) static CHECK: Check = Check {
    id: "unknown-figure",
    group: CheckGroup::Drafts,
    level: Level::Warning,
    headline: Text {
        en: "no claim of the base says “{}”",
        fr: "aucune affirmation de la base ne dit «\u{a0}{}\u{a0}»",
    },
    help: Text {
        en: "name the source and add it to the base, or leave the figure out",
        fr: "nommer la source et l'ajouter à la base, ou renoncer au chiffre",
    },
    explanation: include_str!("unknown-figure.md"),
};

fn find(view: &View<'_>) -> Vec<Diagnostic> {
    let unknown = view.figures.iter().filter_map(|figure| match &figure.outcome {
        Outcome::NotFound(nearest) => Some((figure, nearest)),
        _ => None,
    });
    unknown
        .map(|(figure, nearest)| {
            let notes = nearest.iter().map(|one| Fact::Draft(DraftFact::Resembles(one.clone())));
            notes.fold(view.about(figure, &CHECK), Diagnostic::note)
        })
        .collect()
}
