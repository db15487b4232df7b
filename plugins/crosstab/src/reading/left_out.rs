//! What a mapping leaves out on purpose, and whether it is there at all.

use std::collections::BTreeSet;

use gainsay_plugin::{SourceDiagnostic, form::Words, wire::Place};

use crate::{
    address::{column, rows as rows_of},
    form::Form,
    sheet::Sheet,
};

/// The words of `[left-out]` that name something of what is read, by where they stand.
#[derive(Default)]
pub(super) struct Found(BTreeSet<usize>);

impl Found {
    /// Notes the words that name rows or columns of a sheet.
    pub(super) fn add(&mut self, form: &Form, sheet: &Sheet) {
        let unsaved = || sheet.unsaved.iter();
        let mut all_rows = sheet.rows();
        all_rows.extend(unsaved().map(|(row, _)| *row));
        let mut all_columns = sheet.columns();
        all_columns.extend(unsaved().map(|(_, column)| *column));
        let holds = |all: &BTreeSet<usize>, (first, last)| all.range(first..=last).next().is_some();
        let named_rows = form.left_out.rows.iter();
        let named_rows =
            named_rows.filter(|word| rows(word, sheet).is_some_and(|ends| holds(&all_rows, ends)));
        let named_columns = form.left_out.columns.iter();
        let named_columns = named_columns
            .filter(|word| columns(word).is_some_and(|ends| holds(&all_columns, ends)));
        self.0.extend(named_rows.chain(named_columns).map(|word| word.span().start));
    }

    /// Tells the words that leave nothing out, given the names of all sheets.
    pub(super) fn others(&self, form: &Form, sheets: &[String]) -> Vec<SourceDiagnostic> {
        let left_out = &form.left_out;
        let unknown = |word: &&Words| !sheets.contains(word.get_ref());
        let unread = |word: &&Words| !self.0.contains(&word.span().start);
        let named_sheets = left_out.sheets.iter().filter(unknown).map(|word| {
            told(word, ["the file has no such sheet", "le fichier n'a pas de telle feuille"])
        });
        let named_columns = left_out.columns.iter().filter(unread).map(|word| {
            let en = "nothing that is read has such columns";
            told(word, [en, "rien de ce qui est lu n'a de telles colonnes"])
        });
        let named_rows = left_out.rows.iter().filter(unread).map(|word| {
            let en = "nothing that is read has such rows";
            told(word, [en, "rien de ce qui est lu n'a de telles lignes"])
        });
        named_sheets.chain(named_columns).chain(named_rows).collect()
    }
}

/// The first and last row of a sheet, counted from 0, that a word of `[left-out]` names.
pub(super) fn rows(word: &Words, sheet: &Sheet) -> Option<(usize, usize)> {
    let text = word.get_ref();
    match text.rsplit_once('!') {
        Some((name, rows)) => rows_of(rows).filter(|_| sheet.name.as_deref() == Some(name)),
        None => rows_of(text),
    }
}

/// The first and last column, counted from 0, that a word of `[left-out]` names.
pub(super) fn columns(word: &Words) -> Option<(usize, usize)> {
    let text = word.get_ref();
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    column(first).zip(column(last)).filter(|(first, last)| first <= last)
}

fn told(word: &Words, [en, fr]: [&str; 2]) -> SourceDiagnostic {
    let name = word.get_ref();
    let message = [
        format!("`{name}` leaves nothing out: {en}"),
        format!("`{name}` ne laisse rien de côté\u{a0}: {fr}"),
    ];
    SourceDiagnostic::new(message).at(Place::span(word.span()))
}
