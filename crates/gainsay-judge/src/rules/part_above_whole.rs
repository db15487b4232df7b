//! A part that is more than the whole.

use gainsay_claims::{Check, CheckGroup, Diagnostic, EvidenceBase, Level, diagnostic::Text};

use super::{Rule, flaws::diagnose};
use crate::{judgement::Judgement, sanity::FlawKind};

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

static CHECK: Check = Check {
    id: FlawKind::PartAboveWhole.id(),
    group: CheckGroup::Internal,
    level: Level::Error,
    headline: Text {
        en: "the part “{}” and its whole cannot both be right",
        fr: "la partie «\u{a0}{}\u{a0}» et son tout ne peuvent être justes ensemble",
    },
    help: Text {
        en: "look up both figures, and the people that each is a share of",
        fr: "vérifier les deux chiffres, et les personnes dont chacun est une part",
    },
    explanation: include_str!("part-above-whole.md"),
};

fn find(judged: &Judgement, base: &EvidenceBase) -> Vec<Diagnostic> {
    diagnose([&CHECK; 2], judged, base, FlawKind::PartAboveWhole)
}
