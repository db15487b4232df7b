//! FiveThirtyEight: tables of American polls, one question in each row. The columns
//! tell which table it is.

mod approval;
mod dates;
mod guns;
mod impeachment;
mod layout;
mod poll;
mod question;
mod table;

use gainsay_plugin::{Document, Sheet, Sink, Source, SourceError, export_source};
use layout::Layout;

/// The tables that are known.
const LAYOUTS: &[&Layout] = &[&approval::LAYOUT, &guns::LAYOUT, &impeachment::LAYOUT];

/// The source `fivethirtyeight`.
#[derive(Default)]
pub struct FiveThirtyEight;

impl Source for FiveThirtyEight {
    const ID: &'static str = "fivethirtyeight";

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        let layout = LAYOUTS.iter().find(|layout| Sheet::is_headed(document, layout.columns));
        let layout = layout.ok_or_else(|| {
            let names: Vec<_> = LAYOUTS.iter().map(|layout| layout.name).collect();
            SourceError::new(format!("the columns are none of the tables {}", names.join(", ")))
        })?;
        table::read(document, layout, sink)
    }
}

export_source!(FiveThirtyEight);

#[cfg(test)]
mod tests;
