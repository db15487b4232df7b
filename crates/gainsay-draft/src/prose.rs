//! A draft as its readers see it: passages of prose, and where each of their
//! characters stands in the file.

use std::ops::Range;

use gainsay_claims::Lang;

use crate::markers::TableMark;

/// A draft, read.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// What diagnostics call it: its path as given.
    pub name: String,
    /// The text that places point into. Of a format that is no text, the paragraphs,
    /// one a line.
    pub text: String,
    /// Its prose, in order.
    pub passages: Vec<Passage>,
    /// Tables that gainsay generated, in order.
    pub tables: Vec<TableMark>,
    /// What its author does not want to be told, in order.
    pub suppressions: Vec<Suppression>,
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

/// The words of a passage, without markup, and where they stand in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    text: String,
    /// Where runs start: in the prose, and in the file. In order.
    runs: Vec<(usize, usize)>,
    /// Where the last run ends in the file.
    end: usize,
}

impl Prose {
    /// What was left out of the prose (code, an image, a formula), so that the words
    /// around it do not run together.
    pub const LEFT_OUT: char = '\u{fffc}';

    /// The words.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Adds words that stand in these bytes of the file. If they are written otherwise
    /// there (`\%`, `&nbsp;`), they count as one whole.
    pub fn push(&mut self, words: &str, at: Range<usize>) {
        if words.is_empty() {
            return;
        }
        self.runs.push((self.text.len(), at.start));
        self.text.push_str(words);
        self.end = at.end;
    }

    /// The bytes of the file in which a part of the prose stands.
    pub fn place(&self, part: Range<usize>) -> Range<usize> {
        let start = self.origin(part.start, false);
        let end = self.origin(part.end, true);
        start..end.max(start)
    }

    /// Where a byte of the prose stands in the file. At the border of two runs, an end
    /// belongs to the first, a start to the second.
    fn origin(&self, byte: usize, is_end: bool) -> usize {
        let within =
            |&(start, _): &(usize, usize)| if is_end { start < byte } else { start <= byte };
        let run = self.runs.partition_point(|one| within(one)).saturating_sub(1);
        let Some(&(start, origin)) = self.runs.get(run) else { return self.end };
        let (next, bound) = self.runs.get(run + 1).copied().unwrap_or((self.text.len(), self.end));
        let offset = byte.saturating_sub(start);
        let is_whole = is_end && byte >= next;
        if is_whole && self.runs.get(run + 1).is_none() {
            self.end
        } else {
            (origin + offset).min(bound.max(origin))
        }
    }
}
