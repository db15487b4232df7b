//! Workbooks, read by calamine.

use std::{
    collections::BTreeMap,
    fmt::Display,
    io::Cursor,
    panic::{AssertUnwindSafe, catch_unwind},
};

use calamine::{Data, DataRef, Dimensions, Ods, Range, Reader, Style, Xls, Xlsx};

use super::{BookError, MOST_CELLS, bounded, guard, shown, spans};
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
    /// With the merged ranges of each sheet.
    Ods(Ods<Bytes>, BTreeMap<String, Vec<(At, At)>>),
}

impl Workbook {
    /// Opens a workbook by its ending.
    pub(super) fn open(name: &str, bytes: &[u8]) -> Result<Self, BookError> {
        if !name.ends_with(".xls") {
            guard::check_size(bytes)?;
        }
        let merged = match name.ends_with(".ods") {
            true => spans::merged(&guard::content(bytes)?),
            false => BTreeMap::new(),
        };
        let bytes = Cursor::new(bytes.to_vec());
        guarded(|| {
            let form = match name.rsplit('.').next() {
                Some("xls") => Form::Xls(Xls::new(bytes).map_err(broken)?),
                Some("ods") => Form::Ods(Ods::new(bytes).map_err(broken)?, merged),
                _ => Form::Xlsx(Xlsx::new(bytes).map_err(broken)?),
            };
            let names = match &form {
                Form::Xlsx(book) => book.sheet_names(),
                Form::Xls(book) => book.sheet_names(),
                Form::Ods(book, _) => book.sheet_names(),
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
            Form::Xlsx(book) => Ok((xlsx_cells(book, &name)?, all_ends(xlsx_merged(book, &name)))),
            Form::Xls(book) => {
                let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
                Ok((range_cells(book, &name)?, all_ends(merged)))
            }
            Form::Ods(book, merged) => {
                Ok((range_cells(book, &name)?, merged.get(&name).cloned().unwrap_or_default()))
            }
        })?;
        let mut sheet = Sheet::listed(Some(name), cells.filled, merged);
        (sheet.numbers, sheet.unsaved) = (cells.numbers, cells.unsaved);
        Ok(sheet)
    }
}

/// What the cells of a sheet say.
struct Cells {
    filled: Vec<(At, String)>,
    /// Those that are stored as numbers, with how many decimals each is shown with, as far as
    /// its format tells.
    numbers: BTreeMap<At, usize>,
    /// Those with a formula whose result was not saved.
    unsaved: Vec<At>,
}

/// A sheet cell by cell: what it says of its own size counts for nothing.
fn xlsx_cells(book: &mut Xlsx<Bytes>, name: &str) -> Result<Cells, BookError> {
    let mut cells = book.worksheet_cells_reader(name).map_err(broken)?;
    let (mut numbers, mut unsaved) = (BTreeMap::new(), Vec::new());
    let filled = bounded(std::iter::from_fn(|| match cells.next_cell_with_formula_metadata() {
        Ok(cell) => cell.map(|cell| {
            let at = at(cell.pos);
            let is_unsaved = cell.formula.is_some() && matches!(cell.value, DataRef::Empty);
            if is_unsaved && unsaved.len() < MOST_CELLS {
                unsaved.push(at);
            }
            let value = Data::from(cell.value);
            if is_number(&value) && numbers.len() < MOST_CELLS {
                numbers.insert(at, 0);
            }
            Ok((at, words(&value)))
        }),
        Err(error) => Some(Err(broken(error))),
    }))?;
    drop(cells);
    add_decimals(book, name, &mut numbers)?;
    Ok(Cells { filled, numbers, unsaved })
}

/// Notes how many decimals numbers are shown with, which only this form of workbook tells.
fn add_decimals(
    book: &mut Xlsx<Bytes>,
    name: &str,
    numbers: &mut BTreeMap<At, usize>,
) -> Result<(), BookError> {
    let mut cells = book.worksheet_cells_reader(name).map_err(broken)?;
    let format = |style: &Style| style.number_format.as_ref().map(|one| one.format_code.clone());
    let decimals = |style| format(style).and_then(|format| shown::decimals(&format));
    let styles: Vec<_> = cells.styles().iter().map(|one| decimals(one).unwrap_or(0)).collect();
    while let Some((row, column, style)) = cells.next_style_id().map_err(broken)? {
        if let (Some(number), Some(decimals)) =
            (numbers.get_mut(&at((row, column))), styles.get(style))
        {
            *number = *decimals;
        }
    }
    Ok(())
}

/// The merged ranges; without them, heads reach over empty cells as in other tables.
fn xlsx_merged(book: &mut Xlsx<Bytes>, name: &str) -> Vec<Dimensions> {
    book.merge_cells_by_sheet_name(name).unwrap_or_default()
}

fn range_cells<Book: Reader<Bytes>>(book: &mut Book, name: &str) -> Result<Cells, BookError>
where
    Book::Error: Display,
{
    let values = book.worksheet_range(name).map_err(broken)?;
    let formulas = book.worksheet_formula(name).map_err(broken)?;
    let filled = bounded(used(&values).map(|(at, value)| Ok((at, words(value)))))?;
    let numbers = used(&values).filter(|(_, value)| is_number(value)).map(|(at, _)| (at, 0));
    let numbers = numbers.take(MOST_CELLS).collect();
    let is_empty = |&(row, column): &At| {
        let at = u32::try_from(row).ok().zip(u32::try_from(column).ok());
        at.and_then(|at| values.get_value(at)).is_none_or(|value| *value == Data::Empty)
    };
    let unsaved = used(&formulas).map(|(at, _)| at).filter(is_empty).take(MOST_CELLS).collect();
    Ok(Cells { filled, numbers, unsaved })
}

/// The cells of a range that hold anything, by their places on the sheet.
fn used<T: calamine::CellType>(range: &Range<T>) -> impl Iterator<Item = (At, &T)> {
    let (top, left) = range.start().map(at).unwrap_or_default();
    range.used_cells().map(move |(row, column, value)| ((top + row, left + column), value))
}

fn at((row, column): (u32, u32)) -> At {
    (row as usize, column as usize)
}

/// First and last cell of each range.
fn all_ends(ranges: Vec<Dimensions>) -> Vec<(At, At)> {
    ranges.into_iter().map(|range| (at(range.start), at(range.end))).collect()
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

fn is_number(value: &Data) -> bool {
    matches!(value, Data::Int(_) | Data::Float(_))
}

fn broken(error: impl Display) -> BookError {
    BookError::Broken(error.to_string())
}

/// Runs what reads a file that may be broken in ways its reader does not expect.
fn guarded<T>(read: impl FnOnce() -> Result<T, BookError>) -> Result<T, BookError> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(BookError::GaveUp))
}
