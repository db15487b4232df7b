//! A table for the terminal.

use comfy_table::{
    CellAlignment, ContentArrangement, Table as Grid, presets::UTF8_HORIZONTAL_ONLY,
};

use super::{Align, Cell, Sheet};

/// Draws a sheet, wrapped to a width if one is given.
pub(super) fn terminal(sheet: &Sheet, width: Option<u16>) -> String {
    let mut grid = Grid::new();
    let headings = sheet.columns.iter().map(|column| column.text.as_str());
    grid.load_style(UTF8_HORIZONTAL_ONLY).force_no_tty().set_header(headings);
    if let Some(width) = width {
        grid.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    }
    for row in &sheet.rows {
        grid.add_row(row.iter().map(cell));
    }
    for (index, heading) in sheet.columns.iter().enumerate() {
        if let (Align::Right, Some(column)) = (heading.align, grid.column_mut(index)) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    let lines: String = grid.lines().map(|line| line.trim_end().to_owned() + "\n").collect();
    format!("{}\n{lines}{}", sheet.caption, below(sheet))
}

/// `28% (a, b) [1]`, the second line below.
fn cell(cell: &Cell) -> String {
    let mut text = cell.text.clone();
    if let Some(source) = cell.source {
        text += &format!(" [{}]", source + 1);
    }
    if !cell.notes.is_empty() {
        let letters: Vec<String> = cell.notes.iter().map(|note| Sheet::letter(*note)).collect();
        text += &format!(" ({})", letters.join(", "));
    }
    match &cell.second {
        Some(second) => format!("{text}\n{second}"),
        None => text,
    }
}

fn below(sheet: &Sheet) -> String {
    let mut text = String::new();
    for (index, note) in sheet.notes.iter().enumerate() {
        text += &format!("({}) {note}\n", Sheet::letter(index));
    }
    for (index, source) in sheet.sources.iter().enumerate() {
        let written = source.written(str::to_owned, str::to_owned);
        text += &format!("[{}] {written}\n", index + 1);
    }
    text
}
