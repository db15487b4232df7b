//! A table as GitHub-flavoured Markdown.

use super::{Table, headings};
use crate::Speaker;

/// Writes a table. Text of plugins stays text: marks of Markdown and HTML are
/// escaped.
pub fn markdown(speaker: Speaker<'_>, table: &Table<'_>) -> String {
    let headings = headings(speaker.lang).map(escape);
    let mut text = line(&headings);
    text += &"| --- ".repeat(headings.len());
    text += "|\n";
    for row in &table.rows {
        text += &line(&speaker.cells(row).map(|cell| escape(&cell)));
    }
    text
}

fn line(cells: &[String]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

/// Puts a backslash before every sign that Markdown or HTML could act on; `:` and
/// `@` among them, since bare addresses become links and citations.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in crate::clean(text).chars() {
        if matches!(
            character,
            '\\' | '`'
                | '*'
                | '_'
                | '['
                | ']'
                | '<'
                | '>'
                | '|'
                | '~'
                | '&'
                | '#'
                | '$'
                | '^'
                | '@'
                | '{'
                | '}'
                | '!'
                | ':'
        ) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}
