//! The documents of a source: what the core keeps of them, and what its plugin gets.

use gainsay_claims::{
    Diagnostic,
    checks::BROKEN_DOCUMENT,
    diagnostic::Subject,
    document::Document,
    facts::{Fact, Problem},
    table::{MOST_CELLS, MOST_COLUMNS},
};
use gainsay_plugin::Bytes;

use crate::{
    config::SourceConfig,
    files::{BadFile, File, Root},
    load::Loaded,
};

/// A document of a source, as far as the host itself can read it.
pub(crate) enum Handed {
    /// A text or a table.
    Read(Document),
    /// What is no text, and why. Its plugin may list what it holds.
    Bytes { name: String, why: String, bytes: Vec<u8> },
}

impl Handed {
    /// The document as a plugin gets it.
    pub(crate) fn for_plugin(&self, source: &str) -> gainsay_plugin::Document {
        let (name, bytes) = match self {
            Self::Read(document) => (&document.name, None),
            Self::Bytes { name, bytes, .. } => (name, Some(Bytes(bytes.clone()))),
        };
        let shell = gainsay_plugin::Document {
            source: source.to_owned(),
            name: name.clone(),
            media_type: media_type(name).unwrap_or("text/plain").to_owned(),
            bytes,
            ..gainsay_plugin::Document::default()
        };
        let Self::Read(document) = self else { return shell };
        let row = |cells: &Vec<gainsay_claims::table::Cell>| {
            cells.iter().map(|cell| cell.text.clone()).collect()
        };
        let cells = document.table.as_ref().map(|table| table.rows.iter().map(row).collect());
        let text = cells.is_none().then(|| without_mark(&document.text));
        gainsay_plugin::Document { text, cells, ..shell }
    }

    /// The document as the core keeps it.
    pub(crate) fn into_core(self) -> Document {
        match self {
            Self::Read(document) => document,
            Self::Bytes { name, why, .. } => Document::unread(name, why),
        }
    }
}

/// The documents of a source that can be used; of each other one there is a
/// diagnostic. A source without any file would look as if nothing contradicted
/// it, so that is a problem.
pub(crate) fn read_documents(
    root: &Root,
    source: &SourceConfig,
    loaded: &mut Loaded,
) -> Result<Vec<Handed>, Problem> {
    let folder = &source.folder;
    let files = root
        .folder(folder)
        .map_err(|error| Problem::File { message: format!("folder `{folder}`: {error}") })?;
    if files.is_empty() {
        return Err(Problem::File { message: format!("folder `{folder}` holds no document") });
    }
    let mut documents = Vec::new();
    for file in files {
        match handed(file) {
            Ok(Handed::Read(document)) => match broken_table(&document) {
                None => documents.push(Handed::Read(document)),
                Some(diagnostic) => {
                    loaded.diagnostics.push(diagnostic);
                    loaded.base.documents.insert(document.name.clone(), document);
                }
            },
            Ok(bytes) => documents.push(bytes),
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

/// A file as a document: a table or a text by its ending, or bytes that are neither. A
/// table or a codebook that is no UTF-8 is bytes, too: its plugin may know how it is
/// written.
pub(crate) fn handed(file: Result<File, BadFile>) -> Result<Handed, BadFile> {
    let name = file.as_ref().map_or_else(|bad| &bad.name, |file| &file.name);
    let Some(kind) = media_type(name) else {
        let message = "has an ending that is not known".to_owned();
        return Err(match file {
            Err(bad) if bad.bytes.is_none() => bad,
            _ => BadFile { name: name.clone(), message, bytes: None },
        });
    };
    let is_table = kind == "text/csv";
    let is_packed = kind.starts_with("application/vnd.")
        || kind.starts_with("application/x-")
        || kind == "application/pdf";
    Ok(match file {
        Ok(File { name, text }) if is_packed => {
            Handed::Bytes { name, why: "is not a text".to_owned(), bytes: text.into_bytes() }
        }
        Ok(File { name, text }) if is_table => Handed::Read(Document::table(name, text)),
        Ok(File { name, text }) => Handed::Read(Document::text(name, text)),
        Err(BadFile { name, message, bytes: Some(bytes) })
            if is_packed || is_table || kind == "application/xml" =>
        {
            Handed::Bytes { name, why: message, bytes }
        }
        Err(bad) => return Err(bad),
    })
}

fn media_type(name: &str) -> Option<&'static str> {
    Some(match name.rsplit_once('.')?.1 {
        "csv" | "tsv" => "text/csv",
        "txt" => "text/plain",
        "md" => "text/markdown",
        "toml" => "application/toml",
        "json" => "application/json",
        "xml" => "application/xml",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xls" => "application/vnd.ms-excel",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "pdf" => "application/pdf",
        "sav" | "zsav" => "application/x-spss-sav",
        _ => return None,
    })
}

/// The text with spaces in place of a byte order mark, so that a plugin need not
/// know of it and every place stays what it is.
fn without_mark(text: &str) -> String {
    match text.strip_prefix('\u{feff}') {
        Some(rest) => format!("   {rest}"),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use gainsay_claims::document::Origin;

    use super::*;

    #[test]
    fn a_byte_order_mark_moves_no_place() {
        let on_disk = Document::text("sources/a/one.txt", "\u{feff}title: T\n");
        let length = on_disk.text.len();
        let text = Handed::Read(on_disk).for_plugin("a").text.expect("it is a text");
        assert_eq!(text, "   title: T\n");
        assert_eq!(text.len(), length);
    }

    #[test]
    fn what_is_no_text_is_handed_over_as_it_is() {
        let file = |name: &str, bytes: Option<Vec<u8>>| match bytes {
            None => Ok(File { name: name.to_owned(), text: "PK".to_owned() }),
            bytes => Err(BadFile { name: name.to_owned(), message: "no text".to_owned(), bytes }),
        };
        let given = |file| handed(file).ok().map(|one| one.for_plugin("a"));
        let latin = given(file("a/one.csv", Some(vec![0xe9]))).expect("a table in another code");
        assert_eq!((latin.bytes, latin.text, latin.cells), (Some(Bytes(vec![0xe9])), None, None));
        let book = given(file("a/one.xlsx", None)).expect("a workbook, even if it looks like text");
        assert_eq!(book.bytes, Some(Bytes(b"PK".to_vec())));
        assert_eq!(given(file("a/one.exe", Some(vec![0xff]))), None);
        assert_eq!(given(file("a/one.txt", Some(vec![0xff]))), None);
        let codebook = given(file("a/one.xml", Some(vec![0xe9]))).expect("it declares what it is");
        assert_eq!(codebook.bytes, Some(Bytes(vec![0xe9])));
        let unread = handed(file("a/one.csv", Some(vec![0xe9]))).map(Handed::into_core);
        let why = Origin::Unread("no text".to_owned());
        assert_eq!(unread.ok().map(|one| one.origin), Some(why));
    }
}
