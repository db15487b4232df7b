//! Tables in the format asked for.

use std::collections::BTreeSet;

use super::{
    Format, Options, Sheet, Table, csv::csv, html::html, latex::latex, markdown::markdown,
    terminal::terminal, typst::typst,
};
use crate::{Speaker, json};

/// Writes tables, one after the other, in one document.
pub fn render(speaker: Speaker<'_>, tables: &[Table<'_>], options: &Options) -> String {
    let write = |sheet: &Sheet| match options.format {
        Format::Terminal => terminal(sheet, options.width),
        Format::Markdown(dialect) => markdown(sheet, dialect),
        Format::Latex => latex(sheet),
        Format::Typst => typst(sheet),
        Format::Html => html(sheet),
        Format::Csv(_) | Format::Json => String::new(),
    };
    match options.format {
        Format::Csv(dialect) => csv(speaker, tables, options, dialect),
        Format::Json => tables.iter().map(|table| json::table(speaker, table, options)).collect(),
        _ => {
            let sheets = sheets(speaker, tables, options);
            sheets.iter().map(write).collect::<Vec<_>>().join("\n")
        }
    }
}

/// The sheets of tables, each with a label of its own.
pub(super) fn sheets(speaker: Speaker<'_>, tables: &[Table<'_>], options: &Options) -> Vec<Sheet> {
    let mut labels = BTreeSet::new();
    let sheets = tables.iter().map(|table| {
        let mut sheet = Sheet::new(speaker, table, options);
        let label = sheet.label.clone();
        for number in 2.. {
            if labels.insert(sheet.label.clone()) {
                break;
            }
            sheet.label = format!("{label}-{number}");
        }
        sheet
    });
    sheets.collect()
}
