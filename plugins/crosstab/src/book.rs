//! The file that a mapping names: a table, or a workbook of several sheets.

mod guard;
mod shown;
mod spans;
mod workbook;

use gainsay_plugin::{
    Document, Said,
    form::{Decoded, Encoding, NoTable, decoded},
};

use crate::sheet::{At, Sheet};
use workbook::Workbook;

/// The most filled cells of a sheet, or cells that a sheet claims to have.
pub(crate) const MOST_CELLS: usize = 1 << 20;
/// The most bytes of words in a sheet.
const MOST_WORDS: usize = 16 << 20;

/// Why a file cannot be read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum BookError {
    #[error("is neither a table (csv, tsv, txt) nor a workbook (xlsx, xls, ods)")]
    OtherForm,
    #[error(transparent)]
    NoTable(#[from] NoTable),
    #[error("has no sheet `{name}`; it has {known}")]
    NoSheet { name: String, known: String },
    #[error("has several sheets; the question must name one: {known}")]
    WhichSheet { known: String },
    #[error("is one table and has no sheets")]
    NoSheets,
    #[error("holds more than {most} cells")]
    TooManyCells { most: usize },
    #[error("holds more than {most} bytes of words")]
    TooManyWords { most: usize },
    #[error("unpacks to more than {most} MiB")]
    TooLarge { most: u64 },
    #[error("cannot be read as a workbook: {0}")]
    Broken(String),
    #[error("cannot be read as a workbook: its reader gave up")]
    GaveUp,
}

impl From<BookError> for Said {
    fn from(why: BookError) -> Self {
        let fr = match &why {
            BookError::OtherForm => {
                "n'est ni un tableau (csv, tsv, txt) ni un classeur (xlsx, xls, ods)".to_owned()
            }
            BookError::NoTable(why) => return (*why).into(),
            BookError::NoSheet { name, known } => {
                format!("n'a pas de feuille `{name}`\u{a0}; il a {known}")
            }
            BookError::WhichSheet { known } => {
                format!("a plusieurs feuilles\u{a0}; la question doit en nommer une\u{a0}: {known}")
            }
            BookError::NoSheets => "est un seul tableau, sans feuilles".to_owned(),
            BookError::TooManyCells { most } => format!("contient plus de {most} cellules"),
            BookError::TooManyWords { most } => format!("contient plus de {most} octets de texte"),
            BookError::TooLarge { most } => {
                format!("dépasse {most}\u{a0}Mio une fois décompressé")
            }
            BookError::Broken(why) => format!("ne peut être lu comme classeur\u{a0}: {why}"),
            BookError::GaveUp => {
                "ne peut être lu comme classeur\u{a0}: son lecteur a abandonné".to_owned()
            }
        };
        [why.to_string(), fr].into()
    }
}

/// A file that holds one table, or several sheets.
pub(crate) enum Book {
    /// The only table.
    Table {
        sheet: Sheet,
        /// What is odd about how it is written.
        remark: Option<Said>,
    },
    /// The sheets of a workbook, read when they are asked for.
    Workbook(Box<Workbook>),
}

impl Book {
    /// Opens a file as the host handed it over.
    ///
    /// # Errors
    ///
    /// When its form or its encoding is not the one it should be, or it is too large.
    pub(crate) fn open(document: &Document, encoding: Option<Encoding>) -> Result<Self, BookError> {
        let ending = document.name.rsplit_once('.').map(|(_, ending)| ending);
        match (&document.bytes, ending) {
            (None, _) if document.cells.is_some() => {
                decoded(document, encoding)?;
                Ok(Self::Table { sheet: Sheet::of_table(document), remark: None })
            }
            (Some(_), Some("csv" | "tsv" | "txt")) => Self::listed(decoded(document, encoding)?),
            (Some(bytes), Some("xlsx" | "xls" | "ods")) => {
                Workbook::open(&document.name, &bytes.0).map(Box::new).map(Self::Workbook)
            }
            _ => Err(BookError::OtherForm),
        }
    }

    fn listed(table: Decoded<'_>) -> Result<Self, BookError> {
        let cells = table.rows.into_owned().into_iter().enumerate().flat_map(|(row, cells)| {
            cells.into_iter().enumerate().map(move |(column, words)| ((row, column), words))
        });
        let sheet = Sheet::listed(None, bounded(cells.map(Ok))?, Vec::new());
        Ok(Self::Table { sheet, remark: table.remark })
    }

    /// The names of its sheets, in order.
    pub(crate) fn names(&self) -> &[String] {
        match self {
            Self::Table { .. } => &[],
            Self::Workbook(workbook) => workbook.names(),
        }
    }

    /// What is odd about how it is written.
    pub(crate) fn remark(&self) -> Option<&Said> {
        match self {
            Self::Table { remark, .. } => remark.as_ref(),
            Self::Workbook(_) => None,
        }
    }

    /// Takes a sheet; a file with only one need not be asked for it by name.
    ///
    /// # Errors
    ///
    /// When there is no such sheet, or it cannot be read, or is too large.
    pub(crate) fn sheet(&mut self, name: Option<&str>) -> Result<Sheet, BookError> {
        match (self, name) {
            (Self::Table { .. }, Some(_)) => Err(BookError::NoSheets),
            (Self::Table { sheet, .. }, None) => Ok(std::mem::take(sheet)),
            (Self::Workbook(workbook), name) => workbook.sheet(name),
        }
    }
}

/// The cells that a sheet holds, as long as they are not too many.
fn bounded(
    cells: impl IntoIterator<Item = Result<(At, String), BookError>>,
) -> Result<Vec<(At, String)>, BookError> {
    let (mut kept, mut words) = (Vec::new(), 0);
    for cell in cells {
        let cell = cell?;
        if cell.1.is_empty() {
            continue;
        }
        words += cell.1.len();
        if kept.len() == MOST_CELLS {
            return Err(BookError::TooManyCells { most: MOST_CELLS });
        }
        if words > MOST_WORDS {
            return Err(BookError::TooManyWords { most: MOST_WORDS });
        }
        kept.push(cell);
    }
    Ok(kept)
}
