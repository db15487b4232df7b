//! Words with columns in braces.

use std::fmt::Write as _;

use gainsay_plugin::{Said, slug};

use crate::columns::{Column, Row};

/// Words, and the columns whose cells stand among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Template(Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Words(String),
    Column(Column),
}

/// That a brace has no other one.
const NOT_CLOSED: [&str; 2] = ["a brace is not closed", "une accolade n'est pas fermée"];

impl Template {
    /// Takes words apart; `column` finds a column by its name.
    ///
    /// # Errors
    ///
    /// Those of `column`, or that a brace has no other one.
    pub(crate) fn of(
        words: &str,
        mut column: impl FnMut(&str) -> Result<Column, Said>,
    ) -> Result<Self, Said> {
        let mut parts = Vec::new();
        let mut rest = words;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, behind) = after.split_once('}').ok_or(NOT_CLOSED)?;
            parts.push(Part::Words(before.to_owned()));
            parts.push(Part::Column(column(name)?));
            rest = behind;
        }
        parts.push(Part::Words(rest.to_owned()));
        Ok(Self(parts))
    }

    /// What it says for a row.
    pub(crate) fn fill(&self, row: Row<'_>) -> String {
        let mut filled = String::new();
        for part in &self.0 {
            let _ = match part {
                Part::Words(words) => filled.write_str(words),
                Part::Column(column) => filled.write_str(&row.said(*column)),
            };
        }
        filled.trim().to_owned()
    }

    /// The same as a name in ids; one that names no column stays as it is.
    pub(crate) fn name(&self, row: Row<'_>) -> String {
        let names_column = self.0.iter().any(|part| matches!(part, Part::Column(_)));
        let filled = self.fill(row);
        if names_column { slug(&filled) } else { filled }
    }
}
