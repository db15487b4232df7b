//! Shares of which an unknown sample size, or an unknown question, decides whether they
//! conflict.

use gainsay_claims::{Check, CheckGroup, Diagnostic, EvidenceBase, Level, diagnostic::Text};

use super::{Rule, pairs::diagnose};
use crate::judgement::{Grade, Judgement};

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

static CHECK: Check = Check {
    id: "untestable-shares",
    group: CheckGroup::Shares,
    level: Level::Warning,
    headline: Text {
        en: "cannot tell whether studies disagree on “{}”",
        fr: "impossible de dire si des études se contredisent sur «\u{a0}{}\u{a0}»",
    },
    help: Text {
        en: "record how many were asked, and what, if the publisher says so",
        fr: "consigner le nombre de personnes interrogées et la question, si l'éditeur les donne",
    },
    explanation: include_str!("untestable-shares.md"),
};

fn find(judged: &Judgement, base: &EvidenceBase) -> Vec<Diagnostic> {
    diagnose(&CHECK, judged, base, |pair| {
        pair.grade != Grade::X
            && (pair.depends_on_size() || pair.depends_on_wording(base.policy.alpha))
    })
}
