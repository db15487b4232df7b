//! Finding and loading the base.

use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
};

use gainsay_claims::{Diagnostic, EvidenceBase};
use gainsay_host::{CONFIG_NAMES, LoadOptions, Locking, RunOptions, SandboxMode};
use gainsay_verdict::Verdicts;
use jiff::civil::Date;

use crate::{
    args::{Global, Isolation, Sandbox},
    output,
    refusal::Refusal,
    today::today,
};

/// A base, as far as it could be read, on one day.
#[derive(Debug)]
pub(crate) struct Opened {
    /// What is good; studies that reviewers hold to be no evidence are known as such.
    pub(crate) base: EvidenceBase,
    /// What is bad.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// What reviewers answered.
    pub(crate) verdicts: Verdicts,
    /// The day.
    pub(crate) today: Date,
}

/// Loads the base that the options name, or the nearest one upwards.
pub(crate) fn load(global: &Global) -> Result<Opened, Refusal> {
    load_from(folder(global)?, global)
}

/// Loads the base in a folder.
pub(crate) fn load_from(base: PathBuf, global: &Global) -> Result<Opened, Refusal> {
    let lock = if global.locked { Locking::Unchanged } else { Locking::Heeded };
    let from_here = from_here(&base);
    let mut opened = opened(&load_options(base, lock, global), global)?;
    opened.base.from_here = from_here;
    Ok(opened)
}

/// Loads an earlier state of a base, with the libraries of today.
pub(crate) fn load_earlier(base: PathBuf, global: &Global) -> Result<Opened, Refusal> {
    opened(&load_options(base, Locking::Ignored, global), global)
}

fn opened(options: &LoadOptions, global: &Global) -> Result<Opened, Refusal> {
    let today = today(global)?;
    let shown = !global.quiet && output::is_watched();
    let loaded = gainsay_host::load(options, &|source, _| {
        if shown {
            output::progress(source);
        }
    });
    if shown {
        output::end_progress();
    }
    let gainsay_host::Loaded { mut base, mut diagnostics } = loaded?;
    let (verdicts, mut told) = Verdicts::read(&base, today);
    base.rejected = verdicts.rejected(today);
    diagnostics.append(&mut told);
    Ok(Opened { base, diagnostics, verdicts, today })
}

/// Refuses to write a result over a file that the base is read from.
pub(crate) fn ensure_not_read(
    file: &Path,
    base: &EvidenceBase,
    global: &Global,
) -> Result<(), Refusal> {
    let folder = folder(global)?.canonicalize();
    let (Ok(folder), Ok(there)) = (folder, file.canonicalize()) else {
        // What does not exist yet is read by nobody.
        return Ok(());
    };
    let Ok(within) = there.strip_prefix(&folder) else { return Ok(()) };
    let name = within.to_string_lossy().replace('\\', "/");
    let is_read = base.documents.contains_key(&name) || CONFIG_NAMES.contains(&name.as_str());
    if is_read { Err(Refusal::WouldOverwrite { file: name }) } else { Ok(()) }
}

/// The folder of the base that the options name, or of the nearest one upwards.
pub(crate) fn folder(global: &Global) -> Result<PathBuf, Refusal> {
    match &global.base {
        Some(base) => Ok(base.clone()),
        None => nearest(&std::env::current_dir().map_err(Refusal::NoFolder)?),
    }
}

/// A folder as seen from the current one, with `/`: relative if both exist and have a
/// folder in common, else as it was given; empty if it is the current one.
pub(crate) fn from_here(folder: &Path) -> String {
    let here = std::env::current_dir().and_then(|here| here.canonicalize());
    let relative = match (here, folder.canonicalize()) {
        (Ok(here), Ok(there)) => relative(&here, &there),
        _ => None,
    };
    let path = relative.unwrap_or_else(|| folder.to_owned());
    path.to_string_lossy().replace('\\', "/")
}

/// The way from one folder to another; none between two drives.
fn relative(from: &Path, to: &Path) -> Option<PathBuf> {
    let common = from.ancestors().find(|folder| to.starts_with(folder))?;
    // Above the root of the file system there is nothing to be relative to.
    common.parent()?;
    let up = from.strip_prefix(common).ok()?.components().map(|_| OsStr::new(".."));
    let down = to.strip_prefix(common).ok()?.components().map(|one| one.as_os_str());
    Some(up.chain(down).collect())
}

/// The nearest folder upwards with a configuration; a repository ends the search.
pub(crate) fn nearest(from: &Path) -> Result<PathBuf, Refusal> {
    for folder in from.ancestors() {
        if CONFIG_NAMES.iter().any(|name| folder.join(name).is_file()) {
            return Ok(folder.to_owned());
        }
        if folder.join(".git").exists() {
            break;
        }
    }
    Err(Refusal::NoBase { from: from.to_owned() })
}

/// How a base is loaded, as the options say.
pub(crate) fn load_options(base: PathBuf, lock: Locking, global: &Global) -> LoadOptions {
    let (plugins, run, cache) = (global.plugin_dir.clone(), run_options(global), cache(global));
    LoadOptions { base, plugins, run, lock, cache }
}

/// Where what plugins find is kept, unless that is not wanted or the system has no place for it.
pub(crate) fn cache(global: &Global) -> Option<PathBuf> {
    // A run that writes no file leaves none there either.
    if global.no_cache || global.locked {
        return None;
    }
    let own = || Some(caches()?.join("gainsay"));
    global.cache_dir.clone().or_else(own)
}

/// The folder of the user's caches, as the system has it: the XDG base directory
/// specification, or its counterparts. A relative path counts as none.
fn caches() -> Option<PathBuf> {
    let folder = |name| std::env::var_os(name).map(PathBuf::from).filter(|it| it.is_absolute());
    match std::env::consts::OS {
        "windows" => folder("LOCALAPPDATA"),
        "macos" => folder("HOME").map(|home| home.join("Library/Caches")),
        _ => folder("XDG_CACHE_HOME").or_else(|| folder("HOME").map(|home| home.join(".cache"))),
    }
}

/// How plugins run, as the options say.
pub(crate) fn run_options(global: &Global) -> RunOptions {
    let default = RunOptions::default();
    RunOptions {
        isolation: match global.isolation {
            Isolation::Process => gainsay_host::Isolation::Process,
            Isolation::InProcess => gainsay_host::Isolation::InProcess,
        },
        sandbox: match global.sandbox {
            Sandbox::Require => SandboxMode::Require,
            Sandbox::Auto => SandboxMode::Auto,
            Sandbox::Off => SandboxMode::Off,
        },
        jobs: global.jobs.unwrap_or(default.jobs),
        ..default
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(from: &str, to: &str, expected: Option<&str>) {
        let found = relative(Path::new(from), Path::new(to));
        assert_eq!(found, expected.map(PathBuf::from), "{from} {to}");
    }

    #[test]
    fn a_folder_is_found_from_another() {
        check("/home/project", "/home/project/data/base", Some("data/base"));
        check("/home/project", "/home/project", Some(""));
        check("/home/project/text", "/home/base", Some("../../base"));
        check("/home", "/other", None);
    }
}
