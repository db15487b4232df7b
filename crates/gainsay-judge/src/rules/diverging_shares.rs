//! Comparable studies whose shares conflict.

use gainsay_claims::{Check, CheckGroup, Diagnostic, EvidenceBase, Level, diagnostic::Text};

use super::{Rule, pairs::diagnose};
use crate::judgement::{Grade, Judgement};

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

static CHECK: Check = Check {
    id: "diverging-shares",
    group: CheckGroup::Shares,
    level: Level::Error,
    headline: Text {
        en: "comparable studies disagree on “{}”",
        fr: "des études comparables se contredisent sur «\u{a0}{}\u{a0}»",
    },
    help: Text {
        en: "cite the shares together, or record why one is preferred",
        fr: "citer ces parts ensemble, ou consigner pourquoi l'une est préférée",
    },
    explanation: include_str!("diverging-shares.md"),
};

fn find(judged: &Judgement, base: &EvidenceBase) -> Vec<Diagnostic> {
    diagnose(&CHECK, judged, base, |pair| {
        pair.grade <= Grade::B && pair.is_contradiction(base.policy.alpha)
    })
}
