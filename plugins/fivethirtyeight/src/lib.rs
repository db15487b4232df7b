//! FiveThirtyEight: tables of American polls, one question or race in each row. The
//! columns tell which table it is.

mod approval;
mod dates;
mod guns;
mod impeachment;
mod layout;
mod poll;
mod question;
mod raw_polls;
mod table;

use gainsay_plugin::{Document, Sheet, Sink, Source, SourceError, export_source};
use layout::Layout;

/// The tables of answers of yes and no. Elections have a table of their own,
/// [`raw_polls`].
const LAYOUTS: &[&Layout] = &[&approval::LAYOUT, &guns::LAYOUT, &impeachment::LAYOUT];

/// The source `fivethirtyeight`.
#[derive(Default)]
pub struct FiveThirtyEight;

impl Source for FiveThirtyEight {
    const ID: &'static str = "fivethirtyeight";

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        if Sheet::is_headed(document, raw_polls::COLUMNS) {
            return raw_polls::read(document, sink);
        }
        let layout = LAYOUTS.iter().find(|layout| Sheet::is_headed(document, layout.columns));
        let layout = layout.ok_or_else(|| {
            let names = LAYOUTS.iter().map(|layout| layout.name);
            let names: Vec<_> = names.chain([raw_polls::NAME]).collect();
            let names = names.join(", ");
            SourceError::new([
                format!("the columns are none of the tables {names}"),
                format!("les colonnes ne sont celles d'aucune des tables {names}"),
            ])
        })?;
        table::read(document, layout, sink)
    }
}

export_source!(FiveThirtyEight);

#[cfg(test)]
mod tests;
