use serde::{Deserialize, Serialize};

/// What a plugin read in a document that is no text: each filled cell, value or
/// entry with its address there.
///
/// The core keeps it as a document of its own, a table of two columns and one row
/// for each entry, so that a finding can point at `Place::cell(row, 1)` and every
/// diagnostic shows the address beside the words. Its name is that of the document,
/// followed by `#` and the part where there is one: `sources/a/tables.xlsx#Q2`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Listing {
    /// The document that was read. The SDK fills it in.
    #[serde(default)]
    pub document: String,
    /// The part of it, such as a sheet, if it has several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// Address and words of each entry: `["B5", "37%"]`.
    pub entries: Vec<[String; 2]>,
}

impl Listing {
    /// The name under which the core keeps it.
    pub fn name(&self) -> String {
        listing_name(&self.document, self.part.as_deref())
    }
}

/// Whether a document is this file, or what was listed of it or of a part of it.
pub fn is_of_file(document: &str, file: &str) -> bool {
    let rest = document.strip_prefix(file);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('#'))
}

/// The name of the listing of a document, or of a part of it. A `/` in the name of a
/// part would lead out of the document's folder, so it is written `∕`.
pub fn listing_name(document: &str, part: Option<&str>) -> String {
    match part {
        None => document.to_owned(),
        Some(part) => format!("{document}#{}", part.replace('/', "\u{2215}")),
    }
}
