use gainsay_claims::wire::Place;
use serde::{Deserialize, Serialize};

use crate::Bytes;

/// A document as the host hands it over: text, the cells of a table, or bytes.
///
/// The host decides which of these a document is and reads tables itself, so
/// that a cell means the same to plugin and core. Of bytes the plugin lists what
/// they hold before it points there: [`Sink::listing`](crate::Sink::listing).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The id of the source that the document belongs to.
    #[serde(default)]
    pub source: String,
    /// Path relative to the base, with `/`.
    pub name: String,
    /// `text/plain`, `text/csv`, `application/toml` ...
    pub media_type: String,
    /// The text, unless the document is a table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The rows of a table, each a list of cells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cells: Option<Vec<Vec<String>>>,
    /// The bytes of a document that is neither, such as a workbook.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes: Option<Bytes>,
}

impl Document {
    /// The text of a text document, or nothing.
    pub fn text(&self) -> &str {
        self.text.as_deref().unwrap_or_default()
    }

    /// The rows of a table, or nothing.
    pub fn rows(&self) -> &[Vec<String>] {
        self.cells.as_deref().unwrap_or_default()
    }

    /// The text of a cell, without surrounding space; empty outside the table.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.rows().get(row).and_then(|cells| cells.get(column)).map_or("", |cell| cell.trim())
    }

    /// The words written at a place, or nothing when there is no such place.
    pub fn words(&self, place: Place) -> &str {
        let whole = match place.cell {
            Some([row, column]) => {
                self.rows().get(row).and_then(|cells| cells.get(column)).map_or("", String::as_str)
            }
            None => self.text(),
        };
        match place.span {
            Some([start, end]) => whole.get(start..end).unwrap_or_default(),
            None => whole,
        }
    }

    /// The id of the study that a document of one study is about:
    /// `source/stem`, so that the file's name is the study's name.
    pub fn study_id(&self) -> String {
        format!("{}/{}", self.source, self.stem())
    }

    /// The name without folders and ending: `sources/l2/2014.csv` is `2014`.
    pub fn stem(&self) -> &str {
        let file = self.file_name();
        file.rsplit_once('.').map_or(file, |(stem, _)| stem)
    }

    /// The name without folders: `2014.csv`.
    pub fn file_name(&self) -> &str {
        self.name.rsplit('/').next().unwrap_or(&self.name)
    }

    /// Whether this text tells the file name of another document, as a mapping tells that of
    /// its table.
    pub fn names(&self, other: &Self) -> bool {
        self.name != other.name && self.text().contains(other.file_name())
    }
}
