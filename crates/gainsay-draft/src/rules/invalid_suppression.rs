//! Suppressions without a reason or a known rule.

use gainsay_claims::Diagnostic;
use gainsay_claims::{Check, Level, diagnostic::Text};

use super::Rule;
use crate::check::View;

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

pub(crate) static CHECK: Check = Check {
    id: "invalid-suppression",
    level: Level::Warning,
    headline: Text {
        en: "the suppression “{}” does not count",
        fr: "la suppression «\u{a0}{}\u{a0}» ne compte pas",
    },
    help: Text {
        en: "write `gainsay:ignore RULE: reason`",
        fr: "écrire «\u{a0}gainsay:ignore RÈGLE: raison\u{a0}»",
    },
    explanation: include_str!("invalid-suppression.md"),
};

/// Suppressions are looked at when everything else is found.
fn find(_: &View<'_>) -> Vec<Diagnostic> {
    Vec::new()
}
