//! Where cells stand in tables, while a format is read.

use crate::prose::Cell;

/// How many columns of a table are told apart; cells behind stand in the last one.
const MAX_COLUMNS: usize = 500;

/// The tables that are open, the innermost last.
#[derive(Debug, Default)]
pub(super) struct Grids {
    open: Vec<Grid>,
    count: usize,
}

#[derive(Debug)]
struct Grid {
    table: usize,
    /// How many rows have begun.
    rows: usize,
    column: usize,
    /// The column in which the next cell stands, unless one from above does.
    next: usize,
    /// Of each column, how many rows its last cell still takes, this one included.
    taken: Vec<usize>,
    is_in_cell: bool,
}

impl Grids {
    pub(super) fn begin_table(&mut self) {
        let table = self.count;
        self.count += 1;
        let taken = Vec::new();
        self.open.push(Grid { table, rows: 0, column: 0, next: 0, taken, is_in_cell: false });
    }

    pub(super) fn end_table(&mut self) {
        self.open.pop();
    }

    pub(super) fn begin_row(&mut self) {
        let Some(grid) = self.open.last_mut() else { return };
        (grid.rows, grid.next, grid.is_in_cell) = (grid.rows + 1, 0, false);
        grid.taken.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
    }

    /// Begins a cell that takes so many columns and rows.
    pub(super) fn begin_cell(&mut self, columns: usize, rows: usize) {
        let Some(grid) = self.open.last_mut() else { return };
        while grid.taken.get(grid.next).is_some_and(|rows| *rows > 0) {
            grid.next += 1;
        }
        grid.column = grid.next.min(MAX_COLUMNS);
        grid.is_in_cell = true;
        grid.take(columns, rows.max(1));
    }

    /// Lets the cell that is open take more columns.
    pub(super) fn widen(&mut self, columns: usize) {
        if let Some(grid) = self.open.last_mut().filter(|grid| grid.is_in_cell) {
            grid.take(columns.saturating_sub(1), 1);
        }
    }

    pub(super) fn end_cell(&mut self) {
        if let Some(grid) = self.open.last_mut() {
            grid.is_in_cell = false;
        }
    }

    /// The cell that is open.
    pub(super) fn cell(&self) -> Option<Cell> {
        let grid = self.open.last().filter(|grid| grid.is_in_cell)?;
        Some(Cell {
            table: grid.table,
            row: grid.rows.saturating_sub(1),
            column: grid.column,
            columns: grid.next.saturating_sub(grid.column).max(1),
        })
    }
}

impl Grid {
    fn take(&mut self, columns: usize, rows: usize) {
        let end = self.next.saturating_add(columns).min(MAX_COLUMNS);
        if self.taken.len() < end {
            self.taken.resize(end, 0);
        }
        let start = self.next.min(end);
        self.taken[start..end].fill(rows);
        self.next = end;
    }
}
