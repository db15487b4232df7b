//! SPSS system files (`.sav`, `.zsav`), as PSPP's developers document the format.
//!
//! Reads what a tabulation needs: variables, value labels, missing values, response
//! sets, the weight, and the answers of chosen variables. A file is never believed:
//! every length is checked against what is there, and what it may cost is bounded.

mod cases;
mod cursor;
mod dictionary;
mod error;
mod extensions;
mod layout;
mod names;
mod sets;
mod slots;
#[cfg(test)]
mod tests;
mod words;

pub(crate) use error::SavError;

use crate::data::{Answers, Dictionary};

/// A file whose dictionary has been read.
pub(crate) struct Sav<'a> {
    pub(crate) dictionary: Dictionary,
    layout: layout::Layout,
    rest: cursor::Cursor<'a>,
}

impl<'a> Sav<'a> {
    /// Reads the dictionary of a file.
    ///
    /// # Errors
    ///
    /// When the bytes are no such file, are cut off, or hold lengths that cannot be.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, SavError> {
        let (dictionary, layout, rest) = dictionary::read(bytes)?;
        Ok(Self { dictionary, layout, rest })
    }

    /// Reads the answers of these variables, named as in the dictionary.
    ///
    /// # Errors
    ///
    /// When the data are cut off or damaged, or there are more than can be held.
    pub(crate) fn answers(
        &self,
        dictionary: &Dictionary,
        names: &[&str],
    ) -> Result<Answers, SavError> {
        cases::read(dictionary, &self.layout, self.rest.clone(), names)
    }
}
