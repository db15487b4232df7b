//! Facts about what one study says of itself.

use crate::{period::Period, sample::Sample, value::ReportingSet};

/// What a study says of itself, and what follows from it by arithmetic. Shares
/// are fractions of the base.
#[derive(Clone, Debug, PartialEq)]
pub enum StudyFact {
    /// The study that a place names.
    Named {
        /// Its id.
        study: String,
    },
    /// When a study says that people were asked.
    Fieldwork(Period),
    /// When a study says that it was published.
    Published(Period),
    /// How many a study says were asked.
    Asked(Sample),
    /// What answers that exclude each other add up to.
    Sum {
        /// The shares as printed; of words, the end that is nearer to the limit.
        terms: Vec<f64>,
        /// What rounding lets their sum reach: the most of a sum above the whole,
        /// the least of one below it.
        limit: f64,
    },
    /// Those who are the part are more than those who are the whole.
    PartAbove {
        /// The least that the part is.
        part: f64,
        /// The most that the whole is.
        whole: f64,
    },
    /// A share of a part of the base, as a share of the whole base.
    Nested {
        /// The share of the part.
        share: ReportingSet,
        /// The part that the part makes up of the base.
        of: ReportingSet,
        /// What they leave for the whole base: from the least to the most.
        range: [f64; 2],
    },
    /// What lies between the least and the most of all parts.
    Between {
        /// The least share of a part.
        lo: f64,
        /// The greatest share of a part.
        hi: f64,
    },
    /// What the parts, each counted as often as its size, amount to.
    Mixed {
        /// The least.
        lo: f64,
        /// The most.
        hi: f64,
    },
    /// How many the base of a claim holds as its published share says.
    BaseSize {
        /// The claim.
        claim: String,
        /// How many were asked in all.
        of: u64,
        /// From the least to the most that the share of the base allows.
        range: [u64; 2],
    },
    /// No number of people, of so many, makes up the share of a claim.
    NoCount {
        /// The claim.
        claim: String,
        /// How many its base holds.
        n: u64,
    },
    /// A part that holds more than were asked in all.
    MoreThanAsked {
        /// How many the part holds.
        part: Sample,
        /// How many were asked in all.
        all: Sample,
    },
    /// Two numbers for the same people.
    TwoSizes([Sample; 2]),
    /// The larger of two numbers for the same people counts others too.
    CountsOthersToo {
        /// The smaller number.
        these: u64,
        /// How many the others are.
        others: u64,
    },
    /// The number of all who were asked, given for a part of them.
    TotalAsPart {
        /// That number.
        total: u64,
        /// How many others were asked.
        others: u64,
    },
    /// Two shares of the same people, and the gap that rounding cannot explain.
    TwoFigures {
        /// The gap, in fractions of the base.
        gap: f64,
    },
    /// Two places of one thing in one order; 1 is the first.
    TwoRanks([u32; 2]),
    /// A change in points, and the one that the two shares give.
    Points {
        /// As stated.
        stated: ReportingSet,
        /// As the two shares give it.
        given: ReportingSet,
    },
    /// A ratio, and the one that the two shares give.
    Ratio {
        /// As stated, from the least to the most, if there is one.
        stated: (f64, Option<f64>),
        /// As the two shares give it.
        given: [f64; 2],
    },
    /// How many claims two studies have, all the same.
    SameClaims {
        /// Their number.
        count: usize,
    },
    /// It holds for counts that are not weighted; the source does not tell.
    IfUnweighted,
}
