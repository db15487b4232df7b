//! A base that holds more or fewer than its share of those asked.

use gainsay_claims::{Check, CheckGroup, Diagnostic, EvidenceBase, Level, diagnostic::Text};

use super::{Rule, flaws::diagnose};
use crate::{judgement::Judgement, sanity::FlawKind};

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

static CHECK: Check = Check {
    id: FlawKind::BaseSizeMismatch.id(),
    group: CheckGroup::Internal,
    level: Level::Warning,
    headline: Text {
        en: "the number of people behind “{}” does not follow from the share that they make up",
        fr: "le nombre de personnes derrière «\u{a0}{}\u{a0}» ne découle pas de la part qu'elles représentent",
    },
    help: Text {
        en: "look the two numbers up, and record whether the figures are weighted",
        fr: "vérifier les deux nombres, et consigner si les chiffres sont redressés",
    },
    explanation: include_str!("base-size-mismatch.md"),
};

/// Where the source does not tell whether its figures are weighted.
static OPEN: Check = Check { level: Level::Note, ..CHECK };

fn find(judged: &Judgement, base: &EvidenceBase) -> Vec<Diagnostic> {
    diagnose([&CHECK, &OPEN], judged, base, FlawKind::BaseSizeMismatch)
}
