//! What only a person can say, and nobody has said yet.

use gainsay_plugin::{
    SourceDiagnostic,
    form::{no_concepts, no_study},
};

use crate::form::{Form, QuestionForm};

/// Whose polls they are, and what their answers measure.
pub(crate) fn all(form: &Form) -> impl Iterator<Item = SourceDiagnostic> {
    let study = form
        .study
        .is_none()
        .then(|| no_study(&form.table, ["whose polls they are", "de qui sont ces sondages"]));
    let unsaid = form.question.iter().filter(|(_, one)| is_unsaid(one)).map(|(name, _)| name);
    [study, no_concepts(unsaid)].into_iter().flatten()
}

fn is_unsaid(question: &QuestionForm) -> bool {
    let mut answers = question.answer.values();
    question.concept.is_none()
        && (question.answer.is_empty() || answers.any(|one| one.concept.is_none()))
}
