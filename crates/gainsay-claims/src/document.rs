//! A document as the core reads it: the bytes on disk, and for a table its cells.

use std::{ops::Range, sync::OnceLock};

use crate::{
    Said,
    diagnostic::Location,
    table::{Cell, Table},
    wire::Place,
};

/// A document of a source.
#[derive(Clone, Debug)]
pub struct Document {
    /// Path relative to the base, with `/`.
    pub name: String,
    /// The text as it is on disk; it does not change once a line of it was asked for.
    pub text: String,
    /// Its cells, when it is a table.
    pub table: Option<Table>,
    /// Where the text comes from.
    pub origin: Origin,
    /// Where its lines start, once somebody asked; every figure that is told has a line.
    line_starts: OnceLock<Vec<usize>>,
}

/// Where the text of a document comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// From the file itself.
    #[default]
    File,
    /// From nowhere: the file is no text, for this reason, and no plugin has listed
    /// what it holds.
    Unread(Said),
    /// A plugin listed what a file that is no text holds.
    Listed,
}

/// Why a place is not a place of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceError {
    /// It names no bytes and no cell.
    Empty,
    /// A cell of a document that is no table.
    NoTable,
    /// There is no such cell.
    NoCell,
    /// The bytes lie outside the text, or end before they start.
    Outside,
    /// The bytes start or end within a character.
    WithinCharacter,
    /// The bytes leave out a digit, letter or sign that belongs to the figure.
    CutsFigure,
}

/// The words at a place, and where they are in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words<'a> {
    /// The words.
    pub text: &'a str,
    /// What stands before them on their line, or in their cell.
    pub before: &'a str,
    /// What stands after them there.
    pub after: &'a str,
    /// Where they are.
    pub at: Location,
}

impl Document {
    /// A text document.
    pub fn text(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            text: text.into(),
            table: None,
            origin: Origin::File,
            line_starts: OnceLock::new(),
        }
    }

    /// A table with separated values.
    pub fn table(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let table = Some(Table::of(&text));
        Self { table, ..Self::text(name, text) }
    }

    /// A document that is no text, for this reason, and has not been listed yet.
    pub fn unread(name: impl Into<String>, why: impl Into<Said>) -> Self {
        Self { origin: Origin::Unread(why.into()), ..Self::text(name, "") }
    }

    /// What a plugin listed of a document that is no text: one row for each entry,
    /// its address and its words. Line breaks and tabs within words are shown as
    /// spaces, so that each entry is one line.
    pub fn listing(name: impl Into<String>, entries: Vec<[String; 2]>) -> Self {
        let mut text = String::new();
        let mut rows = Vec::new();
        for entry in entries {
            let mut row = Vec::new();
            for (column, words) in entry.into_iter().enumerate() {
                if column > 0 {
                    text.push('\t');
                }
                let start = text.len();
                text.extend(words.chars().map(|sign| if sign.is_control() { ' ' } else { sign }));
                row.push(Cell::new(&words, start..text.len(), &text));
            }
            text.push('\n');
            rows.push(row);
        }
        let table = Some(Table { rows, broken_quote: None, excess: None });
        Self { table, origin: Origin::Listed, ..Self::text(name, text) }
    }

    /// The words at a place.
    ///
    /// # Errors
    ///
    /// When the place is not in the document or cuts a figure in two.
    pub fn words(&self, place: Place) -> Result<Words<'_>, PlaceError> {
        match (place.cell, place.span) {
            (Some([row, column]), within) => self.cell_words(row, column, within),
            (None, Some([start, end])) => {
                let (before, text, after) = part(&self.text, start..end)?;
                let before = before.rsplit('\n').next().unwrap_or_default();
                let after = after.split('\n').next().unwrap_or_default();
                Ok(Words { text, before, after, at: self.location(start..end) })
            }
            (None, None) => Err(PlaceError::Empty),
        }
    }

    /// The line that a byte is on, counted from 1, and the byte where that line starts.
    pub fn line(&self, byte: usize) -> (usize, usize) {
        let starts = self.line_starts.get_or_init(|| {
            let ends = self.text.match_indices('\n').map(|(end, _)| end + 1);
            std::iter::once(0).chain(ends).collect()
        });
        let line = starts.partition_point(|start| *start <= byte);
        (line, starts[line - 1])
    }

    /// A location in this document.
    pub fn location(&self, span: Range<usize>) -> Location {
        Location { document: self.name.clone(), span }
    }

    fn cell_words(
        &self,
        row: usize,
        column: usize,
        within: Option<[usize; 2]>,
    ) -> Result<Words<'_>, PlaceError> {
        let table = self.table.as_ref().ok_or(PlaceError::NoTable)?;
        let cell = table.cell(row, column).ok_or(PlaceError::NoCell)?;
        let Some([start, end]) = within else {
            let text = cell.text(&self.text).trim();
            return Ok(Words { text, before: "", after: "", at: self.location(cell.span.clone()) });
        };
        let (before, text, after) = part(cell.text(&self.text), start..end)?;
        // A cell with doubled quotes is longer on disk than it reads; then the
        // whole cell is shown.
        let verbatim = cell.span.len() == cell.text(&self.text).len();
        let span = match verbatim {
            true => cell.span.start + start..cell.span.start + end,
            false => cell.span.clone(),
        };
        Ok(Words { text, before, after, at: self.location(span) })
    }
}

