//! What only a person can say, and nobody has said yet.

use gainsay_plugin::{
    SourceDiagnostic,
    form::{no_concepts, no_study},
};

use crate::form::{Form, QuestionForm};

/// Whose table it is, and what its answers measure.
pub(super) fn all(form: &Form) -> impl Iterator<Item = SourceDiagnostic> {
    let study =
        form.study.is_none().then(|| no_study(&form.table, ["whose it is", "de qui il est"]));
    let unsaid = form.question.iter().filter(|(_, one)| is_unsaid(one)).map(|(name, _)| name);
    [study, no_concepts(unsaid)].into_iter().flatten()
}

/// Whether any answer of a question counts.
pub(super) fn has_concept(question: &QuestionForm) -> bool {
    question.concept.is_some() || question.answer.values().any(|one| one.concept.is_some())
}

fn is_unsaid(question: &QuestionForm) -> bool {
    question.concept.is_none() && question.answer.values().any(|one| one.concept.is_none())
}
