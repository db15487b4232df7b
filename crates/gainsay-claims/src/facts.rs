//! The facts that diagnostics are made of. Every fact has a sentence in every
//! language of `gainsay-report`, or that crate does not compile.

use crate::{
    age::AgeRange, document::PlaceError, failure::Failure, period::Period,
    proposition::Proposition, region::RegionSet, value::ValueError, wire::Unit,
};

/// One thing that is known.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    /// What a claim says, as read.
    Claim {
        /// Its id.
        id: String,
    },
    /// How two claims compare.
    Pair(PairFact),
    /// What is wrong with the input.
    Problem(Problem),
    /// Why a source is missing.
    Broken(Failure),
    /// How many more facts of the same kind are not shown.
    More {
        /// Their number.
        count: usize,
        /// The proposition whose table shows them.
        proposition: Proposition,
    },
}

/// How two claims compare.
#[derive(Clone, Debug, PartialEq)]
pub enum PairFact {
    /// The gap that rounding cannot explain, in fractions of the base.
    Apart {
        /// Distance of the facing ends.
        gap: f64,
    },
    /// The gap is small in points, large as a ratio of odds.
    OddsApart {
        /// Odds ratio at the facing ends.
        ratio: f64,
    },
    /// The test at the assumed design effect.
    Tested {
        /// Two-sided p.
        p: f64,
        /// How far sampling error alone would reach, in fractions of the base.
        explained: f64,
        /// How robust the conflict is.
        strength: Strength,
    },
    /// The sample size that the test took, when a size had to be assumed.
    AssumedSize {
        /// The claim.
        claim: String,
        /// The size assumed for its base.
        size: u64,
        /// The study's size it was derived from.
        of: u64,
        /// What it was derived by.
        by: SizeReason,
    },
    /// No size is known: it would be a conflict if each asked this many.
    BreakEven {
        /// The common size.
        size: u64,
        /// Whether any plausible survey is larger.
        any_plausible: bool,
    },
    /// One size is known: it would be a conflict if the other asked this many.
    BreakEvenOther {
        /// The claim whose size is unknown.
        claim: String,
        /// The size of its base.
        size: u64,
        /// Whether any plausible survey is larger.
        any_plausible: bool,
    },
    /// No size of the other would make it a conflict.
    NeverEnough {
        /// The claim whose size is known.
        claim: String,
    },
    /// Dimensions in which the claims are the same.
    Same(Vec<Dimension>),
    /// A dimension in which they differ, or may differ for all that is disclosed.
    Differs {
        /// Which.
        dimension: Dimension,
        /// What each says, as words of the vocabulary, in the order of the pair.
        sides: [Side; 2],
    },
    /// The studies are not independent.
    Dependent {
        /// Whether a publisher says so.
        declared: bool,
        /// Why.
        why: String,
    },
}

/// By what a size follows from the number of all who were asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SizeReason {
    /// By the published shares of the steps that lead to the base.
    PublishedShares,
    /// By the policy's subsample floor.
    SubsampleFloor,
}

/// How far a conflict survives larger design effects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Only at design effect 1.
    Fragile,
    /// At the assumed design effect.
    Solid,
    /// At twice the assumed design effect too.
    Robust,
}

/// A dimension of comparability.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// What one case is.
    Unit,
    /// Qualifying facets.
    Wording,
    /// Where people were asked, and how old they are.
    Population,
    /// Whom the share is a share of.
    Base,
    /// When they were asked.
    Period,
    /// How they were asked.
    Mode,
    /// Who paid or published.
    Sponsor,
}

impl Dimension {
    /// Every dimension, in order.
    pub const ALL: [Self; 7] = [
        Self::Unit,
        Self::Wording,
        Self::Population,
        Self::Base,
        Self::Period,
        Self::Mode,
        Self::Sponsor,
    ];
}

/// What one side of a pair says in a dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Side {
    /// Not disclosed.
    Unknown,
    /// What one case is.
    Unit(Unit),
    /// Words of the vocabulary with labels: facet and value; only the facets in
    /// which the two sides are not the same.
    Facets(Vec<(String, String)>),
    /// Regions.
    Regions(RegionSet),
    /// Ages, where the regions do not differ.
    Ages(AgeRange),
    /// Universes of the vocabulary: those the share is a share of, then what sets
    /// them apart.
    Base(Vec<String>),
    /// When people were asked.
    Period(Period),
    /// The date of publication: when people were asked is not disclosed.
    Published(Period),
    /// Modes of interview, each once, in order of name.
    Modes(Vec<String>),
    /// A name as the source writes it.
    Name(String),
}

/// What is wrong with the input.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// A word that the vocabulary does not hold.
    UnknownWord {
        /// What it should have been.
        kind: WordKind,
        /// The word.
        word: String,
        /// The nearest word there is.
        nearest: Option<String>,
    },
    /// A facet that the concept does not take.
    FacetNotOfConcept {
        /// The facet.
        facet: String,
        /// The concept.
        concept: String,
    },
    /// A cut for a concept without a scale.
    NoScale {
        /// The concept.
        concept: String,
    },
    /// A place that is not in the document.
    Place(PlaceError),
    /// Words that are no figure.
    NotAFigure {
        /// The words.
        text: String,
        /// Why.
        error: ValueError,
    },
    /// A figure of another kind than the finding says.
    OtherQuantity {
        /// The words.
        text: String,
    },
    /// A hedge just before the place ("less than") that the place leaves out.
    LeavesOutHedge {
        /// The words at the place.
        text: String,
    },
    /// Words that are no date or period.
    NotAPeriod {
        /// The words.
        text: String,
    },
    /// Words that are no number of people.
    NotASize {
        /// The words.
        text: String,
    },
    /// Words that are no range of ages.
    NotAnAge {
        /// The words.
        text: String,
    },
    /// An id used twice.
    DuplicateId {
        /// The id.
        id: String,
    },
    /// An id that does not start with its source or is no path of names.
    BadId {
        /// The id.
        id: String,
    },
    /// A record of a document that the source does not have.
    UnknownDocument {
        /// Its name.
        name: String,
    },
    /// A file that is not what it should be, in the parser's words.
    Syntax {
        /// What the parser says.
        message: String,
    },
    /// A file that cannot be read.
    File {
        /// What the system says.
        message: String,
    },
    /// A quotation mark in a table that does not close.
    BrokenQuote,
    /// A word defined twice.
    DefinedTwice {
        /// The word.
        word: String,
    },
    /// A universe that lies within itself.
    CircularUniverse {
        /// The universe.
        word: String,
    },
    /// What a plugin says, in its own words.
    Said {
        /// Its message.
        message: String,
    },
    /// A plugin that is not where plugins are.
    NoPlugin {
        /// Its name.
        plugin: String,
        /// The file looked for.
        file: String,
        /// The folders looked in.
        folders: Vec<String>,
    },
    /// A constant of the policy outside its range.
    BadPolicy {
        /// Its key.
        key: String,
    },
}

/// Kinds of word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WordKind {
    /// A concept.
    Concept,
    /// A facet.
    Facet,
    /// A value of a facet.
    Value,
    /// A scale.
    Scale,
    /// A step of a scale.
    Step,
    /// A universe.
    Universe,
    /// A region.
    Region,
    /// A study of the base.
    Study,
    /// A claim of the base.
    Claim,
}
