//! Naming the study of a figure by the key of its reference.

use gainsay_draft::{CheckedFigure, Draft, Format, Outcome};
use gainsay_report::editor::Remedy;

use super::{Action, Edit};
use crate::lsp::diagnostics::Seen;

/// Adds the key of the study that a figure is of at the end of its sentence, unless the
/// passage has it.
pub(super) fn action(seen: &Seen<'_>, figure: &CheckedFigure) -> Option<Action> {
    let Outcome::Found(found) = &figure.outcome else { return None };
    let base = &seen.linted.base;
    let study = base.study_of(base.claims.get(&found.claim)?)?;
    let key = gainsay_claims::key_of(&study.id);
    let written = match seen.draft.format {
        Format::Markdown => format!(" [@{key}]"),
        Format::Latex => format!("~\\cite{{{key}}}"),
        Format::Typst => format!(" @{key}"),
        Format::Html | Format::Plain | Format::Docx => return None,
    };
    let passage = seen.linted.draft.passages.get(figure.passage)?;
    if passage.keys.iter().any(|one| one.key == key) {
        return None;
    }
    let sentence = passage.prose.text().get(figure.figure.sentence.clone())?;
    let length = sentence.trim_end_matches(ends_sentence).len();
    let start = figure.figure.sentence.start;
    let at = passage.prose.place(start..start + length).end;
    let edit = Edit::insertion(at, written);
    let count = |draft: &Draft| {
        let keys = draft.passages.iter().flat_map(|one| &one.keys);
        keys.filter(|one| one.key == key).count()
    };
    let cited = seen.read(&edit.apply(&seen.draft.text))?;
    let is_read = count(&cited) == count(&seen.linted.draft) + 1;
    is_read.then_some(Action { remedy: Remedy::Cite { key }, edit })
}

fn ends_sentence(character: char) -> bool {
    character.is_whitespace() || matches!(character, '.' | '!' | '?' | '…' | ':' | ';')
}
