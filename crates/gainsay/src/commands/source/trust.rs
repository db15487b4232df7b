use std::path::Path;

use gainsay_claims::{Lang, vocabulary::nearest};
use gainsay_host::{LoadOptions, Locking, TrustError};
use gainsay_report::trust;

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
    output::print(&trust::trusted(lang, &told(done)), global.color)?;
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
    let trusted = told(trusted);
    let done = trust::Installed { source, is_new_line, replaced, folder, trusted };
    output::print(&trust::installed(lang, &done), global.color)?;
    Ok(Exit::Clean)
}

fn options(global: &Global) -> Result<LoadOptions, Refusal> {
    Ok(base::load_options(base::folder(global)?, Locking::Heeded, global))
}

fn told(done: gainsay_host::Trusted) -> trust::Trusted {
    let gainsay_host::Trusted { plugin, library, before, now, ids, kept, others } = done;
    trust::Trusted { plugin, library: from_here(&library), before, now, ids, kept, others }
}

/// Why nothing was trusted.
pub(super) fn refused(error: TrustError) -> Refusal {
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
        TrustError::BadName { name } => Refusal::BadSourceName { name },
        TrustError::Listed { name, plugin } => Refusal::Listed { name, plugin },
        TrustError::NoPlace { line } => Refusal::NoPlace { line },
        TrustError::File { file, error } => {
            Refusal::NotWritten { file: file.display().to_string(), error }
        }
    }
}
