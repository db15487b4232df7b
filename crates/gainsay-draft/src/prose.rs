//! A draft as its readers see it: passages of prose, and where each of their
//! characters stands in the file.

use std::ops::Range;

use gainsay_claims::Lang;

use crate::markers::TableMark;

mod map;

pub use map::Prose;

/// A draft, read.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// What diagnostics call it: its path as given.
    pub name: String,
    /// The text that places point into. Of a format that is no text, the paragraphs,
    /// one a line.
    pub text: String,
    /// What the page calls itself where no reader of its words sees it: `<title>` of HTML.
    pub title: Option<String>,
    /// Its prose, in order.
    pub passages: Vec<Passage>,
    /// Keys of references that no passage holds: those of generated tables, of `\nocite`
    /// and of `nocite` in front matter.
    pub unspoken: Vec<Key>,
    /// Tables that gainsay generated, in order.
    pub tables: Vec<TableMark>,
    /// What its author does not want to be told, in order.
    pub suppressions: Vec<Suppression>,
}

impl Draft {
    /// The keys of all references that it uses, in order of place.
    pub fn keys(&self) -> Vec<&Key> {
        let spoken = self.passages.iter().flat_map(|passage| &passage.keys);
        let mut keys: Vec<&Key> = spoken.chain(&self.unspoken).collect();
        keys.sort_by_key(|key| key.span.start);
        keys
    }

    /// The same draft, every passage of it taken to be in this language.
    #[must_use]
    pub fn in_language(mut self, lang: Lang) -> Self {
        for passage in &mut self.passages {
            passage.lang = lang;
        }
        self
    }
}

/// A block of prose: what one sentence may refer to another in.
#[derive(Clone, Debug)]
pub struct Passage {
    /// What it is.
    pub kind: PassageKind,
    /// Its words.
    pub prose: Prose,
    /// Its language.
    pub lang: Lang,
    /// Who speaks.
    pub voice: Voice,
    /// Keys of references, in order of place.
    pub keys: Vec<Key>,
    /// Of a note: the passage that calls it, and where in its prose.
    pub called_from: Option<(usize, usize)>,
    /// Of what stands in a table: where. Tables of LaTeX and Typst tell nothing of it.
    pub cell: Option<Cell>,
}

/// Where a cell stands; all are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// The number of its table in the draft.
    pub table: usize,
    /// Its row.
    pub row: usize,
    /// The first of its columns.
    pub column: usize,
    /// How many columns it takes.
    pub columns: usize,
}

/// Kinds of passages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassageKind {
    /// A title of this level; 1 is the document's.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    Item,
    /// Words of somebody else, set off.
    Quote,
    /// A cell of a table that somebody wrote.
    Cell,
    /// A footnote.
    Note,
    /// What stands under a figure or a table.
    Caption,
}

impl PassageKind {
    /// Whether it is a title.
    pub fn is_heading(self) -> bool {
        matches!(self, Self::Heading(_))
    }
}

/// Who speaks in a passage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Voice {
    /// Whoever signs the draft.
    #[default]
    Author,
    /// A reader who comments; with the name, if it is told.
    Commenter(Option<String>),
}

/// A key of a reference: `[@kentico-2014-social]`, `\cite{kentico-2014-social}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The key.
    pub key: String,
    /// Where it stood, in bytes of the prose, from which it is left out.
    pub at: usize,
    /// Where it is written, in bytes of the file.
    pub span: Range<usize>,
}

/// A remark of the author: `gainsay:ignore unknown-figure: our own count`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppression {
    /// Where it is written, in bytes of the file.
    pub span: Range<usize>,
    /// The rules, as written.
    pub rules: Vec<String>,
    /// Why, as written; may be empty.
    pub reason: String,
    /// The bytes of the file that it covers: the passage that it stands in, or else the
    /// next one.
    pub covers: Range<usize>,
}
