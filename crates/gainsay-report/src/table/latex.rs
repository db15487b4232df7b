//! A table as LaTeX, with the rules of `booktabs`.

use super::{Align, Cell, Sheet, Source};
use crate::escape::{latex as escape, web_address};

/// Writes a sheet as a floating table with caption and label, its notes and sources
/// below.
pub(super) fn latex(sheet: &Sheet) -> String {
    let headings: Vec<String> = sheet.columns.iter().map(|column| escape(&column.text)).collect();
    let rows: String = sheet.rows.iter().map(|row| self::row(sheet, row)).collect();
    format!(
        "% {mark}\n% \\usepackage{{array,booktabs,hyperref}}\n\\begin{{table}}\n\
         \\caption{{{caption}}}\n\\label{{{label}}}\n\\footnotesize\n\\begin{{tabular}}{{{columns}}}\n\
         \\toprule\n{headings} \\\\\n\\midrule\n{rows}\\bottomrule\n\\end{{tabular}}\n\
         {notes}{sources}\\end{{table}}\n",
        mark = sheet.mark,
        caption = escape(&sheet.caption),
        label = sheet.label,
        columns = columns(sheet),
        headings = headings.join(" & "),
        notes = notes(sheet),
        sources = sources(sheet),
    )
}

/// Columns share what the gaps between them leave of the line.
fn columns(sheet: &Sheet) -> String {
    let all: u32 = sheet.columns.iter().map(|column| column.weight).sum();
    let gaps = 2 * sheet.columns.len().saturating_sub(1);
    let columns = sheet.columns.iter().map(|column| {
        let side = match column.align {
            Align::Left => "raggedright",
            Align::Right => "raggedleft",
        };
        let width =
            format!("\\dimexpr(\\linewidth-{gaps}\\tabcolsep)*{}/{all}\\relax", column.weight);
        format!(">{{\\{side}\\arraybackslash{{}}}}p{{{width}}}")
    });
    format!("@{{}}{}@{{}}", columns.collect::<String>())
}

fn row(sheet: &Sheet, row: &[Cell]) -> String {
    let cells: Vec<String> = row.iter().map(|cell| self::cell(sheet, cell)).collect();
    format!("{} \\\\\n", cells.join(" & "))
}

fn cell(sheet: &Sheet, cell: &Cell) -> String {
    let mut text = escape(&cell.text);
    if let Some(source) = cell.source {
        text += &match sheet.by_key {
            true => citation(&sheet.sources[source]),
            false => format!(" {{[}}{}{{]}}", source + 1),
        };
    }
    if !cell.notes.is_empty() {
        let letters: Vec<_> = cell.notes.iter().map(|note| Sheet::letter(*note)).collect();
        text += &format!("\\textsuperscript{{{}}}", letters.join(","));
    }
    if let Some(second) = &cell.second {
        text += &format!("\\newline {{\\small {}}}", escape(second));
    }
    text
}

fn notes(sheet: &Sheet) -> String {
    let items = sheet.notes.iter().enumerate().map(|(index, note)| {
        format!("\\item[\\textsuperscript{{{}}}] {}\n", Sheet::letter(index), escape(note))
    });
    list(sheet.notes_title, items)
}

fn sources(sheet: &Sheet) -> String {
    if sheet.by_key {
        return String::new();
    }
    let items = sheet.sources.iter().enumerate().map(|(index, source)| {
        format!("\\item[{{[}}{}{{]}}] {}\n", index + 1, source.written(escape, address))
    });
    list(sheet.sources_title, items)
}

/// `\cite{key}`, with what stands before it: `(PwC, 2013, cited in \cite{key})`.
fn citation(source: &Source) -> String {
    let (lead, keys) = (escape(&source.lead()), source.read().join(","));
    match (lead.is_empty(), keys.is_empty()) {
        (true, _) => format!(" \\cite{{{keys}}}"),
        (false, true) => format!(" ({lead})"),
        (false, false) => format!(" ({lead} \\cite{{{keys}}})"),
    }
}

fn address(url: &str) -> String {
    match web_address(url) {
        Some(url) => format!("\\url{{{url}}}"),
        None => escape(url),
    }
}

fn list(title: &str, items: impl Iterator<Item = String>) -> String {
    let items: String = items.collect();
    if items.is_empty() {
        return items;
    }
    let title = escape(title);
    format!("\n\\medskip\\noindent {title}\n\\begin{{itemize}}\n{items}\\end{{itemize}}\n")
}
