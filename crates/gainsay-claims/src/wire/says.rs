//! What a finding says of its concept.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::Place;
use crate::value::Unit;

/// What a finding says of its concept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Says {
    /// A share of the base: `68 %`, `la moitié`, `1 in 4`, `nobody`.
    Share(Figure),
    /// A number of things: `16.000`.
    Count(Figure),
    /// An amount of money: `$326 million`.
    Money(Figure),
    /// A number per person or another mean: `3 or fewer brands`.
    Mean(Figure),
    /// A difference or a ratio to an earlier wave or another group:
    /// `up seven percentage points`, `quadrupled`, `+54 %`.
    Change(Figure),
    /// A place in an order of options.
    Rank(Rank),
    /// One thing above another, without a number.
    Order(Box<Order>),
    /// "Study X confirms study Y": that other claims say the same.
    Agreement(Agreement),
    /// Named cases for which the concept is true (or, negated, is not).
    Instance(Instance),
    /// Words too vague to test, kept with their place.
    Words(Place),
}

/// Where a figure is written and how to read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Figure {
    /// Where it is written.
    pub at: Place,
    /// The unit, when it is not written beside the figure but in a header.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// How the claim's figure follows from the one written there, if it is not
    /// that figure itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub derived: Option<Derived>,
}

/// A figure that the core computes from figures that are written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Derived {
    /// All others: 1 minus the share written there.
    Complement,
    /// The share written there plus those written at these places.
    Sum(Vec<Place>),
    /// The count written there as a share of the count written at this place.
    Ratio(Place),
}

/// A place in an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Rank {
    /// Where the rank is written: `first`, `2e`, a bare `3`.
    pub figure: Figure,
    /// Whether the rank is counted from the least ("least important").
    #[serde(default)]
    pub from_last: bool,
}

/// One side above another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Order {
    /// The words that say so.
    pub words: Place,
    /// The side that has more.
    pub greater: Side,
    /// The side that has less.
    pub lesser: Side,
    /// Whether the words say "by far".
    #[serde(default)]
    pub by_far: bool,
}

/// One side of an order, or what a change is compared with: the finding's concept
/// with these facets, among these people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Side {
    /// Another concept than the finding's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub concept: Option<String>,
    /// Facets added to the finding's.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub facets: IndexMap<String, String>,
    /// A universe other than the finding's base.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub universe: Option<String>,
    /// Regions other than the finding's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub regions: Vec<String>,
}

/// A claim that other claims say the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Agreement {
    /// The words that say so.
    pub words: Place,
    /// Ids of the claims said to agree.
    pub between: Vec<String>,
}

/// Named cases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Instance {
    /// Where the names are written.
    pub names: Vec<Place>,
}

impl Figure {
    /// The figure written at this place, with its unit beside it.
    pub fn at(at: Place) -> Self {
        Self { at, unit: None, derived: None }
    }

    /// The bare figure written at this place, in a unit stated elsewhere.
    pub fn in_unit(at: Place, unit: Unit) -> Self {
        Self { at, unit: Some(unit), derived: None }
    }
}
