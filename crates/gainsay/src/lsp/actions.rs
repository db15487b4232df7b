//! What can be done about a part of a draft. Only what does what it promises is offered:
//! each change is tried on a copy first.

mod cite;
mod figure;
mod suppress;

use std::ops::Range;

use gainsay_claims::Diagnostic;
use gainsay_report::editor::Remedy;
use serde_json::{Value, json};

use super::{
    diagnostics::{self, Seen},
    text::Span,
};

/// A change of a draft, and what it is good for.
pub(super) struct Action {
    remedy: Remedy,
    edit: Edit,
}

/// A part of a text, and what replaces it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    bytes: Range<usize>,
    text: String,
}

impl Edit {
    fn insertion(at: usize, text: String) -> Self {
        Self { bytes: at..at, text }
    }

    /// The text that comes of it.
    fn apply(&self, text: &str) -> String {
        let mut text = text.to_owned();
        text.replace_range(self.bytes.clone(), &self.text);
        text
    }
}

/// Everything that can be done about a part of a draft, of these kinds.
pub(super) fn all(seen: &Seen<'_>, part: Span, only: Option<&[String]>) -> Vec<Value> {
    let part = seen.bytes(part);
    let touches = |place: &Range<usize>| place.start <= part.end && part.start <= place.end;
    let mut actions = Vec::new();
    if wants(only, "quickfix") {
        for (found, place) in seen.found().filter(|(_, place)| touches(place)) {
            let told = diagnostics::one(seen, found, &place);
            let mended = mend(seen, found, &place);
            actions.extend(mended.map(|action| shown(seen, &action, "quickfix", Some(&told))));
        }
    }
    if wants(only, "refactor") {
        let figures = seen.figures().filter(|(_, place)| touches(place));
        let cited = figures.filter_map(|(figure, _)| cite::action(seen, figure));
        actions.extend(cited.map(|action| shown(seen, &action, "refactor", None)));
    }
    actions
}

/// Whether a kind, or one that it is part of, is wanted.
fn wants(only: Option<&[String]>, kind: &str) -> bool {
    only.is_none_or(|only| only.iter().any(|wanted| wanted.is_empty() || wanted == kind))
}

fn mend<'s>(
    seen: &'s Seen<'_>,
    found: &Diagnostic,
    place: &Range<usize>,
) -> impl Iterator<Item = Action> + use<'s> {
    let taken = figure::action(seen, found, place);
    let suppressed = suppress::action(seen, found, place);
    taken.into_iter().chain(suppressed)
}

fn shown(seen: &Seen<'_>, action: &Action, kind: &str, mends: Option<&Value>) -> Value {
    let edit = json!({ "range": seen.span(&action.edit.bytes), "newText": action.edit.text });
    let mut shown = json!({
        "title": action.remedy.title(seen.settings.lang),
        "kind": kind,
        "edit": { "changes": { &seen.draft.address: [edit] } },
    });
    if let Some(diagnostic) = mends {
        shown["diagnostics"] = json!([diagnostic]);
    }
    shown
}
