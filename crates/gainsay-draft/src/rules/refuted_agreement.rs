//! Figures that a draft says agree, and do not: the judge's own rule.

use gainsay_claims::{Check, CheckGroup, Diagnostic, diagnostic::Text};

use super::Rule;
use crate::check::View;

pub(super) const RULE: Rule = Rule { check: &CHECK, find: Some(find) };

pub(crate) static CHECK: Check = Check {
    id: "refuted-agreement",
    group: CheckGroup::Citations,
    level: gainsay_claims::Level::Warning,
    headline: Text {
        en: "the figures of which the draft says “{}” do not agree",
        fr: "les chiffres dont le brouillon dit «\u{a0}{}\u{a0}» ne concordent pas",
    },
    help: Text {
        en: "give both figures with their bases, and leave the comparison to the reader",
        fr: "donner les deux chiffres avec leur base, et laisser la comparaison au lecteur",
    },
    explanation: include_str!("refuted-agreement.md"),
};

/// Where the judge cannot tell, the draft is left in peace.
fn find(view: &View<'_>) -> Vec<Diagnostic> {
    let found = view.stated.refuted_agreements().into_iter();
    found
        .filter(|one| one.check.level == CHECK.level)
        .map(|one| view.reworded(one, &CHECK))
        .collect()
}
