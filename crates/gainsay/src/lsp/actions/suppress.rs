//! Not being told something of a passage.

use std::ops::Range;

use gainsay_claims::Diagnostic;
use gainsay_draft::{Format, PassageKind};
use gainsay_report::editor::{Remedy, placeholder};

use super::{Action, Edit};
use crate::lsp::diagnostics::Seen;

/// Adds a comment that suppresses a rule in the passage of a diagnostic, with a word where
/// the reason is to stand.
pub(super) fn action(seen: &Seen<'_>, found: &Diagnostic, place: &Range<usize>) -> Option<Action> {
    let rule = found.check.id;
    let passages = seen.linted.draft.passages.iter();
    let mut around = passages.filter(|one| one.prose.extent().contains(&place.start));
    let passage = around.next()?;
    let remark = format!("gainsay:ignore {rule}: {}", placeholder(passage.lang));
    let extent = passage.prose.extent();
    let text = &seen.draft.text;
    // A cell ends within its line.
    let end = match passage.kind {
        PassageKind::Cell => extent.end,
        _ => end_of_line(text, extent.end),
    };
    let before = start_of_line(text, extent.start);
    let comments = match seen.draft.format {
        Format::Markdown | Format::Html => vec![
            Edit::insertion(end, format!(" <!-- {remark} -->")),
            Edit::insertion(extent.end, format!(" <!-- {remark} -->")),
            Edit::insertion(before, format!("<!-- {remark} -->\n")),
        ],
        Format::Latex => vec![Edit::insertion(before, format!("% {remark}\n"))],
        Format::Typst => vec![Edit::insertion(before, format!("// {remark}\n"))],
        Format::Plain | Format::Docx => vec![Edit::insertion(before, format!("{remark}\n"))],
    };
    let edit = comments.into_iter().find(|edit| covers(seen, edit, rule, place))?;
    Some(Action { remedy: Remedy::Suppress { rule }, edit })
}

/// Whether the draft, so changed, suppresses the rule at the place.
fn covers(seen: &Seen<'_>, edit: &Edit, rule: &str, place: &Range<usize>) -> bool {
    let moved = if edit.bytes.start <= place.start { edit.text.len() } else { 0 };
    let at = place.start + moved;
    let Some(draft) = seen.read(&edit.apply(&seen.draft.text)) else { return false };
    let mut suppressions = draft.suppressions.iter();
    suppressions.any(|one| {
        !one.reason.is_empty() && one.covers.contains(&at) && one.rules.iter().any(|id| id == rule)
    })
}

fn start_of_line(text: &str, byte: usize) -> usize {
    text[..byte].rfind('\n').map_or(0, |newline| newline + 1)
}

/// Where the line of a byte ends, before the signs that end it.
fn end_of_line(text: &str, byte: usize) -> usize {
    let rest = text[byte..].split('\n').next().unwrap_or_default();
    byte + rest.trim_end().len()
}
