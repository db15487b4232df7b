//! Running the sources of a base, as far as the lock trusts their libraries.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use gainsay_claims::{
    Diagnostic, Location,
    checks::{BROKEN_SOURCE, STALE_PLUGIN},
    diagnostic::Subject,
    evidence::{LockState, SourceState},
    facts::{Fact, Problem},
    side_by_side,
};
use gainsay_plugin::Handed;

use crate::{
    Job, LoadOptions, Loaded, Outcome, ProposeError,
    cache::Cache,
    config::{Config, SourceConfig},
    digest::{digest_of, hex},
    documents::{read_files, usable},
    files::Root,
    load::{add_text, config_of, lock_of},
    lock::{LOCK_NAME, Lock, Pinned},
    plugins::{Found, plugin_of},
    run,
};

/// The sources of a base, to be run.
pub(crate) struct Sources<'a> {
    pub(crate) root: &'a Root,
    pub(crate) config: &'a Config,
    pub(crate) config_name: &'a str,
    pub(crate) options: &'a LoadOptions,
}

impl Sources<'_> {
    /// Runs every source whose plugin is found and trusted, and whose documents are there;
    /// returns what came of each.
    pub(crate) fn run(
        &self,
        lock: Option<&Lock>,
        progress: &dyn Fn(&str, &Outcome),
        loaded: &mut Loaded,
    ) -> Vec<(String, Outcome)> {
        let mut digests = Digests::default();
        let mut jobs = Vec::new();
        let files = read_files(self.root, &self.config.sources);
        for (source, files) in self.config.sources.iter().zip(files) {
            let told = loaded.diagnostics.len();
            let documents = usable(files, loaded);
            let found = plugin_of(&source.plugin, self.options.plugins.as_deref());
            let trust = found.map(|found| {
                (trust(lock, &source.id, &source.plugin, &found, &mut digests), found)
            });
            let state = SourceState {
                // One diagnostic for each document that cannot be used.
                lost: loaded.diagnostics.len() - told,
                plugin: source.plugin.clone(),
                names: source.names.clone(),
                folder: source.folder.clone(),
                documents: documents.as_ref().map_or(0, Vec::len),
                lock: trust.as_ref().map_or(LockState::NoLock, |(trust, _)| trust.state()),
                ..SourceState::default()
            };
            loaded.base.sources.insert(source.id.clone(), state);
            match (trust, documents) {
                (Ok((Trust::Stale(stale), _)), _) => {
                    loaded.diagnostics.push(self.stale(source, stale));
                }
                (Ok((Trust::Given(_, digest), found)), Ok(documents)) => {
                    let digest = source.digest.or(digest);
                    jobs.push(Job { digest, ..job(source, found.path, &documents) });
                    let documents = documents.into_iter().map(Handed::into_core);
                    let documents = documents.map(|one| (one.name.clone(), one));
                    loaded.base.documents.extend(documents);
                }
                (Err(problem), _) | (Ok(_), Err(problem)) => {
                    loaded.diagnostics.push(self.broken(source, problem));
                }
            }
        }
        match &self.options.cache {
            Some(folder) => Cache { folder, options: &self.options.run }.run(jobs, progress),
            None => run(&jobs, &self.options.run, progress),
        }
    }

    fn broken(&self, source: &SourceConfig, problem: Problem) -> Diagnostic {
        let subject = Subject::Name(source.id.clone());
        let at = place(source, self.config_name);
        Diagnostic::new(&BROKEN_SOURCE, subject).label(at, Fact::Problem(problem))
    }

    fn stale(&self, source: &SourceConfig, stale: Stale) -> Diagnostic {
        let at = stale.at.unwrap_or_else(|| place(source, self.config_name));
        let subject = Subject::Name(source.id.clone());
        Diagnostic::new(&STALE_PLUGIN, subject).label(at, Fact::Problem(stale.problem))
    }
}

