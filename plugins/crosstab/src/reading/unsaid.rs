//! What only a person can say, and nobody has said yet.

use gainsay_plugin::{
    SourceDiagnostic,
    form::{no_concepts, no_study},
    wire::Place,
};

use crate::form::{Form, QuestionForm};

/// Whose table it is, with which confidence its columns are compared, and what its answers
/// measure.
pub(super) fn all(form: &Form) -> impl Iterator<Item = SourceDiagnostic> {
    let study =
        form.study.is_none().then(|| no_study(&form.table, ["whose it is", "de qui il est"]));
    let unsaid = form.question.iter().filter(|(_, one)| is_unsaid(one)).map(|(name, _)| name);
    let level = form.study.as_ref().and_then(|_| no_level(form));
    [study, level, no_concepts(unsaid)].into_iter().flatten()
}

/// Says that the letters of columns are not compared, as no level says with what.
fn no_level(form: &Form) -> Option<SourceDiagnostic> {
    let letters = form.layout.letters.as_ref()?;
    let mut lettered = form.column.iter().filter(|(_, column)| column.letter.is_some());
    let (first, _) = lettered.next().filter(|_| letters.level.is_none())?;
    let message = [
        "the letters of columns are not compared with a test: no `level` says at which confidence",
        "les lettres des colonnes ne sont pas comparées à un test\u{a0}: aucun `level` ne dit à quel \
         niveau de confiance",
    ];
    let help = [
        "say in `letters` the `level` that the table names, such as 0.95",
        "écrire dans `letters` le `level` que le tableau indique, par exemple 0.95",
    ];
    Some(SourceDiagnostic::new(message).at(Place::span(first.span())).help(help))
}

/// Whether any answer of a question counts.
pub(super) fn has_concept(question: &QuestionForm) -> bool {
    question.concept.is_some() || question.answer.values().any(|one| one.concept.is_some())
}

fn is_unsaid(question: &QuestionForm) -> bool {
    question.concept.is_none() && question.answer.values().any(|one| one.concept.is_none())
}
