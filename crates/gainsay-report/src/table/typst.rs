//! A table as Typst.

use super::{Align, Cell, Sheet, Source};
use crate::escape::{typst as escape, web_address};

/// Writes a sheet as a figure with caption and label, its notes and sources below.
pub(super) fn typst(sheet: &Sheet) -> String {
    let columns: Vec<String> =
        sheet.columns.iter().map(|column| format!("{}fr", column.weight)).collect();
    let align: Vec<&str> = sheet.columns.iter().map(|column| align(column.align)).collect();
    let headings: String =
        sheet.columns.iter().map(|column| format!("[{}], ", escape(&column.text))).collect();
    let rows: String = sheet.rows.iter().map(|row| self::row(sheet, row)).collect();
    format!(
        "// {mark}\n#figure(\n  table(\n    columns: ({columns},),\n    align: ({align},),\n    \
         table.header({headings}),\n{rows}  ),\n  kind: table,\n  caption: [{caption}],\n) <{label}>\n\
         {notes}{sources}",
        mark = sheet.mark,
        columns = columns.join(", "),
        align = align.join(", "),
        headings = headings.trim_end_matches(", "),
        caption = escape(&sheet.caption),
        label = sheet.label,
        notes = notes(sheet),
        sources = sources(sheet),
    )
}

fn align(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Right => "right",
    }
}

fn row(sheet: &Sheet, row: &[Cell]) -> String {
    let cells: Vec<String> =
        row.iter().map(|cell| format!("[{}]", self::cell(sheet, cell))).collect();
    format!("    {},\n", cells.join(", "))
}

fn cell(sheet: &Sheet, cell: &Cell) -> String {
    let mut text = escape(&cell.text);
    if let Some(source) = cell.source {
        text += &match sheet.by_key {
            true => citation(&sheet.sources[source]),
            false => format!(" \\[{}\\]", source + 1),
        };
    }
    if !cell.notes.is_empty() {
        let letters: Vec<_> = cell.notes.iter().map(|note| Sheet::letter(*note)).collect();
        text += &format!("#super[{}];", letters.join(","));
    }
    if let Some(second) = &cell.second {
        text += &format!("#linebreak();#text(size: 0.85em)[{}];", escape(second));
    }
    text
}

fn notes(sheet: &Sheet) -> String {
    let items = sheet
        .notes
        .iter()
        .enumerate()
        .map(|(index, note)| format!("- #super[{}]; {}\n", Sheet::letter(index), escape(note)));
    list(sheet.notes_title, items)
}

fn sources(sheet: &Sheet) -> String {
    if sheet.by_key {
        return String::new();
    }
    let items = sheet.sources.iter().enumerate().map(|(index, source)| {
        format!("- \\[{}\\] {}\n", index + 1, source.written(escape, address))
    });
    list(sheet.sources_title, items)
}

/// A citation, with what stands before it: `(PwC, 2013, cited in Mercatik (2014))`.
fn citation(source: &Source) -> String {
    let (lead, keys) = (escape(&source.lead()), source.read());
    let one = |form: &str| {
        let keys = keys.iter().map(|key| format!("#cite(label(\"{key}\"){form});"));
        keys.collect::<Vec<_>>().join(" ")
    };
    match (lead.is_empty(), keys.is_empty()) {
        (true, _) => format!(" {}", one("")),
        (false, true) => format!(" ({lead})"),
        (false, false) => format!(" ({lead} {})", one(", form: \"prose\"")),
    }
}

/// An address of the web holds no quotation mark and no backslash, so it is a string
/// as it stands.
fn address(url: &str) -> String {
    match web_address(url) {
        Some(url) => format!("#link(\"{url}\");"),
        None => escape(url),
    }
}

fn list(title: &str, items: impl Iterator<Item = String>) -> String {
    let items: String = items.collect();
    if items.is_empty() { items } else { format!("\n{}\n{items}", escape(title)) }
}
