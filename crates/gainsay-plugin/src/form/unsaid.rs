//! What only a person can say in a mapping, and nobody has said yet.

use gainsay_claims::wire::Place;

use super::Words;
use crate::SourceDiagnostic;

/// How many questions are named.
const NAMED: usize = 3;

/// Says that nothing of a file counts, as no `[study]` says whose it is.
pub fn no_study(file: &Words, whose: &str) -> SourceDiagnostic {
    let message = format!("nothing of this file counts yet: no `[study]` says {whose}");
    remark(file, message, "fill in `[study]`, at least its title and publisher")
}

/// Names the questions with an answer of which nobody has said what it measures, if there
/// are any.
pub fn no_concepts<'a>(unsaid: impl Iterator<Item = &'a Words>) -> Option<SourceDiagnostic> {
    let mut unsaid: Vec<&Words> = unsaid.collect();
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

fn remark(at: &Words, message: String, help: &str) -> SourceDiagnostic {
    SourceDiagnostic::new(message).at(Place::span(at.span())).help(help)
}
