use std::path::Path;

use gainsay_claims::{Diagnostic, Lang, Level, vocabulary::nearest};
use gainsay_host::{LoadOptions, Loaded, Locking, PlanError, TrustError};
use gainsay_report::{Speaker, concise, trust};

use crate::{
    args::Global,
    base::{self, from_here},
    exit::Exit,
    output,
    refusal::Refusal,
};

/// Pins the library of a source.
pub(super) fn run(global: &Global, lang: Lang, name: &str) -> Result<Exit, Refusal> {
    let done = gainsay_host::trust(&options(global)?, name).map_err(refused)?;
    output::print(&trust::trusted(lang, &told(lang, done)), global.color)?;
    Ok(Exit::Clean)
}

/// Puts a library where libraries are looked for, and pins it.
pub(super) fn install(
    global: &Global,
    lang: Lang,
    library: &Path,
    name: Option<&str>,
) -> Result<Exit, Refusal> {
    let done = gainsay_host::install(&options(global)?, library, name).map_err(refused)?;
    let gainsay_host::Installed { source, is_new_line, replaced, folder, trusted } = done;
    let trusted = told(lang, trusted);
    let done = trust::Installed { source, is_new_line, replaced, folder, trusted };
    output::print(&trust::installed(lang, &done), global.color)?;
    Ok(Exit::Clean)
}

/// The base as it is loaded to ask one of its plugins.
pub(super) fn options(global: &Global) -> Result<LoadOptions, Refusal> {
    Ok(base::load_options(base::folder(global)?, Locking::Heeded, global))
}

fn told(lang: Lang, done: gainsay_host::Trusted) -> trust::Trusted {
    let gainsay_host::Trusted { plugin, library, before, now, ids, kept, others, runs } = done;
    let is_error = |one: &&Diagnostic| one.check.level == Level::Error;
    let refused: Vec<_> = runs
        .iter()
        .flat_map(|run| run.diagnostics.iter().filter(is_error).map(|one| (&run.base, one)))
        .collect();
    let first = refused.first().map(|&(base, one)| concise::render(Speaker::new(base, lang), one));
    let has_documents = |run: &Loaded| {
        let states = &run.base.sources;
        run.base.documents.keys().any(|name| states.values().any(|one| one.has_document(name)))
    };
    trust::Trusted {
        plugin,
        library: from_here(&library),
        before,
        now,
        ids,
        kept,
        others,
        refused: refused.len(),
        has_documents: first.is_some() || runs.iter().any(has_documents),
        first_refused: first,
    }
}

/// Why nothing was trusted.
fn refused(error: TrustError) -> Refusal {
    match error {
        TrustError::Base(error) => Refusal::Load(error),
        TrustError::NoSource { name, known } => {
            let nearest = nearest(&name, known.iter().map(String::as_str)).map(str::to_owned);
            Refusal::Unknown { name, nearest }
        }
        TrustError::Broken(diagnostic) => {
            let diagnostics = vec![*diagnostic];
            Refusal::Source(Box::new(gainsay_host::Loaded { diagnostics, ..Default::default() }))
        }
        TrustError::NoPlugin { file, error } => Refusal::NoPlugin { file, error: Box::new(error) },
        TrustError::Plan(error) => unplanned(error),
        TrustError::File { file, error } => {
            Refusal::NotWritten { file: file.display().to_string(), error }
        }
    }
}

/// Why a source cannot be added to the configuration.
pub(super) fn unplanned(error: PlanError) -> Refusal {
    match error {
        PlanError::Base(error) => Refusal::Load(error),
        PlanError::BadName { name } => Refusal::BadSourceName { name },
        PlanError::Listed { name, plugin } => Refusal::Listed { name, plugin },
        PlanError::NoPlace { line } => Refusal::NoPlace { line },
        PlanError::File { file, error } => {
            Refusal::NotWritten { file: file.display().to_string(), error }
        }
    }
}
