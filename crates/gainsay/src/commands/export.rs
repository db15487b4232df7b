use std::path::Path;

use gainsay_bulk::{Row, rows, write_csv, write_json_lines};
use gainsay_claims::{EvidenceBase, Lang};
use gainsay_host::create_whole;
use gainsay_report::{Speaker, clean, ddi, json};

use super::exchange::{self, Form};
use crate::{
    args::{ExportFormat, Global},
    base::{self, Opened},
    exit::Exit,
    output,
    refusal::Refusal,
    select::unknown,
};

/// What stands for standard output among files.
const STDOUT: &str = "-";

/// Prints a study, or all claims, for other programs, or writes them to a file.
pub(super) fn run(
    global: &Global,
    lang: Lang,
    id: Option<&str>,
    format: Option<ExportFormat>,
    file: Option<&Path>,
) -> Result<Exit, Refusal> {
    let file = file.filter(|file| file.as_os_str() != STDOUT);
    let usual = if id.is_some() { ExportFormat::Ddi } else { ExportFormat::Csv };
    let format = format.unwrap_or(usual);
    if id.is_none() && format == ExportFormat::Ddi {
        return Err(Refusal::NoStudyNamed);
    }
    if form(format).is_some() {
        let file = file.ok_or(Refusal::NoText)?;
        exchange::ensure_built(&shown(file))?;
    }
    let opened = base::load(global)?;
    if let Some(file) = file {
        base::ensure_not_read(file, &opened.base, global)?;
    }
    let name = file.map(shown).unwrap_or_default();
    let bytes = bytes(lang, &opened, id, format, &name)?;
    match file {
        Some(file) => {
            create_whole(file, &bytes).map_err(|error| Refusal::NotWritten { file: name, error })?
        }
        None => output::stream(|out| out.write_all(&bytes))?,
    }
    Ok(super::exit(global, &opened.base))
}

fn bytes(
    lang: Lang,
    opened: &Opened,
    id: Option<&str>,
    format: ExportFormat,
    name: &str,
) -> Result<Vec<u8>, Refusal> {
    let base = &opened.base;
    let speaker = Speaker::new(base, lang);
    let study = id.map(|id| {
        let known = || base.studies.keys().map(String::as_str);
        base.studies.get(id).ok_or_else(|| unknown(id, known()))
    });
    let study = study.transpose()?;
    let mut out = Vec::new();
    match (format, study) {
        (ExportFormat::Ddi, Some(study)) => return Ok(ddi::render(speaker, study).into_bytes()),
        (ExportFormat::Ddi, None) => return Err(Refusal::NoStudyNamed),
        (ExportFormat::Csv, _) => write_csv(&chosen(base, id), &mut out),
        (ExportFormat::Jsonl, _) => write_json_lines(&chosen(base, id), &mut out),
        (ExportFormat::Arrow | ExportFormat::Parquet | ExportFormat::Sqlite, _) => {
            let Some(form) = form(format) else { return Err(Refusal::NoText) };
            let about = json::about(speaker, &opened.diagnostics);
            return exchange::bytes(form, name, &chosen(base, id), &about);
        }
    }
    .map_err(Refusal::Write)?;
    Ok(out)
}

/// The form of a format that is no text.
fn form(format: ExportFormat) -> Option<Form> {
    match format {
        ExportFormat::Ddi | ExportFormat::Csv | ExportFormat::Jsonl => None,
        ExportFormat::Arrow => Some(Form::Arrow),
        ExportFormat::Parquet => Some(Form::Parquet),
        ExportFormat::Sqlite => Some(Form::Sqlite),
    }
}

fn shown(file: &Path) -> String {
    clean(&file.to_string_lossy())
}

/// The rows of a study, or all.
fn chosen(base: &EvidenceBase, study: Option<&str>) -> Vec<Row> {
    let is_chosen = |row: &Row| study.is_none_or(|study| row.study == study);
    rows(base).into_iter().filter(is_chosen).collect()
}
