//! How much of the subject of a claim stands near a figure.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use gainsay_claims::{
    Proposition,
    claim::Claim,
    proposition::Facets,
    vocabulary::{FacetRole, Vocabulary},
};

use crate::{
    lexicon::{Term, TermId, Terms},
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

/// What claims are about, each proposition of each study once, by the words that name it.
#[derive(Default)]
pub(super) struct Topics {
    all: Vec<Topic>,
    places: BTreeMap<(Arc<Proposition>, Option<String>), usize>,
    /// Those of a concept or value, by its number.
    by_term: BTreeMap<TermId, Vec<usize>>,
    /// Those of a concept.
    by_concept: BTreeMap<String, Vec<usize>>,
    facets: FacetPlaces,
    /// Those that a facet narrows, by its place.
    by_facet: BTreeMap<usize, Vec<usize>>,
}

/// The facets that topics have or could have, each by its place.
#[derive(Default)]
struct FacetPlaces(BTreeMap<String, usize>);

/// The values that the clause of a figure names, by the place of their facet.
type Clause = Vec<Vec<TermId>>;

/// A proposition as a study speaks of it.
pub(super) struct Topic {
    concept: String,
    term: TermId,
    study: Option<String>,
    values: Vec<Value>,
    /// The facets that could identify a proposition of its concept, by their places.
    could_have: Vec<usize>,
}

/// A value of a facet that narrows a proposition.
struct Value {
    facet: String,
    facet_place: usize,
    value: String,
    term: TermId,
    /// A study of Facebook alone need not be said to be one.
    is_implied: bool,
}

/// How much of a topic is named near a figure.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Subject {
    /// In words, or by going on from the figure before; 0..=1.
    pub(super) named: f64,
    /// In words.
    pub(super) spoken: f64,
    /// Whether the clause names another value of a facet that identifies the proposition,
    /// and not its own: Instagram for Facebook.
    pub(super) is_another: bool,
    /// Whether the clause names all values that identify the proposition.
    pub(super) is_here: bool,
    /// Whether it was looked at.
    is_known: bool,
}

impl Subject {
    /// The same, where the words for what people do name so much of it.
    pub(super) fn or_worded(self, worded: f64) -> Self {
        Self { named: self.named.max(worded), spoken: self.spoken.max(worded), ..self }
    }
}

/// The facets of which a study, on one concept, has one value only.
pub(super) struct OnlyValues<'a>(BTreeMap<(&'a str, &'a str, &'a str), BTreeSet<&'a str>>);

impl Topics {
    /// Adds what a claim is about, unless it is there; returns its place.
    pub(super) fn add(
        &mut self,
        claim: &Claim,
        only: &OnlyValues<'_>,
        vocabulary: &Vocabulary,
        terms: &mut Terms,
    ) -> usize {
        let key = (claim.proposition.clone(), claim.study().map(str::to_owned));
        if let Some(&place) = self.places.get(&key) {
            return place;
        }
        let place = self.all.len();
        let Proposition { concept, facets, .. } = claim.proposition.as_ref();
        self.by_concept.entry(concept.clone()).or_default().push(place);
        for facet in facets.keys() {
            let facet = self.facets.place(facet);
            self.by_facet.entry(facet).or_default().push(place);
        }
        let topic = Topic::new(claim, only, vocabulary, &mut self.facets, terms);
        for term in topic.terms() {
            self.by_term.entry(term).or_default().push(place);
        }
        self.all.push(topic);
        self.places.insert(key, place);
        place
    }

    /// How much of each topic is named near a figure, by its place.
    pub(super) fn subjects(&self, said: &Said<'_>) -> Vec<Subject> {
        let clause = self.facets.in_clause(said);
        let named = said.terms.iter().map(|near| &near.hit.id).chain(said.labels.keys());
        let by_term = named.filter_map(|term| self.by_term.get(term));
        let gone_on = said.goes_on().and_then(|concept| self.by_concept.get(concept));
        let named_facets = clause.iter().enumerate().filter(|(_, values)| !values.is_empty());
        let others = named_facets.filter_map(|(facet, _)| self.by_facet.get(&facet));
        // What none of its words stands for is not named at all.
        let mut subjects = vec![Subject::default(); self.all.len()];
        for &place in by_term.chain(gone_on).chain(others).flatten() {
            if !subjects[place].is_known {
                subjects[place] = self.all[place].subject(said, &clause);
            }
        }
        subjects
    }
}

impl Topic {
    fn new(
        claim: &Claim,
        only: &OnlyValues<'_>,
        vocabulary: &Vocabulary,
        places: &mut FacetPlaces,
        terms: &mut Terms,
    ) -> Self {
        let Proposition { concept, facets, .. } = claim.proposition.as_ref();
        let term = terms.id(&Term::Concept(concept.clone()));
        let values = facets.iter().map(|(facet, value)| Value {
            term: terms.id(&Term::Value(facet.clone(), value.clone())),
            facet: facet.clone(),
            facet_place: places.place(facet),
            value: value.clone(),
            is_implied: only.has(claim, facet),
        });
        let known = vocabulary.concepts.get(concept).map_or(&[][..], |one| &one.facets);
        let is_identifying = |facet: &&String| {
            let facet = vocabulary.facets.get(*facet);
            facet.is_some_and(|one| one.role == FacetRole::Identifying)
        };
        Self {
            concept: concept.clone(),
            term,
            study: claim.study().map(str::to_owned),
            values: values.collect(),
            could_have: known
                .iter()
                .filter(is_identifying)
                .map(|facet| places.place(facet))
                .collect(),
        }
    }

