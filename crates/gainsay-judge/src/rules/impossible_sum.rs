//! Answers that exclude each other and do not add up to the whole.

use gainsay_claims::{Check, CheckGroup, Diagnostic, EvidenceBase, Level, diagnostic::Text};

use super::{Rule, flaws::diagnose};
use crate::{judgement::Judgement, sanity::FlawKind};

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

static CHECK: Check = Check {
    id: FlawKind::ImpossibleSum.id(),
    group: CheckGroup::Internal,
    level: Level::Error,
    headline: Text {
        en: "the answers beside “{}” exclude each other and do not add up to the whole",
        fr: "les réponses voisines de «\u{a0}{}\u{a0}» s'excluent et leur somme n'est pas le tout",
    },
    help: Text {
        en: "look up each figure, and whether the question allowed one answer or several",
        fr: "vérifier chaque chiffre, et si la question admettait une ou plusieurs réponses",
    },
    explanation: include_str!("impossible-sum.md"),
};

/// Where something is missing: people who did not answer may be the reason.
static OPEN: Check = Check { level: Level::Warning, ..CHECK };

fn find(judged: &Judgement, base: &EvidenceBase) -> Vec<Diagnostic> {
    diagnose([&CHECK, &OPEN], judged, base, FlawKind::ImpossibleSum)
}
