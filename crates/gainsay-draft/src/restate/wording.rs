//! How a draft words what a claim says: another behaviour, a condition left out.

use std::collections::BTreeSet;

use gainsay_claims::{EvidenceBase, Lang, claim::Claim, vocabulary::FacetRole};

use crate::{lexicon::Term, said::Said, tokens::Tokenizer};

/// Lets the claim have the wording of the draft, where it names one.
pub(super) fn apply(claim: &mut Claim, said: &Said<'_>, base: &EvidenceBase) {
    let facets: Vec<(String, String)> =
        claim.wording.iter().map(|(facet, value)| (facet.clone(), value.clone())).collect();
    for (facet, value) in facets {
        let Some(entry) = base.vocabulary.facets.get(&facet) else { continue };
        if entry.role != FacetRole::Qualifying || names(said, &facet, &value) {
            continue;
        }
        let other = other_value(said, &facet);
        if let Some(other) = other {
            claim.wording.insert(facet, other);
        } else if entry.narrows
            && can_be_named(&facet, &value, said.lang(), base)
            && !is_implied(claim, &facet, &value, said.lang(), base)
        {
            claim.wording.remove(&facet);
        }
    }
}

fn names(said: &Said<'_>, facet: &str, value: &str) -> bool {
    let term = Term::Value(facet.to_owned(), value.to_owned());
    said.terms.iter().any(|near| near.hit.term == term)
}

/// Another value of the facet that the clause names by several words.
fn other_value(said: &Said<'_>, facet: &str) -> Option<String> {
    let strong = said.terms.iter().filter(|near| near.nearness >= 1.0 && near.hit.weight >= 0.9);
    strong.into_iter().find_map(|near| match &near.hit.term {
        Term::Value(of, value) if of == facet => Some(value.clone()),
        _ => None,
    })
}

/// Whether the vocabulary has words by which a draft would name a value.
fn can_be_named(facet: &str, value: &str, lang: Lang, base: &EvidenceBase) -> bool {
    let phrases = base.vocabulary.phrases.facets.get(facet).and_then(|values| values.get(value));
    phrases.is_some_and(|phrases| !phrases.of(lang).is_empty())
}

/// Whether the concept's label says the value already, by half of its words.
fn is_implied(claim: &Claim, facet: &str, value: &str, lang: Lang, base: &EvidenceBase) -> bool {
    let tokenizer = Tokenizer::new(lang);
    let stems = |text: &str| -> BTreeSet<String> {
        tokenizer.content(text).into_iter().map(|token| token.stem).collect()
    };
    let vocabulary = &base.vocabulary;
    let concept = vocabulary.concepts.get(&claim.proposition.concept);
    let label = vocabulary.facets.get(facet).and_then(|facet| facet.values.get(value));
    let (Some(concept), Some(label)) = (concept, label) else { return false };
    let (whole, part) = (stems(lang.pick(&concept.label)), stems(lang.pick(label)));
    2 * part.intersection(&whole).count() >= part.len()
}
