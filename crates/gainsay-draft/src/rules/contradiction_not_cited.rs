//! Figures that another study contradicts, which the draft leaves out.

use gainsay_claims::{Check, CheckGroup, Level, diagnostic::Text};
use gainsay_claims::{
    Diagnostic,
    facts::{DraftFact, Fact},
};

use super::Rule;
use crate::check::View;

pub(super) const RULE: Rule = Rule { check: &CHECK, find: Some(find) };

pub(crate) static CHECK: Check = Check {
    id: "contradiction-not-cited",
    group: CheckGroup::Drafts,
    level: Level::Warning,
    headline: Text {
        en: "a study that contradicts “{}” is not cited",
        fr: "une étude qui contredit «\u{a0}{}\u{a0}» n'est pas citée",
    },
    help: Text {
        en: "cite both studies, or say why one is preferred",
        fr: "citer les deux études, ou dire pourquoi l'une est préférée",
    },
    explanation: include_str!("contradiction-not-cited.md"),
};

fn find(view: &View<'_>) -> Vec<Diagnostic> {
    let mut told = Vec::new();
    let mut found = Vec::new();
    for figure in view.figures {
        let Some(claim) = view.source(figure) else { continue };
        for other in contradicting(&claim.id, view) {
            let study = view.base.claims.get(other).and_then(|one| one.study());
            if study.is_none_or(|study| view.tells_of(study)) || told.contains(&other) {
                continue;
            }
            told.push(other);
            let diagnostic = view.with_claim(view.about(figure, &CHECK), &claim.id);
            let fact = DraftFact::Contradicts { claim: claim.id.clone(), other: other.to_owned() };
            found.push(view.with_claim(diagnostic, other).note(Fact::Draft(fact)));
        }
    }
    found
}

/// The claims of other studies that contradict one, as the judge found.
pub(super) fn contradicting<'a>(claim: &str, view: &View<'a>) -> Vec<&'a str> {
    let errors = view.judgement.diagnostics.iter().filter(|one| one.check.level == Level::Error);
    let study = |id: &str| view.base.claims.get(id).and_then(|one| one.study());
    errors
        .flat_map(|one| &one.notes)
        .filter_map(|note| match note.about.as_slice() {
            [one, other] if one == claim => Some(other.as_str()),
            [one, other] if other == claim => Some(one.as_str()),
            _ => None,
        })
        .filter(|other| study(other) != study(claim))
        .collect()
}
