//! Who is counted: values of variables, resolved to what the answers hold.

use gainsay_plugin::{
    Document, SourceError,
    form::{Words, error},
};
use toml::Spanned;

use crate::{
    data::{Answers, Cell, Code, Dictionary, Variable},
    form::{CodeForm, ConditionForm},
};

/// That a name is not one of a variable.
pub(crate) const NO_VARIABLE: [&str; 2] =
    ["is no variable of the data", "n'est pas une variable des données"];

/// The answers of a file, and what they mean.
pub(crate) struct Survey<'a> {
    /// The mapping, for the places of what is wrong.
    pub(crate) document: &'a Document,
    pub(crate) dictionary: &'a Dictionary,
    pub(crate) answers: &'a Answers,
}

/// The answers of one variable.
pub(crate) struct Column<'a> {
    pub(crate) variable: &'a Variable,
    cells: &'a [Cell],
    missing: Vec<Cell>,
    range: Option<(f64, f64)>,
    /// Values that are answers although they are declared as missing.
    kept: Vec<Cell>,
}

/// What has to hold of a case.
pub(crate) struct Condition<'a> {
    column: Column<'a>,
    is: Vec<Cell>,
    from: Option<f64>,
    to: Option<f64>,
    /// The condition as it is shown: `sex = 2 "Women"`.
    pub(crate) shown: String,
}

impl<'a> Survey<'a> {
    /// The answers of a variable, of which some missing ones are kept.
    pub(crate) fn column(
        &self,
        name: &Words,
        keep: &[Spanned<CodeForm>],
    ) -> Result<Column<'a>, SourceError> {
        let variable = self.variable(name)?;
        let missing = variable.missing.codes.iter().filter_map(|code| self.answers.cell_of(code));
        let mut column = Column {
            variable,
            cells: self.answers.column(variable),
            missing: missing.collect(),
            range: variable.missing.range,
            kept: Vec::new(),
        };
        for code in keep {
            let cell = self.answers.cell_of(&self.code(&column, code)?);
            column.kept.extend(cell);
        }
        Ok(column)
    }

    /// A variable of the file.
    pub(crate) fn variable(&self, name: &Words) -> Result<&'a Variable, SourceError> {
        let none = || error(self.document, name, NO_VARIABLE);
        self.dictionary.variable(name.get_ref()).ok_or_else(none)
    }

    /// The code that a mapping names by itself or by its label.
    pub(crate) fn code(
        &self,
        column: &Column<'_>,
        form: &Spanned<CodeForm>,
    ) -> Result<Code, SourceError> {
        let CodeForm(code) = form.get_ref();
        let labels = self.dictionary.labels_of(column.variable);
        let occurs = self.answers.cell_of(code).is_some_and(|cell| column.cells.contains(&cell));
        if occurs || labels.iter().any(|(one, _)| one == code) {
            return Ok(code.clone());
        }
        let of_label = |text: &str| -> Vec<&Code> {
            labels.iter().filter(|(_, label)| label == text).map(|(one, _)| one).collect()
        };
        let named = match code {
            Code::Text(text) => of_label(text),
            Code::Number(_) => Vec::new(),
        };
        let name = &column.variable.name;
        match named.as_slice() {
            [one] => Ok((*one).clone()),
            [] => Err(self.wrong(
                form,
                [
                    format!("`{name}` has no value and no label {code}"),
                    format!("`{name}` n'a ni valeur ni libellé {code}"),
                ],
            )),
            _ => Err(self.wrong(
                form,
                [
                    format!("several values of `{name}` have the label {code}"),
                    format!("plusieurs valeurs de `{name}` ont le libellé {code}"),
                ],
            )),
        }
    }

    /// Codes as the answers hold them, and as they are shown.
    pub(crate) fn codes(
        &self,
        column: &Column<'_>,
        forms: &[Spanned<CodeForm>],
    ) -> Result<(Vec<Cell>, String), SourceError> {
        let mut cells = Vec::new();
        let mut shown = Vec::new();
        for form in forms {
            let code = self.code(column, form)?;
            let label = self.dictionary.label(column.variable, &code);
            shown.push(match label {
                Some(label) => format!("{code} \"{label}\""),
                None => code.to_string(),
            });
            let cell = self.answers.cell_of(&code);
            if cell.is_some_and(|cell| column.is_missing(cell)) {
                let name = &column.variable.name;
                let message = [
                    format!("{code} of `{name}` is declared as missing"),
                    format!("{code} de `{name}` est déclarée manquante"),
                ];
                return Err(self.wrong(form, message));
            }
            cells.extend(cell);
        }
        Ok((cells, shown.join(" + ")))
    }

    /// What has to hold of a case.
    pub(crate) fn conditions(
        &self,
        forms: &[ConditionForm],
    ) -> Result<Vec<Condition<'a>>, SourceError> {
        forms.iter().map(|form| self.condition(form)).collect()
    }

    fn condition(&self, form: &ConditionForm) -> Result<Condition<'a>, SourceError> {
        let column = self.column(&form.variable, &[])?;
        if form.is.is_empty() && form.from.is_none() && form.to.is_none() {
            let message = [
                "a condition needs `is`, `from` or `to`",
                "une condition demande `is`, `from` ou `to`",
            ];
            return Err(error(self.document, &form.variable, message));
        }
        let (is, codes) = self.codes(&column, &form.is)?;
        let name = &column.variable.name;
        let bound = |bound: Option<f64>| bound.map_or(String::new(), |bound| bound.to_string());
        let shown = match form.is.is_empty() {
            true => format!("{name} = {}..{}", bound(form.from), bound(form.to)),
            false => format!("{name} = {codes}"),
        };
        Ok(Condition { column, is, from: form.from, to: form.to, shown })
    }

    fn wrong(&self, form: &Spanned<CodeForm>, message: [String; 2]) -> SourceError {
        let place = gainsay_plugin::wire::Place::span(form.span());
        SourceError::new(message).at(self.document, place)
    }
}

impl Column<'_> {
    /// What a case answered, if it did.
    pub(crate) fn answer(&self, case: usize) -> Option<Cell> {
        let cell = *self.cells.get(case)?;
        (cell != Cell::Nothing && !self.is_missing(cell)).then_some(cell)
    }

    fn is_missing(&self, cell: Cell) -> bool {
        let in_range =
            |number: f64| self.range.is_some_and(|(lo, hi)| lo <= number && number <= hi);
        let declared = self.missing.contains(&cell)
            || matches!(cell, Cell::Number(number) if in_range(number));
        declared && !self.kept.contains(&cell)
    }
}

impl Condition<'_> {
    /// Whether it holds of a case; it never does where there is no answer.
    pub(crate) fn holds(&self, case: usize) -> bool {
        let Some(cell) = self.column.answer(case) else { return false };
        if self.is.contains(&cell) {
            return true;
        }
        if self.from.is_none() && self.to.is_none() {
            return false;
        }
        let Cell::Number(number) = cell else { return false };
        self.from.is_none_or(|from| from <= number) && self.to.is_none_or(|to| number <= to)
    }
}
