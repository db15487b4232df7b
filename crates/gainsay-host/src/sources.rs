//! Running the sources of a base, as far as the lock trusts their libraries.

use std::{collections::BTreeMap, ops::Range, path::PathBuf};

use gainsay_claims::{
    Diagnostic, Location,
    checks::{BROKEN_SOURCE, STALE_PLUGIN},
    diagnostic::Subject,
    evidence::{LockState, SourceState},
    facts::{Fact, Problem},
};
use gainsay_plugin::Handed;

use crate::{
    Job, LoadOptions, Loaded, Outcome,
    cache::Cache,
    config::{Config, SourceConfig},
    digest::{digest_of, hex},
    documents::read_documents,
    files::Root,
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
        for source in &self.config.sources {
            let told = loaded.diagnostics.len();
            let documents = read_documents(self.root, source, loaded);
            let found = plugin_of(&source.plugin, self.options.plugins.as_deref());
            let trust = found.map(|found| (trust(lock, source, &found, &mut digests), found));
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
        let at = Location { document: self.config_name.to_owned(), span: source.at.clone() };
        let subject = Subject::Name(source.id.clone());
        Diagnostic::new(&BROKEN_SOURCE, subject).label(at, Fact::Problem(problem))
    }

    fn stale(&self, source: &SourceConfig, stale: Stale) -> Diagnostic {
        let at = match stale.at {
            Some(span) => Location { document: LOCK_NAME.to_owned(), span },
            None => Location { document: self.config_name.to_owned(), span: source.at.clone() },
        };
        let subject = Subject::Name(source.id.clone());
        Diagnostic::new(&STALE_PLUGIN, subject).label(at, Fact::Problem(stale.problem))
    }
}

/// A source with its plugin and documents, to be run.
pub(crate) fn job(source: &SourceConfig, plugin: PathBuf, documents: &[Handed]) -> Job {
    Job {
        source: source.id.clone(),
        plugin,
        expect_id: source.plugin.clone(),
        config: source.settings.clone(),
        documents: documents.iter().map(|one| one.for_plugin(&source.id)).collect(),
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
    at: Option<Range<usize>>,
}

impl Trust {
    fn state(&self) -> LockState {
        match self {
            Self::Given(state, _) => *state,
            Self::Stale(_) => LockState::Stale,
        }
    }
}

/// Compares a library with the lock. One that cannot be read is told of when it is run.
fn trust(
    lock: Option<&Lock>,
    source: &SourceConfig,
    found: &Found,
    digests: &mut Digests,
) -> Trust {
    let Some(lock) = lock else { return Trust::Given(LockState::NoLock, None) };
    let pinned = lock.digest(&source.plugin);
    if pinned.is_none() && found.is_of_program {
        return Trust::Given(LockState::OfProgram, None);
    }
    let digest = digests.entry(found.path.clone()).or_insert_with(|| digest_of(&found.path).ok());
    let id = source.id.clone();
    match (pinned, *digest) {
        (Some(Pinned { digest: trusted, at }), Some(found)) if *trusted != found => {
            let (trusted, found) = (hex(trusted), hex(&found));
            let problem = Problem::StalePlugin { source: id, trusted, found };
            Trust::Stale(Stale { problem, at: Some(at.clone()) })
        }
        (Some(pinned), _) => Trust::Given(LockState::Pinned, Some(pinned.digest)),
        (None, found) => {
            let found = found.map(|digest| hex(&digest)).unwrap_or_default();
            let problem = Problem::UntrustedPlugin { source: id, found };
            Trust::Stale(Stale { problem, at: None })
        }
    }
}
