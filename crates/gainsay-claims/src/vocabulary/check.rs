//! Whether words are words of the vocabulary.

use indexmap::IndexMap;

use super::{UNKNOWN, Vocabulary, nearest::nearest};
use crate::{
    facts::{Problem, WordKind},
    proposition::Proposition,
};

impl Vocabulary {
    /// Checks that a proposition's concept takes its facets and values.
    ///
    /// # Errors
    ///
    /// The first word that the vocabulary does not hold, with the nearest one.
    pub fn check(&self, proposition: &Proposition) -> Result<(), Problem> {
        self.check_concept(&proposition.concept)?;
        for (facet, value) in &proposition.facets {
            self.check_facet(&proposition.concept, facet, value)?;
        }
        Ok(())
    }

    /// Checks that a concept is known.
    ///
    /// # Errors
    ///
    /// [`Problem::UnknownWord`].
    pub fn check_concept(&self, concept: &str) -> Result<(), Problem> {
        known(WordKind::Concept, concept, &self.concepts)
    }

    /// Checks that a universe is known, or said not to be.
    ///
    /// # Errors
    ///
    /// [`Problem::UnknownWord`].
    pub fn check_universe(&self, universe: &str) -> Result<(), Problem> {
        if universe == UNKNOWN {
            return Ok(());
        }
        known(WordKind::Universe, universe, &self.universes)
    }

    /// Checks that a concept takes a facet, and the facet the value.
    ///
    /// # Errors
    ///
    /// [`Problem::UnknownWord`] or [`Problem::FacetNotOfConcept`].
    pub fn check_facet(&self, concept: &str, facet: &str, value: &str) -> Result<(), Problem> {
        known(WordKind::Facet, facet, &self.facets)?;
        let takes = |entry: &super::Concept| entry.facets.iter().any(|one| one == facet);
        if !self.concepts.get(concept).is_some_and(takes) {
            return Err(Problem::FacetNotOfConcept {
                facet: facet.to_owned(),
                concept: concept.to_owned(),
            });
        }
        match self.facets.get(facet) {
            Some(entry) if value != UNKNOWN => known(WordKind::Value, value, &entry.values),
            _ => Ok(()),
        }
    }

    /// Checks that a step belongs to the scale of a concept.
    ///
    /// # Errors
    ///
    /// [`Problem::NoScale`] or [`Problem::UnknownWord`].
    pub fn check_cut(&self, concept: &str, step: &str) -> Result<(), Problem> {
        let scale = self
            .concepts
            .get(concept)
            .and_then(|entry| self.scales.get(entry.scale.as_ref()?))
            .ok_or_else(|| Problem::NoScale { concept: concept.to_owned() })?;
        known(WordKind::Step, step, &scale.steps)
    }
}

/// Checks that a word is among the known ones.
fn known<V>(kind: WordKind, word: &str, known: &IndexMap<String, V>) -> Result<(), Problem> {
    match known.contains_key(word) {
        true => Ok(()),
        false => Err(unknown(kind, word, known.keys())),
    }
}

/// Says that a word is not among the known ones, and which of them is nearest.
pub(crate) fn unknown<'a>(
    kind: WordKind,
    word: &str,
    known: impl Iterator<Item = &'a String>,
) -> Problem {
    let nearest = nearest(word, known.map(String::as_str)).map(str::to_owned);
    Problem::UnknownWord { kind, word: word.to_owned(), nearest }
}
