//! Crosstabs: tables of any publisher, told apart by a mapping that a person writes.
//!
//! The form of a mapping is described in the `README.md` of this plugin. A base uses it
//! for as many publishers as it likes: `fixture-a = { plugin = "crosstab" }`.

mod address;
mod book;
mod cell;
mod form;
mod letters;
// mod propose;
mod reading;
mod sheet;
#[cfg(test)]
mod tests;

use gainsay_plugin::{Document, Sink, Source, SourceDiagnostic, SourceError, export_source};

pub use letters::Agreement;
// PROPOSE

/// The plugin `crosstab`.
#[derive(Default)]
pub struct Crosstab;

impl Source for Crosstab {
    const ID: &'static str = "crosstab";

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        if document.cells.is_some() {
            return Ok(unnamed_table(document, sink)?);
        }
        let form = form::read(document)?;
        let read = reading::read(document, &form, sink.folder())?;
        sink.study(read.study)?;
        for listing in read.listings {
            sink.listing(read.table, listing)?;
        }
        for (part, finding) in read.findings {
            sink.finding_in(read.table, part.as_deref(), finding)?;
        }
        for remark in read.remarks {
            sink.warn(remark)?;
        }
        Ok(())
    }
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
