//! What phrases stand for.

use std::collections::HashMap;

use super::Studies;

/// What a phrase stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Term {
    /// A concept.
    Concept(String),
    /// A value of a facet.
    Value(String, String),
    /// A universe.
    Universe(String),
    /// A step of a scale.
    Step(String, String),
    /// A region, by its code.
    Region(&'static str),
    /// A source, or one study of it.
    Study(Studies),
}

/// A number for each of the terms of a base, by which they are compared and looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct TermId(u32);

/// The terms of a base, in both languages.
#[derive(Default)]
pub(crate) struct Terms(HashMap<Term, TermId>);

impl TermId {
    /// Its place in a list that has one for each term.
    pub(crate) fn place(self) -> usize {
        self.0 as usize
    }
}

impl Terms {
    /// The number of a term, which gets the next one if it has none.
    pub(crate) fn id(&mut self, term: &Term) -> TermId {
        if let Some(id) = self.0.get(term) {
            return *id;
        }
        let id = TermId(u32::try_from(self.0.len()).unwrap_or(u32::MAX));
        self.0.insert(term.clone(), id);
        id
    }
}

impl Term {
    /// Whether the same words cannot stand for both.
    pub(super) fn competes_with(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Universe(_), Self::Universe(_)) | (Self::Region(_), Self::Region(_)) => true,
            (Self::Value(one, _), Self::Value(other, _))
            | (Self::Step(one, _), Self::Step(other, _)) => one == other,
            (Self::Concept(one), Self::Concept(other)) => one == other,
            // Of "Market Force" nobody says "market".
            (Self::Study(_), other) => !matches!(other, Self::Study(_)),
            _ => false,
        }
    }
}
