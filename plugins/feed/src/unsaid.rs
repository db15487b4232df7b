//! What only a person can say, and nobody has said yet.

use gainsay_plugin::{SourceDiagnostic, form::Words, wire::Place};

use crate::form::{Form, QuestionForm};

/// How many questions are named.
const NAMED: usize = 3;

/// What a mapping does not say yet.
pub(crate) fn all(form: &Form) -> impl Iterator<Item = SourceDiagnostic> {
    [study(form), concepts(form)].into_iter().flatten()
}

fn study(form: &Form) -> Option<SourceDiagnostic> {
    let message = "nothing of this table counts yet: no `[study]` says whose polls they are";
    let help = "fill in `[study]`, at least its title and publisher";
    form.study.is_none().then(|| remark(&form.table, message.to_owned(), help))
}

/// The questions with an answer of which nobody has said what it measures.
fn concepts(form: &Form) -> Option<SourceDiagnostic> {
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
    Some(remark(first, message, "name the `concept` of a question, or of each answer"))
}

fn is_unsaid(question: &QuestionForm) -> bool {
    let mut answers = question.answer.values();
    question.concept.is_none()
        && (question.answer.is_empty() || answers.any(|one| one.concept.is_none()))
}

fn remark(at: &Words, message: String, help: &str) -> SourceDiagnostic {
    SourceDiagnostic { message, at: Some(Place::span(at.span())), help: Some(help.to_owned()) }
}
