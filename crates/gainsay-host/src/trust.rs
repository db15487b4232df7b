//! Trusting a library: its digest goes into the lock of the base.

use std::{
    collections::BTreeSet,
    io::ErrorKind,
    path::{Path, PathBuf},
};

use gainsay_claims::{Diagnostic, checks::BROKEN_SOURCE, diagnostic::Subject, facts::Fact};
use gainsay_plugin::Handed;

use crate::{
    Job, LoadError, LoadOptions, Loaded, ManifestError,
    config::{Config, SourceConfig},
    create_whole,
    digest::{digest_of, hex},
    documents::read_documents,
    files::{Root, path_inside},
    gather::gather,
    load::{config_of, lock_of, read_vocabulary},
    lock::{LOCK_NAME, Lock},
    plugins::plugin_of,
    run,
    sources::job,
};

/// What is trusted now.
#[derive(Clone, Debug)]
pub struct Trusted {
    /// The plugin.
    pub plugin: String,
    /// Its library.
    pub library: PathBuf,
    /// SHA-256 that was trusted before, in hexadecimal.
    pub before: Option<String>,
    /// SHA-256 that is trusted now.
    pub now: String,
    /// How many ids of its sources were noted.
    pub ids: usize,
    /// Ids that were noted before and are gone; they stay noted until they are retired.
    pub kept: Vec<String>,
    /// Other plugins that were pinned, as there was no lock: whatever is not in one is not
    /// loaded any more.
    pub others: Vec<String>,
    /// What each of its sources came to in the run, and what of it was refused.
    pub runs: Vec<Loaded>,
}

/// Why nothing was trusted. The lock is what it was.
#[derive(Debug, thiserror::Error)]
pub enum TrustError {
    /// The base cannot be loaded.
    #[error(transparent)]
    Base(#[from] LoadError),
    /// The base has no such source.
    #[error("no source `{name}`")]
    NoSource {
        /// The name.
        name: String,
        /// Every source there is.
        known: Vec<String>,
    },
    /// The source cannot be run, or did not finish.
    #[error("source not loaded")]
    Broken(Box<Diagnostic>),
    /// The library is no plugin.
    #[error("{} is no plugin: {error}", .file.display())]
    NoPlugin {
        /// The file.
        file: PathBuf,
        /// Why.
        #[source]
        error: ManifestError,
    },
    /// The name cannot be that of a source.
    #[error("`{name}` is no name")]
    BadName {
        /// The name.
        name: String,
    },
    /// The configuration lists a source of this name with another plugin.
    #[error("`{name}` is listed with the plugin `{plugin}`")]
    Listed {
        /// The name.
        name: String,
        /// The plugin of the one that is there.
        plugin: String,
    },
    /// There is no place for the source in the configuration.
    #[error("no place for `{line}`")]
    NoPlace {
        /// The line that is wanted.
        line: String,
    },
    /// A file cannot be read or written.
    #[error("{}: {error}", .file.display())]
    File {
        /// The file.
        file: PathBuf,
        /// What the system says.
        #[source]
        error: std::io::Error,
    },
}

/// Pins the library of a source for this system, after one run of it under the sandbox.
///
/// # Errors
///
/// When the source does not finish, or the lock cannot be read or written.
pub fn trust(options: &LoadOptions, name: &str) -> Result<Trusted, TrustError> {
    let (root, config, _) = config_of(&options.base)?;
    let source = config.sources.iter().find(|one| one.id == name).ok_or_else(|| {
        let known = config.sources.iter().map(|one| one.id.clone()).collect();
        TrustError::NoSource { name: name.to_owned(), known }
    })?;
    let found = plugin_of(&source.plugin, options.plugins.as_deref());
    let library = found.map_err(|problem| unfit(name, Fact::Problem(problem)))?.path;
    let digest =
        digest_of(&library).map_err(|error| TrustError::File { file: library.clone(), error })?;
    let wanted = Wanted { plugin: &source.plugin, library: &library, digest };
    let (lock, trusted) = plan(&root, &config, &wanted, options)?;
    write(&options.base, &lock)?;
    Ok(trusted)
}

/// A library that is to be trusted.
pub(crate) struct Wanted<'a> {
    pub(crate) plugin: &'a str,
    pub(crate) library: &'a Path,
    pub(crate) digest: [u8; 32],
}

