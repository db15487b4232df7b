//! A table: its columns by name and its rows, wherever they come from.

mod tree;

use std::{borrow::Cow, collections::BTreeMap};

use gainsay_plugin::{
    Document, Lang, Said,
    form::{Decoded, Encoding, NoTable, address, decoded},
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
    /// What is odd about how it is written, in words that follow its name.
    pub(crate) remark: Option<Said>,
}

#[derive(Debug)]
enum Rows<'a> {
    /// Rows of cells.
    Grid(Grid<'a>),
    /// The objects of a text in JSON.
    Tree(Tree<'a>),
}

#[derive(Debug)]
struct Grid<'a> {
    cells: Cow<'a, [Vec<String>]>,
    /// The rows below the head that hold anything, by number.
    rows: Vec<usize>,
    /// Where the core knows each filled cell, if it knows them by a list only.
    listed: Option<BTreeMap<(usize, usize), Place>>,
}

/// Why a file is no table.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TableError {
    #[error(transparent)]
    NotDecoded(#[from] NoTable),
    #[error("has no row of column names")]
    NoHead,
    #[error("has two columns `{0}`")]
    Twice(String),
    #[error("is neither a table nor a text in JSON")]
    OtherForm,
    #[error("is no JSON: {0}")]
    Json(#[from] serde_json::Error),
    #[error("holds no array of objects")]
    NoObjects,
    #[error("has more than {MOST_COLUMNS} columns, or {MOST_CELLS} cells")]
    TooLarge,
    #[error("has more than {} arrays within arrays", tree::DEEPEST)]
    TooDeep,
}

impl From<TableError> for Said {
    fn from(why: TableError) -> Self {
        let fr = match &why {
            TableError::NotDecoded(why) => return (*why).into(),
            TableError::NoHead => "n'a pas de ligne qui nomme ses colonnes".to_owned(),
            TableError::Twice(name) => format!("a deux colonnes `{name}`"),
            TableError::OtherForm => "n'est ni un tableau ni un texte en JSON".to_owned(),
            TableError::Json(error) => {
                let why = Said::of_parser(&error.to_string());
                format!("n'est pas du JSON\u{a0}: {}", why.pick(Lang::Fr))
            }
            TableError::NoObjects => "ne contient aucune liste d'objets".to_owned(),
            TableError::TooLarge => {
                format!("a plus de {MOST_COLUMNS} colonnes, ou de {MOST_CELLS} cellules")
            }
            TableError::TooDeep => {
                format!("a plus de {} listes les unes dans les autres", tree::DEEPEST)
            }
        };
        [why.to_string(), fr].into()
    }
}

impl<'a> Table<'a> {
    /// Reads a document as the host hands it over: a table whose first row names its
    /// columns, or an array of objects in JSON.
    pub(crate) fn of(
        document: &'a Document,
        encoding: Option<Encoding>,
    ) -> Result<Self, TableError> {
        let is_table = matches!(document.name.rsplit_once('.'), Some((_, "csv" | "tsv")));
        match document.name.ends_with(".json") {
            true if document.bytes.is_none() => return tree::read(document),
            _ if !is_table => return Err(TableError::OtherForm),
            _ => {}
        }
        let Decoded { rows: cells, remark } = decoded(document, encoding)?;
        let head = cells.first().ok_or(TableError::NoHead)?;
        let mut columns = BTreeMap::new();
        for (column, name) in head.iter().enumerate() {
            let name = name.trim();
            if !name.is_empty() && columns.insert(name.to_owned(), column).is_some() {
                return Err(TableError::Twice(name.to_owned()));
            }
        }
        let is_filled = |row: &Vec<String>| row.iter().any(|cell| !cell.trim().is_empty());
        let rows = cells.iter().enumerate().skip(1);
        let rows = rows.filter(|(_, row)| is_filled(row)).map(|(at, _)| at).collect();
        let listed = document.bytes.is_some().then(|| {
            let places = filled(&cells).enumerate();
            places.map(|(entry, (at, _))| (at, Place::cell(entry, 1))).collect()
        });
        Ok(Self { document, columns, rows: Rows::Grid(Grid { cells, rows, listed }), remark })
    }

    /// Address and words of every filled cell, in order, where the core could not read them
    /// itself.
    pub(crate) fn entries(&self) -> Option<Vec<[String; 2]>> {
        match &self.rows {
            Rows::Grid(grid) if grid.listed.is_some() => {
                let entry = |(at, words): (_, &String)| [address(at), words.clone()];
                Some(filled(&grid.cells).map(entry).collect())
            }
            _ => None,
        }
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
            Rows::Grid(grid) => grid.rows.len(),
            Rows::Tree(tree) => tree.len(),
        }
    }

    /// What a cell says, without the space around it; nothing where there is none.
    pub(crate) fn words(&self, row: usize, column: usize) -> &str {
        match &self.rows {
            Rows::Grid(grid) => {
                let cells = grid.rows.get(row).and_then(|&row| grid.cells.get(row));
                cells.and_then(|cells| cells.get(column)).map_or("", |words| words.trim())
            }
            Rows::Tree(tree) => tree.words(row, column).trim(),
        }
    }

    /// Where a cell is, if what it says is what is written there.
    pub(crate) fn place(&self, row: usize, column: usize) -> Option<Place> {
        match &self.rows {
            Rows::Grid(grid) => grid.place((*grid.rows.get(row)?, column)),
            Rows::Tree(tree) => tree.place(row, column),
        }
    }

    /// Where a row begins.
    pub(crate) fn start(&self, row: usize) -> Place {
        match &self.rows {
            Rows::Grid(grid) => {
                let row = grid.rows.get(row).copied().unwrap_or_default();
                let mut columns = 0..grid.cells.get(row).map_or(0, Vec::len);
                columns.find_map(|column| grid.place((row, column))).unwrap_or(Place::cell(0, 0))
            }
            Rows::Tree(tree) => tree.start(row),
        }
    }

    /// The line of a row in a table without line breaks in its cells, counted from 1; of an
    /// object, its number.
    pub(crate) fn number(&self, row: usize) -> usize {
        match &self.rows {
            Rows::Grid(grid) => grid.rows.get(row).map_or(0, |row| row + 1),
            Rows::Tree(_) => row + 1,
        }
    }

    /// Whether a row has a cell for every column and no more.
    pub(crate) fn is_whole(&self, row: usize) -> bool {
        let Rows::Grid(grid) = &self.rows else { return true };
        let cells = |row: usize| grid.cells.get(row).map(Vec::len);
        grid.rows.get(row).is_some_and(|&row| cells(row) == cells(0))
    }
}

impl Grid<'_> {
    /// Where the core knows a cell; of a list, only if it is filled.
    fn place(&self, at: (usize, usize)) -> Option<Place> {
        match &self.listed {
            Some(listed) => listed.get(&at).copied(),
            None => Some(Place::cell(at.0, at.1)),
        }
    }
}

/// The filled cells of a table, in order.
fn filled(cells: &[Vec<String>]) -> impl Iterator<Item = ((usize, usize), &String)> {
    let cells = cells.iter().enumerate().flat_map(|(row, cells)| {
        cells.iter().enumerate().map(move |(column, words)| ((row, column), words))
    });
    cells.filter(|(_, words)| !words.trim().is_empty())
}
