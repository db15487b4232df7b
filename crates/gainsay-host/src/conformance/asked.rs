//! What is to be examined, and on which documents.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    time::Duration,
};

use gainsay_claims::{
    Diagnostic, Said, checks::BROKEN_SOURCE, diagnostic::Subject as About, facts::Fact,
    vocabulary::nearest,
};
use gainsay_plugin::Handed;

use super::{Examination, look, subject::Subject};
use crate::{
    Job, LoadError, Loaded, ManifestError, RunOptions,
    config::{Config, SourceConfig},
    documents::read_documents,
    files::Root,
    load::{config_of, read_vocabulary},
    lock::Lock,
    plugins::plugin_of,
    read_manifest,
    sources::job,
};

/// What is to be examined.
#[derive(Clone, Debug)]
pub enum Target {
    /// A library, on the documents of the sources that use it.
    Library(PathBuf),
    /// A source of the base, with the library that is found for it.
    Source(String),
}

/// How to examine plugins.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The base whose documents are read.
    pub base: Option<PathBuf>,
    /// Where plugins are, besides the folder of the program itself.
    pub plugins: Option<PathBuf>,
    /// Rules that are not looked at, each with the reason.
    pub skips: BTreeMap<String, String>,
    /// A previous version whose ids must be there: a library, or a lock file.
    pub against: Option<PathBuf>,
    /// What a run may cost.
    pub budget: Budget,
    /// How plugins run.
    pub run: RunOptions,
}

/// What a run on the source's own documents may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Processor time.
    pub time: Duration,
    /// Bytes of memory at the peak.
    pub memory: u64,
}

impl Default for Budget {
    /// A fifth of the time and half of the memory after which a process is ended.
    fn default() -> Self {
        let limits = RunOptions::default().limits();
        Self { time: limits.deadline / 5, memory: limits.max_memory / 2 }
    }
}

/// Why there is nothing to examine.
#[derive(Debug, thiserror::Error)]
pub enum ExamineError {
    /// The base cannot be loaded.
    #[error(transparent)]
    Base(#[from] LoadError),
    /// The base has no such source.
    #[error("no source `{name}`")]
    NoSource {
        /// The name.
        name: String,
        /// The nearest that there is.
        nearest: Option<String>,
    },
    /// A source of the base has no library, or no folder of documents; or the previous
    /// version did not finish.
    #[error("the source cannot be run")]
    Source(Box<Diagnostic>),
    /// The previous version cannot be read.
    #[error("{} cannot be read: {message}", .file.display())]
    Previous {
        /// The file.
        file: PathBuf,
        /// Why.
        message: Said,
    },
}

/// Looks at every rule for a plugin; once for each source of the base that it reads, or
/// once without documents where there is none.
///
/// # Errors
///
/// When there is nothing to examine. What is wrong with a plugin is no error.
pub fn examine(target: &Target, asked: &Asked) -> Result<Vec<Examination>, ExamineError> {
    let subjects = match (target, &asked.base) {
        (Target::Library(library), None) => vec![bare(library, asked)],
        (Target::Library(library), Some(base)) => of_library(library, base, asked)?,
        (Target::Source(name), Some(base)) => vec![of_source(name, base, asked)?],
        (Target::Source(name), None) => {
            return Err(ExamineError::NoSource { name: name.clone(), nearest: None });
        }
    };
    let mut done = Vec::new();
    for mut subject in subjects {
        subject.previous = previous(&subject, asked)?;
        let examined = look(&subject);
        done.push(Examination { examined, base: subject.loaded.base });
    }
    Ok(done)
}

/// A library without documents.
fn bare<'a>(library: &Path, asked: &'a Asked) -> Subject<'a> {
    let id = read_manifest(library).map(|manifest| manifest.id);
    let file = library.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let name = id.as_ref().ok().cloned().unwrap_or(file);
    let job = Job {
        source: name.clone(),
        plugin: library.to_owned(),
        expect_id: name.clone(),
        config: serde_json::Map::new(),
        documents: Vec::new(),
        digest: None,
    };
    Subject::new(name, job, Loaded::default(), asked)
}

