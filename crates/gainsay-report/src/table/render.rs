//! Tables in the format asked for.

use std::collections::BTreeSet;

use super::{
    Format, Options, Sheet, Table, Works, csv::csv, html::html, latex::latex, markdown::markdown,
    terminal::terminal, typst::typst,
};
use crate::{Speaker, json};

/// Writes tables, one after the other, in one document.
pub fn render<'a>(speaker: Speaker<'a>, tables: &[Table<'a>], options: &Options) -> String {
    let write = |sheet: &Sheet| match options.format {
        Format::Terminal => terminal(sheet, options.width),
        Format::Markdown(dialect) => markdown(sheet, dialect),
        Format::Latex => latex(sheet),
        Format::Typst => typst(sheet),
        Format::Html => html(sheet),
        Format::Csv(_) | Format::Json => String::new(),
    };
    match options.format {
        Format::Csv(dialect) => {
            let works = works(speaker, tables, options);
            csv(speaker, tables, options, &works, dialect)
        }
        Format::Json => tables.iter().map(|table| json::table(speaker, table, options)).collect(),
        _ => {
            let works = works(speaker, tables, options);
            let sheets = sheets(speaker, tables, options, &works);
            sheets.iter().map(write).collect::<Vec<_>>().join("\n")
        }
    }
}

/// The works that tables cite.
pub(crate) fn works<'a>(
    speaker: Speaker<'a>,
    tables: &[Table<'a>],
    options: &Options,
) -> Works<'a> {
    let rows = tables.iter().flat_map(|table| table.shown(speaker.base, options));
    Works::new(speaker, rows.map(|row| row.claim))
}

/// The sheets of tables, each with a label of its own.
pub(super) fn sheets(
    speaker: Speaker<'_>,
    tables: &[Table<'_>],
    options: &Options,
    works: &Works<'_>,
) -> Vec<Sheet> {
    let mut labels = BTreeSet::new();
    let sheets = tables.iter().map(|table| {
        let mut sheet = Sheet::new(speaker, table, options, works);
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
