//! A table as HTML: bare, to be pasted into a page or a text processor.

use super::{Align, Cell, Sheet};
use crate::escape::{html as escape, web_address};

/// Writes a sheet as one element without any style. Links lead to the web, or to the
/// notes and sources in the foot of the table.
pub(super) fn html(sheet: &Sheet) -> String {
    let headings: String = sheet.columns.iter().map(heading).collect();
    let rows: String = sheet.rows.iter().map(|row| self::row(sheet, row)).collect();
    format!(
        "<!-- {mark} -->\n<table id=\"{label}\" lang=\"{lang}\">\n<caption>{caption}</caption>\n\
         <thead>\n<tr>\n{headings}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n{foot}</table>\n",
        mark = escape(&sheet.mark),
        label = sheet.label,
        lang = sheet.lang.code(),
        caption = escape(&sheet.caption),
        foot = foot(sheet),
    )
}

fn heading(heading: &super::Heading) -> String {
    format!("<th scope=\"col\"{}>{}</th>\n", align(heading.align), escape(&heading.text))
}

/// Numbers stand at the right in what text processors paste, too.
fn align(align: Align) -> &'static str {
    match align {
        Align::Left => "",
        Align::Right => " align=\"right\"",
    }
}

/// The first cell is the heading of its row.
fn row(sheet: &Sheet, row: &[Cell]) -> String {
    let mut text = "<tr>\n".to_owned();
    for (index, (cell, heading)) in row.iter().zip(&sheet.columns).enumerate() {
        let (cell, align) = (self::cell(sheet, cell), align(heading.align));
        text += &match index {
            0 => format!("<th scope=\"row\"{align}>{cell}</th>\n"),
            _ => format!("<td{align}>{cell}</td>\n"),
        };
    }
    text + "</tr>\n"
}

fn cell(sheet: &Sheet, cell: &Cell) -> String {
    let mut text = escape(&cell.text);
    if let Some(source) = cell.source {
        let number = source + 1;
        text += &format!(" <a href=\"#{}-{number}\">[{number}]</a>", sheet.label);
    }
    if !cell.notes.is_empty() {
        let letters: Vec<_> = cell.notes.iter().map(|note| reference(sheet, *note)).collect();
        text += &format!("<sup>{}</sup>", letters.join(","));
    }
    if let Some(second) = &cell.second {
        text += &format!("<br>{}", escape(second));
    }
    text
}

fn reference(sheet: &Sheet, note: usize) -> String {
    let letter = Sheet::letter(note);
    format!("<a href=\"#{}-{letter}\">{letter}</a>", sheet.label)
}

fn foot(sheet: &Sheet) -> String {
    let notes = sheet.notes.iter().enumerate().map(|(index, note)| {
        let letter = Sheet::letter(index);
        format!("<p id=\"{}-{letter}\"><sup>{letter}</sup> {}</p>\n", sheet.label, escape(note))
    });
    let sources = sheet.sources.iter().enumerate().map(|(index, source)| {
        let number = index + 1;
        let written = source.written(escape, address);
        format!("<p id=\"{}-{number}\">[{number}] {written}</p>\n", sheet.label)
    });
    let (notes, sources) = (group(sheet.notes_title, notes), group(sheet.sources_title, sources));
    if notes.is_empty() && sources.is_empty() {
        return String::new();
    }
    let width = sheet.columns.len();
    format!("<tfoot>\n<tr>\n<td colspan=\"{width}\">\n{notes}{sources}</td>\n</tr>\n</tfoot>\n")
}

fn group(title: &str, items: impl Iterator<Item = String>) -> String {
    let items: String = items.collect();
    if items.is_empty() { items } else { format!("<p>{}</p>\n{items}", escape(title)) }
}

fn address(url: &str) -> String {
    let shown = escape(url);
    match web_address(url) {
        Some(_) => format!("<a href=\"{shown}\">{shown}</a>"),
        None => shown,
    }
}
