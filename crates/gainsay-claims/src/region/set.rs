//! Several regions at once, as a study asked them.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Region;
use crate::relation::Relation;

/// Regions of a study, ordered by code. Unknown regions are no empty set but no set at all.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RegionSet(BTreeSet<Region>);

impl RegionSet {
    /// Compares the countries covered: the world's regions listed one by one are the same as the world.
    pub fn relation(&self, other: &Self) -> Relation {
        let (mine, theirs) = (self.countries(), other.countries());
        Relation::from_parts(
            !mine.is_subset(&theirs),
            !mine.is_disjoint(&theirs),
            !theirs.is_subset(&mine),
        )
    }

    /// Returns every country that one of the regions covers.
    pub fn countries(&self) -> BTreeSet<Region> {
        self.0.iter().flat_map(|region| region.countries()).collect()
    }

    /// Iterates over the regions as listed, by code.
    pub fn iter(&self) -> impl Iterator<Item = Region> {
        self.0.iter().copied()
    }

    /// Whether no region is listed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<Region> for RegionSet {
    fn from_iter<I: IntoIterator<Item = Region>>(regions: I) -> Self {
        Self(regions.into_iter().collect())
    }
}
