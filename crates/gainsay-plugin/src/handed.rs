//! From a file of a base to what its plugin gets and what the core keeps.

use gainsay_claims::{Said, document::Document as CoreDocument, table::Cell};

use crate::{Bytes, Document};

/// A file of a source, as far as the host itself can read it.
///
/// Hosts make documents of files with it, and so does the conformance kit, so that a test
/// hands over what a base would. Authors of plugins need
/// [`testing::document`](crate::testing::document) only.
#[derive(Clone, Debug)]
pub enum Handed {
    /// A text or a table.
    Read(CoreDocument),
    /// What is no text. Its plugin may list what it holds.
    Bytes {
        /// The document's name.
        name: String,
        /// Why it is no text.
        why: Said,
        /// What it holds.
        bytes: Vec<u8>,
    },
}

impl Handed {
    /// What a file is by its ending: a table, a text, or bytes that are neither. A table or
    /// a codebook that is no UTF-8 is bytes, too: its plugin may know how it is written.
    ///
    /// # Errors
    ///
    /// When the file is no document, in words: its ending is not known, or it should be a
    /// text and is none.
    pub fn of(name: &str, bytes: Vec<u8>) -> Result<Self, Said> {
        let kind = media_type(name).ok_or(OTHER_ENDING)?;
        let is_packed = kind.starts_with("application/vnd.")
            || kind.starts_with("application/x-")
            || kind == "application/pdf";
        let name = name.to_owned();
        if is_packed {
            return Ok(Self::Bytes { name, why: NO_TEXT.into(), bytes });
        }
        match String::from_utf8(bytes) {
            Ok(text) if kind == TABLE => Ok(Self::Read(CoreDocument::table(name, text))),
            Ok(text) => Ok(Self::Read(CoreDocument::text(name, text))),
            Err(error) => {
                let why = Said::not_utf8(error.utf8_error());
                if kind != TABLE && kind != "application/xml" {
                    return Err(why);
                }
                Ok(Self::Bytes { name, why, bytes: error.into_bytes() })
            }
        }
    }

    /// The document's name.
    pub fn name(&self) -> &str {
        match self {
            Self::Read(document) => &document.name,
            Self::Bytes { name, .. } => name,
        }
    }

    /// The document as a plugin gets it.
    pub fn for_plugin(&self, source: &str) -> Document {
        let bytes = match self {
            Self::Read(_) => None,
            Self::Bytes { bytes, .. } => Some(Bytes(bytes.clone())),
        };
        let shell = Document {
            source: source.to_owned(),
            name: self.name().to_owned(),
            media_type: media_type(self.name()).unwrap_or("text/plain").to_owned(),
            bytes,
            ..Document::default()
        };
        let Self::Read(document) = self else { return shell };
        let words = |cell: &Cell| cell.text(&document.text).to_owned();
        let row = |cells: &Vec<Cell>| cells.iter().map(words).collect();
        let cells = document.table.as_ref().map(|table| table.rows.iter().map(row).collect());
        let text = cells.is_none().then(|| without_mark(&document.text));
        Document { text, cells, ..shell }
    }

    /// The document as the core keeps it.
    pub fn into_core(self) -> CoreDocument {
        match self {
            Self::Read(document) => document,
            Self::Bytes { name, why, .. } => CoreDocument::unread(name, why),
        }
    }
}

/// The documents that can only be read together: a document with each that it names by its
/// file name, as a mapping names its table. Every document is in one group, by its place;
/// one that names none and that none names is a group of its own.
pub fn together(documents: &[Document]) -> Vec<Vec<usize>> {
    let mut group: Vec<usize> = (0..documents.len()).collect();
    for (at, one) in documents.iter().enumerate() {
        for (other_at, other) in documents.iter().enumerate() {
            if one.names(other) {
                let (kept, joined) = (group[at], group[other_at]);
                group.iter_mut().filter(|own| **own == joined).for_each(|own| *own = kept);
            }
        }
    }
    crate::grouped(0..documents.len(), |&at| group[at])
}

const OTHER_ENDING: [&str; 2] = ["has an ending that is not known", "a une extension inconnue"];
const NO_TEXT: [&str; 2] = ["is not a text", "n'est pas un texte"];
const TABLE: &str = "text/csv";

fn media_type(name: &str) -> Option<&'static str> {
    Some(match name.rsplit_once('.')?.1.to_ascii_lowercase().as_str() {
        "csv" | "tsv" => TABLE,
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
        let on_disk = "\u{feff}title: T\n";
        let handed = Handed::of("sources/a/one.txt", on_disk.into()).expect("a text");
        let text = handed.for_plugin("a").text.expect("it is a text");
        assert_eq!(text, "   title: T\n");
        assert_eq!(text.len(), on_disk.len());
    }

    #[test]
    fn what_is_no_text_is_handed_over_as_it_is() {
        let given = |name, bytes: &[u8]| {
            Handed::of(name, bytes.to_vec()).ok().map(|one| one.for_plugin("a"))
        };
        let latin = given("a/one.csv", &[0xe9]).expect("a table in another code");
        assert_eq!((latin.bytes, latin.text, latin.cells), (Some(Bytes(vec![0xe9])), None, None));
        let book = given("a/one.xlsx", b"PK").expect("a workbook, even if it looks like text");
        assert_eq!(book.bytes, Some(Bytes(b"PK".to_vec())));
        assert_eq!(given("a/one.exe", &[0xff]), None);
        assert_eq!(given("a/one.txt", &[0xff]), None);
        let codebook = given("a/one.xml", &[0xe9]).expect("it declares what it is");
        assert_eq!(codebook.bytes, Some(Bytes(vec![0xe9])));
        let unread = Handed::of("a/one.csv", vec![0xe9]).map(Handed::into_core);
        let Ok(Origin::Unread(why)) = unread.map(|one| one.origin) else { panic!("it is read") };
        assert_eq!(crate::testing::in_both(&why), "is not UTF-8 from byte 0 on");
    }

    #[test]
    fn a_document_goes_with_those_that_it_names() {
        let files: [(&str, &[u8]); 5] = [
            ("a/alone.txt", b"A survey"),
            ("a/book.xlsx", b"PK, of two.toml"),
            ("a/one.toml", b"table = 'book.xlsx'"),
            ("a/other.csv", b"A,B"),
            ("a/two.toml", b"table = \"book.xlsx\" # not other.csv"),
        ];
        let documents = files.map(|(name, bytes)| {
            Handed::of(name, bytes.to_vec()).expect("a document").for_plugin("a")
        });
        assert_eq!(together(&documents), [vec![0], vec![1, 2, 4], vec![3]]);
    }
}
