//! People asked after their answers were published.

use gainsay_claims::{Check, CheckGroup, Diagnostic, EvidenceBase, Level, diagnostic::Text};

use super::{Rule, flaws::diagnose};
use crate::{judgement::Judgement, sanity::FlawKind};

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

static CHECK: Check = Check {
    id: FlawKind::ImpossibleDates.id(),
    group: CheckGroup::Internal,
    level: Level::Error,
    headline: Text {
        en: "the dates in “{}” lie after its publication",
        fr: "les dates de «\u{a0}{}\u{a0}» sont postérieures à sa publication",
    },
    help: Text {
        en: "look the dates up, or record a figure about the future as a forecast",
        fr: "vérifier les dates, ou consigner comme prévision un chiffre sur l'avenir",
    },
    explanation: include_str!("impossible-dates.md"),
};

fn find(judged: &Judgement, base: &EvidenceBase) -> Vec<Diagnostic> {
    diagnose([&CHECK; 2], judged, base, FlawKind::ImpossibleDates)
}
