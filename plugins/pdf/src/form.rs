//! The keys of a form that points into a PDF file.

use gainsay_plugin::{
    form::{FindingForm, QuestionForm, StudyForm, Words},
    wire::Work,
};
use indexmap::IndexMap;
use serde::Deserialize;

/// A study whose figures stand in a PDF file beside the form.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Form {
    /// The file name of the PDF.
    pub(crate) document: Words,
    /// None while nobody has said whose survey it is: then nothing counts.
    pub(crate) study: Option<StudyForm>,
    /// The pages where the study was seen, each with a short name.
    #[serde(default)]
    pub(crate) seen: IndexMap<String, Work>,
    #[serde(default)]
    pub(crate) question: IndexMap<String, QuestionForm>,
    #[serde(default)]
    pub(crate) finding: Vec<FindingForm>,
}
