//! Loading a base: from its folder to claims.

use std::{
    io,
    path::{Path, PathBuf},
};

use gainsay_claims::{
    Diagnostic, EvidenceBase, Location, Said,
    checks::INVALID_FILE,
    diagnostic::Subject,
    document::Document,
    evidence::{REFERENCE_FILES, VERDICTS},
    facts::{Fact, Problem},
    policy::Policy,
    vocabulary::{Vocabulary, VocabularyFile},
};
use indexmap::IndexMap;

use crate::{
    Outcome, RunOptions,
    config::{CONFIG_NAMES, Config},
    fault::fault_of,
    files::{BadFile, File, Root},
    gather::gather,
    lock::{LOCK_NAME, Lock},
    sources::Sources,
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
    /// What the lock of the base is held for.
    pub lock: Locking,
    /// The folder where what sources emit is kept for the next time that they are given the
    /// same; nothing is kept if there is none.
    pub cache: Option<PathBuf>,
}

/// What the lock of a base is held for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locking {
    /// A library that it does not pin is not loaded.
    #[default]
    Heeded,
    /// The same, and that it would have to change is told.
    Unchanged,
    /// Nothing: of an earlier state of the base.
    Ignored,
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
        message: Said,
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
    let (root, config, file) = config_of(&options.base)?;
    let mut loaded = Loaded::default();
    add_text(&mut loaded.base.documents, &file);
    loaded.base.title = config.title.clone();
    loaded.base.policy = config.policy;
    read_vocabulary(&root, &mut loaded);
    read_references(&root, &mut loaded);
    read_verdicts(&root, &mut loaded);
    let lock = read_lock(&root, options.lock, &config, &mut loaded)?;
    let sources = Sources { root: &root, config: &config, config_name: &file.name, options };
    let outcomes = sources.run(lock.as_ref(), progress, &mut loaded);
    gather(outcomes, &mut loaded);
    Ok(loaded)
}

/// What to do about a lock that is not valid: nobody writes it by hand.
const BAD_LOCK: [&str; 2] = [
    "take it from an earlier revision, or remove it and trust each plugin of your own again with \
     `gainsay source trust SOURCE`; until then nothing of the base is loaded",
    "le reprendre d'une révision antérieure, ou le supprimer et se fier de nouveau à chaque greffon \
     à vous avec `gainsay source trust SOURCE`\u{a0}; d'ici là, rien de la base n'est chargé",
];

/// The lock of a base, if it has one.
///
/// # Errors
///
/// When it is not valid, with its place: it pins nothing, so nothing may be loaded.
pub(crate) fn lock_of(root: &Root, loaded: &mut Loaded) -> Result<Option<Lock>, LoadError> {
    let Some((text, lock)) = Lock::of_base(root) else { return Ok(None) };
    let is_text = text.is_some();
    if let Some(text) = text {
        add_text(&mut loaded.base.documents, &File { name: LOCK_NAME.to_owned(), text });
    }
    let (span, message) = match lock {
        Ok(lock) => return Ok(Some(lock)),
        Err(bad) => bad,
    };
    let diagnostic = Diagnostic::new(&INVALID_FILE, Subject::Name(LOCK_NAME.to_owned()));
    let problem = Fact::Problem(Problem::Said { message, help: Some(BAD_LOCK.into()) });
    loaded.diagnostics.push(match is_text {
        true => diagnostic.label(Location { document: LOCK_NAME.to_owned(), span }, problem),
        false => diagnostic.note(problem),
    });
    Err(LoadError::Invalid(Box::new(std::mem::take(loaded))))
}

/// The lock, unless it is ignored.
fn read_lock(
    root: &Root,
    locking: Locking,
    config: &Config,
    loaded: &mut Loaded,
) -> Result<Option<Lock>, LoadError> {
    if locking == Locking::Ignored {
        return Ok(None);
    }
    let lock = lock_of(root, loaded)?;
    if let (Some(lock), Locking::Unchanged) = (&lock, locking) {
        loaded.diagnostics.extend(lock.outdated(config));
    }
    Ok(lock)
}

/// The configuration of a base, and its file.
pub(crate) fn config_of(folder: &Path) -> Result<(Root, Config, File), LoadError> {
    let (root, file) = find_config(folder)?;
    match Config::read(&file.name, &file.text) {
        Ok(config) => Ok((root, config, file)),
        Err(diagnostic) => {
            let mut loaded = Loaded { diagnostics: vec![*diagnostic], ..Loaded::default() };
            add_text(&mut loaded.base.documents, &file);
            Err(LoadError::Invalid(Box::new(loaded)))
        }
    }
}

/// Reads the policy of a configuration, or of a file that has nothing but `[policy]`.
///
/// # Errors
///
/// [`LoadError::Invalid`] with what is wrong and where.
pub fn read_policy(name: &str, text: &str) -> Result<Policy, LoadError> {
    match Config::read(name, text) {
        Ok(config) => Ok(config.policy),
        Err(diagnostic) => {
            let mut loaded = Loaded { diagnostics: vec![*diagnostic], ..Loaded::default() };
            loaded.base.documents.insert(name.to_owned(), Document::text(name, text));
            Err(LoadError::Invalid(Box::new(loaded)))
        }
    }
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

/// Reads the words of a base.
pub(crate) fn read_vocabulary(root: &Root, loaded: &mut Loaded) {
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
            let (name, message) = (folder.to_owned(), fault_of(&error));
            vec![Err(BadFile { name, message, bytes: None })]
        }
    })
}

pub(crate) fn add_text(documents: &mut IndexMap<String, Document>, file: &File) {
    documents.insert(file.name.clone(), Document::text(&file.name, &file.text));
}

fn bad_file(bad: &BadFile) -> Diagnostic {
    Diagnostic::new(&INVALID_FILE, Subject::Name(bad.name.clone()))
        .note(Fact::Problem(Problem::File { message: bad.message.clone() }))
}
