//! How much of the subject of a claim stands near a figure.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_claims::{EvidenceBase, Proposition, claim::Claim, vocabulary::FacetRole};

use crate::{
    lexicon::Term,
    said::{Near, Said},
};

/// How much a value counts as named that is the only one of its study.
const IMPLIED: f64 = 0.6;

/// How much the words for what people do count as those for the subject.
const BY_WORDING: f64 = 0.7;
/// What phrases of several words say; see the lexicon.
const SEVERAL_WORDS: f64 = 0.9;
/// How much the subject of the figure before counts as that of a sentence without one.
const GOES_ON: f64 = 0.6;

/// The facets of which a study, on one concept, has one value only.
pub(super) struct OnlyValues<'a>(BTreeMap<(&'a str, &'a str, &'a str), BTreeSet<&'a str>>);

impl<'a> OnlyValues<'a> {
    pub(super) fn of(claims: &[&'a Claim]) -> Self {
        let mut values: BTreeMap<_, BTreeSet<&str>> = BTreeMap::new();
        for claim in claims {
            let Some(study) = claim.study() else { continue };
            for (facet, value) in &claim.proposition.facets {
                let key = (study, claim.proposition.concept.as_str(), facet.as_str());
                values.entry(key).or_default().insert(value);
            }
        }
        Self(values)
    }

    fn has(&self, claim: &Claim, facet: &str) -> bool {
        let Some(study) = claim.study() else { return false };
        let key = (study, claim.proposition.concept.as_str(), facet);
        self.0.get(&key).is_some_and(|values| values.len() == 1)
    }
}

/// How much of the proposition of a claim is named near a figure or goes on from the figure
/// before, and how much is named in words, each 0..=1.
pub(super) fn subject(
    said: &Said<'_>,
    claim: &Claim,
    only: &OnlyValues<'_>,
    base: &EvidenceBase,
) -> [f64; 2] {
    let spoken = named(said, claim, only, base, false);
    let goes_on = said.goes_on_with(claim);
    let subject = if goes_on { named(said, claim, only, base, true) } else { spoken };
    [subject, spoken]
}

fn named(
    said: &Said<'_>,
    claim: &Claim,
    only: &OnlyValues<'_>,
    base: &EvidenceBase,
    goes_on: bool,
) -> f64 {
    let proposition = &claim.proposition;
    let best = |term: &Term| best(said, term).map_or(0.0, strength);
    let label = said.labels.get(proposition.concept.as_str()).copied().unwrap_or_default();
    let concept = best(&Term::Concept(proposition.concept.clone())).max(0.7 * label);
    let concept = if goes_on { concept.max(GOES_ON) } else { concept };
    let value = |(facet, value): (&String, &String)| {
        let named = best(&Term::Value(facet.clone(), value.clone()));
        let is_last = goes_on && said.goes_on_with_value(facet, value);
        let named = if is_last { named.max(GOES_ON) } else { named };
        // A study of Facebook alone need not be said to be one.
        if concept > 0.0 && only.has(claim, facet) { named.max(IMPLIED) } else { named }
    };
    let least = proposition.facets.iter().map(value).reduce(f64::min);
    let Some(least) = least else {
        return concept * if names_other_value(said, proposition, base) { 0.7 } else { 1.0 };
    };
    // Of a question with many answers the answer is what is talked about.
    let subject = (0.45 * concept + 0.55 * least).max(0.75 * least).min(1.0);
    if names_another(said, proposition) {
        0.3 * subject
    } else if least == 0.0 {
        0.6 * subject
    } else {
        subject
    }
}

/// Whether the clause names another value of a facet that identifies the proposition, and
/// not its own: Instagram for Facebook.
pub(super) fn names_another(said: &Said<'_>, proposition: &Proposition) -> bool {
    let here = || said.terms.iter().filter(|near| near.nearness >= 1.0);
    proposition.facets.iter().any(|(facet, value)| {
        let is_own = |near: &Near| {
            matches!(&near.hit.term, Term::Value(of, one) if of == facet && one == value)
        };
        let is_other = |near: &Near| {
            matches!(&near.hit.term, Term::Value(of, one) if of == facet && one != value)
        };
        here().any(is_other) && !said.terms.iter().any(is_own)
    })
}

/// The words near a figure that name a proposition.
pub(super) fn words(said: &Said<'_>, proposition: &Proposition) -> Vec<String> {
    let values = proposition.facets.iter();
    let values = values.map(|(facet, value)| Term::Value(facet.clone(), value.clone()));
    let terms = std::iter::once(Term::Concept(proposition.concept.clone())).chain(values);
    let mut words: Vec<String> =
        terms.filter_map(|term| best(said, &term)).map(|near| near.words.clone()).collect();
    words.dedup();
    words
}

/// The phrase for a term that says most.
fn best<'a>(said: &'a Said<'_>, term: &Term) -> Option<&'a Near> {
    let hits = said.terms.iter().filter(|near| near.hit.term == *term);
    hits.max_by(|one, other| strength(one).total_cmp(&strength(other)))
}

fn strength(near: &Near) -> f64 {
    near.nearness * near.hit.weight
}

/// Whether the clause names a value of an identifying facet that the concept could have.
fn names_other_value(said: &Said<'_>, proposition: &Proposition, base: &EvidenceBase) -> bool {
    let Some(concept) = base.vocabulary.concepts.get(&proposition.concept) else { return false };
    said.terms.iter().any(|near| match &near.hit.term {
        Term::Value(facet, _) => {
            near.nearness >= 1.0
                && concept.facets.contains(facet)
                && base
                    .vocabulary
                    .facets
                    .get(facet)
                    .is_some_and(|one| one.role == FacetRole::Identifying)
        }
        _ => false,
    })
}

/// How much the words of a claim for what people do name its subject: "engage with brands".
pub(super) fn by_wording(said: &Said<'_>, claim: &Claim, base: &EvidenceBase) -> f64 {
    let is_deed = |facet: &str| {
        base.vocabulary.facets.get(facet).is_some_and(|entry| !entry.thresholds.is_empty())
    };
    let deeds = claim.wording.iter().filter(|(facet, _)| is_deed(facet));
    let named = deeds.filter_map(|(facet, value)| {
        let near = best(said, &Term::Value(facet.clone(), value.clone()))?;
        (near.hit.weight >= SEVERAL_WORDS).then(|| BY_WORDING * strength(near))
    });
    named.fold(0.0, f64::max)
}

/// How many of the claim's qualifying words are named.
pub(super) fn wording(said: &Said<'_>, claim: &Claim) -> f64 {
    let named = |(facet, value): &(&String, &String)| {
        let term = Term::Value((*facet).clone(), (*value).clone());
        said.terms.iter().any(|near| near.hit.term == term)
    };
    let count = claim.wording.iter().filter(named).count();
    if count > 0 { 1.0 } else { 0.0 }
}
