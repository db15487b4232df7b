//! The words of drafts in vocabulary files: `[words.concept.NAME]`,
//! `[words.facet.FACET.VALUE]`, `[words.universe.NAME]`, `[words.scale.SCALE.STEP]`.

use indexmap::IndexMap;
use serde::Deserialize;
use toml::Spanned;

use super::{Named, Reading, names};
use crate::{
    checks,
    facts::{Problem, WordKind},
    vocabulary::{Phrases, nearest::nearest},
};

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPhraseBook {
    #[serde(default)]
    concept: Named<Phrases>,
    #[serde(default)]
    facet: Named<Named<Phrases>>,
    #[serde(default)]
    universe: Named<Phrases>,
    #[serde(default)]
    scale: Named<Named<Phrases>>,
}

impl Reading {
    /// Adds phrases to what the files have declared; those of unknown words are
    /// reported and left out.
    pub(super) fn add_phrases(&mut self, file: &str, raw: RawPhraseBook) {
        let mut book = std::mem::take(&mut self.vocabulary.phrases);
        let concepts = owned(names(&self.vocabulary.concepts));
        self.add(file, WordKind::Concept, &concepts, raw.concept, &mut book.concepts);
        let universes = owned(names(&self.vocabulary.universes));
        self.add(file, WordKind::Universe, &universes, raw.universe, &mut book.universes);
        for (facet, values) in raw.facet {
            let entry = self.vocabulary.facets.get(facet.get_ref());
            match entry.map(|entry| owned(names(&entry.values))) {
                Some(known) => {
                    let into = book.facets.entry(facet.into_inner()).or_default();
                    self.add(file, WordKind::Value, &known, values, into);
                }
                None => {
                    let known = owned(names(&self.vocabulary.facets));
                    self.unknown(file, WordKind::Facet, &known, &facet);
                }
            }
        }
        for (scale, steps) in raw.scale {
            let entry = self.vocabulary.scales.get(scale.get_ref());
            match entry.map(|entry| owned(names(&entry.steps))) {
                Some(known) => {
                    let into = book.scales.entry(scale.into_inner()).or_default();
                    self.add(file, WordKind::Step, &known, steps, into);
                }
                None => {
                    let known = owned(names(&self.vocabulary.scales));
                    self.unknown(file, WordKind::Scale, &known, &scale);
                }
            }
        }
        self.vocabulary.phrases = book;
    }

    fn add(
        &mut self,
        file: &str,
        kind: WordKind,
        known: &[String],
        given: Named<Phrases>,
        into: &mut IndexMap<String, Phrases>,
    ) {
        for (name, phrases) in given {
            if known.contains(name.get_ref()) {
                into.entry(name.into_inner()).or_default().extend(phrases);
            } else {
                self.unknown(file, kind, known, &name);
            }
        }
    }

    fn unknown(&mut self, file: &str, kind: WordKind, known: &[String], name: &Spanned<String>) {
        let word = name.get_ref().clone();
        let nearest = nearest(&word, known.iter().map(String::as_str)).map(str::to_owned);
        let problem = Problem::UnknownWord { kind, word, nearest };
        self.report(file, &checks::UNKNOWN_WORD, name, problem);
    }
}

fn owned(names: Vec<&str>) -> Vec<String> {
    names.into_iter().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use crate::vocabulary::{Vocabulary, VocabularyFile};

    const CONCEPT: &str = "[concept.bought]\nlabel = { en = 'bought', fr = 'a acheté' }\n";

    fn read(words: &str) -> (Vocabulary, usize) {
        let files = [("a.toml", words), ("b.toml", CONCEPT)]
            .map(|(name, text)| VocabularyFile { name, text });
        let (vocabulary, diagnostics) = Vocabulary::read(&files);
        (vocabulary, diagnostics.len())
    }

    #[test]
    fn phrases_stand_in_any_file() {
        let (vocabulary, bad) = read("[words.concept.bought]\nfr = ['achat']\nen = ['purchase']");
        assert_eq!(bad, 0);
        assert_eq!(vocabulary.phrases.concepts["bought"].fr, ["achat"]);
    }

    #[test]
    fn phrases_of_an_unknown_word_are_reported_and_lose_nothing_else() {
        let words = "[words.concept.baught]\nfr = ['achat']\n[words.concept.bought]\nen = ['x']";
        let (vocabulary, bad) = read(words);
        assert_eq!(bad, 1);
        assert_eq!(vocabulary.phrases.concepts.len(), 1);
    }
}
