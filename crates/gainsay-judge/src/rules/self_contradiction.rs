//! Two figures of one study for one thing.

use gainsay_claims::{Check, CheckGroup, Diagnostic, EvidenceBase, Level, diagnostic::Text};

use super::{Rule, flaws::diagnose};
use crate::{judgement::Judgement, sanity::FlawKind};

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

static CHECK: Check = Check {
    id: FlawKind::SelfContradiction.id(),
    group: CheckGroup::Internal,
    level: Level::Error,
    headline: Text {
        en: "one study gives two figures for “{}”",
        fr: "une même étude donne deux chiffres pour «\u{a0}{}\u{a0}»",
    },
    help: Text {
        en: "look up which of the two the publisher stands by",
        fr: "vérifier lequel des deux l'éditeur maintient",
    },
    explanation: include_str!("self-contradiction.md"),
};

fn find(judged: &Judgement, base: &EvidenceBase) -> Vec<Diagnostic> {
    diagnose([&CHECK; 2], judged, base, FlawKind::SelfContradiction)
}
