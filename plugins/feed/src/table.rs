//! A table: its columns by name and its rows, wherever they come from.

mod tree;

use std::collections::BTreeMap;

use gainsay_plugin::{
    Document,
    table::{MOST_CELLS, MOST_COLUMNS},
    wire::Place,
};
use tree::Tree;

/// A table with one record in each row.
#[derive(Debug)]
pub(crate) struct Table<'a> {
    pub(crate) document: &'a Document,
    columns: BTreeMap<String, usize>,
    rows: Rows<'a>,
}

#[derive(Debug)]
enum Rows<'a> {
    /// The rows of the document below its head, by number.
    Grid(Vec<usize>),
    /// The objects of a text in JSON.
    Tree(Tree<'a>),
}

/// Why a file is no table.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TableError {
    #[error("is no text in UTF-8")]
    NotUtf8,
    #[error("has no row of column names")]
    NoHead,
    #[error("has two columns `{0}`")]
    Twice(String),
    #[error("is neither a table nor a text in JSON")]
    NoTable,
    #[error("is no JSON: {0}")]
    Json(#[from] serde_json::Error),
    #[error("holds no array of objects")]
    NoObjects,
    #[error("has more than {MOST_COLUMNS} columns, or {MOST_CELLS} cells")]
    TooLarge,
    #[error("has more than {} arrays within arrays", tree::DEEPEST)]
    TooDeep,
}

impl<'a> Table<'a> {
    /// Reads a document as the host hands it over: a table whose first row names its
    /// columns, or an array of objects in JSON.
    pub(crate) fn of(document: &'a Document) -> Result<Self, TableError> {
        if document.bytes.is_some() {
            return Err(TableError::NotUtf8);
        }
        if document.cells.is_none() {
            return match document.name.ends_with(".json") {
                true => tree::read(document),
                false => Err(TableError::NoTable),
            };
        }
        let head = document.rows().first().ok_or(TableError::NoHead)?;
        let mut columns = BTreeMap::new();
        for column in 0..head.len() {
            let name = document.cell(0, column);
            if !name.is_empty() && columns.insert(name.to_owned(), column).is_some() {
                return Err(TableError::Twice(name.to_owned()));
            }
        }
        let is_filled = |row: &Vec<String>| row.iter().any(|cell| !cell.trim().is_empty());
        let rows = document.rows().iter().enumerate().skip(1);
        let rows = rows.filter(|(_, row)| is_filled(row)).map(|(at, _)| at).collect();
        Ok(Self { document, columns, rows: Rows::Grid(rows) })
    }

    /// The number of a column.
    pub(crate) fn column(&self, name: &str) -> Option<usize> {
        self.columns.get(name).copied()
    }

    /// The names of the columns with their numbers, in order of name.
    pub(crate) fn columns(&self) -> impl Iterator<Item = (&str, usize)> {
        self.columns.iter().map(|(name, &column)| (name.as_str(), column))
    }

    /// How many rows it has.
    pub(crate) fn len(&self) -> usize {
        match &self.rows {
            Rows::Grid(rows) => rows.len(),
            Rows::Tree(tree) => tree.len(),
        }
    }

    /// What a cell says, without the space around it; nothing where there is none.
    pub(crate) fn words(&self, row: usize, column: usize) -> &str {
        match &self.rows {
            Rows::Grid(rows) => rows.get(row).map_or("", |&row| self.document.cell(row, column)),
            Rows::Tree(tree) => tree.words(row, column).trim(),
        }
    }

    /// Where a cell is, if what it says is what is written there.
    pub(crate) fn place(&self, row: usize, column: usize) -> Option<Place> {
        match &self.rows {
            Rows::Grid(rows) => Some(Place::cell(*rows.get(row)?, column)),
            Rows::Tree(tree) => tree.place(row, column),
        }
    }

    /// Where a row begins.
    pub(crate) fn start(&self, row: usize) -> Place {
        match &self.rows {
            Rows::Grid(rows) => Place::cell(rows.get(row).copied().unwrap_or_default(), 0),
            Rows::Tree(tree) => tree.start(row),
        }
    }

    /// The line of a row in a table without line breaks in its cells, counted from 1; of an
    /// object, its number.
    pub(crate) fn number(&self, row: usize) -> usize {
        match &self.rows {
            Rows::Grid(rows) => rows.get(row).map_or(0, |row| row + 1),
            Rows::Tree(_) => row + 1,
        }
    }

    /// Whether a row has a cell for every column and no more.
    pub(crate) fn is_whole(&self, row: usize) -> bool {
        let Rows::Grid(rows) = &self.rows else { return true };
        let cells = |row: usize| self.document.rows().get(row).map(Vec::len);
        rows.get(row).is_some_and(|&row| cells(row) == cells(0))
    }
}