fn of_library<'a>(
    library: &Path,
    base: &Path,
    asked: &'a Asked,
) -> Result<Vec<Subject<'a>>, ExamineError> {
    let Ok(manifest) = read_manifest(library) else { return Ok(vec![bare(library, asked)]) };
    let (root, config, _) = config_of(base)?;
    let mut subjects = Vec::new();
    for source in config.sources.iter().filter(|one| one.plugin == manifest.id) {
        // A line without documents, such as one that was just written, examines nothing.
        if root.folder(&source.folder).is_ok_and(|files| !files.is_empty()) {
            subjects.push(subject(&root, &config, source, library.to_owned(), asked)?);
        }
    }
    if subjects.is_empty() {
        subjects.push(bare(library, asked));
    }
    Ok(subjects)
}

fn of_source<'a>(name: &str, base: &Path, asked: &'a Asked) -> Result<Subject<'a>, ExamineError> {
    let (root, config, _) = config_of(base)?;
    let source = config.sources.iter().find(|one| one.id == name).ok_or_else(|| {
        let known = config.sources.iter().map(|one| one.id.as_str());
        let nearest = nearest(name, known).map(str::to_owned);
        ExamineError::NoSource { name: name.to_owned(), nearest }
    })?;
    let library = plugin_of(&source.plugin, asked.plugins.as_deref());
    let library = library.map_err(|problem| unusable(name, Fact::Problem(problem)))?.path;
    subject(&root, &config, source, library, asked)
}

fn subject<'a>(
    root: &Root,
    config: &Config,
    source: &SourceConfig,
    library: PathBuf,
    asked: &'a Asked,
) -> Result<Subject<'a>, ExamineError> {
    let mut loaded = Loaded::default();
    read_vocabulary(root, &mut loaded);
    // What is wrong with the words is no fault of the plugin, and told by `check`.
    loaded.diagnostics.clear();
    let documents = read_documents(root, source, &mut loaded);
    let documents = documents.map_err(|problem| unusable(&source.id, Fact::Problem(problem)))?;
    // The other sources count as missing, so that ids of theirs are no mistake.
    loaded.base.sources = config.states();
    let job = Job { digest: None, ..job(source, library, &documents) };
    let documents = documents.into_iter().map(Handed::into_core);
    loaded.base.documents.extend(documents.map(|one| (one.name.clone(), one)));
    let mut subject = Subject::new(source.id.clone(), job, loaded, asked);
    subject.retired.clone_from(&source.retired);
    Ok(subject)
}

fn unusable(source: &str, fact: Fact) -> ExamineError {
    let diagnostic = Diagnostic::new(&BROKEN_SOURCE, About::Name(source.to_owned()));
    ExamineError::Source(Box::new(diagnostic.note(fact)))
}

/// The ids of the previous version, if one was named.
fn previous(
    subject: &Subject<'_>,
    asked: &Asked,
) -> Result<Option<BTreeSet<String>>, ExamineError> {
    let Some(file) = &asked.against else { return Ok(None) };
    let unreadable = |message: Said| ExamineError::Previous { file: file.clone(), message };
    match read_manifest(file) {
        Ok(_) => {
            let ids = subject.ids_with(file);
            Ok(Some(ids.map_err(|failure| unusable(&subject.name, Fact::Broken(failure)))?))
        }
        // What is no library is a lock.
        Err(ManifestError::NotALibrary(_)) => {
            let lock = Lock::open(file).map_err(unreadable)?;
            Ok(Some(lock.ids.get(&subject.name).into_iter().flatten().cloned().collect()))
        }
        Err(error) => Err(unreadable(error.to_string().into())),
    }
}
