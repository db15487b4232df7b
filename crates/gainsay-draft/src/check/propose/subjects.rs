//! What a figure probably is about.

use std::collections::BTreeMap;

use gainsay_claims::{EvidenceBase, vocabulary::FacetRole};

use super::{ProposedSubject, tally::IN_CLAUSE};
use crate::{
    check::Checker,
    lexicon::Term,
    prose::PassageKind,
    said::{Near, Read, Said},
    score::Which,
};

impl Checker {
    /// The concepts that are named near a figure, the best named first; of those named
    /// alike the nearest. Beside the words of the vocabulary, claims on a concept speak for it
    /// that are alike in all but figure and source.
    pub(super) fn proposed_subjects(
        &self,
        said: &Said<'_>,
        read: &Read<'_>,
        is_compared: bool,
        base: &EvidenceBase,
    ) -> Vec<ProposedSubject> {
        let start = said.figure.sentence.start;
        let first = read.figures.partition_point(|one| one.sentence.start < start);
        let first = read.figures.get(first).map_or(start, |first| first.span.start);
        let values = values(said);
        let alike = self.alike(said, base);
        let mut subjects: Vec<(ProposedSubject, usize)> = Vec::new();
        for (name, concept) in &base.vocabulary.concepts {
            let id = self.concepts.get(name).copied();
            let near = id.and_then(|id| said.best(id));
            let label = id.and_then(|id| said.labels.get(&id)).copied().unwrap_or_default();
            let by_label = BY_LABEL * label;
            let named = near.map_or(0.0, |near| strength(near, said)).max(by_label);
            let of_it =
                |facet: &&String| values.contains_key(facet.as_str()) && identifies(facet, base);
            let own: Vec<_> = concept.facets.iter().filter(of_it).collect();
            let answers = own.iter().filter(|facet| is_own(facet, base));
            let answer = answers.map(|facet| values[facet.as_str()].strength());
            let answer = answer.fold(0.0, f64::max);
            let in_words = (named + ANSWER * answer).max(BY_ANSWER * answer);
            let by_claims = CLAIMS * alike.get(name).copied().unwrap_or_default();
            let score = (in_words + by_claims) / MOST;
            if score < LEAST {
                continue;
            }
            let words = near.into_iter().chain(own.iter().map(|facet| values[facet.as_str()]));
            let mut words: Vec<String> = words.map(|near| near.words.to_owned()).collect();
            words.dedup();
            let value = |facet: &&String| match &*values[facet.as_str()].hit.term {
                Term::Value(_, value) => Some(((*facet).clone(), value.clone())),
                _ => None,
            };
            // What stands behind another figure of the sentence is said of that one. One that is
            // only compared with is of the same. Of what a phrase may name it names the first.
            let mut told: Vec<&Near<'_>> = Vec::new();
            let is_told = |facet: &&&String| {
                let near = values[facet.as_str()];
                let is_cell = said.passage.kind == PassageKind::Cell;
                let is_before = near.hit.span.end <= first && is_in_sentence(near, said);
                let is_here = near.nearness >= IN_CLAUSE || is_cell || is_compared || is_before;
                let is_new = !told.iter().any(|one| meet(one, near));
                if is_here && is_new {
                    told.push(near);
                }
                is_here && is_new
            };
            let facets = own.iter().filter(is_told).filter_map(value).collect();
            let distance = near.map_or(usize::MAX, |near| near.distance(&said.figure.span));
            let score = score.min(1.0);
            let here = near.filter(|near| is_in_sentence(near, said));
            let named = here.map_or(0.0, |near| strength(near, said)).max(by_label);
            let subject = ProposedSubject {
                concept: name.clone(),
                facets,
                score,
                named,
                words,
                place: here.map(|near| near.hit.span.clone()),
            };
            subjects.push((subject, distance));
        }
        subjects.sort_by(|(one, near), (other, far)| {
            other.score.total_cmp(&one.score).then(near.cmp(far))
        });
        subjects.into_iter().map(|(subject, _)| subject).collect()
    }

