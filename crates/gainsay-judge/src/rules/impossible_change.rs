//! A change that its two figures do not give.

use gainsay_claims::{Check, CheckGroup, Diagnostic, EvidenceBase, Level, diagnostic::Text};

use super::{Rule, flaws::diagnose};
use crate::{judgement::Judgement, sanity::FlawKind};

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

static CHECK: Check = Check {
    id: FlawKind::ImpossibleChange.id(),
    group: CheckGroup::Internal,
    level: Level::Error,
    headline: Text {
        en: "the change “{}” is not the one that its two figures give",
        fr: "l'évolution «\u{a0}{}\u{a0}» n'est pas celle que donnent ses deux chiffres",
    },
    help: Text {
        en: "cite the two figures, not the word for the change",
        fr: "citer les deux chiffres plutôt que le mot qui les résume",
    },
    explanation: include_str!("impossible-change.md"),
};

fn find(judged: &Judgement, base: &EvidenceBase) -> Vec<Diagnostic> {
    diagnose([&CHECK; 2], judged, base, FlawKind::ImpossibleChange)
}
