//! How two sets lie to each other: regions, periods, ages and universes use the same five words.

use serde::{Deserialize, Serialize};

/// How a first set lies to a second one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// Both hold the same elements.
    Same,
    /// The first lies wholly in the second, which holds more.
    Within,
    /// The first holds the whole second and more.
    Contains,
    /// They share elements and each has some of its own.
    Overlaps,
    /// They share nothing.
    Disjoint,
}

impl Relation {
    /// Decides from which kinds of element exist: those of the first set only, of both, of the second only.
    pub fn from_parts(first_only: bool, shared: bool, second_only: bool) -> Self {
        match (first_only, shared, second_only) {
            (false, _, false) => Self::Same,
            (_, false, _) => Self::Disjoint,
            (false, true, true) => Self::Within,
            (true, true, false) => Self::Contains,
            (true, true, true) => Self::Overlaps,
        }
    }

    /// Compares two intervals that include both their ends.
    pub(crate) fn of_intervals<T: Ord>(first: (T, T), second: (T, T)) -> Self {
        Self::from_parts(
            first.0 < second.0 || first.1 > second.1,
            first.0 <= second.1 && second.0 <= first.1,
            second.0 < first.0 || second.1 > first.1,
        )
    }

    /// Returns the relation seen from the second set.
    pub fn reversed(self) -> Self {
        match self {
            Self::Within => Self::Contains,
            Self::Contains => Self::Within,
            Self::Same | Self::Overlaps | Self::Disjoint => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Relation::{self, Contains, Disjoint, Overlaps, Same, Within};

    #[test]
    fn intervals_meet_in_five_ways() {
        let cases = [
            ((1, 5), (1, 5), Same),
            ((2, 5), (1, 5), Within),
            ((1, 9), (1, 5), Contains),
            ((1, 5), (5, 9), Overlaps),
            ((1, 4), (5, 9), Disjoint),
        ];
        for (first, second, expected) in cases {
            let found = Relation::of_intervals(first, second);
            assert_eq!(found, expected, "{first:?} to {second:?}");
            assert_eq!(Relation::of_intervals(second, first), found.reversed());
        }
    }

    #[test]
    fn an_empty_set_is_disjoint_from_all_but_itself() {
        assert_eq!(Relation::from_parts(false, false, false), Same);
        assert_eq!(Relation::from_parts(false, false, true), Disjoint);
    }
}
