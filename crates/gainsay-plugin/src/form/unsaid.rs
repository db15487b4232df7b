//! What only a person can say in a mapping, and nobody has said yet.

use gainsay_claims::wire::Place;

use super::{Words, few};
use crate::SourceDiagnostic;

/// How many questions are named.
const NAMED: usize = 3;

/// Says that nothing of a file counts, as no `[study]` says whose it is.
pub fn no_study(file: &Words, whose: [&str; 2]) -> SourceDiagnostic {
    let [en, fr] = whose;
    let message = [
        format!("nothing of this file counts yet: no `[study]` says {en}"),
        format!("rien de ce fichier ne compte encore\u{a0}: aucun `[study]` ne dit {fr}"),
    ];
    let help = [
        "fill in `[study]`, at least its title and publisher",
        "remplir `[study]`, au moins son titre et son éditeur",
    ];
    remark(file, message, help)
}

/// Names the questions with an answer of which nobody has said what it measures, if there
/// are any.
pub fn no_concepts<'a>(unsaid: impl Iterator<Item = &'a Words>) -> Option<SourceDiagnostic> {
    let mut unsaid: Vec<&Words> = unsaid.collect();
    unsaid.sort_by_key(|name| name.span().start);
    let first = unsaid.first()?;
    let names: Vec<_> = unsaid.iter().map(|name| format!("`{}`", name.get_ref())).collect();
    let [en, fr] = few(&names, NAMED);
    let message = [
        format!("answers without a concept do not count: {en}"),
        format!("les réponses sans concept ne comptent pas\u{a0}: {fr}"),
    ];
    let help = [
        "name the `concept` of a question, or of each answer",
        "nommer le `concept` d'une question, ou de chaque réponse",
    ];
    Some(remark(first, message, help))
}

fn remark(at: &Words, message: [String; 2], help: [&str; 2]) -> SourceDiagnostic {
    SourceDiagnostic::new(message).at(Place::span(at.span())).help(help)
}
