//! Citations that lead back to themselves.

use gainsay_claims::{Check, CheckGroup, Diagnostic, EvidenceBase, Level, diagnostic::Text};

use super::{Rule, flaws::diagnose};
use crate::{judgement::Judgement, sanity::FlawKind};

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

static CHECK: Check = Check {
    id: FlawKind::CircularCitation.id(),
    group: CheckGroup::Citations,
    level: Level::Error,
    headline: Text {
        en: "citations go round in a circle from `{}`, none is the original",
        fr: "des citations tournent en rond à partir de `{}`, aucune n'est l'original",
    },
    help: Text {
        en: "find out where the figure was first published, and cite that",
        fr: "chercher où le chiffre a d'abord été publié, et citer cela",
    },
    explanation: include_str!("circular-citation.md"),
};

fn find(judged: &Judgement, base: &EvidenceBase) -> Vec<Diagnostic> {
    diagnose([&CHECK; 2], judged, base, FlawKind::CircularCitation)
}