/// The text before a span, in it, and after it.
fn part(text: &str, span: Range<usize>) -> Result<(&str, &str, &str), PlaceError> {
    if span.start >= span.end || span.end > text.len() {
        return Err(PlaceError::Outside);
    }
    let words = text.get(span.clone()).ok_or(PlaceError::WithinCharacter)?;
    let (before, after) = (&text[..span.start], &text[span.end..]);
    if cuts_before(before, words) || cuts_after(words, after) {
        return Err(PlaceError::CutsFigure);
    }
    Ok((before, words, after))
}

/// Whether the last characters before a place belong to its figure: `7|2 %`,
/// `1,|056`, `<| 0.25 %`.
fn cuts_before(before: &str, words: &str) -> bool {
    let Some(first) = words.chars().next() else {
        return false;
    };
    let Some(last) = before.chars().next_back() else {
        return false;
    };
    if first.is_alphanumeric() && last.is_alphanumeric() {
        return true;
    }
    let starts_with_digit = first.is_ascii_digit();
    let mut tail = before.trim_end().chars().rev();
    match tail.next() {
        Some('<' | '>' | '≤' | '≥' | '≈' | '~' | '±') => true,
        Some('.' | ',') if starts_with_digit && before.ends_with(['.', ',']) => true,
        Some('$' | '€' | '£') if starts_with_digit => true,
        Some(digit) if starts_with_digit && digit.is_ascii_digit() => {
            is_group_gap(before.chars().next_back()) && leads_with_group(words)
        }
        _ => false,
    }
}

/// Whether the first characters after a place belong to its figure: `16|.000`,
/// `200| 000`, `6|8 %`.
fn cuts_after(words: &str, after: &str) -> bool {
    let Some(last) = words.chars().next_back() else {
        return false;
    };
    let mut rest = after.chars();
    let Some(next) = rest.next() else {
        return false;
    };
    if last.is_alphanumeric() && next.is_alphanumeric() {
        return true;
    }
    if !last.is_ascii_digit() {
        return false;
    }
    match next {
        '.' | ',' => rest.next().is_some_and(|digit| digit.is_ascii_digit()),
        gap if is_group_gap(Some(gap)) => leads_with_group(rest.as_str()),
        _ => false,
    }
}

/// The spaces that separate thousands.
fn is_group_gap(character: Option<char>) -> bool {
    matches!(character, Some(' ' | '\u{a0}' | '\u{202f}' | '\u{2009}'))
}

/// Whether a text begins with exactly three digits.
fn leads_with_group(text: &str) -> bool {
    text.bytes().take_while(u8::is_ascii_digit).count() == 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, words: &str, expected: Result<(), PlaceError>) {
        let start = text.find(words).expect("the words are in the text");
        let document = Document::text("d", text);
        let found = document.words(Place::span(start..start + words.len()));
        assert_eq!(found.map(|_| ()), expected, "{words} in {text}");
    }

    #[test]
    fn a_whole_figure_is_read() {
        check("only 72% never", "72%", Ok(()));
        check("n = 16.000 employees", "16.000", Ok(()));
        check("in 2013, 13% bought", "13%", Ok(()));
        check("1995 adults", "1995", Ok(()));
        check("of 2013 100 people", "100", Err(PlaceError::CutsFigure));
        check("(33%)", "33%", Ok(()));
        check("less than 0.25 %.", "less than 0.25 %", Ok(()));
    }

    #[test]
    fn a_figure_is_never_cut() {
        for (text, words) in [
            ("only 72% never", "2%"),
            ("only 72% never", "7"),
            ("n = 1,056", "056"),
            ("n = 1,056", "1"),
            ("16.000", "16"),
            ("200\u{a0}000 €", "200"),
            ("200\u{a0}000 €", "000 €"),
            ("< 0.25 %", "0.25 %"),
            ("$326 million", "326 million"),
            ("half of them", "hal"),
        ] {
            check(text, words, Err(PlaceError::CutsFigure));
        }
    }

    #[test]
    fn a_place_outside_is_refused() {
        let document = Document::text("d", "é 5 %");
        let at = |start, end| document.words(Place { span: Some([start, end]), cell: None });
        assert_eq!(at(0, 99), Err(PlaceError::Outside));
        assert_eq!(at(4, 3), Err(PlaceError::Outside));
        assert_eq!(at(1, 6), Err(PlaceError::WithinCharacter));
        assert_eq!(document.words(Place::cell(0, 0)), Err(PlaceError::NoTable));
    }

    #[test]
    fn an_entry_of_a_listing_is_shown_with_its_address() {
        let entries = [["B4", "two\nlines"], ["B5", "37% a"]];
        let entries = entries.map(|entry| entry.map(str::to_owned)).to_vec();
        let document = Document::listing("a.xlsx#Q2", entries);
        assert_eq!(document.text, "B4\ttwo lines\nB5\t37% a\n");
        let words = document.words(Place::cell(1, 1).within(0..3)).expect("it is listed");
        assert_eq!((words.text, words.after), ("37%", " a"));
        assert_eq!(&document.text[words.at.span], "37%");
        assert_eq!(document.words(Place::cell(0, 1)).map(|one| one.text), Ok("two\nlines"));
        assert_eq!(document.words(Place::cell(2, 1)), Err(PlaceError::NoCell));
    }

    #[test]
    fn a_cell_is_read_and_shown_where_it_stands() {
        let document = Document::table("d.csv", "what,share\nbought,\" 13 % \"\n");
        let words = document.words(Place::cell(1, 1)).expect("the cell exists");
        assert_eq!(words.text, "13 %");
        assert_eq!(&document.text[words.at.span], " 13 % ");
        assert_eq!(document.words(Place::cell(1, 2)), Err(PlaceError::NoCell));
    }
}
