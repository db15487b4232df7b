//! Suppressions without a reason or a known rule.

use gainsay_claims::{Check, CheckGroup, Level, diagnostic::Text};

use super::Rule;

pub(super) const RULE: Rule = Rule { check: &CHECK, find: None };

pub(crate) static CHECK: Check = Check {
    id: "invalid-suppression",
    group: CheckGroup::Drafts,
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
