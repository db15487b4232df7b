//! What the host hands to a source.

use serde::{Deserialize, Serialize};

use crate::{SCHEMA, SourceError};

/// A file of the evidence base as a source sees it: never a path, never a handle.
///
/// A text document has `text`, a table has `cells`; the host decides which.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Name of the document within its source, unique there.
    pub name: String,
    /// Media type, such as `text/plain` or `text/csv`.
    pub media_type: String,
    /// The whole text; byte spans of findings count from its start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Rows of cells, as the host's table reader sees them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cells: Option<Vec<Vec<String>>>,
}

impl Document {
    /// Returns the text, or an error that says the document has none.
    pub fn text(&self) -> Result<&str, SourceError> {
        self.text.as_deref().ok_or_else(|| self.not("text"))
    }

    /// Returns the rows of cells, or an error that says the document has none.
    pub fn cells(&self) -> Result<&[Vec<String>], SourceError> {
        self.cells.as_deref().ok_or_else(|| self.not("a table"))
    }

    fn not(&self, expected: &str) -> SourceError {
        SourceError::new(format!("expected {expected}, found {}", self.media_type))
    }
}

/// What a source is asked to read in one go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Input {
    /// Schema of the records that the host expects, [`SCHEMA`].
    pub schema: String,
    /// Name of the source in the evidence base.
    pub source: String,
    /// Documents in the order of the base.
    pub documents: Vec<Document>,
}

impl Input {
    /// Asks for the findings of `documents` in the schema of this crate.
    pub fn new(source: &str, documents: Vec<Document>) -> Self {
        Self { schema: SCHEMA.to_owned(), source: source.to_owned(), documents }
    }
}
