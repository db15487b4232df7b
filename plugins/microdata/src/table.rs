//! Microdata in a table: one row for each case, names of variables in the first.

use gainsay_plugin::Said;

use crate::{
    data::{Answers, Cell, Dictionary, MOST_CELLS, Variable},
    form::Decimals,
};

/// Why a table is no microdata.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum TableError {
    #[error("has no row of names")]
    Empty,
    #[error("names the variable `{0}` twice in its first row")]
    Twice(String),
    #[error("has {found} cells in row {row}, and {expected} names")]
    Ragged { row: usize, found: usize, expected: usize },
    #[error("holds more than {MOST_CELLS} answers to count")]
    TooMuch,
}

impl From<TableError> for Said {
    fn from(error: TableError) -> Self {
        let fr = match &error {
            TableError::Empty => "n'a pas de ligne de noms".to_owned(),
            TableError::Twice(name) => {
                format!("nomme deux fois la variable `{name}` dans sa première ligne")
            }
            TableError::Ragged { row, found, expected } => {
                format!("a {found} cellules à la ligne {row}, pour {expected} noms")
            }
            TableError::TooMuch => format!("contient plus de {MOST_CELLS} réponses à compter"),
        };
        [error.to_string(), fr].into()
    }
}

/// The variables of a table.
pub(crate) fn dictionary(rows: &[Vec<String>]) -> Result<Dictionary, TableError> {
    let names = rows.first().ok_or(TableError::Empty)?;
    let mut seen = indexmap::IndexSet::new();
    let mut variables = Vec::new();
    for name in names {
        let name = name.trim();
        if !name.is_empty() && !seen.insert(name) {
            return Err(TableError::Twice(name.to_owned()));
        }
        variables.push(Variable { name: name.to_owned(), ..Variable::default() });
    }
    Ok(Dictionary { variables, ..Dictionary::default() })
}

/// The answers of these variables.
pub(crate) fn answers(
    rows: &[Vec<String>],
    dictionary: &Dictionary,
    names: &[&str],
    decimals: Decimals,
) -> Result<Answers, TableError> {
    let position = |name: &&str| dictionary.variables.iter().position(|one| one.name == **name);
    let positions: Vec<_> = names.iter().map(position).collect();
    let mut answers = Answers::new(names.iter().copied());
    let expected = dictionary.variables.len();
    for (at, row) in rows.iter().enumerate().skip(1) {
        let is_blank = row.iter().all(|cell| cell.trim().is_empty());
        if is_blank && (row.len() == 1 || expected > 1) {
            continue;
        }
        if row.len() != expected {
            return Err(TableError::Ragged { row: at + 1, found: row.len(), expected });
        }
        if answers.cases * names.len() > MOST_CELLS {
            return Err(TableError::TooMuch);
        }
        for (column, position) in positions.iter().enumerate() {
            let words =
                position.and_then(|position| row.get(position)).map_or("", |one| one.trim());
            let cell =
                number(words, decimals).map_or_else(|| answers.text_cell(words), Cell::Number);
            answers.push(column, cell);
        }
        answers.cases += 1;
    }
    Ok(answers)
}

/// A number as a table writes it: digits, a sign, one decimal sign, an exponent.
pub(crate) fn number(words: &str, decimals: Decimals) -> Option<f64> {
    let written = |byte: u8| byte.is_ascii_digit() || b"+-.eE".contains(&byte);
    let plain = match decimals {
        Decimals::Point => words.to_owned(),
        Decimals::Comma if words.contains('.') => return None,
        Decimals::Comma => words.replace(',', "."),
    };
    let is_number = plain.bytes().all(written) && plain.bytes().any(|byte| byte.is_ascii_digit());
    plain.parse().ok().filter(|number: &f64| is_number && number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_the_mapping_says() {
        assert_eq!(number("0.85", Decimals::Point), Some(0.85));
        assert_eq!(number("0,85", Decimals::Point), None, "it might be 85 thousand");
        assert_eq!(number("0,85", Decimals::Comma), Some(0.85));
        assert_eq!(number("1.056", Decimals::Comma), None);
        assert_eq!(number("-1e2", Decimals::Point), Some(-100.0));
        for words in ["", "NaN", "inf", "1 2", "e", "1e999"] {
            assert_eq!(number(words, Decimals::Point), None, "{words}");
        }
    }
}