/// The digest that the library of a plugin must have to be asked about a file, if the base pins
/// one.
///
/// # Errors
///
/// When the configuration or the lock of the base cannot be read, or it does not trust the library.
pub(crate) fn trusted(
    plugin: &str,
    found: &Found,
    base: &Path,
) -> Result<Option<[u8; 32]>, ProposeError> {
    let (root, config, file) = config_of(base)?;
    let mut loaded = Loaded::default();
    let lock = lock_of(&root, &mut loaded)?;
    let sources = || config.sources.iter().filter(|one| one.plugin == plugin);
    let source = sources().next();
    let id = source.map_or(plugin, |source| &source.id);
    let stale = match trust(lock.as_ref(), id, plugin, found, &mut Digests::default()) {
        Trust::Given(_, digest) => {
            return Ok(sources().find_map(|source| source.digest).or(digest));
        }
        Trust::Stale(stale) => stale,
    };
    let problem = match source {
        Some(_) => stale.problem,
        None => unlisted(plugin),
    };
    let diagnostic = Diagnostic::new(&STALE_PLUGIN, Subject::Name(id.to_owned()));
    let at = stale.at.or_else(|| Some(place(source?, &file.name)));
    loaded.diagnostics.push(match at {
        Some(at) => diagnostic.label(at, Fact::Problem(problem)),
        None => diagnostic.note(Fact::Problem(problem)),
    });
    add_text(&mut loaded.base.documents, &file);
    Err(ProposeError::Untrusted(Box::new(loaded)))
}

/// Where a source is listed.
fn place(source: &SourceConfig, config_name: &str) -> Location {
    Location { document: config_name.to_owned(), span: source.at.clone() }
}

/// How a plugin that no source uses yet is trusted: a lock is for the sources that there are.
fn unlisted(plugin: &str) -> Problem {
    let line = format!("NAME = {{ plugin = \"{plugin}\" }}");
    let message = [
        "the lock does not pin its file, and no source uses it",
        "le verrou ne contient pas son fichier, et aucune source ne l'emploie",
    ];
    let help = [
        format!(
            "list a source in `gainsay.toml`, `{line}`, and trust it with `gainsay source trust \
             NAME`"
        ),
        format!(
            "inscrire une source dans `gainsay.toml`, `{line}`, et s'y fier avec `gainsay source \
             trust NAME`"
        ),
    ];
    Problem::Said { message: message.into(), help: Some(help.into()) }
}

/// A source with its plugin and documents, to be run.
pub(crate) fn job(source: &SourceConfig, plugin: PathBuf, documents: &[Handed]) -> Job {
    Job {
        source: source.id.clone(),
        plugin,
        expect_id: source.plugin.clone(),
        config: source.settings.clone(),
        documents: side_by_side(documents.iter().collect(), |one| one.for_plugin(&source.id)),
        digest: source.digest,
    }
}

/// Digests of libraries, each computed once.
type Digests = BTreeMap<PathBuf, Option<[u8; 32]>>;

/// Whether a library may be loaded.
enum Trust {
    /// It may, and must have this digest.
    Given(LockState, Option<[u8; 32]>),
    /// It may not.
    Stale(Stale),
}

struct Stale {
    problem: Problem,
    /// Where the lock says otherwise.
    at: Option<Location>,
}

impl Trust {
    fn state(&self) -> LockState {
        match self {
            Self::Given(state, _) => *state,
            Self::Stale(_) => LockState::Stale,
        }
    }
}

/// Compares the library of a source's plugin with the lock. One that cannot be read is told of
/// when it is run.
fn trust(
    lock: Option<&Lock>,
    source: &str,
    plugin: &str,
    found: &Found,
    digests: &mut Digests,
) -> Trust {
    let Some(lock) = lock else { return Trust::Given(LockState::NoLock, None) };
    let pinned = lock.digest(plugin);
    if pinned.is_none() && found.is_of_program {
        return Trust::Given(LockState::OfProgram, None);
    }
    let digest = digests.entry(found.path.clone()).or_insert_with(|| digest_of(&found.path).ok());
    let id = source.to_owned();
    match (pinned, *digest) {
        (Some(Pinned { digest: trusted, at }), Some(found)) if *trusted != found => {
            let (trusted, found) = (hex(trusted), hex(&found));
            let problem = Problem::StalePlugin { source: id, trusted, found };
            let at = Location { document: LOCK_NAME.to_owned(), span: at.clone() };
            Trust::Stale(Stale { problem, at: Some(at) })
        }
        (Some(pinned), _) => Trust::Given(LockState::Pinned, Some(pinned.digest)),
        (None, found) => {
            let found = found.map(|digest| hex(&digest)).unwrap_or_default();
            let problem = Problem::UntrustedPlugin { source: id, found };
            Trust::Stale(Stale { problem, at: None })
        }
    }
}
