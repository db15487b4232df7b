use gainsay_claims::Lang;
use gainsay_judge::judge;
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
/// proposition, or all those of a concept.
pub(super) fn run(
    global: &Global,
    lang: Lang,
    name: &str,
    format: Option<TableFormat>,
) -> Result<Exit, Refusal> {
    let loaded = base::load(global)?;
    let judgement = judge(&loaded.base);
    let propositions = judgement.propositions.iter();
    let ids: Vec<String> = propositions.clone().map(|one| one.proposition.to_string()).collect();
    let exact = propositions.clone().zip(&ids).find(|(_, id)| *id == name);
    let judged = match exact {
        Some((judged, _)) => judged,
        None => {
            let mut of_concept = propositions.filter(|one| one.proposition.concept == name);
            match (of_concept.next(), of_concept.next()) {
                (Some(only), None) => only,
                _ => return Err(unknown(name, ids.iter().map(String::as_str))),
            }
        }
    };
    let table = Table::new(&loaded.base, judged);
    let speaker = Speaker::new(&loaded.base, lang);
    let text = match format.unwrap_or(default_format(global)) {
        TableFormat::Terminal => terminal(speaker, &table, Some(width())),
        TableFormat::Md => markdown(speaker, &table),
        TableFormat::Csv => csv(speaker, &table),
        TableFormat::Json => json::table(speaker, &table),
    };
    output::print(&text, global.color)?;
    Ok(super::exit(global, &loaded.base))
}

/// The terminal's width in columns; a wide page's where there is no terminal.
fn width() -> u16 {
    comfy_table::Table::new().width().unwrap_or(150)
}

fn default_format(global: &Global) -> TableFormat {
    match global.output_format {
        OutputFormat::Json => TableFormat::Json,
        OutputFormat::Full | OutputFormat::Concise => TableFormat::Terminal,
    }
}
