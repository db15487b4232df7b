//! Blocks of `key: value` lines, separated by empty lines.

use gainsay_plugin::wire::Place;
use gainsay_plugin::{Document, Said, SourceError};

/// A line `key: value`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field<'a> {
    pub(crate) key: &'a str,
    pub(crate) value: &'a str,
    /// The byte of the document where the value begins.
    pub(crate) start: usize,
}

impl Field<'_> {
    /// Where the value is written.
    pub(crate) fn place(&self) -> Place {
        Place::span(self.start..self.start + self.value.len())
    }
}

/// The fields of a block; no key occurs twice.
#[derive(Clone, Debug)]
pub(crate) struct Block<'a> {
    pub(crate) document: &'a Document,
    fields: Vec<Field<'a>>,
    start: usize,
}

impl<'a> Block<'a> {
    /// The blocks of a document; lines that begin with `#` are remarks.
    ///
    /// # Errors
    ///
    /// When a line is no `key: value`, or when a block has a key twice.
    pub(crate) fn all(document: &'a Document) -> Result<Vec<Self>, SourceError> {
        let mut blocks = Vec::new();
        let mut open = Self { document, fields: Vec::new(), start: 0 };
        let mut next = 0;
        for line in document.text().split_inclusive('\n') {
            let start = next;
            next += line.len();
            if line.starts_with('#') {
                continue;
            }
            if line.trim().is_empty() {
                let fresh = Self { document, fields: Vec::new(), start: next };
                blocks.push(std::mem::replace(&mut open, fresh));
                continue;
            }
            open.add(line, start)?;
        }
        blocks.push(open);
        blocks.retain(|block| !block.fields.is_empty());
        Ok(blocks)
    }

    /// The field with this key, if the block has it.
    pub(crate) fn get(&self, key: &str) -> Option<Field<'a>> {
        self.fields.iter().find(|field| field.key == key).copied()
    }

    /// The value of this key, if the block has it.
    pub(crate) fn text(&self, key: &str) -> Option<&'a str> {
        self.get(key).map(|field| field.value)
    }

    /// The value of this key as a new string, if the block has it.
    pub(crate) fn string(&self, key: &str) -> Option<String> {
        self.text(key).map(str::to_owned)
    }

    /// The field with this key.
    ///
    /// # Errors
    ///
    /// When the block does not have it.
    pub(crate) fn required(&self, key: &str) -> Result<Field<'a>, SourceError> {
        self.get(key).ok_or_else(|| {
            self.error([
                format!("this block has no `{key}`"),
                format!("il manque la clé `{key}` à ce bloc"),
            ])
        })
    }

    /// What the word of this key stands for; `absent` when the block does not
    /// have the key.
    ///
    /// # Errors
    ///
    /// When the word is none of `words`.
    pub(crate) fn choice<T: Copy>(
        &self,
        key: &str,
        words: &[(&str, T)],
        absent: T,
    ) -> Result<T, SourceError> {
        let Some(field) = self.get(key) else {
            return Ok(absent);
        };
        let found = words.iter().find(|(word, _)| *word == field.value);
        found.map(|&(_, meaning)| meaning).ok_or_else(|| {
            let known: Vec<_> = words.iter().map(|&(word, _)| word).collect();
            let known = known.join(", ");
            let message =
                [format!("expected one of: {known}"), format!("mots admis\u{a0}: {known}")];
            self.error_at(field, message)
        })
    }

    /// Refuses a key that is none of `known`.
    pub(crate) fn refuse_unknown(&self, known: &[&str]) -> Result<(), SourceError> {
        match self.fields.iter().find(|field| !known.contains(&field.key)) {
            None => Ok(()),
            Some(field) => {
                let key = field.key;
                let message =
                    [format!("`{key}` is no key here"), format!("`{key}` n'est pas une clé ici")];
                Err(self.error_at(*field, message))
            }
        }
    }

    /// An error about the block.
    pub(crate) fn error(&self, message: impl Into<Said>) -> SourceError {
        match self.fields.first() {
            Some(field) => self.error_at(*field, message),
            None => self.error_here(message, self.start..self.start),
        }
    }

    /// An error about a field.
    pub(crate) fn error_at(&self, field: Field<'_>, message: impl Into<Said>) -> SourceError {
        SourceError::new(message).at(self.document, field.place())
    }

    fn error_here(&self, message: impl Into<Said>, span: std::ops::Range<usize>) -> SourceError {
        SourceError::new(message).at(self.document, Place::span(span))
    }

    fn add(&mut self, line: &'a str, start: usize) -> Result<(), SourceError> {
        let Some((key, value)) = line.split_once(':') else {
            let span = start..start + line.trim_end().len();
            let expected = ["expected `key: value`", "`clé: valeur` attendu"];
            return Err(self.error_here(expected, span));
        };
        let lead = line.len() - value.trim_start().len();
        let field = Field { key: key.trim(), value: value.trim(), start: start + lead };
        if self.get(field.key).is_some() {
            let key = field.key;
            let message = [
                format!("this block has `{key}` twice"),
                format!("ce bloc a deux fois la clé `{key}`"),
            ];
            return Err(self.error_at(field, message));
        }
        self.fields.push(field);
        Ok(())
    }
}
