//! Finds the comments that mark where a table goes.

use std::ops::Range;

use crate::formats::{Format, sync_remarks};

const BEGIN: &str = "gainsay:begin";
const END: &str = "gainsay:end";

/// A comment that begins or ends a table.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    /// The whole comment, in bytes of the draft; without the line break that ends it.
    pub(super) span: Range<usize>,
    pub(super) begins: bool,
    /// What it tells besides.
    pub(super) words: Range<usize>,
}

/// The marks of a draft, in order. A comment that speaks of marks is none: it starts
/// with one or is not meant.
pub(super) fn find(text: &str, format: Format) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for line in sync_remarks(text, format) {
        // Lines of a comment that was meant to end before them.
        let is_within = marks.last().is_some_and(|last| line.start < last.span.end);
        if !is_within {
            marks.extend(mark(text, format, line));
        }
    }
    marks
}

fn mark(text: &str, format: Format, line: Range<usize>) -> Option<Mark> {
    let verb = line.start + text[line.clone()].find("gainsay:")?;
    let begins = text[verb..].starts_with(BEGIN);
    let words = verb + if begins { BEGIN.len() } else { END.len() };
    let start = start(&text[..verb], format)?;
    let (words, end) = match format {
        Format::Markdown | Format::Html => {
            let end = text[words..].find("-->").map(|len| words + len);
            end.map_or((words..line.end, line.end), |end| (words..end, end + "-->".len()))
        }
        _ => (words..line.end, line.end),
    };
    Some(Mark { span: start..end, begins, words })
}

/// Where the comment starts whose first words come after this text.
fn start(before: &str, format: Format) -> Option<usize> {
    let before = before.trim_end();
    let opened = match format {
        Format::Markdown | Format::Html => before.strip_suffix("<!--")?,
        Format::Latex => before.strip_suffix('%')?.trim_end_matches('%'),
        Format::Typst => before.strip_suffix("//")?.trim_end_matches('/'),
        Format::Plain | Format::Docx => return None,
    };
    Some(opened.len())
}

/// The lines to put before and after a table so that it can be refreshed; none in formats
/// without comments.
pub fn marks_around(table: &str, format: Format) -> Option<[String; 2]> {
    let (open, close) = match format {
        Format::Markdown | Format::Html => ("<!-- ", " -->"),
        Format::Latex => ("% ", ""),
        Format::Typst => ("// ", ""),
        Format::Plain | Format::Docx => return None,
    };
    Some([format!("{open}{BEGIN} table={table}{close}"), format!("{open}{END}{close}")])
}
