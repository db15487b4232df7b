//! Transcripts: any publisher's findings, written down by a person as TOML.
//!
//! The form is described in the `README.md` of this plugin. A base uses it for
//! as many publishers as it likes: `fixture-a = { plugin = "transcript" }`.

mod form;
#[cfg(test)]
mod tests;

use std::cell::Cell;

use gainsay_plugin::{
    Document, Sink, Source, SourceDiagnostic, SourceError, export_source,
    form::{FindingForm, Findings, NAMED_BY_NONE, Words, error, occurrences, place},
};

/// The plugin `transcript`.
#[derive(Default)]
pub struct Transcript;

impl Source for Transcript {
    const ID: &'static str = "transcript";

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        if form::is_blank(document) {
            sink.warn(SourceDiagnostic::new([
                "nothing is filled in yet",
                "rien n'est encore rempli",
            ]))?;
            return Ok(());
        }
        if form::is_data(document) {
            return Err(SourceError::new(NAMED_BY_NONE));
        }
        let form: form::Form = gainsay_plugin::form::read(document)?;
        sink.study(form.study.record(document, form.seen.values())?)?;
        let findings = Findings { document, seen: &form.seen, question: &form.question };
        for entry in &form.finding {
            let stands = Cell::new(entry.quote.is_none());
            let finding = findings.record(entry, &|words| {
                stands.set(stands.get() || is_quoted(words, entry));
                place(document, words)
            })?;
            if !stands.get() {
                let message = [
                    "nothing that is said stands in the quote",
                    "rien de ce qui est dit ne figure dans la citation",
                ];
                return Err(error(document, entry.quote.as_ref().unwrap_or(&entry.id), message));
            }
            sink.finding(finding)?;
        }
        Ok(())
    }
}

/// Whether words stand in those that the entry quotes.
fn is_quoted(words: &Words, entry: &FindingForm) -> bool {
    let quote = entry.quote.as_ref();
    quote.is_some_and(|quote| !occurrences(words.get_ref(), quote.get_ref()).is_empty())
}

export_source!(Transcript);
