//! What only a person can say, and nobody has said yet.

use gainsay_plugin::{SourceDiagnostic, form::Words, wire::Place};

use super::remark;
use crate::form::{Form, QuestionForm};

/// How many questions are named.
const NAMED: usize = 3;

/// Says that nothing counts, where nobody has said whose table it is.
pub(super) fn study(form: &Form) -> Option<SourceDiagnostic> {
    let help = "fill in `[study]`, at least its title and publisher";
    form.study.is_none().then(|| SourceDiagnostic {
        at: Some(Place::span(form.table.span())),
        help: Some(help.to_owned()),
        ..remark("nothing of this table counts yet: no `[study]` says whose it is")
    })
}

/// The questions with an answer of which nobody has said what it measures.
pub(super) fn concepts(form: &Form) -> Option<SourceDiagnostic> {
    let mut unsaid: Vec<&Words> =
        form.question.iter().filter(|(_, one)| is_unsaid(one)).map(|(name, _)| name).collect();
    unsaid.sort_by_key(|name| name.span().start);
    let first = unsaid.first()?;
    let mut names: Vec<_> =
        unsaid.iter().take(NAMED).map(|name| format!("`{}`", name.get_ref())).collect();
    if unsaid.len() > NAMED {
        names.push(format!("{} more", unsaid.len() - NAMED));
    }
    let message = format!("answers without a concept do not count: {}", names.join(", "));
    Some(SourceDiagnostic {
        at: Some(Place::span(first.span())),
        help: Some("name the `concept` of a question, or of each answer".to_owned()),
        ..remark(message)
    })
}

fn is_unsaid(question: &QuestionForm) -> bool {
    question.concept.is_none() && question.answer.values().any(|one| one.concept.is_none())
}
