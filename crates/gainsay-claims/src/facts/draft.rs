//! Facts about a draft: what it says, and what the evidence says to that.

use crate::value::Reading;

/// What is known of a place in a draft.
#[derive(Clone, Debug, PartialEq)]
pub enum DraftFact {
    /// How a figure of the draft is read.
    Reads(Reading),
    /// The claim that a figure states.
    Matches(Match),
    /// A claim that comes near, but not near enough.
    Resembles(Match),
    /// Whom the draft names as the source.
    Names {
        /// The name as the draft writes it.
        name: String,
    },
    /// The number of people asked, as the study discloses it.
    PeopleAsked {
        /// The study.
        study: String,
    },
    /// A claim that was seen in these places only, and not at its study's publisher.
    SeenOnlyIn {
        /// The claim.
        claim: String,
        /// Names or addresses of the pages.
        pages: Vec<String>,
    },
    /// A study that contradicts what the draft cites.
    Contradicts {
        /// The claim that the draft states.
        claim: String,
        /// The claim that it leaves out.
        other: String,
    },
    /// Who says it, where the draft reports the words of somebody else.
    SaidBy {
        /// The name, if it is told.
        who: Option<String>,
    },
    /// Words that appeal to studies and name none.
    NamesNoStudy,
    /// A generated table whose evidence has changed.
    Digest {
        /// The digest in the draft.
        written: String,
        /// That of the evidence now.
        current: String,
    },
    /// A generated table of which the base knows nothing.
    NoSuchTable,
    /// A suppression that suppresses nothing.
    SuppressesNothing {
        /// The rule.
        rule: String,
    },
    /// A suppression that does not count.
    InvalidSuppression(SuppressionProblem),
}

/// Why a suppression does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SuppressionProblem {
    /// It gives no reason.
    NoReason,
    /// It names no rule.
    NoRule,
    /// There is no rule of this name; the nearest is given, if one is near.
    UnknownRule {
        /// The name.
        rule: String,
        /// The nearest name.
        nearest: Option<String>,
    },
}

/// A claim beside a figure of a draft: how alike they are, and in what.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// The claim's id.
    pub claim: String,
    /// How alike, 0..=1; no probability.
    pub score: f64,
    /// What speaks for it, the weightiest first, and what against.
    pub reasons: Vec<MatchReason>,
}

/// What speaks for or against a match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MatchReason {
    /// The figures can be roundings of each other.
    SameFigure,
    /// They can, once those who do are taken for those who do not.
    Complement,
    /// They cannot.
    OtherFigure,
    /// The draft names the study or its publisher, in these words.
    NamesSource(String),
    /// The draft names another one, in these words.
    NamesOther(String),
    /// The draft names no source near the figure.
    NamesNone,
    /// The subject is named in these words of the draft.
    Subject(Vec<String>),
    /// The people or the place are named in these words of the draft.
    People(Vec<String>),
    /// The words of the draft name other people or another place.
    OtherPeople(Vec<String>),
}
