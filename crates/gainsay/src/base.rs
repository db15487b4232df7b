//! Finding and loading the base.

use std::path::{Path, PathBuf};

use gainsay_host::{CONFIG_NAMES, LoadOptions, Loaded, RunOptions, SandboxMode};

use crate::{
    args::{Global, Isolation, Sandbox},
    output,
    refusal::Refusal,
};

/// Loads the base that the options name, or the nearest one upwards.
pub(crate) fn load(global: &Global) -> Result<Loaded, Refusal> {
    let base = match &global.base {
        Some(base) => base.clone(),
        None => nearest(&std::env::current_dir().map_err(Refusal::NoFolder)?)?,
    };
    let options =
        LoadOptions { base, plugins: global.plugin_dir.clone(), run: run_options(global) };
    let shown = !global.quiet && output::is_watched();
    let loaded = gainsay_host::load(&options, &|source, _| {
        if shown {
            output::progress(source);
        }
    });
    if shown {
        output::end_progress();
    }
    Ok(loaded?)
}

/// The nearest folder upwards with a configuration; a repository ends the search.
fn nearest(from: &Path) -> Result<PathBuf, Refusal> {
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

fn run_options(global: &Global) -> RunOptions {
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
