//! Words: other propositions, other facets, conditions and compounds.

use gainsay_claims::{
    facts::{Axis, Moved, Side},
    proposition::Facets,
    vocabulary::{UNKNOWN, Vocabulary},
};

use super::Sides;

/// The axes on which the words of a citation moved.
pub(super) fn moved(sides: Sides<'_>, vocabulary: &Vocabulary) -> Vec<Moved> {
    let found = [
        object(sides),
        behaviour(sides, vocabulary),
        cut(sides, vocabulary),
        condition(sides, vocabulary),
        compound(sides),
    ];
    found.into_iter().flatten().collect()
}

/// Another concept or another value of what identifies it. What the source leaves
/// open and the citation states may still be what the source meant.
fn object(sides: Sides<'_>) -> Option<Moved> {
    let propositions = sides.map(|claim| claim.proposition.alone());
    let [from, to] = &propositions;
    let surely = from.concept != to.concept || !covers(&to.facets, &from.facets);
    (from != to).then_some(Moved { axis: Axis::Object(propositions), surely })
}

/// Whether the first facets hold every value that the second state.
fn covers(one: &Facets, other: &Facets) -> bool {
    other.iter().all(|(facet, value)| one.get(facet) == Some(value))
}

/// Facets that qualify, where both sides state another value. Of one that only
/// narrows, two values may be two words for one thing.
fn behaviour(sides: Sides<'_>, vocabulary: &Vocabulary) -> Option<Moved> {
    let apart = apart(sides, |facet, value| !is_threshold(facet, value, vocabulary));
    let surely = apart.iter().any(|(facet, ..)| !narrows(facet, vocabulary));
    (!apart.is_empty()).then(|| Moved { axis: Axis::Behaviour(stated(&apart)), surely })
}

/// The same, where the source's words say at which step answers were cut.
fn cut(sides: Sides<'_>, vocabulary: &Vocabulary) -> Option<Moved> {
    let apart = apart(sides, |facet, value| is_threshold(facet, value, vocabulary));
    (!apart.is_empty()).then(|| Moved { axis: Axis::Cut(stated(&apart)), surely: true })
}

/// A facet, with what the source and the citation state.
type Apart<'a> = (&'a str, [&'a str; 2]);

/// The facets of which both sides state another value, and which are of a kind.
fn apart<'a>(sides: Sides<'a>, is_of_kind: impl Fn(&str, &str) -> bool) -> Vec<Apart<'a>> {
    let [from, to] = sides.map(|claim| &claim.wording);
    from.iter()
        .filter_map(|(facet, value)| Some((facet.as_str(), [value.as_str(), to.get(facet)?])))
        .filter(|(facet, [one, other])| {
            one != other && ![one, other].contains(&&UNKNOWN) && is_of_kind(facet, one)
        })
        .collect()
}

fn stated(apart: &[Apart<'_>]) -> [Side; 2] {
    [0, 1].map(|side| {
        let stated = |(facet, values): &Apart<'_>| ((*facet).to_owned(), values[side].to_owned());
        Side::Facets(apart.iter().map(stated).collect())
    })
}

fn is_threshold(facet: &str, value: &str, vocabulary: &Vocabulary) -> bool {
    let entry = vocabulary.facets.get(facet);
    entry.is_some_and(|entry| entry.thresholds.iter().any(|one| one == value))
}

/// What narrows the source's figure and is not in the citation.
fn condition(sides: Sides<'_>, vocabulary: &Vocabulary) -> Option<Moved> {
    let [from, to] = sides.map(|claim| &claim.wording);
    let dropped: Vec<_> = from
        .iter()
        .filter(|(facet, value)| {
            narrows(facet, vocabulary) && value.as_str() != UNKNOWN && !to.contains_key(*facet)
        })
        .map(|(facet, value)| (facet.clone(), value.clone()))
        .collect();
    let axis = Axis::Condition(Side::Facets(dropped.clone()));
    (!dropped.is_empty()).then_some(Moved { axis, surely: true })
}

fn narrows(facet: &str, vocabulary: &Vocabulary) -> bool {
    vocabulary.facets.get(facet).is_some_and(|entry| entry.narrows)
}

/// "This or that" became "this", or the other way round.
fn compound(sides: Sides<'_>) -> Option<Moved> {
    let [from, to] = sides.map(|claim| claim.proposition.as_ref());
    let axis = || Axis::Compound([from.clone(), to.clone()]);
    (from.joined != to.joined).then(|| Moved { axis: axis(), surely: true })
}
