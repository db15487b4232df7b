//! How a draft words what a claim says: another behaviour, a condition left out.

use std::sync::Arc;

use gainsay_claims::{
    EvidenceBase, Lang,
    claim::{Claim, Statement},
    vocabulary::FacetRole,
    wire::Join,
};

use crate::{
    lexicon::Term,
    phrases,
    said::{Near, Said},
};

/// What phrases of one word and of several say; see the lexicon.
const ONE_WORD: f64 = 0.7;
const SEVERAL_WORDS: f64 = 0.9;

/// Lets the claim have the wording of the draft, where it names one.
pub(super) fn apply(claim: &mut Claim, said: &Said<'_>, base: &EvidenceBase) {
    if !matches!(claim.statement, Statement::Share(_)) {
        return;
    }
    object(claim, said, base);
    compound(claim, said);
    let facets: Vec<(String, String)> =
        claim.wording.iter().map(|(facet, value)| (facet.clone(), value.clone())).collect();
    for (facet, value) in facets {
        let Some(entry) = base.vocabulary.facets.get(&facet) else { continue };
        if entry.role != FacetRole::Qualifying || names(said, &facet, &value) {
            continue;
        }
        let known = can_be_named(&facet, &value, said.lang(), base);
        let least = if known { ONE_WORD } else { SEVERAL_WORDS };
        let is_behaviour = !entry.thresholds.is_empty();
        let other = other_value(said, &facet, least).filter(|other| {
            is_behaviour
                && is_said_of(&claim.proposition.concept, &facet, other, base)
                && !(entry.thresholds.contains(&value) && is_joined(said, &facet, other))
        });
        if let Some(other) = other {
            claim.wording.insert(facet, other);
        } else if entry.condition && known {
            claim.wording.remove(&facet);
        }
    }
}

/// Another value of what identifies the proposition, where the clause names one by
/// several words and the claim's own nowhere.
fn object(claim: &mut Claim, said: &Said<'_>, base: &EvidenceBase) {
    let facets: Vec<(String, String)> = claim.proposition.facets.clone().into_iter().collect();
    for (facet, value) in facets {
        if names_here(said, &facet, &value) {
            continue;
        }
        let other = other_value(said, &facet, SEVERAL_WORDS).filter(|other| {
            can_be_named(&facet, &value, said.lang(), base)
                && !is_wider(&facet, other, &value, base)
                && !is_of_something(said, &facet, other)
        });
        if let Some(other) = other {
            Arc::make_mut(&mut claim.proposition).facets.insert(facet, other);
        }
    }
}

/// Whether a value says only a part of what another one says, as "search" of "paid search": so
/// much is told less, and nothing else.
fn is_wider(facet: &str, value: &str, own: &str, base: &EvidenceBase) -> bool {
    let Some(entry) = base.vocabulary.facets.get(facet) else { return false };
    let (Some(value), Some(own)) = (entry.values.get(value), entry.values.get(own)) else {
        return false;
    };
    [Lang::En, Lang::Fr].into_iter().any(|lang| {
        let own: Vec<&str> = lang.pick(own).split_whitespace().collect();
        lang.pick(value).split_whitespace().all(|word| own.contains(&word))
    })
}

/// Whether a claim of the base words the concept so, or none words anything so: what nobody
/// measured is surely another thing.
fn is_said_of(concept: &str, facet: &str, value: &str, base: &EvidenceBase) -> bool {
    let says_so = |claim: &&Claim| claim.wording.get(facet).is_some_and(|one| one == value);
    let mut said = base.claims.values().filter(says_so).peekable();
    said.peek().is_none() || said.any(|claim| claim.proposition.concept == concept)
}

/// "This or that", of which the sentence names only the first.
fn compound(claim: &mut Claim, said: &Said<'_>) {
    let Some((Join::Or, others)) = &claim.proposition.joined else { return };
    let is_named = |concept: &str| {
        said.terms
            .iter()
            .any(|near| near.nearness >= 0.6 && *near.hit.term == Term::Concept(concept.to_owned()))
    };
    let first = is_named(&claim.proposition.concept);
    // "Want no brands there *or* don't follow any" has a second part in words of its own.
    let has_other = phrases::has(said.clause_text(), &["or", "ou"]);
    if first && !has_other && !others.iter().any(|other| is_named(&other.proposition.concept)) {
        Arc::make_mut(&mut claim.proposition).joined = None;
        claim.said.joined = None;
    }
}

/// Whether the sentence of the figure names a value, or one that it goes on from.
fn names_here(said: &Said<'_>, facet: &str, value: &str) -> bool {
    let term = Term::Value(facet.to_owned(), value.to_owned());
    said.terms.iter().any(|near| near.nearness >= 0.6 && *near.hit.term == term)
}

fn names(said: &Said<'_>, facet: &str, value: &str) -> bool {
    let term = Term::Value(facet.to_owned(), value.to_owned());
    said.terms.iter().any(|near| *near.hit.term == term)
}

/// Another value of the facet that the clause names by phrases that say at least so much.
fn other_value(said: &Said<'_>, facet: &str, least: f64) -> Option<String> {
    let named = said.terms.iter().filter(|near| near.nearness >= 1.0 && near.hit.weight >= least);
    named.into_iter().find_map(|near| match &*near.hit.term {
        Term::Value(of, value) if of == facet => Some(value.clone()),
        _ => None,
    })
}

/// Whether a value only says of what something is: "the *hoardings of* social networks".
fn is_of_something(said: &Said<'_>, facet: &str, value: &str) -> bool {
    const OF: &[&str] = &["of", "des", "de", "du"];
    let text = said.passage.prose.text();
    let term = Term::Value(facet.to_owned(), value.to_owned());
    let mut named = said.terms.iter().filter(|near| near.is_here && *near.hit.term == term);
    named.any(|near| {
        let of = phrases::last_word(text, near.hit.span.start);
        let thing = phrases::last_word(text, of.start);
        // What is done to the value is no thing of it: "the *trust of* social networks".
        let is_deed = |near: &Near<'_>| {
            matches!(*near.hit.term, Term::Concept(_))
                && near.is_here
                && thing.start < near.hit.span.end
                && near.hit.span.end <= thing.end
        };
        OF.contains(&text[of].to_lowercase().as_str()) && !said.terms.iter().any(is_deed)
    })
}

/// How many words before and behind a phrase may join it to another.
const JOINED_WITHIN: usize = 2;

/// Whether "or" stands in the words for a value or beside them: "never *or* hardly ever" is no
/// "never".
fn is_joined(said: &Said<'_>, facet: &str, value: &str) -> bool {
    let text = said.passage.prose.text();
    let term = Term::Value(facet.to_owned(), value.to_owned());
    let mut named = said.terms.iter().filter(|near| near.nearness >= 1.0 && *near.hit.term == term);
    named.any(|near| {
        let before = text.get(..near.hit.span.start).unwrap_or_default();
        let behind = text.get(near.hit.span.end..).unwrap_or_default();
        let before = before.split_whitespace().rev().take(JOINED_WITHIN);
        let behind = behind.split_whitespace().take(JOINED_WITHIN);
        let mut words = before.chain(near.words.split_whitespace()).chain(behind);
        words.any(|word| ["or", "ou"].contains(&word))
    })
}

/// Whether the vocabulary has words by which a draft would name a value.
fn can_be_named(facet: &str, value: &str, lang: Lang, base: &EvidenceBase) -> bool {
    let phrases = base.vocabulary.phrases.facets.get(facet).and_then(|values| values.get(value));
    phrases.is_some_and(|phrases| !phrases.of(lang).is_empty())
}
