//! The words of a citation, with the parts that matter in brackets:
//! `[68%] des [base: consommateurs américains] ignorent`.

use gainsay_plugin::SourceError;
use gainsay_plugin::wire::Place;

use crate::block::{Block, Field};

/// What a bracket without a role marks: the figure, or a name.
const FIGURE: &str = "figure";

/// What brackets may mark besides the figure.
const ROLES: &[&str] = &["base", "period", "share", "target"];

/// The marked parts of the words of a citation.
#[derive(Debug)]
pub(crate) struct Words<'a> {
    block: &'a Block<'a>,
    field: Field<'a>,
    marks: Vec<(&'a str, Place)>,
}

impl<'a> Words<'a> {
    /// Reads the words of a block.
    ///
    /// # Errors
    ///
    /// When a bracket is not closed, is empty, or has an unknown role.
    pub(crate) fn of(block: &'a Block<'a>) -> Result<Self, SourceError> {
        let field = block.required("words")?;
        let mut marks = Vec::new();
        let mut from = 0;
        while let Some(open) = field.value[from..].find('[').map(|at| from + at + 1) {
            let Some(close) = field.value[open..].find(']').map(|at| open + at) else {
                return Err(block
                    .error_at(field, ["a bracket is not closed", "un crochet n'est pas fermé"]));
            };
            let inside = &field.value[open..close];
            let (role, lead) = match inside.split_once(": ") {
                Some((role, rest)) => (role, inside.len() - rest.len()),
                None => (FIGURE, 0),
            };
            if lead == inside.len() || !(role == FIGURE || ROLES.contains(&role)) {
                let message = [
                    format!("`[{inside}]` marks nothing known"),
                    format!("`[{inside}]` ne marque rien de connu"),
                ];
                return Err(block.error_at(field, message));
            }
            let start = field.start + open + lead;
            marks.push((role, Place::span(start..field.start + close)));
            from = close + 1;
        }
        Ok(Self { block, field, marks })
    }

    /// Where all of them are written.
    pub(crate) fn place(&self) -> Place {
        self.field.place()
    }

    /// Where the part with this role is written, if there is one.
    pub(crate) fn part(&self, role: &str) -> Option<Place> {
        self.marks.iter().find(|(found, _)| *found == role).map(|&(_, place)| place)
    }

    /// Where the only figure is written.
    ///
    /// # Errors
    ///
    /// When there is none, or more than one.
    pub(crate) fn figure(&self) -> Result<Place, SourceError> {
        match self.figures()[..] {
            [figure] => Ok(figure),
            _ => {
                let expected = [
                    "expected one part in plain brackets",
                    "un passage entre simples crochets attendu",
                ];
                Err(self.block.error_at(self.field, expected))
            }
        }
    }

    /// Where the parts in plain brackets are written.
    pub(crate) fn figures(&self) -> Vec<Place> {
        let plain = self.marks.iter().filter(|(role, _)| *role == FIGURE);
        plain.map(|&(_, place)| place).collect()
    }
}
