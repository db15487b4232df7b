//! What was found in a draft, as the protocol tells it.

use std::{ops::Range, path::Path};

use gainsay_claims::{Diagnostic, Level, Location, diagnostic::Label};
use gainsay_draft::{CheckedFigure, Draft};
use gainsay_report::{
    Linted, Speaker,
    editor::{self, Hover},
};
use serde_json::{Value, json};

use super::{
    open::Open,
    settings::Settings,
    text::{Position, Span},
    uri,
};
use crate::{draft, evidence::Evidence};

/// A draft that was checked, and all that is needed to tell of it.
pub(super) struct Seen<'a> {
    pub(super) draft: &'a Open,
    pub(super) linted: &'a Linted,
    pub(super) evidence: &'a Evidence,
    /// The folder of the base.
    pub(super) folder: &'a Path,
    pub(super) settings: &'a Settings,
}

impl<'a> Seen<'a> {
    /// Who tells of it.
    pub(super) fn speaker(&self) -> Speaker<'a> {
        Speaker::new(&self.linted.base, self.settings.lang)
    }

    /// Where bytes of the draft are.
    pub(super) fn span(&self, bytes: &Range<usize>) -> Span {
        self.settings.encoding.span(&self.draft.text, bytes)
    }

    /// The bytes of a part of the draft.
    pub(super) fn bytes(&self, span: Span) -> Range<usize> {
        self.settings.encoding.bytes(&self.draft.text, span)
    }

    /// What is wrong with the draft, and the bytes that it is wrong with.
    pub(super) fn found(&self) -> impl Iterator<Item = (&'a Diagnostic, Range<usize>)> {
        let found = self.linted.checked.diagnostics.iter();
        found.map(|one| {
            let first = one.labels.first().filter(|label| self.is_here(&label.at));
            (one, first.map_or(0..0, |label| label.at.span.clone()))
        })
    }

    /// The figures of the draft, and the bytes in which they stand.
    pub(super) fn figures(&self) -> impl Iterator<Item = (&'a CheckedFigure, Range<usize>)> {
        let linted = self.linted;
        let figures = linted.checked.figures.iter();
        figures.filter_map(move |one| Some((one, editor::place_of(linted, one)?)))
    }

    /// The same draft with another text.
    pub(super) fn read(&self, text: &str) -> Option<Draft> {
        let name = &self.linted.draft.name;
        draft::read(self.draft.format, name, text.as_bytes(), self.settings.draft_lang).ok()
    }

    /// What is known of the figure at a place.
    pub(super) fn hover(&self, at: Position) -> Option<Value> {
        let byte = self.bytes(Span { start: at, end: at }).start;
        let holds = |place: &Range<usize>| place.start <= byte && byte <= place.end;
        let (figure, place) = self.figures().find(|(_, place)| holds(place))?;
        let hover = Hover {
            speaker: self.speaker(),
            judgement: self.evidence.judgement(),
            address: &|at| Some(self.address(at)),
        };
        let text = editor::hover(&hover, self.linted, figure)?;
        let contents = json!({ "kind": "markdown", "value": text });
        Some(json!({ "contents": contents, "range": self.span(&place) }))
    }

    /// Whether a place is one of the draft.
    fn is_here(&self, at: &Location) -> bool {
        at.document == self.linted.draft.name
    }

    fn address(&self, at: &Location) -> String {
        if self.is_here(at) {
            return self.draft.address.clone();
        }
        uri::address(&self.folder.join(&at.document))
    }

    fn related(&self, label: &Label) -> Option<Value> {
        let document = self.linted.base.documents.get(&label.at.document)?;
        let range = self.settings.encoding.span(&document.text, &label.at.span);
        Some(json!({
            "location": { "uri": self.address(&label.at), "range": range },
            "message": editor::label(self.speaker(), label),
        }))
    }
}

/// Everything that is wrong with a draft.
pub(super) fn all(seen: &Seen<'_>) -> Vec<Value> {
    seen.found().map(|(found, place)| one(seen, found, &place)).collect()
}

/// A diagnostic. Its explanation comes along, as there is no page of it to point to.
pub(super) fn one(seen: &Seen<'_>, found: &Diagnostic, place: &Range<usize>) -> Value {
    let others = found.labels.iter().skip(1);
    let related: Vec<Value> = others.filter_map(|label| seen.related(label)).collect();
    json!({
        "range": seen.span(place),
        "severity": severity(found.check.level),
        "code": found.check.id,
        "source": "gainsay",
        "message": editor::message(seen.speaker(), found),
        "relatedInformation": related,
        "data": { "explanation": found.check.page(seen.settings.lang) },
    })
}

fn severity(level: Level) -> u8 {
    match level {
        Level::Error => 1,
        Level::Warning => 2,
        Level::Note => 3,
    }
}
