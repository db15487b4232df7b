//! What a careful reader says of a draft.

use std::{fs, ops::Range, path::Path};

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Annotation {
    #[serde(rename = "lang")]
    _lang: String,
    pub(crate) clean: bool,
    #[serde(default)]
    pub(crate) figure: Vec<Marked>,
    #[serde(default)]
    pub(crate) phrase: Vec<Marked>,
}

/// Words of a draft and what is to be said of them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Marked {
    /// From 1; a passage has one line.
    #[serde(default = "first")]
    line: usize,
    pub(crate) text: String,
    #[serde(default = "first")]
    nth: usize,
    #[serde(default)]
    pub(crate) claims: Vec<String>,
    #[serde(default)]
    pub(crate) findings: Vec<String>,
    #[serde(default)]
    pub(crate) size: bool,
}

/// A rule that is to speak at some words.
pub(crate) struct Expected<'a> {
    /// The bytes of the draft where they stand.
    pub(crate) span: Range<usize>,
    /// Its id.
    pub(crate) rule: &'a str,
    /// The rule, and of a drift the axis: `drift:base`.
    pub(crate) finding: &'a str,
}

impl Annotation {
    /// Reads it from its file.
    ///
    /// # Panics
    /// When there is none or it is not valid.
    pub(crate) fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).expect("an annotation");
        toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// One of figures alone.
    pub(crate) fn of_figures(lang: String, figure: Vec<Marked>) -> Self {
        let clean = figure.iter().all(|one| one.findings.is_empty());
        Self { _lang: lang, clean, figure, phrase: Vec::new() }
    }

    /// What is to be found in the draft.
    pub(crate) fn expected(&self, draft: &str) -> Vec<Expected<'_>> {
        let marked = self.figure.iter().chain(&self.phrase);
        let findings =
            marked.flat_map(|one| one.findings.iter().map(move |finding| (one, finding)));
        findings
            .map(|(one, finding)| Expected {
                span: one.span(draft),
                rule: finding.split(':').next().unwrap_or_default(),
                finding,
            })
            .collect()
    }
}

fn first() -> usize {
    1
}

impl Marked {
    /// The bytes of the draft where the words stand.
    pub(crate) fn span(&self, draft: &str) -> Range<usize> {
        let start: usize = draft.split_inclusive('\n').take(self.line - 1).map(str::len).sum();
        let line = draft[start..].split('\n').next().unwrap_or_default();
        let found = line.match_indices(&self.text).nth(self.nth - 1);
        let at = found.unwrap_or_else(|| panic!("line {}: no {:?}", self.line, self.text)).0;
        start + at..start + at + self.text.len()
    }
}
