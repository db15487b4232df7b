//! Where the blocks of a file begin and end.

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::EditError;
use crate::reviewer::Reviewers;

/// What a block holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Verdict,
    Rejection,
    /// Something that this version does not know.
    Other,
}

impl Kind {
    pub(super) fn heading(self) -> &'static str {
        match self {
            Self::Verdict => "verdict",
            Self::Rejection => "rejection",
            Self::Other => "",
        }
    }
}

/// By what a block is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place<'a> {
    pub(super) kind: Kind,
    pub(super) key: &'a str,
    pub(super) who: &'a str,
}

/// A block of a file, in bytes of its text.
#[derive(Debug)]
pub(super) struct Block {
    pub(super) kind: Kind,
    pub(super) key: String,
    pub(super) who: String,
    /// Where the comment right above it begins, else its heading.
    pub(super) top: usize,
    /// Where its heading begins.
    pub(super) start: usize,
    /// Where the next block begins, with the comment right above that.
    pub(super) end: usize,
}

impl Block {
    fn is_about(&self, place: &Place<'_>) -> bool {
        (self.kind, self.key.as_str()) == (place.kind, place.key)
    }
}

/// The blocks of a reviewer about something, in order: what he signed as he does here, if he
/// signed anything so, first.
pub(super) fn find<'a>(
    reviewers: &Reviewers,
    blocks: &'a [Block],
    place: &Place<'_>,
) -> Vec<&'a Block> {
    let about = blocks.iter().filter(|block| block.is_about(place));
    let mut own: Vec<&Block> =
        about.filter(|block| reviewers.is_same(&block.who, place.who)).collect();
    own.sort_by_key(|block| block.who != place.who);
    own
}

/// The blocks of a file in their order.
pub(super) fn split(text: &str) -> Result<Vec<Block>, EditError> {
    let without_mark = text.strip_prefix('\u{feff}').unwrap_or(text);
    let shift = text.len() - without_mark.len();
    let file = DeTable::parse(without_mark)
        .map_err(|error| EditError::Syntax { message: error.message().to_owned() })?;
    let mut blocks = Vec::new();
    for (name, value) in file.get_ref() {
        let name: &str = name.get_ref();
        let kind = [Kind::Verdict, Kind::Rejection].into_iter().find(|one| one.heading() == name);
        let kind = kind.unwrap_or(Kind::Other);
        let tables = tables(value);
        if kind != Kind::Other && tables.is_empty() {
            return Err(EditError::Form);
        }
        for (table, at) in tables {
            let line = line_start(text, at + shift);
            let heading = text[line..].trim_start();
            if kind != Kind::Other && !heading.starts_with("[[") {
                return Err(EditError::Form);
            }
            if heading.starts_with('[') {
                blocks.push(block(text, kind, table, line));
            }
        }
    }
    blocks.sort_by_key(|one| one.start);
    for index in 1..blocks.len() {
        blocks[index - 1].end = blocks[index].top;
    }
    Ok(blocks)
}

/// A table, or each table of a list, and where it begins.
fn tables<'a>(value: &'a Spanned<DeValue<'a>>) -> Vec<(&'a DeTable<'a>, usize)> {
    let table =
        |value: &'a Spanned<DeValue<'a>>| Some((value.get_ref().as_table()?, value.span().start));
    match value.get_ref().as_array() {
        Some(array) => array.iter().filter_map(table).collect(),
        None => table(value).into_iter().collect(),
    }
}

fn block(text: &str, kind: Kind, table: &DeTable<'_>, start: usize) -> Block {
    let field = |name: &str| {
        let value = table.get(name).and_then(|value| value.get_ref().as_str());
        value.unwrap_or_default().trim().replace("\r\n", "\n")
    };
    let key = match kind {
        Kind::Rejection => field("study"),
        Kind::Verdict | Kind::Other => field("finding"),
    };
    let top = comment_above(text, start);
    Block { kind, key, who: field("who"), top, start, end: text.len() }
}

fn line_start(text: &str, at: usize) -> usize {
    let start = text[..at.min(text.len())].rfind('\n').map_or(0, |newline| newline + 1);
    // A byte order mark stands before the first line.
    if start == 0 && text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { start }
}

/// Where the comment begins whose last line is right above a line. What tells an editor the
/// schema is of the whole file.
fn comment_above(text: &str, line: usize) -> usize {
    let mut top = line;
    while top > 0 {
        let above = line_start(text, top - 1);
        let words = text[above..top].trim_start();
        if above == top || !words.starts_with('#') || words.starts_with("#:") {
            break;
        }
        top = above;
    }
    top
}
