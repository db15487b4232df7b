//! The keys that a transcript may have, as the TOML reader sees them.

use gainsay_plugin::{
    Document,
    form::{FindingForm, QuestionForm, StudyForm},
    wire::Work,
};
use indexmap::IndexMap;
use serde::Deserialize;

/// A transcript.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Form {
    pub(crate) study: StudyForm,
    /// The pages where the study was seen, each with a short name.
    #[serde(default)]
    pub(crate) seen: IndexMap<String, Work>,
    #[serde(default)]
    pub(crate) question: IndexMap<String, QuestionForm>,
    #[serde(default)]
    pub(crate) finding: Vec<FindingForm>,
}

/// Whether a document is a file of data, which no person writes as a transcript.
pub(crate) fn is_data(document: &Document) -> bool {
    ["text/csv", "application/json", "application/xml"].contains(&document.media_type.as_str())
}

/// Whether a document holds remarks only, such as a template that nobody has filled in.
pub(crate) fn is_blank(document: &Document) -> bool {
    let mut lines = document.text().lines().map(str::trim);
    document.cells.is_none() && lines.all(|line| line.is_empty() || line.starts_with('#'))
}
