//! The same study, or the same claim of a study, twice.

use gainsay_claims::{Check, CheckGroup, Diagnostic, EvidenceBase, Level, diagnostic::Text};

use super::{Rule, flaws::diagnose};
use crate::{judgement::Judgement, sanity::FlawKind};

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

static CHECK: Check = Check {
    id: FlawKind::DuplicateEvidence.id(),
    group: CheckGroup::Internal,
    level: Level::Warning,
    headline: Text {
        en: "the evidence “{}” is there twice, and counts once",
        fr: "la preuve «\u{a0}{}\u{a0}» figure deux fois, et compte une fois",
    },
    help: Text { en: "keep one of the two", fr: "ne garder que l'un des deux" },
    explanation: include_str!("duplicate-evidence.md"),
};

/// A figure that a study states twice, as when it is seen on two pages.
static OPEN: Check = Check {
    level: Level::Note,
    help: Text {
        en: "cite one of the two; only the first is compared",
        fr: "citer l'un des deux\u{a0}; seul le premier est comparé",
    },
    ..CHECK
};

fn find(judged: &Judgement, base: &EvidenceBase) -> Vec<Diagnostic> {
    diagnose([&CHECK, &OPEN], judged, base, FlawKind::DuplicateEvidence)
}