    /// How alike the likeliest claim on each concept is, whatever its figure and its source.
    fn alike(&self, said: &Said<'_>, base: &EvidenceBase) -> BTreeMap<String, f64> {
        let mut alike: BTreeMap<String, f64> = BTreeMap::new();
        for one in self.citable.beside(said, base).rank(Which::OnSubject) {
            let best = alike.entry(one.claim.proposition.concept.clone()).or_default();
            *best = best.max(one.alike_but_source());
        }
        alike
    }
}

/// Whether two phrases share a word. Those of different passages do not, whatever their places.
fn meet(one: &Near<'_>, other: &Near<'_>) -> bool {
    let [one, other] = [one, other].map(|near| near.words.as_bytes().as_ptr_range());
    one.start < other.end && other.start < one.end
}

/// How much a phrase says of a figure; of one that only tells whose share it is ("of those who
/// *follow brands*"), half.
fn strength(near: &Near<'_>, said: &Said<'_>) -> f64 {
    let own = &near.hit.span;
    let is_people = said.terms.iter().any(|other| {
        let span = &other.hit.span;
        let meets = span.start < own.end && own.start < span.end;
        meets && other.is_base && matches!(*other.hit.term, Term::Universe(_))
    });
    near.strength() * if is_people { OF_PEOPLE } else { 1.0 }
}

/// Whether a phrase stands in the sentence of the figure, or beside its cell.
fn is_in_sentence(near: &Near<'_>, said: &Said<'_>) -> bool {
    let text = said.passage.prose.text();
    let own = &near.hit.span;
    let is_within = said.figure.sentence.start <= own.start && own.end <= said.figure.sentence.end;
    let is_cell = said.passage.kind == PassageKind::Cell && near.nearness >= IN_SENTENCE;
    is_cell || is_within && text.get(own.clone()) == Some(near.words)
}

/// Whether a facet is one of the answers to one question: it narrows one concept only.
fn is_own(facet: &str, base: &EvidenceBase) -> bool {
    let concepts = base.vocabulary.concepts.values();
    let narrowed = concepts.filter(|one| one.facets.iter().any(|own| own == facet));
    narrowed.count() == 1
}

/// Whether a facet tells propositions apart, and does not only name a difference of wording.
fn identifies(facet: &str, base: &EvidenceBase) -> bool {
    base.vocabulary.facets.get(facet).is_some_and(|one| one.role == FacetRole::Identifying)
}

/// How much the label of a concept counts as a phrase for it.
const BY_LABEL: f64 = 0.7;
/// How much an answer that only this concept has counts, beside the words for the concept ...
const ANSWER: f64 = 0.2;
/// ... and without any.
const BY_ANSWER: f64 = 0.75;
/// How much words for people count as those for what they do.
const OF_PEOPLE: f64 = 0.5;
/// How much claims that are alike count beside words. Tuned on one half of the corpus.
const CLAIMS: f64 = 3.0;
/// What a concept comes to that is named in full.
const MOST: f64 = 2.0;
/// What is named less is not proposed.
const LEAST: f64 = 0.1;
/// Values that stand farther off than in the sentence do not narrow its figure.
const IN_SENTENCE: f64 = 0.6;

/// The values of facets that the sentence names, the nearest of each facet.
fn values<'a, 'b>(said: &'b Said<'a>) -> BTreeMap<&'b str, &'b Near<'a>> {
    let mut values: BTreeMap<&str, &Near<'_>> = BTreeMap::new();
    for near in said.terms.iter().filter(|near| near.nearness >= IN_SENTENCE) {
        if let Term::Value(facet, _) = &*near.hit.term {
            let best = values.entry(facet.as_str()).or_insert(near);
            let distance = |one: &Near<'_>| one.distance(&said.figure.span);
            let is_stronger = near.strength() > best.strength();
            if is_stronger || near.strength() >= best.strength() && distance(near) < distance(best)
            {
                *best = near;
            }
        }
    }
    values
}
