//! What a published figure says, once it is read.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::currency::Currency;
use super::set::{Extent, ReportingSet};

/// A figure as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What is measured, as the set of values that the words leave open.
    pub quantity: Quantity,
    /// The word that loosens or bounds the figure.
    pub hedge: Hedge,
    /// The form of the figure.
    pub kind: Kind,
    /// Digits printed after the decimal sign.
    pub decimals: u8,
    /// Whether the words exaggerate by habit ("nobody likes ..."): such a
    /// figure is linted and never counts as evidence.
    pub rhetorical: bool,
}

/// What a figure measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Quantity {
    /// A share, in fractions of the base 0..=1.
    Share {
        /// What the words mean; the only set a conflict is judged on.
        hard: ReportingSet,
        /// What a reader likely takes them for; for display.
        soft: ReportingSet,
    },
    /// A signed change in points, in fractions of the base -1..=1.
    Points(ReportingSet),
    /// A relative change, as the ratio after / before: `+54 %` is about 1.54.
    PercentChange(Extent),
    /// A ratio of two amounts: `quadrupled`, `×7.8`.
    Factor(Extent),
    /// A number of things or people.
    Count {
        /// The numbers that the words leave open.
        set: Extent,
    },
    /// An amount of money.
    Money {
        /// The amounts that the words leave open, in units of the currency.
        set: Extent,
        /// The currency.
        currency: Currency,
    },
    /// A place in an order; 1 is the first.
    Rank(u32),
}

/// The word that loosens or bounds a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hedge {
    /// No such word: the figure is rounded, nothing else.
    None,
    /// `about`, `environ`: half a granule to either side.
    About,
    /// `nearly`, `près de`: up to half a granule below.
    Nearly,
    /// `just over`, `à peine plus de`: up to half a granule above.
    JustOver,
    /// `more than`, `plus de`: anything above.
    MoreThan,
    /// `at least`, `au moins`: the figure or anything above.
    AtLeast,
    /// `less than`, `moins de`: anything below.
    LessThan,
    /// `up to`, `au plus`: the figure or anything below.
    AtMost,
}

/// The form of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A number, or words for one.
    Exact,
    /// A fraction: `half`, `1 in 4`, `deux tiers`.
    Fraction,
    /// `most`, `la plupart`: more than half.
    Majority,
    /// `a minority`: less than half.
    Minority,
    /// `few`, `très peu`: less than half, likely at most a quarter.
    Few,
    /// `nobody`, `personne`.
    None,
    /// `everybody`, `tous`.
    All,
    /// `almost all`, `la quasi-totalité`: more than half, likely 90 % or more.
    AlmostAll,
    /// `hardly anyone`, `presque personne`: the complement of `almost all`.
    AlmostNone,
}

impl Quantity {
    /// The name under which what is measured travels, such as `percent-change`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Share { .. } => "share",
            Self::Points(_) => "points",
            Self::PercentChange(_) => "percent-change",
            Self::Factor(_) => "factor",
            Self::Count { .. } => "count",
            Self::Money { .. } => "money",
            Self::Rank(_) => "rank",
        }
    }
}

impl Hedge {
    /// The name under which a hedge travels, such as `at-least`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::About => "about",
            Self::Nearly => "nearly",
            Self::JustOver => "just-over",
            Self::MoreThan => "more-than",
            Self::AtLeast => "at-least",
            Self::LessThan => "less-than",
            Self::AtMost => "at-most",
        }
    }
}

impl Kind {
    /// The name under which a form travels, such as `almost-all`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Fraction => "fraction",
            Self::Majority => "majority",
            Self::Minority => "minority",
            Self::Few => "few",
            Self::None => "none",
            Self::All => "all",
            Self::AlmostAll => "almost-all",
            Self::AlmostNone => "almost-none",
        }
    }
}

/// How a number that names no unit is to be read, for example in a table cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// A share in percent.
    Percent,
    /// A share as a fraction of the base.
    Proportion,
    /// A change in percentage points; a rise unless a sign says otherwise.
    Points,
    /// A relative change in percent; a rise unless a sign says otherwise.
    PercentChange,
    /// A ratio.
    Factor,
    /// A number of things or people.
    Count,
    /// An amount of this currency.
    Money(Currency),
    /// A place in an order.
    Rank,
}

impl fmt::Display for Unit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Percent => formatter.write_str("percent"),
            Self::Proportion => formatter.write_str("proportion"),
            Self::Points => formatter.write_str("percentage points"),
            Self::PercentChange => formatter.write_str("change in percent"),
            Self::Factor => formatter.write_str("factor"),
            Self::Count => formatter.write_str("count"),
            Self::Money(currency) => write!(formatter, "money in {currency}"),
            Self::Rank => formatter.write_str("rank"),
        }
    }
}
