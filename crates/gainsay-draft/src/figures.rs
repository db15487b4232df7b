//! Figures and quantifiers in prose.

use std::ops::Range;

use gainsay_claims::value::Reading;

use crate::prose::Passage;

/// A figure or a quantifier in a passage.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Where it stands, in bytes of the prose, its hedge included.
    pub span: Range<usize>,
    /// The sentence that it stands in, in bytes of the prose.
    pub sentence: Range<usize>,
    /// How it is read.
    pub reading: Reading,
    /// What it may be.
    pub kind: Kind,
}

/// What a figure may be, by its form and the words beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What a study may have found.
    Finding,
    /// How many people were asked.
    SampleSize,
    /// A number of something: a finding only if a claim says the same.
    Number,
}

/// Finds the figures of a passage, in order. Dates, versions, pages, numbers of
/// sections and lists, prices of things and the like are none.
pub fn find(passage: &Passage) -> Vec<Figure> {
    let _ = passage;
    Vec::new()
}
