//! The formats of drafts, each read into passages of prose.

use std::ops::Range;

use crate::{markers::Remark, prose::Draft};

mod builder;
mod bytes;
mod docx;
mod encoding;
mod finish;
mod generated;
mod grid;
mod html;
mod latex;
mod markdown;
mod names;
mod plain;
mod typst;
mod urls;
mod voices;

pub use bytes::{MAX_BYTES, ReadError, read_bytes, read_bytes_as};
pub use encoding::{NoText, Written, decode};
pub use names::ENDINGS;

use builder::Builder;

#[cfg(test)]
mod tests;

/// A format of drafts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Markdown: `CommonMark` with tables and footnotes, front matter, and the keys of
    /// Pandoc and Quarto.
    Markdown,
    /// LaTeX.
    Latex,
    /// HTML.
    Html,
    /// Typst, whose prose is read as if it were plain text.
    Typst,
    /// Text without markup.
    Plain,
    /// The file of a word processor. As a text it is its paragraphs, one a line.
    Docx,
}

/// Reads a draft. Whatever the text is, what can be read of it is.
pub fn read(name: &str, text: &str, format: Format) -> Draft {
    finish::finish(name, built(text, format))
}

/// The lines of comments that begin and end what `gainsay sync` writes, in order. In
/// what is no comment, such as a block of code, there are none; nor in formats without
/// comments.
pub(crate) fn sync_remarks(text: &str, format: Format) -> Vec<Range<usize>> {
    let mut found = match format {
        Format::Plain | Format::Docx => Vec::new(),
        Format::Typst => {
            let mut comments = typst::comments(text);
            comments.retain(|at| Remark::of(&text[at.clone()]).is_some_and(|one| one.is_end()));
            comments
        }
        Format::Markdown | Format::Latex | Format::Html => built(text, format).ends,
    };
    found.sort_by_key(|line| line.start);
    found.dedup();
    found
}

fn built(text: &str, format: Format) -> Builder<'_> {
    let mut builder = Builder::new(text);
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    match format {
        Format::Markdown => markdown::read(&mut builder, start),
        Format::Html => html::read(&mut builder, start..text.len()),
        Format::Latex => latex::read(&mut builder, start),
        Format::Plain | Format::Typst | Format::Docx => plain::read(&mut builder, start),
    }
    builder
}
