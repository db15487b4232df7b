//! What is found wrong inside one study, or in a circle of citations.

use gainsay_claims::{
    Location,
    claim::Claim,
    diagnostic::Label,
    facts::{Fact, StudyFact},
};

/// Something that cannot be true inside one study, is there twice, or has no origin.
#[derive(Clone, Debug, PartialEq)]
pub struct Flaw {
    /// What kind it is; the rule of the same name tells it.
    pub kind: FlawKind,
    /// The claim or study that it is found in.
    pub subject: String,
    /// Whether it holds whatever the source leaves open. If not, it is worth
    /// knowing and no more.
    pub sure: bool,
    /// The claims that nothing may rest on, as one of them must be wrong.
    pub fatal: Vec<String>,
    /// Every place concerned, the main one first.
    pub labels: Vec<Label>,
    /// The arithmetic.
    pub facts: Vec<StudyFact>,
}

/// Kinds of flaw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FlawKind {
    /// A base that holds more or fewer than its share of those asked.
    BaseSizeMismatch,
    /// Citations that restate each other, or one that restates itself.
    CircularCitation,
    /// The same study, or the same claim of a study, twice.
    DuplicateEvidence,
    /// A change that its two figures do not give.
    ImpossibleChange,
    /// A share that no number of people makes up.
    ImpossibleCount,
    /// People asked after their answers were published.
    ImpossibleDates,
    /// Answers that exclude each other and add up to more or less than all.
    ImpossibleSum,
    /// A total outside the range of all its parts.
    MixtureOutsideParts,
    /// A part that is more than the whole.
    PartAboveWhole,
    /// Numbers of people asked that do not fit.
    SampleMismatch,
    /// Two figures for one thing.
    SelfContradiction,
}

impl FlawKind {
    /// The id of the rule that tells it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::BaseSizeMismatch => "base-size-mismatch",
            Self::CircularCitation => "circular-citation",
            Self::DuplicateEvidence => "duplicate-evidence",
            Self::ImpossibleChange => "impossible-change",
            Self::ImpossibleCount => "impossible-count",
            Self::ImpossibleDates => "impossible-dates",
            Self::ImpossibleSum => "impossible-sum",
            Self::MixtureOutsideParts => "mixture-outside-parts",
            Self::PartAboveWhole => "part-above-whole",
            Self::SampleMismatch => "sample-mismatch",
            Self::SelfContradiction => "self-contradiction",
        }
    }

    /// Whether the figures that a study publishes may be wrong; a duplicate is only one too
    /// many, and those who cite each other say nothing of other citations.
    pub(super) fn makes_figures_doubtful(self) -> bool {
        !matches!(self, Self::CircularCitation | Self::DuplicateEvidence)
    }
}

impl Flaw {
    /// A flaw that is sure and in which one of these claims must be wrong.
    pub(super) fn of_claims<'a>(
        kind: FlawKind,
        claims: impl IntoIterator<Item = &'a Claim>,
    ) -> Self {
        let mut flaw = Self::of_study(kind, "");
        for claim in claims {
            flaw.fatal.push(claim.id.clone());
            flaw.labels.push(label_of(claim));
        }
        flaw.subject = flaw.fatal.first().cloned().unwrap_or_default();
        flaw
    }

    /// A flaw of a study that is sure and that no claim need suffer from.
    pub(super) fn of_study(kind: FlawKind, study: &str) -> Self {
        let (fatal, labels, facts) = (Vec::new(), Vec::new(), Vec::new());
        Self { kind, subject: study.to_owned(), sure: true, fatal, labels, facts }
    }

    pub(super) fn label(mut self, at: Location, fact: StudyFact) -> Self {
        self.labels.push(Label { at, fact: Fact::Study(fact) });
        self
    }

    pub(super) fn fact(mut self, fact: StudyFact) -> Self {
        self.facts.push(fact);
        self
    }
}

/// Points to a claim.
pub(super) fn label_of(claim: &Claim) -> Label {
    Label { at: claim.at.clone(), fact: Fact::Claim { id: claim.id.clone() } }
}
