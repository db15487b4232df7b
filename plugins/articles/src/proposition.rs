//! Propositions as they are written in the vocabulary:
//! `not concept[facet=value, facet=value] above step`.

use gainsay_plugin::wire::{Side, Term};

/// What a citation is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Proposition<'a> {
    pub(crate) negated: bool,
    pub(crate) concept: &'a str,
    pub(crate) facets: Vec<(&'a str, &'a str)>,
    pub(crate) cut: Option<&'a str>,
}

impl<'a> Proposition<'a> {
    /// Reads a proposition; `None` when it is not one.
    pub(crate) fn read(text: &'a str) -> Option<Self> {
        let (negated, text) = match text.strip_prefix("not ") {
            Some(rest) => (true, rest.trim()),
            None => (false, text),
        };
        let (text, cut) = match text.split_once(" above ") {
            Some((before, cut)) => (before.trim(), Some(name(cut)?)),
            None => (text, None),
        };
        let (concept, facets) = concept_and_facets(text)?;
        Some(Self { negated, concept: name(concept)?, facets, cut })
    }

    /// The proposition as one that is counted together with another.
    pub(crate) fn term(&self) -> Term {
        Term {
            concept: self.concept.to_owned(),
            facets: owned(&self.facets).collect(),
            negated: self.negated,
        }
    }
}

/// Reads a side of an order, `[facet=value] among universe`, of which either
/// part may be missing; `None` when it is not one.
pub(crate) fn side(text: &str) -> Option<Side> {
    let (what, universe) = match text.split_once("among ") {
        Some((what, universe)) => (what.trim(), Some(name(universe)?)),
        None => (text, None),
    };
    let (concept, facets) = concept_and_facets(what)?;
    let concept = match concept {
        "" => None,
        concept => Some(name(concept)?.to_owned()),
    };
    Some(Side {
        concept,
        facets: owned(&facets).collect(),
        universe: universe.map(str::to_owned),
        ..Side::default()
    })
}

/// Pairs of names as the records hold them.
pub(crate) fn owned(facets: &[(&str, &str)]) -> impl Iterator<Item = (String, String)> {
    facets.iter().map(|&(facet, value)| (facet.to_owned(), value.to_owned()))
}

fn concept_and_facets(text: &str) -> Option<(&str, Vec<(&str, &str)>)> {
    let Some((concept, rest)) = text.split_once('[') else {
        return Some((text, Vec::new()));
    };
    let facets = rest.strip_suffix(']')?.split(',').map(|pair| {
        let (facet, value) = pair.split_once('=')?;
        Some((name(facet)?, name(value)?))
    });
    Some((concept.trim(), facets.collect::<Option<_>>()?))
}

/// A name of the vocabulary: lower-case letters, digits and hyphens.
fn name(text: &str) -> Option<&str> {
    let text = text.trim();
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (!text.is_empty() && text.chars().all(fits)).then_some(text)
}
