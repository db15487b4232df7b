//! Crosstabs: tables of any publisher, told apart by a mapping that a person writes.
//!
//! The form of a mapping is described in the `README.md` of this plugin. A base uses it
//! for as many publishers as it likes: `fixture-a = { plugin = "crosstab" }`.

mod address;
mod book;
mod cell;
mod counts;
mod form;
mod heads;
mod letters;
mod propose;
mod reading;
mod sheet;
#[cfg(test)]
mod tests;

use gainsay_plugin::{
    Config, Document, Lang, Sink, Source, SourceError, export_source,
    form::{list_proposal, named_by_a_form, proposes},
};

pub use letters::Agreement;
pub use propose::{Proposal, Question, Understood, propose};

/// The plugin `crosstab`.
#[derive(Default)]
pub struct Crosstab {
    /// The language of the mapping that it is asked to propose rather than to follow one.
    proposes: Option<Lang>,
}

impl Source for Crosstab {
    const ID: &'static str = "crosstab";

    fn configure(&mut self, config: &Config) -> Result<(), SourceError> {
        self.proposes = proposes(config)?;
        Ok(())
    }

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        if let Some(lang) = self.proposes {
            let entries = |table: &Document| Ok(propose(table, lang)?.entries(lang));
            return list_proposal(document, sink, entries);
        }
        if document.media_type != "application/toml" {
            return named_by_a_form(document, sink.folder(), "table");
        }
        let form: form::Form = gainsay_plugin::form::read(document)?;
        let read = reading::read(document, &form, sink.folder())?;
        for listing in read.listings {
            sink.listing(read.table, listing)?;
        }
        if let Some(study) = read.study {
            sink.study(study)?;
            for (part, finding) in read.findings {
                sink.finding_in(read.table, part.as_deref(), finding)?;
            }
        }
        for (part, remark) in read.in_table {
            sink.warn_in(read.table, part.as_deref(), remark)?;
        }
        for remark in read.remarks {
            sink.warn(remark)?;
        }
        Ok(())
    }
}

export_source!(Crosstab);
