//! What the host asks a source to read.

use gainsay_claims::wire::SCHEMA;
use serde::{Deserialize, Serialize};

use crate::Document;

/// What a source is asked to read in one go: the input of operation 1.
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
    /// Asks for the findings of `documents` in the schema of this version.
    pub fn new(source: &str, documents: Vec<Document>) -> Self {
        Self { schema: SCHEMA.to_owned(), source: source.to_owned(), documents }
    }
}
