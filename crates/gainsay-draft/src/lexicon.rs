//! What the words of a base may mean in prose: its vocabulary, its sources and the
//! places of the world, as phrases to be found.

mod names;

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use gainsay_claims::{EvidenceBase, Lang, key_of, vocabulary::Phrases};

pub(crate) use names::Studies;

use crate::{
    demonyms,
    tokens::{Token, Tokenizer},
};

/// What a phrase stands for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Term {
    /// A concept.
    Concept(String),
    /// A value of a facet.
    Value(String, String),
    /// A universe.
    Universe(String),
    /// A step of a scale.
    Step(String, String),
    /// A region, by its code.
    Region(&'static str),
    /// A source, or one study of it.
    Study(Studies),
}

/// A phrase that was found.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Hit {
    /// What it stands for.
    pub(crate) term: Term,
    /// Where it stands, in bytes of the text.
    pub(crate) span: Range<usize>,
    /// How much it says, 0..=1: more words say more.
    pub(crate) weight: f64,
}

/// The phrases of a base in one language.
pub(crate) struct Lexicon {
    tokenizer: Tokenizer,
    phrases: Vec<Phrase>,
    /// Phrases by the stem of their first word.
    by_first: BTreeMap<String, Vec<usize>>,
    /// The concepts whose labels hold a stem, with how much it says of each: rare ones more.
    labels: BTreeMap<String, Vec<(String, f64)>>,
    /// Studies by the keys of their references.
    keys: BTreeMap<String, String>,
}

struct Phrase {
    words: Vec<Token>,
    term: Term,
    weight: f64,
    /// Whether it is a name, which begins with a capital.
    is_name: bool,
}

/// How many other words may stand between two of a phrase.
const GAP: usize = 2;
/// How many between two of a noun: "users in *Britain* of Facebook".
const PEOPLE_GAP: usize = 1;

impl Lexicon {
    /// The phrases of a base in a language.
    pub(crate) fn new(base: &EvidenceBase, lang: Lang) -> Self {
        let tokenizer = Tokenizer::new(lang);
        let mut lexicon = Self {
            tokenizer,
            phrases: Vec::new(),
            by_first: BTreeMap::new(),
            labels: BTreeMap::new(),
            keys: BTreeMap::new(),
        };
        lexicon.add_vocabulary(base, lang);
        lexicon.add_regions(lang);
        lexicon.add_names(base);
        lexicon.labels = label_words(base, lang, &lexicon.tokenizer);
        lexicon
    }

    /// The words of a text.
    pub(crate) fn words(&self, text: &str) -> Vec<Token> {
        self.tokenizer.content(text)
    }

    /// The phrases that stand in a text, in order of place.
    pub(crate) fn hits(&self, words: &[Token]) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (at, word) in words.iter().enumerate() {
            for &index in self.by_first.get(&word.stem).into_iter().flatten() {
                let phrase = &self.phrases[index];
                if phrase.is_name && !word.capital {
                    continue;
                }
                if let Some(last) = phrase.ends_at(words, at) {
                    let span = word.span.start..words[last].span.end;
                    hits.push(Hit { term: phrase.term.clone(), span, weight: phrase.weight });
                }
            }
        }
        without_parts(hits)
    }

    /// The study whose reference has a key, or none.
    pub(crate) fn cited(&self, key: &str) -> Studies {
        Studies::new(self.keys.get(key).cloned().into_iter().collect())
    }

    /// How much of the labels of concepts stands among some stems, 0..=1, by concept; none
    /// of those of which nothing does.
    pub(crate) fn labels<'a>(&'a self, stems: &BTreeSet<&str>) -> BTreeMap<&'a str, f64> {
        let mut found = BTreeMap::new();
        for (concept, weight) in stems.iter().filter_map(|stem| self.labels.get(*stem)).flatten() {
            *found.entry(concept.as_str()).or_default() += weight;
        }
        found
    }

    fn add_vocabulary(&mut self, base: &EvidenceBase, lang: Lang) {
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
    fn add_regions(&mut self, lang: Lang) {
        for (code, name) in demonyms::places(lang) {
            self.add(name, Term::Region(code), true);
        }
        for (code, name) in demonyms::people(lang) {
            let lower = lang == Lang::Fr || name.starts_with(char::is_lowercase);
            self.add(name, Term::Region(code), !lower);
        }
    }

    fn add_names(&mut self, base: &EvidenceBase) {
        for (name, studies) in names::names(base) {
            self.add(&name, Term::Study(studies), !name.starts_with(char::is_lowercase));
        }
        let keys = base.studies.keys().map(|id| (key_of(id), id.clone()));
        self.keys = keys.collect();
    }

    fn add_all(&mut self, phrases: &Phrases, lang: Lang, term: &Term) {
        for phrase in phrases.of(lang) {
            self.add(phrase, term.clone(), false);
        }
    }

    fn add(&mut self, phrase: &str, term: Term, is_name: bool) {
        let words = self.tokenizer.content(phrase);
        let Some(first) = words.first().map(|word| word.stem.clone()) else { return };
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
        self.by_first.entry(first).or_default().push(self.phrases.len());
        self.phrases.push(Phrase { words, term, weight, is_name });
    }
}

