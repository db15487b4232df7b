//! Proposes a mapping by reading a table, and says what it understood of it.

mod guess;
mod write;

use gainsay_plugin::Document;
use serde::Serialize;

use crate::{
    book::{Book, BookError},
    form::Encoding,
};

/// A mapping to begin with. What only a person knows stands in it as comments: until they
/// are filled in, it is refused, so that nothing invented gets into a base.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Proposal {
    /// The text of the mapping, TOML.
    pub mapping: String,
    /// What was understood of each sheet, in order.
    pub understood: Vec<Understood>,
}

/// What was understood of a sheet. Rows are counted from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Understood {
    /// Its name; none where the file is one table.
    pub sheet: Option<String>,
    /// How many cells are filled.
    pub cells: usize,
    /// How many of them hold figures.
    pub figures: usize,
    /// Rows of column heads.
    pub banner: Vec<usize>,
    /// Letters of the columns with figures, and their heads, outermost first.
    pub columns: Vec<(String, Vec<String>)>,
    /// Each question's title, and how many answers it has.
    pub questions: Vec<(String, usize)>,
    /// Rows of bases and what kind they are.
    pub bases: Vec<(usize, &'static str)>,
    /// Where letters of significance stand, if there are any.
    pub letters: Option<&'static str>,
    /// Marks that stand in place of figures or behind them.
    pub marks: Vec<String>,
    /// Rows that were not understood.
    pub not_understood: Vec<usize>,
}

/// Reads a table or workbook as the host hands it over, and proposes a mapping of it.
///
/// # Errors
///
/// When the file cannot be read, in words.
pub fn propose(document: &Document) -> Result<Proposal, String> {
    let (mut book, encoding) = open(document).map_err(|error| error.to_string())?;
    let names = book.names().to_vec();
    let wanted = match names.is_empty() {
        true => vec![None],
        false => names.iter().map(|name| Some(name.as_str())).collect(),
    };
    let mut guesses = Vec::new();
    for name in wanted {
        let sheet = book.sheet(name).map_err(|error| error.to_string())?;
        guesses.push(guess::Guess::of(&sheet));
    }
    let understood = guesses.iter().map(|guess| guess.understood.clone()).collect();
    Ok(Proposal { mapping: write::mapping(document.file_name(), encoding, &guesses), understood })
}

/// Opens the file in the encoding that it seems to have.
fn open(document: &Document) -> Result<(Book, Option<Encoding>), BookError> {
    match Book::open(document, None) {
        Err(BookError::NotUtf8(_)) => {
            let encoding = Some(Encoding::Windows1252);
            Ok((Book::open(document, encoding)?, encoding))
        }
        opened => Ok((opened?, None)),
    }
}
