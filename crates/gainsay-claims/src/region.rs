//! Where people were asked: countries (ISO 3166-1), groups of countries (UN M49) and the European Union.

mod set;
mod table;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::lang::Lang;
use table::TABLE;

pub use set::RegionSet;

/// Country or group of countries, ordered by its code.
///
/// Two regions with the same countries but different codes are different regions; compare coverage with
/// [`RegionSet::relation`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "&'static str")]
// Invariant: a line of the table, which is sorted by code.
pub struct Region(u16);

/// No region has this code or name.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("unknown region `{word}`")]
pub struct UnknownRegion {
    /// The word as written.
    pub word: String,
    /// The known name or code that is spelt most like it, if one is near.
    pub nearest: Option<&'static str>,
}

impl Region {
    /// Reads a code (alpha-2, alpha-3, numeric, M49) or a name in either language.
    ///
    /// Case, accents, hyphens and a leading article do not matter.
    ///
    /// # Errors
    /// A word that is no region's code or name, with the nearest one that is.
    pub fn parse(word: &str) -> Result<Self, UnknownRegion> {
        TABLE
            .find(word)
            .map(Self)
            .ok_or_else(|| UnknownRegion { word: word.to_owned(), nearest: TABLE.nearest(word) })
    }

    /// Iterates over all regions, by code.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..).zip(&TABLE.rows).map(|(line, _)| Self(line))
    }

    /// Returns the alpha-2 code of a country (`US`), or the code of a group (`150`, `EU`).
    pub fn code(self) -> &'static str {
        self.row().code
    }

    /// Returns the common name in `lang`, without article.
    pub fn name(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.row().en,
            Lang::Fr => self.row().fr,
        }
    }

    /// Whether this is one country rather than a group.
    pub fn is_country(self) -> bool {
        self.row().is_country()
    }

    /// Whether every country of `other` is one of this region's. A region contains itself.
    pub fn contains(self, other: &Self) -> bool {
        other.row().countries.is_subset(&self.row().countries)
    }

    /// Iterates over the countries of this region, by code; a country is its own only one.
    pub fn countries(self) -> impl Iterator<Item = Self> {
        self.row().countries.iter().copied().map(Self)
    }

    fn row(self) -> &'static table::Row {
        &TABLE.rows[usize::from(self.0)]
    }
}

impl fmt::Debug for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Region({})", self.code())
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl FromStr for Region {
    type Err = UnknownRegion;

    fn from_str(word: &str) -> Result<Self, UnknownRegion> {
        Self::parse(word)
    }
}

impl TryFrom<String> for Region {
    type Error = UnknownRegion;

    fn try_from(word: String) -> Result<Self, UnknownRegion> {
        Self::parse(&word)
    }
}

impl From<Region> for &'static str {
    fn from(region: Region) -> Self {
        region.code()
    }
}

#[cfg(test)]
mod tests;