    fn terms(&self) -> impl Iterator<Item = TermId> {
        std::iter::once(self.term).chain(self.values.iter().map(|value| value.term))
    }

    /// How much of it is named near a figure in whose clause these values stand.
    fn subject(&self, said: &Said<'_>, clause: &Clause) -> Subject {
        let is_another = self.values.iter().any(|value| {
            clause[value.facet_place].iter().any(|one| *one != value.term)
                && said.best(value.term).is_none()
        });
        // The clause may name a value that the concept could have.
        let is_narrower = self.values.is_empty()
            && self.could_have.iter().any(|facet| !clause[*facet].is_empty());
        let named = |goes_on: bool| {
            let [concept, least] = self.parts(said, goes_on);
            // Of a question with many answers the answer is what is talked about.
            let named = (0.45 * concept + 0.55 * least).max(0.75 * least).min(1.0);
            match () {
                () if is_narrower => 0.7 * concept,
                () if self.values.is_empty() => concept,
                () if is_another => 0.3 * named,
                () if least == 0.0 => 0.6 * named,
                () => named,
            }
        };
        let spoken = named(false);
        let goes_on = said.goes_on_with(&self.concept, self.study.as_deref());
        let named = if goes_on { named(true) } else { spoken };
        let is_in_clause = |value: &Value| clause[value.facet_place].contains(&value.term);
        let is_here = self.values.iter().all(is_in_clause);
        Subject { named, spoken, is_another, is_here, is_known: true }
    }

    /// How much of its concept is named, and of its least named value; or goes on from the
    /// figure before.
    fn parts(&self, said: &Said<'_>, goes_on: bool) -> [f64; 2] {
        let best = |term: TermId| said.best(term).map_or(0.0, Near::strength);
        let label = said.labels.get(&self.term).copied().unwrap_or_default();
        let named = best(self.term).max(0.7 * label);
        let concept = if goes_on { named.max(GOES_ON) } else { named };
        let strength = |value: &Value| {
            let named = best(value.term);
            let is_last = goes_on && said.goes_on_with_value(&value.facet, &value.value);
            let named = if is_last { named.max(GOES_ON) } else { named };
            if concept > 0.0 && value.is_implied { named.max(IMPLIED) } else { named }
        };
        [concept, self.values.iter().map(strength).fold(1.0, f64::min)]
    }
}

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

impl FacetPlaces {
    /// The place of a facet, which it is given if it has none.
    fn place(&mut self, facet: &str) -> usize {
        let next = self.0.len();
        self.0.get(facet).copied().unwrap_or_else(|| {
            self.0.insert(facet.to_owned(), next);
            next
        })
    }

    /// The values that the clause of a figure names.
    fn in_clause(&self, said: &Said<'_>) -> Clause {
        let mut clause = vec![Vec::new(); self.0.len()];
        for near in said.terms.iter().filter(|near| near.nearness >= 1.0) {
            if let Term::Value(facet, _) = &*near.hit.term
                && let Some(&facet) = self.0.get(facet)
            {
                clause[facet].push(near.hit.id);
            }
        }
        clause
    }
}

/// Values of facets as terms, in order of facet.
pub(super) fn terms(facets: &Facets) -> impl Iterator<Item = Term> {
    facets.iter().map(|(facet, value)| Term::Value(facet.clone(), value.clone()))
}

/// The words near a figure that name a proposition.
pub(super) fn words(said: &Said<'_>, proposition: &Proposition) -> Vec<String> {
    let concept = Term::Concept(proposition.concept.clone());
    let all = std::iter::once(concept).chain(terms(&proposition.facets));
    let id = |term: Term| said.terms.iter().find(|near| *near.hit.term == term);
    let best = all.filter_map(|term| said.best(id(term)?.hit.id));
    let mut words: Vec<String> = best.map(|near| near.words.to_owned()).collect();
    words.dedup();
    words
}

/// The words of a claim for what people do: "engage with".
pub(super) fn deeds(claim: &Claim, vocabulary: &Vocabulary) -> impl Iterator<Item = Term> {
    let is_deed = |facet: &str| {
        vocabulary.facets.get(facet).is_some_and(|entry| !entry.thresholds.is_empty())
    };
    let deeds = claim.wording.iter().filter(move |(facet, _)| is_deed(facet));
    deeds.map(|(facet, value)| Term::Value(facet.clone(), value.clone()))
}

/// How much words for what people do name the subject of a claim that is told in them.
pub(super) fn by_wording(said: &Said<'_>, deed: TermId) -> f64 {
    let near = said.best(deed).filter(|near| near.hit.weight >= SEVERAL_WORDS);
    near.map_or(0.0, |near| BY_WORDING * near.strength())
}
