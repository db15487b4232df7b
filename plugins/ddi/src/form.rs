//! The keys that a mapping may have, as the TOML reader sees them.

use std::sync::LazyLock;

use gainsay_plugin::{
    form::Words,
    wire::{Dependence, Disclosed, Interest, Mark, QuestionKind, Sampling, Strategy, Unit, Work},
};
use indexmap::IndexMap;
use serde::Deserialize;

/// A mapping.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Mapping {
    pub(crate) data: DataForm,
    pub(crate) study: Option<StudyForm>,
    /// The pages where the codebook was seen, each with a short name. Without any, the
    /// codebook itself is what was seen.
    #[serde(default)]
    pub(crate) seen: IndexMap<String, Work>,
    #[serde(default)]
    pub(crate) finding: Vec<FindingForm>,
}

impl Mapping {
    /// Whether nobody has said more than the name of the file.
    pub(crate) fn is_blank(&self) -> bool {
        self.study.is_none() && self.finding.is_empty()
    }

    /// What it says of the study itself.
    pub(crate) fn said(&self) -> &StudyForm {
        static NOTHING: LazyLock<StudyForm> = LazyLock::new(StudyForm::default);
        self.study.as_ref().unwrap_or(&NOTHING)
    }
}

/// `[data]`: the codebook.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DataForm {
    pub(crate) file: Words,
}

/// `[study]`: what a codebook says in free words or not at all. What is given here
/// goes before what is written there.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct StudyForm {
    pub(crate) publisher: Option<String>,
    pub(crate) title_lang: Option<String>,
    pub(crate) sponsor_interest: Interest,
    pub(crate) strategy: Strategy,
    pub(crate) unit: Unit,
    pub(crate) regions: Vec<String>,
    pub(crate) pooled: Disclosed,
    pub(crate) universe: Option<String>,
    pub(crate) age: Option<String>,
    pub(crate) sampling: Sampling,
    pub(crate) mode: Vec<String>,
    pub(crate) fieldwork: Option<String>,
    pub(crate) published: Option<String>,
    pub(crate) n: Option<String>,
    pub(crate) limitations: Vec<String>,
    pub(crate) depends_on: Vec<Dependence>,
}

/// `[[finding]]`: which categories of which variable stand for which proposition.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct FindingForm {
    pub(crate) id: Words,
    /// The `name` or `ID` of a `var`.
    pub(crate) variable: Words,
    /// The `catValu` or `labl` of each category that is counted.
    pub(crate) yes: Vec<Words>,
    /// Which figures, where a codebook has both.
    pub(crate) weighted: Option<bool>,
    pub(crate) concept: String,
    #[serde(default)]
    pub(crate) facets: IndexMap<String, String>,
    pub(crate) cut: Option<String>,
    #[serde(default)]
    pub(crate) negated: bool,
    #[serde(default)]
    pub(crate) undecided: bool,
    #[serde(default)]
    pub(crate) base: Vec<String>,
    /// How the question may be answered, if not with one answer.
    pub(crate) kind: Option<QuestionKind>,
    pub(crate) mark: Option<Mark>,
    pub(crate) seen: Option<Words>,
    pub(crate) note: Option<String>,
}
