//! The words that prose uses for what a vocabulary names.

use indexmap::IndexMap;
use serde::Deserialize;

use crate::lang::Lang;

/// Words and phrases for one entry of a vocabulary, in either language.
///
/// A phrase stands for a sentence that holds its words in this order, each in any of its
/// inflected forms, with few other words between them. Phrases tell of the subject;
/// negations are found apart from them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrases {
    /// English phrases.
    #[serde(default)]
    pub en: Vec<String>,
    /// French phrases.
    #[serde(default)]
    pub fr: Vec<String>,
}

impl Phrases {
    /// The phrases of a language.
    pub fn of(&self, lang: Lang) -> &[String] {
        match lang {
            Lang::En => &self.en,
            Lang::Fr => &self.fr,
        }
    }

    /// Adds phrases that another file gives.
    pub(super) fn extend(&mut self, more: Self) {
        self.en.extend(more.en);
        self.fr.extend(more.fr);
    }
}

/// The words that drafts use for concepts, values of facets, universes and steps of
/// scales, besides their labels. A checker of drafts finds by them what a sentence is
/// about.
#[derive(Clone, Debug, Default)]
pub struct PhraseBook {
    /// Of concepts, by name.
    pub concepts: IndexMap<String, Phrases>,
    /// Of facets: of their values, by name.
    pub facets: IndexMap<String, IndexMap<String, Phrases>>,
    /// Of universes, by name.
    pub universes: IndexMap<String, Phrases>,
    /// Of scales: of their steps, by name.
    pub scales: IndexMap<String, IndexMap<String, Phrases>>,
}
