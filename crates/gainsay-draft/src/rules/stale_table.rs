//! Generated tables whose evidence has changed.

use gainsay_claims::{Check, CheckGroup, Level, diagnostic::Text};
use gainsay_claims::{
    Diagnostic, Location,
    diagnostic::Subject,
    facts::{DraftFact, Fact},
};

use super::Rule;
use crate::check::View;

pub(super) const RULE: Rule = Rule { check: &CHECK, find: Some(find) };

pub(crate) static CHECK: Check = Check {
    id: "stale-table",
    group: CheckGroup::Drafts,
    level: Level::Warning,
    headline: Text {
        en: "the table “{}” is not what the base holds now",
        fr: "le tableau «\u{a0}{}\u{a0}» n'est plus ce que contient la base",
    },
    help: Text {
        en: "run `gainsay sync` on the draft",
        fr: "lancer «\u{a0}gainsay sync\u{a0}» sur le brouillon",
    },
    explanation: include_str!("stale-table.md"),
};

fn find(view: &View<'_>) -> Vec<Diagnostic> {
    let tables = view.draft.tables.iter();
    tables
        .filter_map(|table| {
            let fact = match view.digest(&table.name) {
                Some(current) if current == table.digest => return None,
                Some(current) => DraftFact::Digest { written: table.digest.clone(), current },
                None => DraftFact::NoSuchTable,
            };
            let at = Location { document: view.draft.name.clone(), span: table.span.clone() };
            let diagnostic = Diagnostic::new(&CHECK, Subject::Name(table.name.clone()));
            Some(diagnostic.label(at, Fact::Draft(fact)))
        })
        .collect()
}
