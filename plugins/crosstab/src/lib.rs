//! Crosstabs: tables of any publisher, told apart by a mapping that a person writes.
//!
//! The form of a mapping is described in the `README.md` of this plugin. A base uses it
//! for as many publishers as it likes: `fixture-a = { plugin = "crosstab" }`.

mod address;
mod book;
mod cell;
mod form;
mod letters;
mod propose;
mod reading;
mod sheet;
#[cfg(test)]
mod tests;

use gainsay_plugin::{
    Config, Document, Sink, Source, SourceDiagnostic, SourceError, export_source, wire::Listing,
};

pub use letters::Agreement;
pub use propose::{Proposal, Understood, propose};

/// The plugin `crosstab`.
#[derive(Default)]
pub struct Crosstab {
    /// Whether it is asked to propose a mapping rather than to follow one.
    proposes: bool,
}

impl Source for Crosstab {
    const ID: &'static str = "crosstab";

    fn configure(&mut self, config: &Config) -> Result<(), SourceError> {
        for (key, value) in config {
            match (key.as_str(), value.as_bool()) {
                ("propose", Some(proposes)) => self.proposes = proposes,
                ("propose", None) => return Err(SourceError::new("`propose` is true or false")),
                (key, _) => return Err(SourceError::new(format!("unknown setting `{key}`"))),
            }
        }
        Ok(())
    }

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        if self.proposes {
            return list_proposal(document, sink);
        }
        if document.cells.is_some() {
            return Ok(unnamed_table(document, sink)?);
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
        for remark in read.remarks {
            sink.warn(remark)?;
        }
        Ok(())
    }
}

/// Lists a mapping for the table that a document names, and what was understood of it.
/// Other documents are not looked at.
fn list_proposal(document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
    let Some(table) = form::table_of(document.text()) else { return Ok(()) };
    let missing = || SourceError::new(format!("there is no table `{table}`"));
    let table = sink.beside(&table).ok_or_else(missing)?;
    let proposal = propose(table).map_err(SourceError::new)?;
    let part = Some("proposal".to_owned());
    sink.listing(table, Listing { part, entries: proposal.entries(), ..Listing::default() })?;
    Ok(())
}

/// A table is read by the mapping that names it. One that none names would be left out
/// without a word.
fn unnamed_table(table: &Document, sink: &mut Sink<'_>) -> Result<(), gainsay_plugin::Stopped> {
    let names_it =
        |one: &&Document| form::table_of(one.text()).as_deref() == Some(table.file_name());
    if sink.folder().iter().any(|one| names_it(&one)) {
        return Ok(());
    }
    sink.warn(SourceDiagnostic {
        message: "no mapping names this table".to_owned(),
        help: Some("write a mapping beside it, with `table` as its first key".to_owned()),
        at: None,
    })
}

export_source!(Crosstab);
