//! Tables with one record in each row below a row of column labels, as data sets
//! are published.

use std::collections::{BTreeMap, HashMap};

use gainsay_claims::{Said, wire::Place};

use crate::{Document, SourceDiagnostic, SourceError};

/// How data sets write that there is no value, besides an empty cell.
const NO_VALUE: &str = "NA";

/// A table whose first row names its columns.
///
/// ```
/// use gainsay_plugin::{Sheet, testing::document};
///
/// let document = document("fixture-a", "sources/fixture-a/polls.csv", "house,n\nA,1000\nB,NA\n");
/// let sheet = Sheet::of(&document, &["house", "n"])?;
/// let told: Vec<_> = sheet.rows().map(|row| (row.get("house"), row.get("n"))).collect();
/// assert_eq!(told, [("A", "1000"), ("B", "")]);
/// # Ok::<(), gainsay_plugin::SourceError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Sheet<'a> {
    document: &'a Document,
    // Asked for every cell that is read.
    columns: HashMap<&'a str, usize>,
}

/// A record.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    sheet: &'a Sheet<'a>,
    index: usize,
}

impl<'a> Sheet<'a> {
    /// Whether the first row of a document holds exactly these labels, in any order.
    pub fn is_headed(document: &Document, labels: &[&str]) -> bool {
        let head = document.rows().first().map_or(&[][..], Vec::as_slice);
        head.len() == labels.len()
            && labels.iter().all(|label| head.iter().any(|cell| cell.trim() == *label))
    }

    /// Reads the column labels.
    ///
    /// # Errors
    ///
    /// When they are not exactly these: a column that nobody foresaw may hold
    /// figures, or say what the others mean.
    pub fn of(document: &'a Document, labels: &[&str]) -> Result<Self, SourceError> {
        if !Self::is_headed(document, labels) {
            let wanted = labels.join("`, `");
            return Err(SourceError::new([
                format!("expected a table with the columns `{wanted}`"),
                format!("un tableau avec les colonnes `{wanted}` est attendu"),
            ]));
        }
        let head = 0..document.rows()[0].len();
        let columns = head.map(|column| (document.cell(0, column), column)).collect();
        Ok(Self { document, columns })
    }

    /// The records: every row below the labels that is not empty.
    pub fn rows(&'a self) -> impl Iterator<Item = Row<'a>> {
        let is_filled = |row: &Vec<String>| row.iter().any(|cell| !cell.trim().is_empty());
        let rows = self.document.rows().iter().enumerate().skip(1);
        rows.filter(move |(_, row)| is_filled(row)).map(|(index, _)| Row { sheet: self, index })
    }
}

impl<'a> Row<'a> {
    /// What it says in a column, or nothing when the cell is empty or says `NA`.
    pub fn get(&self, column: &str) -> &'a str {
        let cell =
            self.sheet.columns.get(column).map(|&at| self.sheet.document.cell(self.index, at));
        cell.filter(|words| *words != NO_VALUE).unwrap_or_default()
    }

    /// Where it says something in a column, if it does.
    pub fn at(&self, column: &str) -> Option<Place> {
        let at = *self.sheet.columns.get(column)?;
        (!self.get(column).is_empty()).then(|| Place::cell(self.index, at))
    }

    /// Where it begins.
    pub fn start(&self) -> Place {
        Place::cell(self.index, 0)
    }

    /// Its line in a document without line breaks in cells, counted from 1.
    pub fn line(&self) -> usize {
        self.index + 1
    }

    /// Whether it has a cell for every column and no more.
    pub fn is_whole(&self) -> bool {
        let cells = self.sheet.document.rows().get(self.index).map_or(0, Vec::len);
        cells == self.sheet.columns.len()
    }

    /// A remark on the cell of a column, or on the row where there is none.
    pub fn remark(&self, column: &str, message: impl Into<Said>) -> SourceDiagnostic {
        let at = self.at(column).unwrap_or_else(|| self.start());
        SourceDiagnostic::new(message).at(at)
    }
}

/// Brings what has the same key together; groups stand in the order of their first.
pub fn grouped<T, K: Ord>(all: impl IntoIterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<Vec<T>> {
    let mut places = BTreeMap::new();
    let mut groups: Vec<Vec<T>> = Vec::new();
    for one in all {
        let place = *places.entry(key(&one)).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::document;

    const LABELS: &[&str] = &["house", "n"];

    #[test]
    fn a_record_tells_its_cells_by_their_labels() {
        let document = document("a", "a.csv", "n,house\n1000,A\nNA, B \n\n,C,d\n");
        let sheet = Sheet::of(&document, LABELS).unwrap();
        let rows: Vec<_> = sheet.rows().collect();
        let told: Vec<_> = rows.iter().map(|row| (row.get("house"), row.get("n"))).collect();
        assert_eq!(told, [("A", "1000"), ("B", ""), ("C", "")]);
        assert_eq!(rows.iter().map(Row::is_whole).collect::<Vec<_>>(), [true, true, false]);
        assert_eq!((rows[0].at("n"), rows[1].at("n")), (Some(Place::cell(1, 0)), None));
        assert_eq!((rows[0].line(), rows[2].line()), (2, 5));
        assert_eq!(rows[1].remark("n", "no size").at, Some(Place::cell(2, 0)));
        assert_eq!(rows[1].get("unheard-of"), "");
    }

    #[test]
    fn refuses_other_columns() {
        for text in ["", "house\n", "house,n,date\n", "house,date\n", "house,house\n"] {
            assert!(Sheet::of(&document("a", "a.csv", text), LABELS).is_err(), "{text}");
        }
        assert!(Sheet::of(&document("a", "a.txt", "house,n\n"), LABELS).is_err());
    }

    #[test]
    fn groups_stand_in_the_order_of_their_first() {
        assert_eq!(grouped([3, 1, 4, 13, 11], |one| one % 10), [vec![3, 13], vec![1, 11], vec![4]]);
    }
}
