//! What the author of a draft does not want to be told.

use gainsay_claims::{
    Diagnostic, Location,
    diagnostic::Subject,
    facts::{DraftFact, Fact, SuppressionProblem},
    vocabulary::nearest,
};

use crate::{
    markers::REASON,
    prose::{Draft, Suppression},
    rules,
};

/// Takes out what is suppressed, and adds what is wrong with suppressions.
pub(super) fn apply(draft: &Draft, diagnostics: &mut Vec<Diagnostic>) {
    let mut own = Vec::new();
    for suppression in &draft.suppressions {
        match problem(suppression) {
            Some(problem) => own.push(remark(
                draft,
                suppression,
                &rules::invalid_suppression::CHECK,
                DraftFact::InvalidSuppression(problem),
            )),
            None => own.extend(suppress(draft, suppression, diagnostics)),
        }
    }
    diagnostics.extend(own);
}

/// Takes out what one suppression covers; returns the rules that it names in vain.
fn suppress(
    draft: &Draft,
    suppression: &Suppression,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let mut unused = Vec::new();
    for rule in &suppression.rules {
        let told = diagnostics.len();
        diagnostics.retain(|one| one.check.id != rule || !covers(draft, suppression, one));
        if diagnostics.len() == told {
            let fact = DraftFact::SuppressesNothing { rule: rule.clone() };
            unused.push(remark(draft, suppression, &rules::unused_suppression::CHECK, fact));
        }
    }
    unused
}

fn covers(draft: &Draft, suppression: &Suppression, diagnostic: &Diagnostic) -> bool {
    diagnostic.labels.first().is_some_and(|label| {
        label.at.document == draft.name && suppression.covers.contains(&label.at.span.start)
    })
}

fn problem(suppression: &Suppression) -> Option<SuppressionProblem> {
    if suppression.rules.is_empty() {
        return Some(SuppressionProblem::NoRule);
    }
    let names = || rules::ALL.iter().map(|rule| rule.check.id);
    let unknown = suppression.rules.iter().find(|rule| !names().any(|name| name == *rule));
    if let Some(rule) = unknown {
        let nearest = nearest(rule, names()).map(str::to_owned);
        return Some(SuppressionProblem::UnknownRule { rule: rule.clone(), nearest });
    }
    let reason = suppression.reason.trim();
    let is_given = !reason.is_empty() && ![REASON.en, REASON.fr].contains(&reason);
    (!is_given).then_some(SuppressionProblem::NoReason)
}

fn remark(
    draft: &Draft,
    suppression: &Suppression,
    check: &'static gainsay_claims::Check,
    fact: DraftFact,
) -> Diagnostic {
    let at = Location { document: draft.name.clone(), span: suppression.span.clone() };
    let written = draft.text.get(suppression.span.clone()).unwrap_or_default().trim();
    Diagnostic::new(check, Subject::Name(written.to_owned())).label(at, Fact::Draft(fact))
}
