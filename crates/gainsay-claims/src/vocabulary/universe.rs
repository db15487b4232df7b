use std::collections::BTreeSet;

use super::Vocabulary;
use crate::{lang::Localized, relation::Relation};

/// A group of people or things that can be asked or counted.
#[derive(Clone, Debug)]
pub struct Universe {
    /// As it reads in a table.
    pub label: Localized,
    // Invariant: known universes, no circle.
    /// The next larger groups that hold it.
    pub within: Vec<String>,
    /// All larger groups that hold it, once all are read.
    pub(super) holders: BTreeSet<String>,
    /// Whether it is a sum of money. A share of money is not a share of cases,
    /// so no sampling error follows from the number of cases.
    pub money: bool,
    /// Whether it only says that people were asked ("adults", "consumers"). As an
    /// outer step of a base such a universe sets no study apart; "college
    /// students" does.
    pub general: bool,
}

impl Vocabulary {
    /// How universe `first` lies to universe `second`, as far as the vocabulary
    /// says. Two universes of which it says nothing count as overlapping.
    pub fn relate_universes(&self, first: &str, second: &str) -> Relation {
        if first == second {
            Relation::Same
        } else if self.is_within(first, second) {
            Relation::Within
        } else if self.is_within(second, first) {
            Relation::Contains
        } else {
            Relation::Overlaps
        }
    }

    /// Whether a universe lies within another one.
    fn is_within(&self, universe: &str, other: &str) -> bool {
        self.universes.get(universe).is_some_and(|entry| entry.holders.contains(other))
    }

    /// Every universe that holds this one, by the next larger ones of each.
    pub(super) fn holders(&self, universe: &str) -> BTreeSet<String> {
        let mut held = BTreeSet::new();
        let mut open = vec![universe];
        while let Some(next) = open.pop() {
            for larger in self.universes.get(next).map_or(&[][..], |entry| &entry.within) {
                if held.insert(larger.clone()) {
                    open.push(larger);
                }
            }
        }
        held
    }
}
