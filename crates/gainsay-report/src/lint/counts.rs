//! What was found in drafts, in numbers.

use std::ops::AddAssign;

use gainsay_claims::Level;
use gainsay_draft::Outcome;

use super::Linted;

/// Counts over the figures and diagnostics of a draft, or of several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct DraftCounts {
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    pub(crate) notes: usize,
    /// Figures that a claim says, sizes of studies, and universals that the base can speak to.
    pub(crate) matched: usize,
    /// Figures of which the claim on the same gives another one.
    pub(crate) differing: usize,
    /// Figures that another study says than the one that is named.
    pub(crate) of_other_studies: usize,
    /// Figures that nothing in the base says.
    pub(crate) unmatched: usize,
    /// Numbers of what the base is not about.
    pub(crate) unchecked: usize,
}

impl DraftCounts {
    /// Counts one draft.
    pub(crate) fn of(linted: &Linted) -> Self {
        let checked = &linted.checked;
        let level = |level| {
            checked.diagnostics.iter().filter(|diagnostic| diagnostic.check.level == level).count()
        };
        let mut counts = Self {
            errors: level(Level::Error),
            warnings: level(Level::Warning),
            notes: level(Level::Note),
            ..Self::default()
        };
        for figure in &checked.figures {
            *counts.outcome(&figure.outcome) += 1;
        }
        counts
    }

    /// Figures that were held against the base.
    pub(crate) fn figures(&self) -> usize {
        self.matched + self.differing + self.of_other_studies + self.unmatched
    }

    fn outcome(&mut self, outcome: &Outcome) -> &mut usize {
        match outcome {
            Outcome::Found(_)
            | Outcome::Difference(_)
            | Outcome::Size(_)
            | Outcome::Universal(_) => &mut self.matched,
            Outcome::Differs(_) | Outcome::SizeDiffers(_) => &mut self.differing,
            Outcome::OtherStudy(_) => &mut self.of_other_studies,
            Outcome::NotFound(_) => &mut self.unmatched,
            Outcome::NotChecked => &mut self.unchecked,
        }
    }
}

impl AddAssign for DraftCounts {
    fn add_assign(&mut self, other: Self) {
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.notes += other.notes;
        self.matched += other.matched;
        self.differing += other.differing;
        self.of_other_studies += other.of_other_studies;
        self.unmatched += other.unmatched;
        self.unchecked += other.unchecked;
    }
}
