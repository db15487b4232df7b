//! The documents of a source: what the core keeps of them, and what its plugin gets.

use std::io;

use gainsay_claims::{
    Diagnostic, Lang,
    checks::BROKEN_DOCUMENT,
    diagnostic::Subject,
    document::Document,
    facts::{Fact, Problem},
    side_by_side,
    table::{MOST_CELLS, MOST_COLUMNS},
};
use gainsay_plugin::Handed;

use crate::{
    config::SourceConfig,
    fault::fault_of,
    files::{BadFile, File, Root},
    load::Loaded,
};

/// A file of a source as it was read, and what is wrong with it as a table.
type Read = Result<(Handed, Option<Diagnostic>), BadFile>;

/// What the folder of a source holds, or why that is nothing.
pub(crate) type Files = Result<Vec<Read>, Problem>;

/// Reads the folders of sources, all their files side by side: the largest may hold more
/// than all others.
pub(crate) fn read_files(root: &Root, sources: &[SourceConfig]) -> Vec<Files> {
    let folders: Vec<_> = sources.iter().map(|source| names(root, source)).collect();
    let all: Vec<_> = folders.iter().flatten().flatten().cloned().collect();
    let mut read = side_by_side(all, |name| {
        let handed = handed(name.and_then(|name| root.file(&name)))?;
        let broken = match &handed {
            Handed::Read(document) => broken_table(document),
            Handed::Bytes { .. } => None,
        };
        Ok((handed, broken))
    })
    .into_iter();
    let mut files = |names: Vec<_>| read.by_ref().take(names.len()).collect();
    folders.into_iter().map(|names| names.map(&mut files)).collect()
}

/// The documents of a source that can be used; of each other one there is a
/// diagnostic.
///
/// # Errors
/// Those of [`read_files`].
pub(crate) fn read_documents(
    root: &Root,
    source: &SourceConfig,
    loaded: &mut Loaded,
) -> Result<Vec<Handed>, Problem> {
    let files = read_files(root, std::slice::from_ref(source)).pop();
    files.map_or_else(|| Ok(Vec::new()), |files| usable(files, loaded))
}

/// The documents among files that can be used; of each other one there is a diagnostic.
pub(crate) fn usable(files: Files, loaded: &mut Loaded) -> Result<Vec<Handed>, Problem> {
    let mut documents = Vec::new();
    for file in files? {
        match file {
            Ok((Handed::Read(document), Some(diagnostic))) => {
                loaded.diagnostics.push(diagnostic);
                loaded.base.documents.insert(document.name.clone(), document);
            }
            Ok((document, _)) => documents.push(document),
            Err(bad) => loaded.diagnostics.push(
                Diagnostic::new(&BROKEN_DOCUMENT, Subject::Name(bad.name.clone()))
                    .note(Fact::Problem(Problem::File { message: bad.message })),
            ),
        }
    }
    Ok(documents)
}

/// The names of the files of a source. One without any would look as if nothing
/// contradicted it, so that is a problem.
fn names(root: &Root, source: &SourceConfig) -> Result<Vec<Result<String, BadFile>>, Problem> {
    let folder = &source.folder;
    let none = |is_there| Problem::NoDocuments {
        source: source.id.clone(),
        plugin: source.plugin.clone(),
        folder: folder.clone(),
        is_there,
    };
    let names = root.names(folder).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => none(false),
        _ => {
            let why = fault_of(&error);
            let [en, fr] = [Lang::En, Lang::Fr].map(|lang| why.pick(lang));
            let message =
                [format!("folder `{folder}`: {en}"), format!("dossier `{folder}`\u{a0}: {fr}")];
            Problem::File { message: message.into() }
        }
    })?;
    if names.is_empty() {
        return Err(none(true));
    }
    Ok(names)
}

/// A table with a quotation mark that does not close may hide rows in one cell, of one that is
/// too large a part is missing, and one with a NUL byte is another file than it seems, so none of
/// these is read at all.
pub(crate) fn broken_table(document: &Document) -> Option<Diagnostic> {
    let table = document.table.as_ref()?;
    let (at, problem) = match (table.broken_quote, table.excess) {
        _ if let Some(at) = document.text.find('\0') => (at..at + 1, nul_byte()),
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

fn nul_byte() -> Problem {
    Problem::Said {
        message: [
            "a NUL byte stands here, as in no table: the file may be UTF-16, or no text at all",
            "un octet nul se trouve ici, comme dans aucun tableau\u{a0}: le fichier est peut-être en \
             UTF-16, ou n'est pas un texte",
        ]
        .into(),
        help: Some(["save it as CSV in UTF-8", "l'enregistrer en CSV, en UTF-8"].into()),
    }
}

/// A file as a document, if it is one.
pub(crate) fn handed(file: Result<File, BadFile>) -> Result<Handed, BadFile> {
    let (name, bytes) = match file {
        Ok(File { name, text }) => (name, text.into_bytes()),
        Err(BadFile { name, bytes: Some(bytes), .. }) => (name, bytes),
        Err(bad) => return Err(bad),
    };
    Handed::of(&name, bytes).map_err(|message| BadFile { name, message, bytes: None })
}
