use std::ops::Range;

use serde::{Deserialize, Serialize};

/// Where something is written in a document.
///
/// In a text: the bytes `span[0]..span[1]`. In a table: the cell at row and
/// column, both counted from 0, and within the cell's text the bytes of `span`
/// where it is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Start and end in bytes, end excluded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<[usize; 2]>,
    /// Row and column, counted from 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cell: Option<[usize; 2]>,
}

impl Place {
    /// A place in a text document.
    pub fn span(bytes: Range<usize>) -> Self {
        Self { span: Some([bytes.start, bytes.end]), cell: None }
    }

    /// A whole cell of a table.
    pub fn cell(row: usize, column: usize) -> Self {
        Self { span: None, cell: Some([row, column]) }
    }

    /// The part `bytes` of this cell's text.
    pub fn within(self, bytes: Range<usize>) -> Self {
        Self { span: Some([bytes.start, bytes.end]), ..self }
    }
}
