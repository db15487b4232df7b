//! The columns that a mapping names, and what the rows of a table say in them.

use std::{borrow::Cow, collections::BTreeSet};

use gainsay_plugin::{
    Said, SourceDiagnostic,
    period::Period,
    wire::{DateOrder, Place},
};
use indexmap::IndexMap;

use crate::table::Table;

/// A column, and how its cells are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    /// As they are.
    Words(usize),
    /// A day, whatever the order of its parts, as `2019-06-28`.
    Day(usize),
    /// What their words mean, by the number of `[words]`.
    Meaning(usize),
}

/// What the words of a column mean.
#[derive(Debug)]
pub(crate) struct Meanings<'a> {
    pub(crate) column: usize,
    pub(crate) mean: &'a IndexMap<String, String>,
    pub(crate) others: Option<&'a str>,
}

/// A table as a mapping reads its cells.
#[derive(Debug)]
pub(crate) struct Cells<'a> {
    pub(crate) table: &'a Table<'a>,
    pub(crate) missing: &'a [String],
    pub(crate) order: Option<DateOrder>,
    pub(crate) meanings: Vec<Meanings<'a>>,
    /// The columns with days.
    pub(crate) days: BTreeSet<usize>,
}

/// A row of a table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'a> {
    pub(crate) cells: &'a Cells<'a>,
    pub(crate) index: usize,
}

/// What has to hold for a row.
#[derive(Debug)]
pub(crate) struct Condition<'a> {
    pub(crate) column: usize,
    pub(crate) is: Option<&'a [String]>,
    pub(crate) not: &'a [String],
}

impl Condition<'_> {
    pub(crate) fn holds(&self, row: Row<'_>) -> bool {
        let words = row.get(self.column);
        let is_among = |list: &[String]| list.iter().any(|one| one == words);
        self.is.is_none_or(is_among) && !is_among(self.not)
    }
}

impl<'a> Row<'a> {
    /// What it says in a column, or nothing.
    pub(crate) fn get(self, column: usize) -> &'a str {
        let words = self.cells.table.words(self.index, column);
        if self.cells.missing.iter().any(|one| one == words) { "" } else { words }
    }

    /// Where it says something in a column, if it does.
    pub(crate) fn at(self, column: usize) -> Option<Place> {
        let place = || self.cells.table.place(self.index, column);
        if self.get(column).is_empty() { None } else { place() }
    }

    /// Where it begins.
    pub(crate) fn start(self) -> Place {
        self.cells.table.start(self.index)
    }

    /// The day in a column, if there is one.
    pub(crate) fn day(self, column: usize) -> Option<Period> {
        Period::read(self.get(column), self.cells.order)
    }

    /// What it says in a column as that is read.
    pub(crate) fn said(self, column: Column) -> Cow<'a, str> {
        match column {
            Column::Words(column) => self.get(column).into(),
            Column::Day(column) => match self.day(column) {
                Some(day) => day.to_string().into(),
                None => self.get(column).into(),
            },
            Column::Meaning(number) => self.meaning(number).unwrap_or_default().into(),
        }
    }

    /// What its word in a column means, if that is known.
    pub(crate) fn meaning(self, number: usize) -> Option<&'a str> {
        let meanings = self.cells.meanings.get(number)?;
        let known = meanings.mean.get(self.get(meanings.column));
        known.map(String::as_str).or(meanings.others)
    }

    /// A remark on the cell of a column, or on the row where there is none.
    pub(crate) fn remark(
        self,
        column: Option<usize>,
        message: impl Into<Said>,
    ) -> SourceDiagnostic {
        let at = column.and_then(|column| self.at(column)).unwrap_or_else(|| self.start());
        SourceDiagnostic::new(message).at(at)
    }
}
