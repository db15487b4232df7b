//! Suppressions that suppress nothing.

use gainsay_claims::Diagnostic;
use gainsay_claims::{Check, Level, diagnostic::Text};

use super::Rule;
use crate::check::View;

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

pub(crate) static CHECK: Check = Check {
    id: "unused-suppression",
    level: Level::Warning,
    headline: Text {
        en: "nothing is suppressed by “{}”", fr: "«\u{a0}{}\u{a0}» ne supprime rien"
    },
    help: Text { en: "remove it", fr: "l'enlever" },
    explanation: include_str!("unused-suppression.md"),
};

/// Suppressions are looked at when everything else is found.
fn find(_: &View<'_>) -> Vec<Diagnostic> {
    Vec::new()
}
