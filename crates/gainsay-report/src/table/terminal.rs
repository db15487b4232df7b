//! A table for the terminal.

use comfy_table::{ContentArrangement, Table as Grid, presets::UTF8_HORIZONTAL_ONLY};

use super::{Table, headings};
use crate::Speaker;

/// Draws a table, wrapped to a width if one is given.
pub fn terminal(speaker: Speaker<'_>, table: &Table<'_>, width: Option<u16>) -> String {
    let mut grid = Grid::new();
    grid.load_style(UTF8_HORIZONTAL_ONLY).force_no_tty().set_header(headings(speaker.lang));
    if let Some(width) = width {
        grid.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    }
    for row in &table.rows {
        grid.add_row(speaker.cells(row));
    }
    format!("{}\n{grid}\n", speaker.proposition(table.proposition))
}
