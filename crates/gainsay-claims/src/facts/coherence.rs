//! Facts about claims on propositions that bear on each other.

use crate::{
    proposition::Proposition, region::RegionSet, value::ReportingSet,
    vocabulary::PropositionRelation,
};

/// What claims on several propositions say together.
#[derive(Clone, Debug, PartialEq)]
pub enum CoherenceFact {
    /// What a claim says, and of what: claims on several propositions stand together.
    Claim {
        /// Its id.
        id: String,
    },
    /// How propositions bear on each other.
    Relation(PropositionRelation),
    /// By how much all shares have to give way alike for all to hold, beyond rounding and
    /// sampling: one of them at least is off by so much.
    Distance {
        /// In fractions of the base of each.
        distance: f64,
        /// How many shares take part.
        shares: usize,
    },
    /// Bounds whose weighted sum no population satisfies.
    Sum {
        /// The bounds.
        bounds: Vec<Bound>,
        /// By how much the sum is missed, a share of everybody.
        excess: f64,
    },
    /// The people whom all claims are taken to be about.
    People {
        /// Those of whom all bases are parts, a universe of the vocabulary.
        universe: String,
        /// Where they live.
        regions: RegionSet,
    },
    /// A size that is not published, and what stands in for it.
    AssumedSize {
        /// The claim.
        claim: String,
        /// The size.
        size: u64,
    },
    /// A claim counts several propositions together, which bounds one of them.
    Compound {
        /// The claim.
        claim: String,
        /// What it counts.
        counted: Box<Proposition>,
        /// The part of it that is bounded.
        part: Box<Proposition>,
        /// What the claim leaves open for the part, fractions of the base.
        share: ReportingSet,
    },
    /// More propositions and bases bear on each other than can be checked together.
    TooMany {
        /// How many.
        events: usize,
        /// How many can be checked.
        limit: usize,
    },
    /// Relations of the vocabulary that leave nobody.
    ImpossibleRelations,
    /// The solver gave up.
    Unsolved,
}

/// One inequality of a sum.
#[derive(Clone, Debug, PartialEq)]
pub struct Bound {
    /// The claim.
    pub claim: String,
    /// The universe whose share of its parent is meant, rather than the claim's own share.
    pub base: Option<String>,
    /// What the claim says there.
    pub says: Says,
    /// How often it is added, above 0.
    pub weight: f64,
}

/// What a claim says at one end, with rounding and sampling taken off.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Says {
    /// At least this share of its base.
    AtLeast(f64),
    /// At most this share of its base.
    AtMost(f64),
    /// That somebody is in its base.
    Somebody,
}
