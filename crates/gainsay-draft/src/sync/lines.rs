//! Sets the lines of a table as the draft sets its own.

use crate::formats::Format;

use super::blocks::Pair;

/// How the lines between two marks are set.
pub(super) struct Lines<'a> {
    /// What ends a line.
    end: &'a str,
    /// What each line starts with: blanks, or the signs of the quotation that it is in.
    prefix: String,
    /// What stands before the mark that ends the table.
    last: String,
    /// Whether blank lines part the table from its marks: without them, some readers of
    /// Markdown take a mark for a part of the table.
    is_parted: bool,
}

impl<'a> Lines<'a> {
    /// The lines between two marks, or none where something else than signs of lists and
    /// quotations stands before the mark and lines of its own would tear it apart.
    pub(super) fn of(text: &'a str, format: Format, pair: &Pair) -> Option<Self> {
        let before = line_before(text, pair.begin.span.start);
        let prefix = match format {
            Format::Markdown => continued(before)?,
            _ if before.trim().is_empty() => before.to_owned(),
            Format::Html => String::new(),
            _ => return None,
        };
        let last = line_before(text, pair.end.span.start);
        let is_own = last.len() <= pair.between().len();
        let is_set = last.chars().all(|one| one.is_whitespace() || one == '>');
        Some(Self {
            end: line_end(text, pair.begin.span.end),
            last: if is_own && is_set { last.to_owned() } else { prefix.clone() },
            prefix,
            is_parted: format == Format::Markdown,
        })
    }

    /// What is to stand between the marks.
    pub(super) fn set(&self, table: &str) -> String {
        let parted = self.is_parted.then_some("");
        let lines = parted.into_iter().chain(table.trim_end().lines()).chain(parted);
        let mut set = self.end.to_owned();
        for line in lines {
            let prefix = self.prefix.as_str();
            set.push_str(if line.is_empty() { prefix.trim_end() } else { prefix });
            set.push_str(line);
            set.push_str(self.end);
        }
        set.push_str(&self.last);
        set
    }
}

/// What stands before a byte on its line; a byte order mark is no part of a line.
fn line_before(text: &str, at: usize) -> &str {
    let before = &text[..at];
    let line = before.rsplit('\n').next().unwrap_or_default();
    line.strip_prefix('\u{feff}').unwrap_or(line)
}

/// What ends the line of a byte; at the last line, what ends the first.
fn line_end(text: &str, at: usize) -> &str {
    let end = text[at..].find('\n').map(|end| at + end).or_else(|| text.find('\n'));
    match end {
        Some(end) if text[..end].ends_with('\r') => &text[end - 1..=end],
        Some(end) => &text[end..=end],
        None => "\n",
    }
}

/// What continues in Markdown what a line starts with: signs of quotations stay, those
/// of lists become blanks. None if it starts with something else.
fn continued(before: &str) -> Option<String> {
    let mut continued = String::new();
    let mut rest = before;
    while let Some(first) = rest.chars().next() {
        let len = match first {
            ' ' | '\t' | '>' => {
                continued.push(first);
                first.len_utf8()
            }
            _ => {
                let len = list_sign(rest)?;
                continued.push_str(&" ".repeat(len));
                len
            }
        };
        rest = &rest[len..];
    }
    Some(continued)
}

/// How long the sign of an item is that a text starts with.
fn list_sign(text: &str) -> Option<usize> {
    let digits = text.len() - text.trim_start_matches(|one: char| one.is_ascii_digit()).len();
    let signs: &[char] = if digits == 0 { &['-', '*', '+'] } else { &['.', ')'] };
    let after = text[digits..].strip_prefix(signs)?;
    after.starts_with([' ', '\t']).then_some(text.len() - after.len())
}
