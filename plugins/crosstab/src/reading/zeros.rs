//! The zeros that spreadsheets do not store: of `20%` and `28%` in cells there are `0.2` and
//! `0.28`, and both say as much.

use gainsay_plugin::{
    SourceDiagnostic,
    form::{Figures, Words},
    wire::Place,
};

use super::Mapping;
use crate::{
    form::QuestionForm,
    sheet::{At, Sheet},
};

impl Mapping<'_> {
    /// Writes the shares of each question with as many decimals as the most precise of them has,
    /// or is shown with.
    pub(super) fn write_zeros(
        &self,
        sheet: &mut Sheet,
        questions: &[(&Words, &QuestionForm)],
    ) -> Vec<SourceDiagnostic> {
        let mut remarks = Vec::new();
        for &(name, question) in questions {
            let figures = question.figures.unwrap_or(self.form.layout.figures);
            // Hundredths of a percent are as much as is written out.
            let most = match figures {
                Figures::Percent => 2,
                Figures::Fraction => 4,
                Figures::Count => continue,
            };
            let cells = self.numbers(sheet, question);
            let shown = |at| sheet.numbers.get(&at).copied().unwrap_or(0);
            let known = cells.iter().map(|&at| decimals(sheet.words(at)).max(shown(at)));
            let known = known.max().unwrap_or(0);
            for at in &cells {
                sheet.write_decimals(*at, known.min(most));
            }
            if figures == Figures::Fraction && known == 1 {
                remarks.push(only_tenths(name));
            }
        }
        remarks
    }

    /// The cells of a question's shares that are stored as numbers.
    fn numbers(&self, sheet: &Sheet, question: &QuestionForm) -> Vec<At> {
        let shares = question.answer.values().filter(|answer| answer.says.is_share());
        let rows = shares.filter_map(|answer| answer.row.get_ref().checked_sub(1));
        let is_read = |name: &Words| {
            let own = question.columns.as_ref();
            own.is_none_or(|own| own.iter().any(|one| one.get_ref() == name.get_ref()))
        };
        let columns = || self.columns.iter().filter(|column| is_read(column.name));
        let cells = rows.flat_map(|row| columns().map(move |column| (row, column.at)));
        cells.filter(|at| sheet.numbers.contains_key(at)).collect()
    }
}

/// How many decimals a number has, but for what the arithmetic of computers leaves behind it.
fn decimals(words: &str) -> usize {
    let rounded = words.parse::<f64>().map(|number| format!("{number:.12}")).unwrap_or_default();
    let decimals = rounded.split_once('.').map_or("", |(_, decimals)| decimals);
    decimals.trim_end_matches('0').len()
}

fn only_tenths(question: &Words) -> SourceDiagnostic {
    let name = question.get_ref();
    let message = [
        format!(
            "all shares of `{name}` are stored with one decimal, and are read as rounded to it: \
             `0.2` as 15 % to 25 %"
        ),
        format!(
            "toutes les parts de `{name}` sont enregistrées avec une décimale, et sont lues comme \
             arrondies à celle-ci\u{a0}: `0.2` comme 15\u{a0}% à 25\u{a0}%"
        ),
    ];
    let help = [
        "where the cells show `20%`, save the sheet as CSV, which keeps what they show",
        "si les cellules affichent `20%`, enregistrer la feuille en CSV, qui garde ce qu'elles \
         affichent",
    ];
    SourceDiagnostic::new(message).at(Place::span(question.span())).help(help)
}
