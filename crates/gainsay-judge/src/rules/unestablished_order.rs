//! A published order that the shares of the same question do not bear out.

use gainsay_claims::{
    Check, CheckGroup, Diagnostic, EvidenceBase, Level,
    diagnostic::{Subject, Text},
    facts::{Fact, OrderFact},
};

use super::{Rule, claims::pointing_to};
use crate::judgement::{Judgement, Unestablished};

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

static CHECK: Check = Check {
    id: "unestablished-order",
    group: CheckGroup::Orders,
    level: Level::Note,
    headline: Text {
        en: "the shares do not bear out the order that `{}` states",
        fr: "les parts n'établissent pas l'ordre affirmé par `{}`",
    },
    help: Text {
        en: "give the shares instead of the order",
        fr: "donner les parts plutôt que l'ordre",
    },
    explanation: include_str!("unestablished-order.md"),
};

fn find(judged: &Judgement, base: &EvidenceBase) -> Vec<Diagnostic> {
    judged.orders.unestablished.iter().map(|one| diagnose(one, base)).collect()
}

fn diagnose(found: &Unestablished, base: &EvidenceBase) -> Diagnostic {
    let claims = [&found.claim, &found.lead.ahead, &found.lead.behind];
    let subject = Subject::Name(found.claim.clone());
    let diagnostic =
        pointing_to(Diagnostic::new(&CHECK, subject), claims.map(String::as_str), base);
    diagnostic.note(Fact::Order(OrderFact::Shares(Box::new(found.lead.clone()))))
}
