//! Facts about two claims.

use crate::{age::AgeRange, period::Period, region::RegionSet, wire::Unit};

/// How two claims compare.
#[derive(Clone, Debug, PartialEq)]
pub enum PairFact {
    /// The gap that rounding cannot explain, in fractions of the base.
    Apart {
        /// Distance of the facing ends.
        gap: f64,
        /// How much nearer they are than the middles of the two sets: what rounding
        /// explains. Absent where a bound or a vague word has no middle.
        rounding: Option<f64>,
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
        /// How far sampling error alone would reach.
        reach: Reach,
        /// How robust the conflict is.
        strength: Strength,
    },
    /// It is recorded that what exactly these claims measure is not known.
    Unspoken {
        /// One of the pair, or both.
        claims: Vec<String>,
    },
    /// What remains of both shares without those who did not know.
    Decided {
        /// The shares among those who decided, in the order of the pair.
        shares: [f64; 2],
        /// Their distance over its standard error, as if random samples.
        z: f64,
    },
    /// How much such a difference usually makes: contrasts within one study that
    /// differ in this dimension alone.
    Usual {
        /// Which.
        dimension: Dimension,
        /// How many contrasts are on record.
        contrasts: usize,
        /// The shift that half of them do not exceed, in fractions of the base.
        median: f64,
        /// How many shift by at least the gap.
        as_large: usize,
        /// What follows.
        explains: Explains,
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

/// How far sampling error alone would reach, in fractions of the base, at three
/// design effects.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach {
    /// At design effect 1.
    pub random: f64,
    /// At the stated or assumed design effects, as tested.
    pub tested: f64,
    /// At twice the assumed one, which stands for the total error of surveys.
    pub total: f64,
    /// What is left of the gap beyond `total`; 0 when nothing is.
    pub left: f64,
}

/// Whether the usual size of a difference explains a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Explains {
    /// At least three contrasts, half of them as large as the gap.
    Usually,
    /// It may.
    Possibly,
    /// Of at least thirty contrasts fewer than one in ten is as large.
    Rarely,
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

impl Strength {
    /// The name under which a strength travels.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Fragile => "fragile",
            Self::Solid => "solid",
            Self::Robust => "robust",
        }
    }
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

    /// The name under which it is written.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Wording => "wording",
            Self::Population => "population",
            Self::Base => "base",
            Self::Period => "period",
            Self::Mode => "mode",
            Self::Sponsor => "sponsor",
        }
    }
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
