//! Loading a base: from its folder to claims.

use std::{
    io,
    path::{Path, PathBuf},
};

use gainsay_claims::{
    Diagnostic, EvidenceBase, Location,
    checks::{BROKEN_SOURCE, INVALID_FILE},
    diagnostic::Subject,
    document::Document,
    evidence::{REFERENCE_FILES, SourceState, VERDICTS},
    facts::{Fact, Problem},
    vocabulary::{Vocabulary, VocabularyFile},
};
use indexmap::IndexMap;

use crate::{
    Job, Outcome, RunOptions,
    config::{CONFIG_NAMES, Config, SourceConfig},
    documents::{Handed, read_documents},
    files::{BadFile, File, Root},
    gather::gather,
    plugins::library_of,
    run,
};

/// What to load and how.
#[derive(Clone, Debug)]
pub struct LoadOptions {
    /// The folder that holds `gainsay.toml`.
    pub base: PathBuf,
    /// Where plugins are, besides the folder of the program itself.
    pub plugins: Option<PathBuf>,
    /// How plugins run.
    pub run: RunOptions,
}

/// A base, as far as it could be read, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// What is good.
    pub base: EvidenceBase,
    /// What is bad.
    pub diagnostics: Vec<Diagnostic>,
}

/// Why a base could not be loaded at all.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The folder does not exist or holds no configuration.
    #[error("no `gainsay.toml` in {}", .folder.display())]
    NoBase {
        /// The folder.
        folder: PathBuf,
    },
    /// The configuration cannot be read.
    #[error("{name} {message}")]
    Unreadable {
        /// Its name.
        name: String,
        /// Why.
        message: String,
    },
    /// The configuration is not valid; the diagnostic says where.
    #[error("the configuration is not valid")]
    Invalid(Box<Loaded>),
}

/// Loads a base: reads its files, runs its plugins, reads what they found.
/// `progress` hears of each source as it finishes.
///
/// # Errors
///
/// Only when there is no usable configuration. Whatever else is bad is a
/// diagnostic, and the rest is kept.
pub fn load(options: &LoadOptions, progress: &dyn Fn(&str, &Outcome)) -> Result<Loaded, LoadError> {
    let (root, file) = find_config(&options.base)?;
    let mut loaded = Loaded::default();
    add_text(&mut loaded.base.documents, &file);
    let config = match Config::read(&file.name, &file.text) {
        Ok(config) => config,
        Err(diagnostic) => {
            loaded.diagnostics.push(*diagnostic);
            return Err(LoadError::Invalid(Box::new(loaded)));
        }
    };
    loaded.base.title = config.title.clone();
    loaded.base.policy = config.policy;
    read_vocabulary(&root, &mut loaded);
    read_references(&root, &mut loaded);
    read_verdicts(&root, &mut loaded);
    let outcomes = run_sources(&root, &config, &file.name, options, progress, &mut loaded);
    gather(outcomes, &mut loaded);
    Ok(loaded)
}

pub(crate) fn find_config(folder: &Path) -> Result<(Root, File), LoadError> {
    let none = || LoadError::NoBase { folder: folder.to_owned() };
    let root = Root::open(folder).map_err(|_| none())?;
    let name =
        CONFIG_NAMES.into_iter().find(|name| folder.join(name).is_file()).ok_or_else(none)?;
    let file = root
        .file(name)
        .map_err(|bad| LoadError::Unreadable { name: bad.name, message: bad.message })?;
    Ok((root, file))
}

fn read_vocabulary(root: &Root, loaded: &mut Loaded) {
    let mut files = Vec::new();
    for file in files_of(root, "vocabulary") {
        match file {
            Ok(file) => files.push(file),
            Err(bad) => {
                loaded.base.lost_words += 1;
                loaded.diagnostics.push(bad_file(&bad));
            }
        }
    }
    for file in &files {
        add_text(&mut loaded.base.documents, file);
    }
    let borrowed: Vec<_> =
        files.iter().map(|file| VocabularyFile { name: &file.name, text: &file.text }).collect();
    let (vocabulary, diagnostics) = Vocabulary::read(&borrowed);
    let unread = |one: &&Diagnostic| {
        files.iter().any(|file| one.subject == Subject::Name(file.name.clone()))
    };
    loaded.base.lost_words += diagnostics.iter().filter(unread).count();
    loaded.base.vocabulary = vocabulary;
    loaded.diagnostics.extend(diagnostics);
}

