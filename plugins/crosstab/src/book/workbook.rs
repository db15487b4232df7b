//! Workbooks, read by calamine.

use std::{
    fmt::Display,
    io::Cursor,
    panic::{AssertUnwindSafe, catch_unwind},
};

use calamine::{Data, Dimensions, Ods, Reader, Xls, Xlsx};

use super::{BookError, bounded, guard};
use crate::sheet::{At, Sheet};

type Bytes = Cursor<Vec<u8>>;

/// A workbook and the names of its sheets.
pub(crate) struct Workbook {
    names: Vec<String>,
    form: Form,
}

enum Form {
    Xlsx(Xlsx<Bytes>),
    Xls(Xls<Bytes>),
    Ods(Ods<Bytes>),
}

impl Workbook {
    /// Opens a workbook by its ending.
    pub(super) fn open(name: &str, bytes: &[u8]) -> Result<Self, BookError> {
        if !name.ends_with(".xls") {
            guard::check_size(bytes)?;
        }
        if name.ends_with(".ods") {
            guard::check_repeats(bytes)?;
        }
        let bytes = Cursor::new(bytes.to_vec());
        guarded(|| {
            let form = match name.rsplit('.').next() {
                Some("xls") => Form::Xls(Xls::new(bytes).map_err(broken)?),
                Some("ods") => Form::Ods(Ods::new(bytes).map_err(broken)?),
                _ => Form::Xlsx(Xlsx::new(bytes).map_err(broken)?),
            };
            let names = match &form {
                Form::Xlsx(book) => book.sheet_names(),
                Form::Xls(book) => book.sheet_names(),
                Form::Ods(book) => book.sheet_names(),
            };
            Ok(Self { names, form })
        })
    }

    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// A sheet by its name, or the only one.
    pub(super) fn sheet(&mut self, name: Option<&str>) -> Result<Sheet, BookError> {
        let known = || self.names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>();
        let name = match (name, &self.names[..]) {
            (Some(name), names) if names.iter().any(|one| one == name) => name.to_owned(),
            (Some(name), _) => {
                return Err(BookError::NoSheet {
                    name: name.to_owned(),
                    known: known().join(", "),
                });
            }
            (None, [only]) => only.clone(),
            (None, _) => return Err(BookError::WhichSheet { known: known().join(", ") }),
        };
        let (cells, merged) = guarded(|| match &mut self.form {
            Form::Xlsx(book) => Ok((xlsx_cells(book, &name)?, xlsx_merged(book, &name))),
            Form::Xls(book) => {
                let range = book.worksheet_range(&name).map_err(broken)?;
                let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
                Ok((range_cells(&range)?, merged))
            }
            Form::Ods(book) => {
                let range = book.worksheet_range(&name).map_err(broken)?;
                Ok((range_cells(&range)?, Vec::new()))
            }
        })?;
        Ok(Sheet::listed(Some(name), cells, merged.into_iter().map(ends).collect()))
    }
}

/// A sheet cell by cell: what it says of its own size counts for nothing.
fn xlsx_cells(book: &mut Xlsx<Bytes>, name: &str) -> Result<Vec<(At, String)>, BookError> {
    let mut cells = book.worksheet_cells_reader(name).map_err(broken)?;
    bounded(std::iter::from_fn(|| match cells.next_cell() {
        Ok(cell) => cell.map(|cell| {
            Ok((at(cell.get_position()), words(&Data::from(cell.get_value().clone()))))
        }),
        Err(error) => Some(Err(broken(error))),
    }))
}

/// The merged ranges; without them, heads reach over empty cells as in other tables.
fn xlsx_merged(book: &mut Xlsx<Bytes>, name: &str) -> Vec<Dimensions> {
    book.merge_cells_by_sheet_name(name).unwrap_or_default()
}

fn range_cells(range: &calamine::Range<Data>) -> Result<Vec<(At, String)>, BookError> {
    let Some((top, left)) = range.start().map(at) else { return Ok(Vec::new()) };
    let cells = range.used_cells();
    bounded(cells.map(|(row, column, value)| Ok(((top + row, left + column), words(value)))))
}

fn at((row, column): (u32, u32)) -> At {
    (row as usize, column as usize)
}

fn ends(range: Dimensions) -> (At, At) {
    (at(range.start), at(range.end))
}

/// What a cell says: text as it is, a number with as many digits as tell it from all
/// others, a formula by its last result.
fn words(value: &Data) -> String {
    match value {
        Data::Empty => String::new(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Bool(truth) => truth.to_string(),
        Data::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::Error(error) => error.to_string(),
    }
}

fn broken(error: impl Display) -> BookError {
    BookError::Broken(error.to_string())
}

/// Runs what reads a file that may be broken in ways its reader does not expect.
fn guarded<T>(read: impl FnOnce() -> Result<T, BookError>) -> Result<T, BookError> {
    catch_unwind(AssertUnwindSafe(read))
        .unwrap_or_else(|_| Err(BookError::Broken("its reader gave up".to_owned())))
}
