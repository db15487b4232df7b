//! Studies whose shares conflict, and that differ in more than their answers.

use gainsay_claims::{Check, CheckGroup, Diagnostic, EvidenceBase, Level, diagnostic::Text};

use super::{Rule, pairs::diagnose};
use crate::judgement::{Grade, Judgement};

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

static CHECK: Check = Check {
    id: "diverging-shares-across-populations",
    group: CheckGroup::Shares,
    level: Level::Warning,
    headline: Text {
        en: "shares differ on “{}”, and so do the studies",
        fr: "les parts diffèrent sur «\u{a0}{}\u{a0}», et ce qui a été mesuré aussi",
    },
    help: Text {
        en: "name what differs next to each share",
        fr: "nommer ce qui diffère à côté de chaque part",
    },
    explanation: include_str!("diverging-shares-across-populations.md"),
};

fn find(judged: &Judgement, base: &EvidenceBase) -> Vec<Diagnostic> {
    diagnose(&CHECK, judged, base, |pair| {
        matches!(pair.grade, Grade::C | Grade::D) && pair.is_contradiction(base.policy.alpha)
    })
}
