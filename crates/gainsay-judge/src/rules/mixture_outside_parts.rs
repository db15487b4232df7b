//! A total outside the range of all its parts.

use gainsay_claims::{Check, CheckGroup, Diagnostic, EvidenceBase, Level, diagnostic::Text};

use super::{Rule, flaws::diagnose};
use crate::{judgement::Judgement, sanity::FlawKind};

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

static CHECK: Check = Check {
    id: FlawKind::MixtureOutsideParts.id(),
    group: CheckGroup::Internal,
    level: Level::Error,
    headline: Text {
        en: "the total “{}” lies outside all of its parts",
        fr: "le total «\u{a0}{}\u{a0}» se situe hors de toutes ses parties",
    },
    help: Text { en: "look up the total and each part", fr: "vérifier le total et chaque partie" },
    explanation: include_str!("mixture-outside-parts.md"),
};

fn find(judged: &Judgement, base: &EvidenceBase) -> Vec<Diagnostic> {
    diagnose([&CHECK; 2], judged, base, FlawKind::MixtureOutsideParts)
}
