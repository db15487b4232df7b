//! What a careful reader says of a draft.

use std::ops::Range;

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
