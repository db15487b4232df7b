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

    /// Whether this document names another one by its file name, as a mapping names its table:
    /// as one of the strings of its TOML, whatever the key. What is no TOML tells it anywhere.
    pub fn names(&self, other: &Self) -> bool {
        self.tells(other, |form, name| form.values().any(|value| holds(value, name)))
    }

    /// Whether it names another one as the file that is read for it, in this key of its form:
    /// `table`, `data.file`. What is no TOML tells it anywhere.
    pub fn names_in(&self, key: &str, other: &Self) -> bool {
        let (table, key) = key.split_once('.').map_or((None, key), |(one, key)| (Some(one), key));
        self.tells(other, |form, name| {
            let table = table.map_or(Some(form), |table| form.get(table)?.as_table());
            table.and_then(|table| table.get(key)).is_some_and(|value| holds(value, name))
        })
    }

    fn tells(&self, other: &Self, holds: impl Fn(&toml::Table, &str) -> bool) -> bool {
        let (text, name) = (self.text(), other.file_name());
        let is_told = text.contains(name);
        // Of TOML only escapes hide a name, so that most of it need not be read.
        if self.name == other.name || !is_told && !text.contains('\\') {
            return false;
        }
        let form = text.parse::<toml::Table>();
        form.map_or(is_told, |form| holds(&form, name))
    }
}

/// Whether a value is this string, or holds it.
fn holds(value: &toml::Value, string: &str) -> bool {
    match value {
        toml::Value::String(one) => one == string,
        toml::Value::Array(all) => all.iter().any(|one| holds(one, string)),
        toml::Value::Table(all) => all.values().any(|one| holds(one, string)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::document;

    #[test]
    fn a_form_names_the_files_that_are_its_strings() {
        let names = |text: &str, file: &str| {
            let form = document("fixture-a", "sources/fixture-a/one.toml", text);
            form.names(&document("fixture-a", &format!("sources/fixture-a/{file}"), "a,b\n"))
        };
        assert!(names("table = \"q1.csv\"", "q1.csv"));
        assert!(names("[data]\nfile = 'q1.csv'", "q1.csv"));
        assert!(names("table = \"\\u00e91.csv\"", "é1.csv"));
        assert!(!names("table = \"q1.csv\"", "1.csv"), "a part of a name is none");
        assert!(!names("table = \"q1.csv\"  # not orphan.csv", "orphan.csv"), "nor is a remark");
        assert!(names("table = \"q1.csv\"\n[[", "q1.csv"), "nothing better is known");
    }

    #[test]
    fn a_form_reads_the_file_that_its_key_names() {
        let names = |key: &str, text: &str| {
            let form = document("fixture-a", "sources/fixture-a/one.toml", text);
            form.names_in(key, &document("fixture-a", "sources/fixture-a/q1.csv", "a,b\n"))
        };
        assert!(names("table", "table = 'q1.csv'"));
        assert!(names("data.file", "[data]\nfile = 'q1.csv'"));
        let other = "table = 'q2.csv'\nnote = 'q1.csv'\n[data]\ntable = 'q1.csv'";
        assert!(!names("table", other) && !names("data.file", other));
        assert!(names("table", "note = 'q1.csv'\n[["), "nothing better is known");
    }
}
