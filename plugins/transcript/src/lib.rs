//! Transcripts: any publisher's findings, written down by a person as TOML.
//!
//! The form is described in the `README.md` of this plugin. A base uses it for
//! as many publishers as it likes: `fixture-a = { plugin = "transcript" }`.

mod finding;
mod form;
#[cfg(test)]
mod tests;

use gainsay_plugin::{Document, Sink, Source, SourceDiagnostic, SourceError, export_source};

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
        for entry in &form.finding {
            sink.finding(finding::record(document, &form, entry)?)?;
        }
        Ok(())
    }
}

export_source!(Transcript);
