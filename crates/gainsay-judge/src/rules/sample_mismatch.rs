//! Numbers of people asked that do not fit.

use gainsay_claims::{Check, CheckGroup, Diagnostic, EvidenceBase, Level, diagnostic::Text};

use super::{Rule, flaws::diagnose};
use crate::{judgement::Judgement, sanity::FlawKind};

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

static CHECK: Check = Check {
    id: FlawKind::SampleMismatch.id(),
    group: CheckGroup::Internal,
    level: Level::Warning,
    headline: Text {
        en: "the numbers of people asked do not fit in “{}”",
        fr: "les nombres de personnes interrogées ne concordent pas dans «\u{a0}{}\u{a0}»",
    },
    help: Text {
        en: "look up how many were asked, and whom the larger number counts",
        fr: "vérifier combien ont été interrogés, et qui compte le plus grand nombre",
    },
    explanation: include_str!("sample-mismatch.md"),
};

fn find(judged: &Judgement, base: &EvidenceBase) -> Vec<Diagnostic> {
    diagnose([&CHECK; 2], judged, base, FlawKind::SampleMismatch)
}
