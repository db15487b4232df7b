//! Suppressions that suppress nothing.

use gainsay_claims::{Check, CheckGroup, Level, diagnostic::Text};

use super::Rule;

pub(super) const RULE: Rule = Rule { check: &CHECK, find: None };

pub(crate) static CHECK: Check = Check {
    id: "unused-suppression",
    group: CheckGroup::Drafts,
    level: Level::Warning,
    headline: Text {
        en: "nothing is suppressed by “{}”", fr: "«\u{a0}{}\u{a0}» ne supprime rien"
    },
    help: Text { en: "remove it", fr: "l'enlever" },
    explanation: include_str!("unused-suppression.md"),
};