/// Keeps the files with references; what they hold is read where it is cited.
fn read_references(root: &Root, loaded: &mut Loaded) {
    for name in REFERENCE_FILES {
        match root.file(name) {
            Ok(file) => add_text(&mut loaded.base.documents, &file),
            Err(bad) if root.has(name) => loaded.diagnostics.push(bad_file(&bad)),
            Err(_) => {}
        }
    }
}

/// Keeps the files of verdicts in order of name; what they hold is read where it is asked
/// for.
fn read_verdicts(root: &Root, loaded: &mut Loaded) {
    for file in files_of(root, VERDICTS) {
        match file {
            Ok(file) if !file.name.ends_with(".toml") => {}
            Ok(file) => add_text(&mut loaded.base.documents, &file),
            Err(bad) => loaded.diagnostics.push(bad_file(&bad)),
        }
    }
}

/// The files in a folder; a base without it has none.
fn files_of(root: &Root, folder: &str) -> Vec<Result<File, BadFile>> {
    root.folder(folder).unwrap_or_else(|error| match error.kind() {
        io::ErrorKind::NotFound => Vec::new(),
        _ => {
            let (name, message) = (folder.to_owned(), error.to_string());
            vec![Err(BadFile { name, message, bytes: None })]
        }
    })
}

/// Runs every source whose plugin and documents are found; returns what came of each.
fn run_sources(
    root: &Root,
    config: &Config,
    config_name: &str,
    options: &LoadOptions,
    progress: &dyn Fn(&str, &Outcome),
    loaded: &mut Loaded,
) -> Vec<(String, Outcome)> {
    let mut jobs = Vec::new();
    for source in &config.sources {
        let told = loaded.diagnostics.len();
        let documents = read_documents(root, source, loaded);
        let state = SourceState {
            // One diagnostic for each document that cannot be used.
            lost: loaded.diagnostics.len() - told,
            plugin: source.plugin.clone(),
            names: source.names.clone(),
            folder: source.folder.clone(),
            documents: documents.as_ref().map_or(0, Vec::len),
            ..SourceState::default()
        };
        loaded.base.sources.insert(source.id.clone(), state);
        let plugin = library_of(&source.plugin, options.plugins.as_deref());
        match plugin.and_then(|plugin| Ok((plugin, documents?))) {
            Ok((plugin, documents)) => {
                let handed = documents.iter().map(|one| one.for_plugin(&source.id)).collect();
                jobs.push(job(source, plugin, handed));
                let documents = documents.into_iter().map(Handed::into_core);
                loaded.base.documents.extend(documents.map(|one| (one.name.clone(), one)));
            }
            Err(problem) => {
                let at = Location { document: config_name.to_owned(), span: source.at.clone() };
                let subject = Subject::Name(source.id.clone());
                loaded.diagnostics.push(
                    Diagnostic::new(&BROKEN_SOURCE, subject).label(at, Fact::Problem(problem)),
                );
            }
        }
    }
    run(&jobs, &options.run, progress)
}

fn job(source: &SourceConfig, plugin: PathBuf, documents: Vec<gainsay_plugin::Document>) -> Job {
    Job {
        source: source.id.clone(),
        plugin,
        expect_id: source.plugin.clone(),
        config: source.settings.clone(),
        documents,
        digest: source.digest,
    }
}

fn add_text(documents: &mut IndexMap<String, Document>, file: &File) {
    documents.insert(file.name.clone(), Document::text(&file.name, &file.text));
}

fn bad_file(bad: &BadFile) -> Diagnostic {
    Diagnostic::new(&INVALID_FILE, Subject::Name(bad.name.clone()))
        .note(Fact::Problem(Problem::File { message: bad.message.clone() }))
}
