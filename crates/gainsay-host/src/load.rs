//! Loading a base: from its folder to claims.

use std::{
    io,
    path::{Path, PathBuf},
};

use gainsay_claims::{
    Diagnostic, EvidenceBase, Location,
    checks::{BROKEN_DOCUMENT, BROKEN_SOURCE, INVALID_FILE},
    diagnostic::Subject,
    document::Document,
    evidence::{REFERENCE_FILES, SourceState, VERDICTS},
    facts::{Fact, Problem},
    table::{MOST_CELLS, MOST_COLUMNS},
    vocabulary::{Vocabulary, VocabularyFile},
};
use indexmap::IndexMap;

use crate::{
    Job, Outcome, RunOptions,
    config::{CONFIG_NAMES, Config, SourceConfig},
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
        _ => vec![Err(BadFile { name: folder.to_owned(), message: error.to_string() })],
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
                jobs.push(job(source, plugin, &documents));
                let documents = documents.into_iter().map(|one| (one.name.clone(), one));
                loaded.base.documents.extend(documents);
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

fn job(source: &SourceConfig, plugin: PathBuf, documents: &[Document]) -> Job {
    Job {
        source: source.id.clone(),
        plugin,
        expect_id: source.plugin.clone(),
        config: source.settings.clone(),
        documents: documents.iter().map(|one| for_plugin(&source.id, one)).collect(),
        digest: source.digest,
    }
}

/// The documents of a source that can be used; of each other one there is a
/// diagnostic. A source without any file would look as if nothing contradicted
/// it, so that is a problem.
fn read_documents(
    root: &Root,
    source: &SourceConfig,
    loaded: &mut Loaded,
) -> Result<Vec<Document>, Problem> {
    let folder = &source.folder;
    let files = root
        .folder(folder)
        .map_err(|error| Problem::File { message: format!("folder `{folder}`: {error}") })?;
    if files.is_empty() {
        return Err(Problem::File { message: format!("folder `{folder}` holds no document") });
    }
    let mut documents = Vec::new();
    for file in files {
        match file.and_then(document) {
            Ok(document) => match broken_table(&document) {
                None => documents.push(document),
                Some(diagnostic) => {
                    loaded.diagnostics.push(diagnostic);
                    loaded.base.documents.insert(document.name.clone(), document);
                }
            },
            Err(bad) => loaded.diagnostics.push(
                Diagnostic::new(&BROKEN_DOCUMENT, Subject::Name(bad.name.clone()))
                    .note(Fact::Problem(Problem::File { message: bad.message })),
            ),
        }
    }
    Ok(documents)
}

/// A table with a quotation mark that does not close may hide rows in one cell, and of
/// one that is too large a part is missing, so neither is read at all.
fn broken_table(document: &Document) -> Option<Diagnostic> {
    let table = document.table.as_ref()?;
    let (at, problem) = match (table.broken_quote, table.excess) {
        (_, Some(start)) => {
            let problem = Problem::TooManyCells { in_row: MOST_COLUMNS, in_all: MOST_CELLS };
            (start..start, problem)
        }
        (Some(start), None) => {
            let line = document.text.get(start..)?.lines().next().unwrap_or_default();
            (start..start + line.len(), Problem::BrokenQuote)
        }
        (None, None) => return None,
    };
    let subject = Subject::Name(document.name.clone());
    let label = Fact::Problem(problem);
    Some(Diagnostic::new(&BROKEN_DOCUMENT, subject).label(document.location(at), label))
}

/// A file as a document: a table or a text, by its ending.
fn document(file: File) -> Result<Document, BadFile> {
    match media_type(&file.name) {
        Some("text/csv") => Ok(Document::table(file.name, file.text)),
        Some(_) => Ok(Document::text(file.name, file.text)),
        None => {
            Err(BadFile { name: file.name, message: "has an ending that is not known".to_owned() })
        }
    }
}

fn media_type(name: &str) -> Option<&'static str> {
    Some(match name.rsplit_once('.')?.1 {
        "csv" | "tsv" => "text/csv",
        "txt" => "text/plain",
        "md" => "text/markdown",
        "toml" => "application/toml",
        "json" => "application/json",
        _ => return None,
    })
}

/// A document as a plugin gets it.
fn for_plugin(source: &str, document: &Document) -> gainsay_plugin::Document {
    let row = |cells: &Vec<gainsay_claims::table::Cell>| {
        cells.iter().map(|cell| cell.text.clone()).collect()
    };
    let cells = document.table.as_ref().map(|table| table.rows.iter().map(row).collect());
    gainsay_plugin::Document {
        source: source.to_owned(),
        name: document.name.clone(),
        media_type: media_type(&document.name).unwrap_or("text/plain").to_owned(),
        text: cells.is_none().then(|| without_mark(&document.text)),
        cells,
    }
}

/// The text with spaces in place of a byte order mark, so that a plugin need not
/// know of it and every place stays what it is.
fn without_mark(text: &str) -> String {
    match text.strip_prefix('\u{feff}') {
        Some(rest) => format!("   {rest}"),
        None => text.to_owned(),
    }
}

fn add_text(documents: &mut IndexMap<String, Document>, file: &File) {
    documents.insert(file.name.clone(), Document::text(&file.name, &file.text));
}

fn bad_file(bad: &BadFile) -> Diagnostic {
    Diagnostic::new(&INVALID_FILE, Subject::Name(bad.name.clone()))
        .note(Fact::Problem(Problem::File { message: bad.message.clone() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_moves_no_place() {
        let on_disk = Document::text("sources/a/one.txt", "\u{feff}title: T\n");
        let text = for_plugin("a", &on_disk).text.expect("it is a text");
        assert_eq!(text, "   title: T\n");
        assert_eq!(text.len(), on_disk.text.len());
    }
}
