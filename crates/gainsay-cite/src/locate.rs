//! Diagnostics about places in the files with references.

use std::ops::Range;

use gainsay_claims::{
    Diagnostic,
    checks::{DUPLICATE_ID, INVALID_FILE},
    diagnostic::Subject,
    document::Document,
    facts::{Fact, Problem},
};

/// A file of references and what is wrong with it, each with its place.
pub(crate) struct Located<'a> {
    document: &'a Document,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl<'a> Located<'a> {
    pub(crate) fn new(document: &'a Document) -> Self {
        Self { document, diagnostics: Vec::new() }
    }

    /// Tells of a problem at a place, which is moved onto the text where it is not on it.
    pub(crate) fn tell(&mut self, span: Range<usize>, problem: Problem) {
        let check = match problem {
            Problem::DefinedTwice { .. } => &DUPLICATE_ID,
            _ => &INVALID_FILE,
        };
        let subject = match &problem {
            Problem::DefinedTwice { word } => word.clone(),
            _ => self.document.name.clone(),
        };
        let text = &self.document.text;
        let start = text.floor_char_boundary(span.start.min(text.len()));
        let end = text.ceil_char_boundary(span.end.clamp(start, text.len()));
        // A place of several lines would fill the screen.
        let line = text[start..end].find('\n').map_or(end, |length| start + length);
        let diagnostic = Diagnostic::new(check, Subject::Name(subject));
        let at = self.document.location(start..line);
        self.diagnostics.push(diagnostic.label(at, Fact::Problem(problem)));
    }
}
