//! A share that no number of people makes up.

use gainsay_claims::{Check, CheckGroup, Diagnostic, EvidenceBase, Level, diagnostic::Text};

use super::{Rule, flaws::diagnose};
use crate::{judgement::Judgement, sanity::FlawKind};

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

static CHECK: Check = Check {
    id: FlawKind::ImpossibleCount.id(),
    group: CheckGroup::Internal,
    level: Level::Warning,
    headline: Text {
        en: "no number of people makes up the share “{}”",
        fr: "aucun nombre de personnes ne donne la part «\u{a0}{}\u{a0}»",
    },
    help: Text {
        en: "look up the share and the number of people, and record whether it is weighted",
        fr: "vérifier la part et le nombre de personnes, et consigner si elle est redressée",
    },
    explanation: include_str!("impossible-count.md"),
};

/// Where the source does not tell whether its figures are weighted.
static OPEN: Check = Check { level: Level::Note, ..CHECK };

fn find(judged: &Judgement, base: &EvidenceBase) -> Vec<Diagnostic> {
    diagnose([&CHECK, &OPEN], judged, base, FlawKind::ImpossibleCount)
}
