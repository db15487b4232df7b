//! What a reader of any format must find: one notation for all of them.

use crate::{
    clean,
    table::{Cell, Sheet, Source},
};

/// Stands before the letters of notes.
pub(super) const RAISED: char = '\u{e000}';
/// Stands after the letters of notes.
pub(super) const LOWERED: char = '\u{e001}';
/// Stands before a second line.
pub(super) const BREAK: char = '\u{e002}';

/// What a reader finds.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Page {
    pub(super) caption: String,
    pub(super) headings: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
    /// The items of the lists below: notes, then sources.
    pub(super) below: Vec<String>,
}

/// How a format writes what others write differently.
#[derive(Clone, Copy)]
pub(super) struct Manner {
    /// Whether the second line is in parentheses, and keys are within brackets with what
    /// stands before them.
    pub(super) parentheses: bool,
}

impl Page {
    /// What a sheet says.
    pub(super) fn of(sheet: &Sheet, manner: Manner) -> Self {
        let cell = |cell: &Cell| {
            let mut text = cell.text.clone();
            if let Some(source) = cell.source {
                text += &match sheet.by_key {
                    true => cited(&sheet.sources[source], manner),
                    false => format!(" [{}]", source + 1),
                };
            }
            if !cell.notes.is_empty() {
                let letters: Vec<_> = cell.notes.iter().map(|note| Sheet::letter(*note)).collect();
                text += &format!("{RAISED}{}{LOWERED}", letters.join(","));
            }
            if let Some(second) = &cell.second {
                text += &match manner.parentheses {
                    true => format!(" ({second})"),
                    false => format!("{BREAK}{second}"),
                };
            }
            plain(&text)
        };
        let notes = sheet.notes.iter().enumerate().map(|(index, note)| {
            plain(&format!("{RAISED}{}{LOWERED} {note}", Sheet::letter(index)))
        });
        let sources = sheet.sources.iter().enumerate().map(|(index, source)| {
            let written = source.written(str::to_owned, str::to_owned);
            plain(&format!("[{}] {written}", index + 1))
        });
        let sources: Vec<String> = if sheet.by_key { Vec::new() } else { sources.collect() };
        Self {
            caption: plain(&sheet.caption),
            headings: sheet.columns.iter().map(|column| plain(&column.text)).collect(),
            rows: sheet.rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
            below: notes.chain(sources).collect(),
        }
    }

    /// The same with every text in its plain form.
    pub(super) fn plain(self) -> Self {
        let all = |texts: Vec<String>| texts.iter().map(|text| plain(text)).collect();
        Self {
            caption: plain(&self.caption),
            headings: all(self.headings),
            rows: self.rows.into_iter().map(all).collect(),
            below: all(self.below),
        }
    }
}

/// A citation by key.
fn cited(source: &Source, manner: Manner) -> String {
    let (lead, keys) = (source.lead(), source.read());
    match (lead.as_str(), keys.is_empty()) {
        ("", _) => format!(" [@{}]", keys.join("; @")),
        (_, true) => format!(" ({lead})"),
        (_, false) if manner.parentheses => format!(" [{lead} @{}]", keys.join("; @")),
        (_, false) => format!(" ({lead} [@{}])", keys.join("][@")),
    }
}

/// Clean, without spaces that no format keeps: repeated ones, and those beside a
/// border, a note or a second line. Quotation marks are straight.
fn plain(text: &str) -> String {
    let text = clean(text).replace(['‘', '’'], "'").replace(['“', '”'], "\"");
    let is_border =
        |one: char| matches!(one, RAISED | LOWERED | BREAK | ' ' | '(' | ')' | '[' | ']');
    let mut kept = String::new();
    let mut characters = text.trim().chars().peekable();
    while let Some(one) = characters.next() {
        let before = kept.chars().last();
        let is_space = one == ' ' || one == '\u{a0}' || one.is_whitespace();
        let beside = before.is_none_or(is_border)
            || characters.peek().is_none_or(|next| is_border(*next) || next.is_whitespace());
        if !(is_space && beside) {
            kept.push(one);
        }
    }
    kept
}
