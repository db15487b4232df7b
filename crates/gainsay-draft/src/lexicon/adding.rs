//! Makes the phrases of a base ready to be found.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

use gainsay_claims::{EvidenceBase, Lang, relation::Relation, vocabulary::Phrases};

use super::{Phrase, Term, TermId, Terms, names};
use crate::{
    demonyms,
    tokens::{KnownWords, Tokenizer},
};

/// The phrases of a base in one language, while they are added.
pub(super) struct Adding<'a> {
    pub(super) tokenizer: Tokenizer,
    pub(super) known: KnownWords,
    pub(super) terms: &'a mut Terms,
    pub(super) phrases: Vec<Phrase>,
}

impl Adding<'_> {
    pub(super) fn add_vocabulary(&mut self, base: &EvidenceBase, lang: Lang) {
        let book = &base.vocabulary.phrases;
        for (name, phrases) in &book.concepts {
            self.add_all(phrases, lang, &Term::Concept(name.clone()));
        }
        for (facet, values) in &book.facets {
            for (value, phrases) in values {
                self.add_all(phrases, lang, &Term::Value(facet.clone(), value.clone()));
            }
        }
        for (name, phrases) in &book.universes {
            self.add_all(phrases, lang, &Term::Universe(name.clone()));
        }
        for (scale, steps) in &book.scales {
            for (step, phrases) in steps {
                self.add_all(phrases, lang, &Term::Step(scale.clone(), step.clone()));
            }
        }
        for (facet, entry) in &base.vocabulary.facets {
            for (value, label) in &entry.values {
                self.add(lang.pick(label), Term::Value(facet.clone(), value.clone()), false);
            }
        }
        for (name, universe) in &base.vocabulary.universes {
            self.add(lang.pick(&universe.label), Term::Universe(name.clone()), false);
        }
        for (scale, entry) in &base.vocabulary.scales {
            for (step, label) in &entry.steps {
                self.add(lang.pick(label), Term::Step(scale.clone(), step.clone()), false);
            }
        }
    }

    /// "Turkey" is a place and "turkey" is none; French adjectives have no capital.
    pub(super) fn add_regions(&mut self, lang: Lang) {
        for (code, name) in demonyms::places(lang) {
            self.add(name, Term::Region(code), true);
        }
        for (code, name) in demonyms::people(lang) {
            let lower = lang == Lang::Fr || name.starts_with(char::is_lowercase);
            self.add(name, Term::Region(code), !lower);
        }
    }

    pub(super) fn add_names(&mut self, base: &EvidenceBase) {
        for (name, studies) in names::names(base) {
            self.add(&name, Term::Study(studies), !name.starts_with(char::is_lowercase));
        }
    }

    fn add_all(&mut self, phrases: &Phrases, lang: Lang, term: &Term) {
        for phrase in phrases.of(lang) {
            self.add(phrase, term.clone(), false);
        }
    }

    /// The words of the labels of universes that those of larger ones lack, by both.
    pub(super) fn distinctive_words(
        &mut self,
        base: &EvidenceBase,
        lang: Lang,
    ) -> Vec<([String; 2], BTreeSet<Arc<str>>)> {
        let vocabulary = &base.vocabulary;
        let labels: Vec<(&String, BTreeSet<Arc<str>>)> = vocabulary
            .universes
            .iter()
            .map(|(name, universe)| (name, self.stems(lang.pick(&universe.label))))
            .collect();
        let pairs = labels.iter().flat_map(|one| labels.iter().map(move |other| (one, other)));
        let of_larger = pairs.filter(|((name, _), (other, _))| {
            vocabulary.relate_universes(other, name) == Relation::Contains
        });
        // Short ones are prepositions: "sur".
        let says_something = |word: &&Arc<str>| word.len() > 3;
        let own = of_larger.map(|((name, words), (other, larger))| {
            let words = words.difference(larger).filter(says_something).cloned();
            ([(*name).clone(), (*other).clone()], words.collect())
        });
        own.filter(|(_, words): &(_, BTreeSet<_>)| !words.is_empty()).collect()
    }

    /// The stems of the words of a text.
    fn stems(&mut self, text: &str) -> BTreeSet<Arc<str>> {
        let words = self.tokenizer.content(text, &mut self.known);
        words.into_iter().map(|word| word.stem).collect()
    }

    fn add(&mut self, phrase: &str, term: Term, is_name: bool) {
        let words = self.tokenizer.content(phrase, &mut self.known);
        if words.is_empty() {
            return;
        }
        // Of "those who follow" only "follow" says something, and that stands everywhere.
        let is_universe = matches!(term, Term::Universe(_));
        let is_bare = words.len() == 1 && !words[0].is_relative;
        if is_universe && is_bare && phrase.split_whitespace().count() > 1 {
            return;
        }
        let weight = match words.len() {
            1 => 0.7,
            2 => 0.9,
            _ => 1.0,
        };
        let id = self.terms.id(&term);
        self.phrases.push(Phrase { words, term: Arc::new(term), id, weight, is_name });
    }

    /// The concepts whose labels hold a stem, by stem. It says the more of each, the fewer they
    /// are.
    pub(super) fn label_words(
        &mut self,
        base: &EvidenceBase,
        lang: Lang,
    ) -> HashMap<Arc<str>, Vec<(TermId, f64)>> {
        let concepts = &base.vocabulary.concepts;
        let labels: BTreeMap<String, BTreeSet<Arc<str>>> = concepts
            .iter()
            .map(|(name, one)| (name.clone(), self.stems(lang.pick(&one.label))))
            .collect();
        let mut held: BTreeMap<&str, u32> = BTreeMap::new();
        for stem in labels.values().flatten() {
            *held.entry(stem).or_default() += 1;
        }
        let all = f64::from(u32::try_from(labels.len()).unwrap_or(u32::MAX).max(1));
        let rarity = |stem: &str| (all / f64::from(held[stem])).ln().max(0.0) + 0.01;
        let mut words: HashMap<Arc<str>, Vec<(TermId, f64)>> = HashMap::new();
        for (concept, stems) in &labels {
            let id = self.terms.id(&Term::Concept(concept.clone()));
            let total: f64 = stems.iter().map(|stem| rarity(stem)).sum();
            for stem in stems {
                let weighted = (id, rarity(stem) / total);
                words.entry(Arc::clone(stem)).or_default().push(weighted);
            }
        }
        words
    }
}
