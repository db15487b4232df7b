use gainsay_bulk::{Row, rows, write_csv, write_json_lines};
use gainsay_claims::{EvidenceBase, Lang};
use gainsay_report::{Speaker, ddi};

use crate::{
    args::{ExportFormat, Global},
    base,
    exit::Exit,
    output,
    refusal::Refusal,
    select::unknown,
};

/// Prints a study, or all claims, for other programs.
pub(super) fn run(
    global: &Global,
    lang: Lang,
    id: Option<&str>,
    format: Option<ExportFormat>,
) -> Result<Exit, Refusal> {
    let usual = if id.is_some() { ExportFormat::Ddi } else { ExportFormat::Csv };
    let format = format.unwrap_or(usual);
    if id.is_none() && format == ExportFormat::Ddi {
        return Err(Refusal::NoStudyNamed);
    }
    let loaded = base::load(global)?;
    let base = &loaded.base;
    let study = id.map(|id| {
        let known = || base.studies.keys().map(String::as_str);
        base.studies.get(id).ok_or_else(|| unknown(id, known()))
    });
    let study = study.transpose()?;
    match (format, study) {
        (ExportFormat::Ddi, Some(study)) => {
            output::print(&ddi::render(Speaker::new(base, lang), study), global.color)?;
        }
        (ExportFormat::Ddi, None) => return Err(Refusal::NoStudyNamed),
        (ExportFormat::Csv, _) => output::stream(|out| write_csv(&chosen(base, id), out))?,
        (ExportFormat::Jsonl, _) => output::stream(|out| write_json_lines(&chosen(base, id), out))?,
    }
    Ok(super::exit(global, base))
}

/// The rows of a study, or all.
fn chosen(base: &EvidenceBase, study: Option<&str>) -> Vec<Row> {
    let is_chosen = |row: &Row| study.is_none_or(|study| row.study == study);
    rows(base).into_iter().filter(is_chosen).collect()
}
