//! The letters of significance of a question, compared with a test.

use std::collections::BTreeSet;

use gainsay_plugin::{
    SourceDiagnostic,
    form::{Figures, Words},
    wire::Place,
};

use toml::Spanned;

use super::{Column, answers::Question};
use crate::{
    address::{address, ranges},
    cell::{self, Parts},
    counts::HALF,
    form::{Form, LettersForm, QuestionForm, Stand},
    letters::{Agreement, Lettered, Levels, compare},
    sheet::At,
};

/// How the letters of a question compare with the test, and remarks where they differ or
/// cannot be read.
pub(super) fn compared(question: &Question<'_>) -> (Agreement, Vec<SourceDiagnostic>) {
    let mut found = Agreement::default();
    let Some(form) = &question.mapping.form.layout.letters else { return (found, Vec::new()) };
    let Some(&level) = form.level.as_ref().map(Spanned::get_ref) else {
        return (found, Vec::new());
    };
    let levels =
        Levels { capital: level, small: form.lower_level.as_ref().map(|level| *level.get_ref()) };
    let (mut rows, mut unread) = (Vec::new(), Vec::new());
    let answers = question.answers().into_iter().map(|(_, answer)| answer);
    for answer in answers.filter(|one| one.says.is_share()) {
        let Some(row) = answer.row.get_ref().checked_sub(1) else { continue };
        let mut lettered = Vec::new();
        for &column in question.columns.iter().filter(|column| column.form.letter.is_some()) {
            match question.printed(row, column, form) {
                Ok(printed) => lettered.extend(question.lettered(row, column, printed)),
                Err(at) => unread.push(at),
            }
        }
        let agreement = compare(&lettered, levels);
        if agreement.otherwise > 0 {
            rows.push(row);
        }
        found += agreement;
    }
    let differing = (found.otherwise > 0).then(|| question.differing(found, level, &rows));
    (found, differing.into_iter().chain(question.unread(&unread)).collect())
}

/// The rows of letters below the answers of a sheet, counted from 0.
pub(super) fn rows_below(form: &Form, questions: &[(&Words, &QuestionForm)]) -> BTreeSet<usize> {
    let is_below =
        form.layout.letters.as_ref().is_some_and(|letters| letters.stand == Stand::Below);
    let answers = questions.iter().flat_map(|(_, question)| question.answer.values());
    answers.filter(|_| is_below).map(|answer| *answer.row.get_ref()).collect()
}

impl Question<'_> {
    /// The letters of a figure, or the cell that holds something else.
    fn printed(&self, row: usize, column: Column<'_>, form: &LettersForm) -> Result<Vec<char>, At> {
        let at = match form.stand {
            Stand::Behind => {
                let parts = self.figure((row, column.at));
                return Ok(parts.map(|parts| parts.letters).unwrap_or_default());
            }
            Stand::Below => (row + 1, column.at),
            Stand::Right => (row, column.at + 1),
        };
        cell::letters(self.sheet.words(at), &self.mapping.form.layout.marks).ok_or(at)
    }

    fn lettered(&self, row: usize, column: Column<'_>, printed: Vec<char>) -> Option<Lettered> {
        let letter = column.form.letter?;
        let parts = self.figure((row, column.at))?;
        let cases = self.cases(self.size_at(self.effective.or(self.unweighted)?, column))?;
        let weight = self.cases(self.size_at(self.whole()?, column))?;
        let share = self.share((row, column), &parts)?;
        (cases > 0.0 && weight > 0.0).then(|| Lettered {
            letter,
            group: column.form.group.clone(),
            share,
            cases,
            weight,
            printed,
        })
    }

    fn differing(&self, found: Agreement, level: f64, rows: &[usize]) -> SourceDiagnostic {
        let (all, otherwise) = (found.alike + found.open + found.otherwise, found.otherwise);
        let level = (level * 100.0).to_string();
        let rows = ranges(rows, |row| (row + 1).to_string());
        let message = [
            format!(
                "of {all} pairs of columns, a z test at {level} % tells {otherwise} otherwise than \
                 the letters, in rows {rows}"
            ),
            format!(
                "sur {all} paires de colonnes, un test z à {}\u{a0}% en distingue {otherwise} \
                 autrement que les lettres, aux lignes {rows}",
                level.replace('.', ","),
            ),
        ];
        SourceDiagnostic::new(message).at(Place::span(self.name.span()))
    }

    /// Tells the cells in which something else than letters stands.
    fn unread(&self, cells: &[At]) -> Option<SourceDiagnostic> {
        let &first = cells.first()?;
        let [more, plus] = match cells.len() - 1 {
            0 => Default::default(),
            others => [format!(" and of {others} more"), format!(" et de {others} de plus")],
        };
        let (at, words) = (address(first), self.sheet.words(first));
        let message = [
            format!("the letters of {at}{more} are not compared: `{words}` is more than letters"),
            format!(
                "les lettres de {at}{plus} ne sont pas comparées\u{a0}: `{words}` n'est pas fait \
                 que de lettres"
            ),
        ];
        let help = [
            "name in `marks` what stands there and is no letter of a column",
            "nommer dans `marks` ce qui s'y trouve et n'est pas la lettre d'une colonne",
        ];
        Some(SourceDiagnostic::new(message).at(Place::span(self.name.span())).help(help))
    }

    /// The shares that a figure may stand for, fractions of the base.
    pub(super) fn share(
        &self,
        (row, column): (usize, Column<'_>),
        parts: &Parts<'_>,
    ) -> Option<(f64, f64)> {
        let words = &self.sheet.whole((row, column.at))[parts.bytes.clone()];
        match self.figures() {
            Figures::Count if !words.contains('%') => {
                let whole = self.cases(self.size_at(self.whole()?, column))?;
                // Counts of weighted cases are rounded.
                let share = |count: f64| (count / whole).clamp(0.0, 1.0);
                let count = cell::cases(words)?;
                (whole > 0.0).then(|| (share(count - HALF), share(count + HALF)))
            }
            figures => figures.share(words),
        }
    }
}
