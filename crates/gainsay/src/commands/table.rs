use gainsay_claims::Lang;
use gainsay_judge::{PropositionJudgement, judge};
use gainsay_report::{
    Speaker, json,
    table::{Table, csv, markdown, terminal},
};

use crate::{
    args::{Global, OutputFormat, TableFormat},
    base,
    exit::Exit,
    output,
    refusal::Refusal,
    select::unknown,
};

/// Prints the table of every proposition that a name stands for: one
/// proposition, or all those of a concept, one after the other.
pub(super) fn run(
    global: &Global,
    lang: Lang,
    name: &str,
    format: Option<TableFormat>,
) -> Result<Exit, Refusal> {
    let loaded = base::load(global)?;
    let judgement = judge(&loaded.base);
    let tables: Vec<Table<'_>> = named(&judgement.propositions, name)
        .into_iter()
        .map(|judged| Table::new(&loaded.base, judged))
        .collect();
    if tables.is_empty() {
        let propositions = judgement.propositions.iter();
        let ids: Vec<String> = propositions.map(|one| one.proposition.to_string()).collect();
        return Err(unknown(name, ids.iter().map(String::as_str)));
    }
    let speaker = Speaker::new(&loaded.base, lang);
    let format = format.unwrap_or(default_format(global));
    output::print(&text(speaker, &tables, format), global.color)?;
    Ok(super::exit(global, &loaded.base))
}

/// The proposition with this name, else all those of the concept.
fn named<'a>(all: &'a [PropositionJudgement], name: &str) -> Vec<&'a PropositionJudgement> {
    match all.iter().find(|one| one.proposition.to_string() == name) {
        Some(exact) => vec![exact],
        None => all.iter().filter(|one| one.proposition.concept == name).collect(),
    }
}

/// All tables in one text. In Markdown, where a table has no title, several are
/// told apart by their propositions; comma-separated values keep one heading.
fn text(speaker: Speaker<'_>, tables: &[Table<'_>], format: TableFormat) -> String {
    let width = width();
    let texts = tables.iter().map(|table| match format {
        TableFormat::Terminal => terminal(speaker, table, Some(width)),
        TableFormat::Md if tables.len() == 1 => markdown(speaker, table),
        TableFormat::Md => format!("`{}`\n\n{}", table.proposition, markdown(speaker, table)),
        TableFormat::Csv => csv(speaker, table),
        TableFormat::Json => json::table(speaker, table),
    });
    match format {
        TableFormat::Terminal | TableFormat::Md => texts.collect::<Vec<_>>().join("\n"),
        TableFormat::Json => texts.collect(),
        TableFormat::Csv => {
            let rows = |(index, text): (usize, String)| {
                let skipped = if index == 0 { 0 } else { text.find('\n').map_or(0, |end| end + 1) };
                text[skipped..].to_owned()
            };
            texts.enumerate().map(rows).collect()
        }
    }
}

/// The terminal's width in columns; a wide page's where there is no terminal.
fn width() -> u16 {
    comfy_table::Table::new().width().unwrap_or(150)
}

fn default_format(global: &Global) -> TableFormat {
    match global.output_format {
        OutputFormat::Json => TableFormat::Json,
        _ => TableFormat::Terminal,
    }
}
