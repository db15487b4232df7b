//! Studies of which a draft tells one direction only.

use gainsay_claims::Diagnostic;
use gainsay_claims::{Check, CheckGroup, Level, diagnostic::Text};

use super::Rule;
use crate::check::View;

pub(super) const RULE: Rule = Rule { check: &CHECK, find: Some(find) };

pub(crate) static CHECK: Check = Check {
    id: "opposite-finding-not-cited",
    group: CheckGroup::Citations,
    level: Level::Note,
    headline: Text {
        en: "the study behind “{}” also points the other way",
        fr: "l'étude derrière «\u{a0}{}\u{a0}» va aussi dans l'autre sens",
    },
    help: Text { en: "tell readers both findings", fr: "donner aux lecteurs les deux résultats" },
    explanation: include_str!("opposite-finding-not-cited.md"),
};

fn find(view: &View<'_>) -> Vec<Diagnostic> {
    let found = view.stated.opposite_findings().into_iter();
    found.map(|one| view.reworded(one, &CHECK)).collect()
}