/// Hits, in order of place, without those that are a part of a longer one of their kind:
/// of "online shoppers" nobody says "shoppers".
fn without_parts(hits: Vec<Hit>) -> Vec<Hit> {
    let longest = hits.iter().map(|hit| hit.span.len()).max().unwrap_or_default();
    let is_part = |hit: &Hit| {
        let first = hit.span.end.saturating_sub(longest);
        let from = hits.partition_point(|other| other.span.start < first);
        let others = hits[from..].iter().take_while(|other| other.span.start <= hit.span.start);
        others.into_iter().any(|other| {
            let longer = other.span.len() > hit.span.len() && hit.span.end <= other.span.end;
            longer && other.term.competes_with(&hit.term)
        })
    };
    let whole: Vec<bool> = hits.iter().map(|hit| !is_part(hit)).collect();
    hits.into_iter().zip(whole).filter_map(|(hit, whole)| whole.then_some(hit)).collect()
}

impl Term {
    /// Whether the same words cannot stand for both.
    fn competes_with(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Universe(_), Self::Universe(_)) | (Self::Region(_), Self::Region(_)) => true,
            (Self::Value(one, _), Self::Value(other, _))
            | (Self::Step(one, _), Self::Step(other, _)) => one == other,
            (Self::Concept(one), Self::Concept(other)) => one == other,
            // Of "Market Force" nobody says "market".
            (Self::Study(_), other) => !matches!(other, Self::Study(_)),
            _ => false,
        }
    }
}

impl Phrase {
    /// The last word of the phrase, if it begins at this one.
    fn ends_at(&self, words: &[Token], start: usize) -> Option<usize> {
        // Names and nouns of people stand together; what people do may be told apart from them.
        let is_people = matches!(self.term, Term::Universe(_));
        let mut last = start;
        if !self.is(&self.words[0], &words[start]) {
            return None;
        }
        for own in &self.words[1..] {
            let gap = match () {
                () if self.is_name => 0,
                () if is_people && !own.is_relative => PEOPLE_GAP,
                () => GAP,
            };
            let reach = words.get(last + 1..)?.iter().take(gap + 1);
            last += 1 + reach.enumerate().find(|(_, word)| self.is(own, word))?.0;
        }
        Some(last)
    }

    /// Whether a word of a text is one of the phrase. Of people, nouns are meant and relative
    /// clauses: "followers" and "users who follow", not "users follow".
    fn is(&self, own: &Token, word: &Token) -> bool {
        let is_people = matches!(self.term, Term::Universe(_));
        own.stem == word.stem
            && (!is_people
                || if own.is_relative { word.is_relative } else { own.form == word.form })
    }
}

/// The concepts whose labels hold a stem, by stem. It says the more of each, the fewer they
/// are.
fn label_words(
    base: &EvidenceBase,
    lang: Lang,
    tokenizer: &Tokenizer,
) -> BTreeMap<String, Vec<(String, f64)>> {
    let stems = |label: &str| -> BTreeSet<String> {
        tokenizer.content(label).into_iter().map(|token| token.stem).collect()
    };
    let concepts = &base.vocabulary.concepts;
    let labels: BTreeMap<String, BTreeSet<String>> =
        concepts.iter().map(|(name, one)| (name.clone(), stems(lang.pick(&one.label)))).collect();
    let mut held: BTreeMap<&str, u32> = BTreeMap::new();
    for stem in labels.values().flatten() {
        *held.entry(stem).or_default() += 1;
    }
    let all = f64::from(u32::try_from(labels.len()).unwrap_or(u32::MAX).max(1));
    let rarity = |stem: &str| (all / f64::from(held[stem])).ln().max(0.0) + 0.01;
    let mut words: BTreeMap<String, Vec<(String, f64)>> = BTreeMap::new();
    for (concept, stems) in &labels {
        let total: f64 = stems.iter().map(|stem| rarity(stem)).sum();
        for stem in stems {
            let weighted = (concept.clone(), rarity(stem) / total);
            words.entry(stem.clone()).or_default().push(weighted);
        }
    }
    words
}
