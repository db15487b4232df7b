//! nsppolls: French presidential polls of 2022, one share in each row.

mod poll;
mod race;
mod table;

use gainsay_plugin::{Document, Sink, Source, SourceError, export_source};

/// The source `nsppolls`.
#[derive(Default)]
pub struct NspPolls;

impl Source for NspPolls {
    const ID: &'static str = "nsppolls";

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        table::read(document, sink)
    }
}

export_source!(NspPolls);

#[cfg(test)]
mod tests;
