//! Groups of people of one study that lean to different options.

use gainsay_claims::{
    Check, CheckGroup, Diagnostic, EvidenceBase, Level,
    diagnostic::{Note, Subject, Text},
    facts::{Fact, OrderFact},
};

use super::{Rule, claims::pointing_to, orders::contrast};
use crate::judgement::{Judgement, PeopleContrast};

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

static CHECK: Check = Check {
    id: "contrasting-ranks",
    group: CheckGroup::Orders,
    level: Level::Note,
    headline: Text {
        en: "groups of people lean to different answers within `{}`",
        fr: "des groupes penchent pour des réponses différentes au sein de `{}`",
    },
    help: Text {
        en: "name the group next to each answer",
        fr: "nommer le groupe à côté de chaque réponse",
    },
    explanation: include_str!("contrasting-ranks.md"),
};

fn find(judged: &Judgement, base: &EvidenceBase) -> Vec<Diagnostic> {
    let by_study = judged.orders.contrasts.chunk_by(|one, other| one.study == other.study);
    by_study.map(|contrasts| diagnose(contrasts, base)).collect()
}

fn diagnose(contrasts: &[PeopleContrast], base: &EvidenceBase) -> Diagnostic {
    let study = &contrasts[0].study;
    let claims = contrasts.iter().flat_map(|one| &one.more).flatten();
    let claims = claims.flat_map(|(_, claims)| claims.iter().map(String::as_str));
    let subject = Subject::Name(study.clone());
    let mut diagnostic = pointing_to(Diagnostic::new(&CHECK, subject), claims, base);
    diagnostic.notes = contrasts
        .iter()
        .map(|one| {
            let facts = contrast(one).into_iter().map(Fact::Order).collect();
            Note { about: Vec::new(), facts }
        })
        .collect();
    diagnostic.note(Fact::Order(OrderFact::OneStudy { study: study.clone() }))
}
