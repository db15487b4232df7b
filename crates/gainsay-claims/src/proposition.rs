//! Propositions: what claims are about, and the unit of judgement.

use std::{collections::BTreeMap, fmt, str::FromStr};

use crate::wire::Join;

/// What narrows a concept: facet to value, in order of facet.
pub type Facets = BTreeMap<String, String>;

/// A concept with the facets that identify it. All claims on one proposition
/// are judged together, once.
///
/// Written `concept[facet=value,facet=value]`; a compound with `&` or `|` and
/// `!` for "not": `brands-unwelcome|!follows-brand`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Proposition {
    /// A concept of the vocabulary.
    pub concept: String,
    /// Identifying facets.
    pub facets: Facets,
    // Invariant: the terms themselves are not joined.
    /// Propositions counted together with it.
    pub joined: Option<(Join, Vec<Literal>)>,
}

/// A proposition that holds, or one that does not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Literal {
    /// Whether it is counted as not true.
    pub negated: bool,
    /// The proposition.
    pub proposition: Proposition,
}

impl Proposition {
    /// A proposition that stands alone.
    pub fn new(concept: impl Into<String>, facets: Facets) -> Self {
        Self { concept: concept.into(), facets, joined: None }
    }

    /// The proposition without those that are counted together with it.
    #[must_use]
    pub fn alone(&self) -> Self {
        Self::new(&self.concept, self.facets.clone())
    }
}

impl fmt::Display for Proposition {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.concept)?;
        for (index, (facet, value)) in self.facets.iter().enumerate() {
            let lead = if index == 0 { '[' } else { ',' };
            write!(out, "{lead}{facet}={value}")?;
        }
        if !self.facets.is_empty() {
            out.write_str("]")?;
        }
        let Some((join, others)) = &self.joined else {
            return Ok(());
        };
        let sign = match join {
            Join::And => '&',
            Join::Or => '|',
        };
        for other in others {
            let not = if other.negated { "!" } else { "" };
            write!(out, "{sign}{not}{}", other.proposition)?;
        }
        Ok(())
    }
}

/// A text that is not a proposition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not of the form `concept[facet=value]`")]
pub struct NotAProposition;

impl FromStr for Proposition {
    type Err = NotAProposition;

    /// Reads a proposition that stands alone.
    fn from_str(text: &str) -> Result<Self, NotAProposition> {
        let (concept, facets) = match text.trim().split_once('[') {
            None => (text.trim(), Facets::new()),
            Some((concept, rest)) => {
                (concept.trim(), read_facets(rest.strip_suffix(']').ok_or(NotAProposition)?)?)
            }
        };
        if !is_name(concept) {
            return Err(NotAProposition);
        }
        Ok(Self::new(concept, facets))
    }
}

fn read_facets(text: &str) -> Result<Facets, NotAProposition> {
    let mut facets = Facets::new();
    for pair in text.split(',') {
        let (facet, value) = pair.split_once('=').ok_or(NotAProposition)?;
        let (facet, value) = (facet.trim(), value.trim());
        if !is_name(facet) || !is_name(value) {
            return Err(NotAProposition);
        }
        if facets.insert(facet.to_owned(), value.to_owned()).is_some() {
            return Err(NotAProposition);
        }
    }
    Ok(facets)
}

/// Whether a text is a name of the vocabulary: letters, digits and hyphens.
pub(crate) fn is_name(text: &str) -> bool {
    let mut characters = text.chars();
    let allowed = |character: char| character.is_ascii_lowercase() || character.is_ascii_digit();
    characters.next().is_some_and(allowed)
        && characters.all(|character| allowed(character) || character == '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_back_what_it_writes() {
        for text in ["bought", "bought[channel=facebook]", "bought[channel=x,object=ads]"] {
            assert_eq!(text.parse::<Proposition>().expect(text).to_string(), text);
        }
        let spaced = " bought[object=ads, channel=x] ".parse::<Proposition>();
        assert_eq!(spaced.expect("spaces are allowed").to_string(), "bought[channel=x,object=ads]");
    }

    #[test]
    fn refuses_what_is_none() {
        for text in ["", "Bought", "bought[", "bought[x]", "bought[x=]", "b[x=1,x=2]", "b[x=1]c"] {
            assert_eq!(text.parse::<Proposition>(), Err(NotAProposition), "{text}");
        }
    }

    #[test]
    fn writes_a_compound() {
        let follows = Proposition::new("follows-brand", Facets::new());
        let unwelcome = Proposition {
            joined: Some((Join::Or, vec![Literal { negated: true, proposition: follows }])),
            ..Proposition::new("brands-unwelcome", Facets::new())
        };
        assert_eq!(unwelcome.to_string(), "brands-unwelcome|!follows-brand");
    }
}
