//! A table in words of one language: all that an emitter knows.

use gainsay_claims::Lang;

use super::{
    Citations, Column, Note, Options, Source, Table,
    sources::{Sources, Works},
};
use crate::Speaker;

/// A table in words: cells, notes and sources. Its text is not escaped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The language of its words.
    pub lang: Lang,
    /// What the table is about.
    pub caption: String,
    /// What cross-references call it: letters, digits and hyphens, `tbl-` first.
    pub label: String,
    /// The line that tells what evidence the table rests on.
    pub mark: String,
    /// Its columns.
    pub columns: Vec<Heading>,
    /// Its rows, each with a cell for every column. The first cell names the row.
    pub rows: Vec<Vec<Cell>>,
    /// The words before the notes.
    pub notes_title: &'static str,
    /// Its notes, lettered in this order.
    pub notes: Vec<String>,
    /// The words before the sources.
    pub sources_title: &'static str,
    /// The works it cites, numbered in this order.
    pub sources: Vec<Source>,
    /// Whether works are cited by key, and not by number with a list.
    pub by_key: bool,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its name, never translated.
    pub name: &'static str,
    /// Its words.
    pub text: String,
    /// Where its cells stand.
    pub align: Align,
    /// How much of the width it takes, to the others.
    pub weight: u32,
}

/// Where the text of a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At the left, as words do.
    Left,
    /// At the right, as numbers do.
    Right,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// A second line, such as whom a share is a share of.
    pub second: Option<String>,
    /// The notes it refers to, by their place in the list.
    pub notes: Vec<usize>,
    /// The source it cites, by its place in the list.
    pub source: Option<usize>,
}

impl Sheet {
    /// Says a table in the speaker's language.
    pub(crate) fn new(
        speaker: Speaker<'_>,
        table: &Table<'_>,
        options: &Options,
        works: &Works<'_>,
    ) -> Self {
        let shown = table.shown(speaker.base, options);
        let any_asked = shown.iter().any(|row| speaker.is_asked(row.claim));
        let columns = match options.columns.is_empty() {
            true => Column::usual(options.format, any_asked),
            false => options.columns.clone(),
        };
        let mut sources = Sources::default();
        let mut notes = Notes::default();
        let rows = shown.iter().map(|row| {
            let cell = |(index, column): (usize, &Column)| Cell {
                notes: notes.places(speaker, speaker.cell_notes(table, row, *column)),
                source: match index {
                    0 => works.source(row.claim).map(|source| sources.place(source)),
                    _ => None,
                },
                ..speaker.cell(table, row, *column)
            };
            columns.iter().enumerate().map(cell).collect()
        });
        Self {
            lang: speaker.lang,
            caption: speaker.caption(table.proposition),
            label: label(&table.proposition.to_string()),
            mark: table.mark(),
            rows: rows.collect(),
            columns: columns.iter().map(|column| heading(speaker.lang, *column)).collect(),
            notes_title: speaker.notes_title(),
            notes: notes.texts,
            sources_title: speaker.sources_title(),
            sources: sources.list,
            by_key: options.citations() == Citations::Keys,
        }
    }

    /// The letter of a note: `a` to `z`, then `aa`.
    pub fn letter(note: usize) -> String {
        let last = char::from(b'a' + (note % 26) as u8);
        match note / 26 {
            0 => last.to_string(),
            before => Self::letter(before - 1) + &last.to_string(),
        }
    }
}

fn heading(lang: Lang, column: Column) -> Heading {
    Heading {
        name: column.name(),
        text: crate::lang::heading(lang, column).to_owned(),
        align: if column == Column::N { Align::Right } else { Align::Left },
        weight: column.weight(),
    }
}

/// A name for cross-references, of the name of a proposition.
pub(crate) fn label(proposition: &str) -> String {
    let mut label = "tbl".to_owned();
    for character in proposition.chars() {
        let part = match character {
            'a'..='z' | '0'..='9' => character,
            _ => '-',
        };
        if part != '-' || !label.ends_with('-') {
            if label == "tbl" {
                label.push('-');
            }
            label.push(part);
        }
    }
    label.trim_end_matches('-').to_owned()
}

/// The notes of a sheet, each of them once.
#[derive(Default)]
struct Notes {
    texts: Vec<String>,
}

impl Notes {
    fn places(&mut self, speaker: Speaker<'_>, notes: Vec<Note<'_>>) -> Vec<usize> {
        let places = notes.iter().map(|note| {
            let text = speaker.table_note(note);
            self.texts.iter().position(|one| *one == text).unwrap_or_else(|| {
                self.texts.push(text);
                self.texts.len() - 1
            })
        });
        places.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_have_letters_without_end() {
        let letters = [0, 25, 26, 51, 52, 701, 702].map(Sheet::letter);
        assert_eq!(letters, ["a", "z", "aa", "az", "ba", "zz", "aaa"]);
    }

    #[test]
    fn labels_are_made_of_letters_and_hyphens() {
        assert_eq!(label("acquired-via[channel=twitter]"), "tbl-acquired-via-channel-twitter");
        assert_eq!(label("a|!b[c=d]"), "tbl-a-b-c-d");
    }
}
