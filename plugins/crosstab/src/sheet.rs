//! A sheet: its filled cells, wherever they come from.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_plugin::{Document, wire::Place};

use crate::address::address;

/// Row and column, counted from 0.
pub(crate) type At = (usize, usize);

/// The filled cells of a sheet.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    /// Its name; none where the file is one table.
    pub(crate) name: Option<String>,
    cells: BTreeMap<At, String>,
    /// First and last cell of each merged range.
    merged: Vec<(At, At)>,
    /// Whether the core knows the cells from a listing, and not from the file.
    is_listed: bool,
    /// The cells that a workbook stores as numbers, without the zeros behind their last digit,
    /// each with how many decimals it is shown with at least.
    pub(crate) numbers: BTreeMap<At, usize>,
    /// Empty cells with a formula whose result was not saved.
    pub(crate) unsaved: Vec<At>,
}

impl Sheet {
    /// The cells of a document that the host itself reads as a table.
    pub(crate) fn of_table(document: &Document) -> Self {
        let cells = document.rows().iter().enumerate().flat_map(|(row, cells)| {
            cells.iter().enumerate().map(move |(column, words)| ((row, column), words.clone()))
        });
        Self { cells: filled(cells), ..Self::default() }
    }

    /// The cells that this plugin lists.
    pub(crate) fn listed(
        name: Option<String>,
        cells: impl IntoIterator<Item = (At, String)>,
        merged: Vec<(At, At)>,
    ) -> Self {
        Self { name, cells: filled(cells), merged, is_listed: true, ..Self::default() }
    }

    /// Address and words of every cell, in order, if the core is to be told them.
    pub(crate) fn entries(&self) -> Option<Vec<[String; 2]>> {
        let entry = |(&at, words): (&At, &String)| [address(at), words.clone()];
        self.is_listed.then(|| self.cells.iter().map(entry).collect())
    }

    /// What a cell says, without space around it; nothing where it is empty.
    pub(crate) fn words(&self, at: At) -> &str {
        self.cells.get(&at).map_or("", |words| words.trim())
    }

    /// What a cell says, with the space around it.
    pub(crate) fn whole(&self, at: At) -> &str {
        self.cells.get(&at).map_or("", String::as_str)
    }

    /// Writes a number with at least so many decimals.
    pub(crate) fn write_decimals(&mut self, at: At, decimals: usize) {
        let Some(words) = self.cells.get_mut(&at) else { return };
        let written = words.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        if written < decimals {
            words.push_str(if written == 0 { "." } else { "" });
            words.extend(std::iter::repeat_n('0', decimals - written));
        }
    }

    /// The places of all cells, as the core knows them.
    pub(crate) fn places(&self) -> BTreeMap<At, Place> {
        let place = |(index, &at): (usize, &At)| match self.is_listed {
            true => (at, Place::cell(index, 1)),
            false => (at, Place::cell(at.0, at.1)),
        };
        self.cells.keys().enumerate().map(place).collect()
    }

    /// The filled cells of a row.
    pub(crate) fn row(&self, row: usize) -> impl Iterator<Item = (At, &str)> {
        let cells = self.cells.range((row, 0)..=(row, usize::MAX));
        cells.map(|(&at, words)| (at, words.trim()))
    }

    /// The rows that hold anything, in order.
    pub(crate) fn rows(&self) -> BTreeSet<usize> {
        self.cells.keys().map(|&(row, _)| row).collect()
    }

    /// The columns that hold anything, in order.
    pub(crate) fn columns(&self) -> BTreeSet<usize> {
        self.cells.keys().map(|&(_, column)| column).collect()
    }

    /// How many cells are filled.
    pub(crate) fn len(&self) -> usize {
        self.cells.len()
    }

    /// What the heads of a column say, outermost first. A head reaches over the cells
    /// that are merged with it; where nothing in the banner is merged, over the empty
    /// cells to its right, except in the innermost row.
    pub(crate) fn heads(&self, banner: &[usize], column: usize) -> Vec<String> {
        let is_merged = self.merged.iter().any(|&((first, left), (last, right))| {
            left < right && banner.iter().any(|&row| (first..=last).contains(&row))
        });
        let mut heads = Vec::new();
        for (depth, &row) in banner.iter().enumerate() {
            let carries = !is_merged && depth + 1 < banner.len();
            let head = self.head((row, column), carries);
            if !head.is_empty() && heads.last() != Some(&head) {
                heads.push(head);
            }
        }
        heads
    }

    fn head(&self, at: At, carries: bool) -> String {
        let (row, column) = at;
        let own = self.words(at);
        if !own.is_empty() {
            return own.to_owned();
        }
        let within = |&&((first, left), (last, right)): &&(At, At)| {
            (first..=last).contains(&row) && (left..=right).contains(&column)
        };
        if let Some(&(first, _)) = self.merged.iter().find(within) {
            return self.words(first).to_owned();
        }
        let left = self.cells.range((row, 0)..(row, column)).next_back();
        left.filter(|_| carries).map_or_else(String::new, |(_, words)| words.trim().to_owned())
    }
}

fn filled(cells: impl IntoIterator<Item = (At, String)>) -> BTreeMap<At, String> {
    cells.into_iter().filter(|(_, words)| !words.trim().is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(rows: &[&[&str]], merged: Vec<(At, At)>) -> Sheet {
        let cells = rows.iter().enumerate().flat_map(|(row, cells)| {
            let cell = move |(column, words): (usize, &&str)| ((row, column), (*words).to_owned());
            cells.iter().enumerate().map(cell)
        });
        Sheet::listed(None, cells, merged)
    }

    const ROWS: &[&[&str]] = &[&["", "All", "Age", "", ""], &["", "", "18-34", "35+", "Other"]];

    #[test]
    fn a_head_reaches_over_the_empty_cells_to_its_right() {
        let sheet = sheet(ROWS, Vec::new());
        let heads: Vec<_> = (1..5).map(|column| sheet.heads(&[0, 1], column).join("/")).collect();
        assert_eq!(heads, ["All", "Age/18-34", "Age/35+", "Age/Other"]);
    }

    #[test]
    fn where_cells_are_merged_a_head_reaches_over_those_only() {
        let sheet = sheet(ROWS, vec![((0, 2), (0, 3)), ((0, 1), (1, 1)), ((9, 9), (900, 900))]);
        let heads: Vec<_> = (1..5).map(|column| sheet.heads(&[0, 1], column).join("/")).collect();
        assert_eq!(heads, ["All", "Age/18-34", "Age/35+", "Other"]);
    }

    #[test]
    fn only_filled_cells_are_listed() {
        let sheet = sheet(&[&["", " a "], &["b", " "]], Vec::new());
        let entries = sheet.entries().expect("it is listed");
        assert_eq!(entries, [["B1", " a "], ["A2", "b"]]);
        assert_eq!(sheet.places()[&(1, 0)], Place::cell(1, 1));
        assert_eq!(sheet.words((0, 1)), "a");
    }
}
