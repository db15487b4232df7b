//! Facts about what reviewers answered to a finding.

use jiff::civil::Date;

use super::Dimension;
use crate::Location;

/// What is known of an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum VerdictFact {
    /// Who answered what.
    Given(Box<Answer>),
    /// Who holds a study to be no evidence.
    Rejected(Box<Rejected>),
    /// It ended on this day.
    Ended {
        /// The last day on which it held.
        until: Date,
    },
    /// The finding now rests on a claim of which the answer does not know.
    Added {
        /// The claim.
        claim: String,
    },
    /// The finding rests no longer on a claim on which the answer relied.
    Gone {
        /// The claim.
        claim: String,
    },
    /// What the answer relied on is different now.
    Changed {
        /// The claim.
        claim: String,
        /// What of it.
        field: Field,
        /// As it was; absent: not disclosed.
        from: Option<String>,
        /// As it is; absent: not disclosed.
        to: Option<String>,
    },
    /// A claim is not what the answer relied on, in what the answer does not spell out.
    ChangedOtherwise {
        /// The claim.
        claim: String,
    },
    /// The nearest finding there is to one that is no longer found.
    Nearest {
        /// Its key.
        key: String,
    },
}

/// What a reviewer answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The answer.
    pub status: Status,
    /// In what the studies differ.
    pub cause: Vec<Dimension>,
    /// Name and address.
    pub who: String,
    /// When.
    pub on: Date,
    /// The last day on which it holds.
    pub until: Date,
    /// Why, in the reviewer's words.
    pub reason: String,
}

/// A study that a reviewer holds to be no evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// The study.
    pub study: String,
    /// Name and address.
    pub who: String,
    /// When.
    pub on: Date,
    /// Why, in the reviewer's words.
    pub reason: String,
}

/// One answer on record, whether or not it still holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Recorded {
    /// The key of the finding, or the study that is held to be no evidence.
    pub about: String,
    /// Where it is written.
    pub at: Location,
    // Invariant: the first is who answered what.
    /// What was answered, then what has changed since, then when it ended, if it did.
    pub facts: Vec<VerdictFact>,
}

/// Where a finding stands between its reviewers.
#[derive(Clone, Debug, PartialEq)]
pub struct Reviewed {
    /// Whether somebody still has to answer.
    pub state: ReviewState,
    /// The answers that make it so.
    pub answers: Vec<Answer>,
}

/// Whether somebody still has to answer a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReviewState {
    /// Nobody answered.
    Open,
    /// What was relied on has changed since.
    Stale,
    /// The answer has ended.
    Expired,
    /// Answers contradict each other.
    Conflicting,
    /// Every answer that holds says this.
    Settled(Status),
    /// All that it rests on is of studies that are held to be no evidence.
    Rejected,
}

impl ReviewState {
    /// Whether nobody has to answer.
    pub const fn is_settled(self) -> bool {
        matches!(self, Self::Settled(_) | Self::Rejected)
    }

    /// The name under which it travels.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Stale => "stale",
            Self::Expired => "expired",
            Self::Conflicting => "conflicting",
            Self::Settled(status) => status.name(),
            Self::Rejected => "rejected",
        }
    }
}

/// What a reviewer makes of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// The studies differ in what they asked, whom or when.
    Explained,
    /// It is a contradiction.
    Confirmed,
    /// The finding is wrong.
    FalsePositive,
    /// It was there before anybody looked.
    Deferred,
}

impl Status {
    /// Every status, in order.
    pub const ALL: [Self; 4] =
        [Self::Explained, Self::Confirmed, Self::FalsePositive, Self::Deferred];

    /// The name under which it is written.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Explained => "explained",
            Self::Confirmed => "confirmed",
            Self::FalsePositive => "false-positive",
            Self::Deferred => "deferred",
        }
    }
}

/// How directly two studies bear on the same thing in one dimension (GRADE: indirectness).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Directness {
    /// Hardly.
    Low,
    /// In part.
    Moderate,
    /// Nearly.
    High,
    /// The same.
    Exact,
}

impl Directness {
    /// Every degree, from the least.
    pub const ALL: [Self; 4] = [Self::Low, Self::Moderate, Self::High, Self::Exact];

    /// The name under which it is written.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Moderate => "moderate",
            Self::High => "high",
            Self::Exact => "exact",
        }
    }
}

/// What of a claim an answer relies on.
// Invariant: the names, and the order, in which fields are compared, are part of the digests
// that verdicts hold. Whoever changes one re-opens every verdict there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The figure, as read.
    Figure,
    /// What it counts: polarity, cut, proposition.
    Counts,
    /// How many were asked.
    N,
    /// Whom it is a share of.
    Base,
    /// Where they live, how old they are.
    Population,
    /// When they were asked.
    Period,
    /// How the question was worded.
    Wording,
    /// How they were asked, and who paid.
    Survey,
    /// Who states it, and whether it still stands.
    Standing,
}

impl Field {
    /// Every field, in the order in which it is written.
    pub const ALL: [Self; 9] = [
        Self::Figure,
        Self::Counts,
        Self::N,
        Self::Base,
        Self::Population,
        Self::Period,
        Self::Wording,
        Self::Survey,
        Self::Standing,
    ];

    /// The name under which it is written.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Figure => "figure",
            Self::Counts => "counts",
            Self::N => "n",
            Self::Base => "base",
            Self::Population => "population",
            Self::Period => "period",
            Self::Wording => "wording",
            Self::Survey => "survey",
            Self::Standing => "standing",
        }
    }
}
