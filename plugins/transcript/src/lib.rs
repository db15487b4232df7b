//! Transcripts: any publisher's findings, written down by a person as TOML.
//!
//! The form is described in the `README.md` of this plugin. A base uses it for
//! as many publishers as it likes: `fixture-a = { plugin = "transcript" }`.

mod form;
#[cfg(test)]
mod tests;

use gainsay_plugin::{
    Document, Sink, Source, SourceDiagnostic, SourceError, export_source,
    form::{FindingForm, Findings, error, place},
};

/// The plugin `transcript`.
#[derive(Default)]
pub struct Transcript;

impl Source for Transcript {
    const ID: &'static str = "transcript";

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        if form::is_blank(document) {
            let message = "nothing is filled in yet".to_owned();
            sink.warn(SourceDiagnostic { message, ..SourceDiagnostic::default() })?;
            return Ok(());
        }
        let form: form::Form = gainsay_plugin::form::read(document)?;
        sink.study(form.study.record(document, form.seen.values())?)?;
        let findings = Findings { document, seen: &form.seen, question: &form.question };
        for entry in &form.finding {
            no_page(document, entry)?;
            sink.finding(findings.record(entry, &|words| place(document, words))?)?;
        }
        Ok(())
    }
}

/// A transcript says its figures itself; a page to find them on would be ignored.
fn no_page(document: &Document, entry: &FindingForm) -> Result<(), SourceError> {
    match entry.page.is_some() || entry.quote.is_some() {
        true => Err(error(document, &entry.id, "`page` and `quote` are keys of the plugin `pdf`")),
        false => Ok(()),
    }
}

export_source!(Transcript);
