//! A table as Markdown: a pipe table, which every dialect reads.

use super::{Align, Cell, MarkdownDialect, Sheet, Source};
use crate::escape::{markdown as escape, markdown_inline, web_address};

/// Writes a sheet. Text of plugins stays text: marks of Markdown and HTML are
/// escaped.
pub(super) fn markdown(sheet: &Sheet, dialect: MarkdownDialect) -> String {
    let writer = Writer { sheet, dialect };
    let mut text = format!("<!-- {} -->\n\n", sheet.mark);
    if dialect == MarkdownDialect::Gfm {
        text += &format!("**{}**\n\n", escape(&sheet.caption));
    }
    text += &line(sheet.columns.iter().map(|column| escape(&column.text)));
    text += &line(sheet.columns.iter().map(|column| {
        // Pandoc takes the widths of columns from the hyphens.
        let hyphens = "-".repeat(3 * column.weight as usize);
        match column.align {
            Align::Left => hyphens,
            Align::Right => hyphens + ":",
        }
    }));
    for row in &sheet.rows {
        text += &line(row.iter().map(|cell| writer.cell(cell)));
    }
    text + &writer.caption() + &writer.notes() + &writer.sources()
}

fn line(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
}

struct Writer<'a> {
    sheet: &'a Sheet,
    dialect: MarkdownDialect,
}

impl Writer<'_> {
    /// In GitHub's dialect a line break stands before the second line. Pandoc would
    /// drop it in everything but HTML, so there parentheses stand around it.
    fn cell(&self, cell: &Cell) -> String {
        let mut text = escape(&cell.text) + &self.references(cell);
        if let Some(second) = &cell.second {
            let second = escape(second);
            text += &match self.dialect {
                MarkdownDialect::Gfm => format!("<br>{second}"),
                MarkdownDialect::Pandoc | MarkdownDialect::Quarto => format!(" ({second})"),
            };
        }
        text
    }

    fn references(&self, cell: &Cell) -> String {
        let mut text = String::new();
        if let Some(source) = cell.source {
            text += &match self.sheet.by_key {
                true => citation(&self.sheet.sources[source]),
                false => format!(" \\[{}\\]", source + 1),
            };
        }
        if !cell.notes.is_empty() {
            let letters: Vec<_> = cell.notes.iter().map(|note| Sheet::letter(*note)).collect();
            text += &self.raised(&letters.join(","));
        }
        text
    }

    fn raised(&self, letters: &str) -> String {
        match self.dialect {
            MarkdownDialect::Gfm => format!("<sup>{letters}</sup>"),
            MarkdownDialect::Pandoc | MarkdownDialect::Quarto => format!("^{letters}^"),
        }
    }

    fn caption(&self) -> String {
        let caption = escape(&self.sheet.caption);
        match self.dialect {
            MarkdownDialect::Gfm => String::new(),
            MarkdownDialect::Pandoc => format!("\n: {caption}\n"),
            MarkdownDialect::Quarto => format!("\n: {caption} {{#{}}}\n", self.sheet.label),
        }
    }

    fn notes(&self) -> String {
        let items = self.sheet.notes.iter().enumerate().map(|(index, note)| {
            format!("- {} {}\n", self.raised(&Sheet::letter(index)), escape(note))
        });
        list(self.sheet.notes_title, items)
    }

    fn sources(&self) -> String {
        if self.sheet.by_key {
            return String::new();
        }
        let items = self.sheet.sources.iter().enumerate().map(|(index, source)| {
            let written = source.written(markdown_inline, address);
            format!("- \\[{}\\] {written}\n", index + 1)
        });
        list(self.sheet.sources_title, items)
    }
}

/// `[@key]`, with what stands before it: `[PwC, 2013, cited in @key]`.
fn citation(source: &Source) -> String {
    let lead = markdown_inline(&source.lead());
    let keys: Vec<String> = source.read().iter().map(|key| format!("@{key}")).collect();
    match (lead.is_empty(), keys.is_empty()) {
        (true, _) => format!(" [{}]", keys.join("; ")),
        (false, true) => format!(" ({lead})"),
        (false, false) => format!(" [{lead} {}]", keys.join("; ")),
    }
}

fn address(url: &str) -> String {
    match web_address(url) {
        Some(url) => format!("<{url}>"),
        None => escape(url),
    }
}

fn list(title: &str, items: impl Iterator<Item = String>) -> String {
    let items: String = items.collect();
    if items.is_empty() { items } else { format!("\n{title}\n\n{items}") }
}