/// Runs every source of a plugin, and returns a lock that pins the library that ran.
pub(crate) fn plan(
    root: &Root,
    config: &Config,
    wanted: &Wanted<'_>,
    options: &LoadOptions,
) -> Result<(Lock, Trusted), TrustError> {
    let &Wanted { plugin, library, digest } = wanted;
    let lock = lock_of(root, &mut Loaded::default())?;
    let mut others = Vec::new();
    let mut next = match lock {
        Some(lock) => lock,
        None => present(config, plugin, options, &mut others),
    };
    let (mut ids, mut kept, mut runs) = (0, Vec::new(), Vec::new());
    for source in config.sources.iter().filter(|one| one.plugin == plugin) {
        let noted = next.ids.entry(source.id.clone()).or_default();
        noted.retain(|id| !source.retired.contains(id));
        let run = run_of(root, config, source, wanted, options, !noted.is_empty())?;
        let found: BTreeSet<String> =
            run.base.studies.keys().chain(run.base.claims.keys()).cloned().collect();
        runs.push(run);
        ids += found.len();
        noted.retain(|id| !found.contains(id));
        kept.extend(noted.iter().cloned());
        noted.extend(found);
    }
    let before = next.pin(plugin, digest).map(|digest| hex(&digest));
    next.plugins.retain(|one, _| one == plugin || config.uses(one));
    next.ids.retain(|id, _| config.sources.iter().any(|one| one.id == *id));
    let (plugin, library) = (plugin.to_owned(), library.to_owned());
    let now = hex(&digest);
    Ok((next, Trusted { plugin, library, before, now, ids, kept, others, runs }))
}

/// A lock that trusts what is loaded today: the libraries that did not come with the program.
fn present(config: &Config, plugin: &str, options: &LoadOptions, others: &mut Vec<String>) -> Lock {
    let mut lock = Lock::default();
    for source in config.sources.iter().filter(|one| one.plugin != plugin) {
        let Ok(found) = plugin_of(&source.plugin, options.plugins.as_deref()) else { continue };
        if found.is_of_program || lock.digest(&source.plugin).is_some() {
            continue;
        }
        if let Ok(digest) = digest_of(&found.path) {
            lock.pin(&source.plugin, digest);
            others.push(source.plugin.clone());
        }
    }
    lock
}

/// What a source comes to, run with the library that is to be trusted, and what of it is
/// refused. One that had ids must have documents.
fn run_of(
    root: &Root,
    config: &Config,
    source: &SourceConfig,
    wanted: &Wanted<'_>,
    options: &LoadOptions,
    had_ids: bool,
) -> Result<Loaded, TrustError> {
    let mut loaded = Loaded::default();
    read_vocabulary(root, &mut loaded);
    // What is wrong with the words of the base is not the plugin's.
    loaded.diagnostics.clear();
    let documents = match read_documents(root, source, &mut loaded) {
        // A source that has no documents yet has no ids.
        Err(_) if !had_ids && has_none(root, source) => Vec::new(),
        read => read.map_err(|problem| unfit(&source.id, Fact::Problem(problem)))?,
    };
    let digest = Some(wanted.digest);
    let job = Job { digest, ..job(source, wanted.library.to_owned(), &documents) };
    let documents = documents.into_iter().map(Handed::into_core);
    loaded.base.documents.extend(documents.map(|one| (one.name.clone(), one)));
    loaded.base.sources = config.states();
    let outcomes = run(&[job], &options.run, &|_, _| ());
    if let Some((_, Err(failure))) = outcomes.first() {
        return Err(unfit(&source.id, Fact::Broken(failure.clone())));
    }
    gather(outcomes, &mut loaded);
    Ok(loaded)
}

/// Whether a source has no documents: no folder of them, or nothing in it.
fn has_none(root: &Root, source: &SourceConfig) -> bool {
    match root.folder(&source.folder) {
        Ok(files) => files.is_empty(),
        Err(error) => error.kind() == ErrorKind::NotFound,
    }
}

fn unfit(source: &str, fact: Fact) -> TrustError {
    let diagnostic = Diagnostic::new(&BROKEN_SOURCE, Subject::Name(source.to_owned()));
    TrustError::Broken(Box::new(diagnostic.note(fact)))
}

/// Writes the lock of a base, whole or not at all.
pub(crate) fn write(base: &Path, lock: &Lock) -> Result<(), TrustError> {
    let written =
        path_inside(base, LOCK_NAME).and_then(|path| create_whole(&path, lock.text().as_bytes()));
    written.map_err(|error| TrustError::File { file: base.join(LOCK_NAME), error })
}

/// A name that cannot be that of a source.
pub(crate) fn bad_name(name: &str) -> TrustError {
    TrustError::BadName { name: name.to_owned() }
}
