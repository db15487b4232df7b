//! The letters of significance of a question, compared with a test.

use gainsay_plugin::{SourceDiagnostic, form::Figures, wire::Place};

use super::{Column, answers::Question};
use crate::{
    cell::{self, Parts},
    form::{LettersForm, Measure, Stand},
    letters::{Agreement, Lettered, Levels, compare},
};

/// How the letters of a question compare with the test, and a remark where they differ.
pub(super) fn compared(question: &Question<'_>) -> (Agreement, Option<SourceDiagnostic>) {
    let mut found = Agreement::default();
    let Some(form) = question.mapping.form.layout.letters else { return (found, None) };
    let levels = Levels { capital: form.level, small: form.lower_level };
    let mut rows = Vec::new();
    let answers = question.answers().into_iter().map(|(_, answer)| answer);
    for answer in answers.filter(|one| one.says == Measure::Share) {
        let Some(row) = answer.row.get_ref().checked_sub(1) else { continue };
        let columns = question.columns.iter();
        let lettered: Vec<_> =
            columns.filter_map(|column| question.lettered(row, *column, form)).collect();
        let agreement = compare(&lettered, levels);
        if agreement.otherwise > 0 {
            rows.push(row);
        }
        found += agreement;
    }
    let remark = (found.otherwise > 0).then(|| SourceDiagnostic {
        message: format!(
            "of {} pairs of columns, a z test at {} % tells {} otherwise than the letters, in rows {}",
            found.alike + found.open + found.otherwise,
            form.level * 100.0,
            found.otherwise,
            crate::address::ranges(&rows, |row| (row + 1).to_string()),
        )
        .into(),
        at: Some(Place::span(question.name.span())),
        help: None,
    });
    (found, remark)
}

impl Question<'_> {
    fn lettered(&self, row: usize, column: Column<'_>, form: LettersForm) -> Option<Lettered> {
        let letter = column.form.letter?;
        let parts = self.figure((row, column.at))?;
        let printed = match form.stand {
            Stand::Behind => parts.letters.clone(),
            Stand::Below => cell::letters(self.sheet.words((row + 1, column.at))),
            Stand::Right => cell::letters(self.sheet.words((row, column.at + 1))),
        };
        let cases = self.number(self.effective.or(self.unweighted)?, column)?;
        let weight = self.number(self.whole()?, column)?;
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

    /// The shares that a figure may stand for, fractions of the base.
    pub(super) fn share(
        &self,
        (row, column): (usize, Column<'_>),
        parts: &Parts<'_>,
    ) -> Option<(f64, f64)> {
        let words = &self.sheet.whole((row, column.at))[parts.bytes.clone()];
        let (value, half) = cell::number(words)?;
        let whole = match self.figures() {
            _ if words.contains('%') => 100.0,
            Figures::Percent => 100.0,
            Figures::Fraction => 1.0,
            Figures::Count => self.number(self.whole()?, column)?,
        };
        let share = |value: f64| (value / whole).clamp(0.0, 1.0);
        (whole > 0.0).then(|| (share(value - half), share(value + half)))
    }

    fn number(&self, row: usize, column: Column<'_>) -> Option<f64> {
        Some(cell::number(self.sheet.words(self.size_at(row, column)))?.0)
    }
}
