//! Vocabulary files: TOML, any number of them, read together.
//!
//! What is bad is reported with its place and left out; the rest is kept.

use std::collections::BTreeSet;

use indexmap::IndexMap;
use serde::Deserialize;
use toml::Spanned;

mod phrases;

use self::phrases::RawPhraseBook;

use super::{
    Concept, Facet, FacetRole, PropositionRelation, RelationKind, Scale, Universe, Vocabulary,
    check::unknown, nearest::nearest,
};
use crate::{
    checks,
    diagnostic::{Check, Diagnostic, Location, Subject},
    facts::{Fact, Problem, WordKind},
    lang::Localized,
    proposition::{Literal, Proposition},
    side_by_side,
};

/// A vocabulary file: its name and its text.
#[derive(Clone, Copy, Debug)]
pub struct VocabularyFile<'a> {
    /// Path relative to the base.
    pub name: &'a str,
    /// What it holds.
    pub text: &'a str,
}

impl Vocabulary {
    /// Reads vocabulary files together: a facet or concept may be declared in
    /// one and used or given more values in another.
    pub fn read(files: &[VocabularyFile<'_>]) -> (Self, Vec<Diagnostic>) {
        let mut reading = Reading::default();
        let read = side_by_side(files.iter().collect(), |file| {
            (file, toml::from_str::<RawFile>(file.text))
        });
        for (file, raw) in read {
            match raw {
                Ok(raw) => reading.declare(file.name, raw),
                Err(error) => reading.syntax(file.name, &error),
            }
        }
        reading.resolve();
        (reading.vocabulary, reading.diagnostics)
    }
}

type Named<T> = IndexMap<Spanned<String>, T>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    #[serde(default)]
    concept: Named<RawConcept>,
    #[serde(default)]
    facet: Named<RawFacet>,
    #[serde(default)]
    scale: Named<RawScale>,
    #[serde(default)]
    universe: Named<RawUniverse>,
    #[serde(default)]
    relation: Vec<RawRelation>,
    #[serde(default)]
    opposite: Vec<RawOpposite>,
    #[serde(default)]
    words: RawPhraseBook,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawConcept {
    label: Localized,
    #[serde(default)]
    facets: Vec<Spanned<String>>,
    scale: Option<Spanned<String>>,
    cut: Option<Spanned<String>>,
    #[serde(default)]
    volatile: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFacet {
    label: Option<Localized>,
    role: Option<FacetRole>,
    #[serde(default)]
    narrows: bool,
    #[serde(default)]
    condition: bool,
    #[serde(default)]
    stages: bool,
    #[serde(default)]
    thresholds: Vec<Spanned<String>>,
    #[serde(default)]
    values: Named<Localized>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawScale {
    label: Localized,
    steps: Vec<String>,
    labels: IndexMap<String, Localized>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawUniverse {
    label: Localized,
    #[serde(default)]
    within: Vec<Spanned<String>>,
    #[serde(default)]
    money: bool,
    #[serde(default)]
    general: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRelation {
    kind: RelationKind,
    of: Vec<Spanned<String>>,
}

/// Two findings that point in opposite directions; `not concept` is the share of
/// those of whom it is not true.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOpposite {
    of: [Spanned<String>; 2],
}

/// A reference that can be followed once every file is read.
struct Reference {
    file: String,
    kind: WordKind,
    word: Spanned<String>,
    by: String,
}

/// A value of a facet that may be declared in another file.
struct Values {
    file: String,
    facet: Spanned<String>,
    value: Spanned<String>,
    label: Localized,
}

#[derive(Default)]
struct Reading {
    vocabulary: Vocabulary,
    values: Vec<Values>,
    open: Vec<Reference>,
    relations: Vec<(String, RawRelation)>,
    opposites: Vec<(String, RawOpposite)>,
    phrases: Vec<(String, RawPhraseBook)>,
    diagnostics: Vec<Diagnostic>,
}

impl Reading {
    fn declare(&mut self, file: &str, raw: RawFile) {
        for (name, concept) in raw.concept {
            self.declare_concept(file, name, concept);
        }
        for (name, facet) in raw.facet {
            self.declare_facet(file, &name, facet);
        }
        for (name, scale) in raw.scale {
            self.declare_scale(file, &name, scale);
        }
        for (name, universe) in raw.universe {
            let key = name.get_ref().clone();
            self.refer(file, WordKind::Universe, &universe.within, &key);
            let within = universe.within.into_iter().map(Spanned::into_inner).collect();
            let RawUniverse { label, money, general, .. } = universe;
            let entry = Universe { label, within, holders: BTreeSet::new(), money, general };
            if self.vocabulary.universes.insert(key, entry).is_some() {
                self.defined_twice(file, &name);
            }
        }
        self.relations.extend(raw.relation.into_iter().map(|one| (file.to_owned(), one)));
        self.opposites.extend(raw.opposite.into_iter().map(|one| (file.to_owned(), one)));
        self.phrases.push((file.to_owned(), raw.words));
    }

    fn declare_concept(&mut self, file: &str, name: Spanned<String>, raw: RawConcept) {
        let key = name.get_ref().clone();
        if raw.scale.is_some() && raw.cut.is_none() {
            let said = [
                format!("concept `{key}` has a scale and no `cut`"),
                format!("le concept `{key}` a une échelle et pas de `cut`"),
            ];
            self.report(file, &checks::INVALID_FILE, &name, Problem::said(said));
        }
        self.refer(file, WordKind::Facet, &raw.facets, &key);
        self.refer(file, WordKind::Scale, raw.scale.as_slice(), &key);
        self.refer(file, WordKind::Step, raw.cut.as_slice(), &key);
        let entry = Concept {
            label: raw.label,
            facets: raw.facets.into_iter().map(Spanned::into_inner).collect(),
            scale: raw.scale.map(Spanned::into_inner),
            cut: raw.cut.map(Spanned::into_inner),
            volatile: raw.volatile,
        };
        if self.vocabulary.concepts.insert(key, entry).is_some() {
            self.defined_twice(file, &name);
        }
    }

    /// A facet is declared once, with label and role; other files may add
    /// values to it, before or after.
    fn declare_facet(&mut self, file: &str, name: &Spanned<String>, raw: RawFacet) {
        let key = name.get_ref().clone();
        match (raw.label, raw.role) {
            (Some(label), Some(role)) => {
                self.refer(file, WordKind::Value, &raw.thresholds, &key);
                let RawFacet { narrows, condition, stages, .. } = raw;
                let thresholds = raw.thresholds.into_iter().map(Spanned::into_inner).collect();
                let values = IndexMap::new();
                let entry = Facet { label, role, narrows, condition, stages, thresholds, values };
                if self.vocabulary.facets.insert(key.clone(), entry).is_some() {
                    self.defined_twice(file, name);
                }
            }
            (None, None) => {}
            _ => {
                let said = [
                    format!("facet `{key}` needs both `label` and `role`"),
                    format!("il faut à la facette `{key}` `label` et `role`"),
                ];
                self.report(file, &checks::INVALID_FILE, name, Problem::said(said));
            }
        }
        let values = raw.values.into_iter();
        self.values.extend(values.map(|(value, label)| Values {
            file: file.to_owned(),
            facet: name.clone(),
            value,
            label,
        }));
    }

    /// Adds a value to a facet that some file has declared.
    fn add_value(&mut self, added: Values) {
        let facets = &mut self.vocabulary.facets;
        let Some(facet) = facets.get_mut(added.facet.get_ref()) else {
            let problem = unknown(WordKind::Facet, added.facet.get_ref(), facets.keys());
            return self.report(&added.file, &checks::UNKNOWN_WORD, &added.facet, problem);
        };
        if facet.values.insert(added.value.get_ref().clone(), added.label).is_some() {
            self.defined_twice(&added.file, &added.value);
        }
    }

    fn declare_scale(&mut self, file: &str, name: &Spanned<String>, raw: RawScale) {
        if raw.steps.is_empty() {
            let said = ["a scale needs steps", "il faut des échelons à une échelle"];
            return self.report(file, &checks::INVALID_FILE, name, Problem::said(said));
        }
        let mut labels = raw.labels;
        let mut steps = IndexMap::new();
        for step in raw.steps {
            let Some(label) = labels.shift_remove(&step) else {
                let said = [
                    format!("step `{step}` has no label"),
                    format!("l'échelon `{step}` n'a pas de libellé"),
                ];
                return self.report(file, &checks::INVALID_FILE, name, Problem::said(said));
            };
            steps.insert(step, label);
        }
        if let Some((step, _)) = labels.first() {
            let said = [
                format!("label `{step}` is no step"),
                format!("le libellé `{step}` n'est celui d'aucun échelon"),
            ];
            return self.report(file, &checks::INVALID_FILE, name, Problem::said(said));
        }
        let entry = Scale { label: raw.label, steps };
        if self.vocabulary.scales.insert(name.get_ref().clone(), entry).is_some() {
            self.defined_twice(file, name);
        }
    }

    fn refer(&mut self, file: &str, kind: WordKind, words: &[Spanned<String>], by: &str) {
        let reference = |word: &Spanned<String>| Reference {
            file: file.to_owned(),
            kind,
            word: word.clone(),
            by: by.to_owned(),
        };
        self.open.extend(words.iter().map(reference));
    }

    fn resolve(&mut self) {
        for added in std::mem::take(&mut self.values) {
            self.add_value(added);
        }
        for reference in std::mem::take(&mut self.open) {
            self.follow(&reference);
        }
        for (file, raw) in std::mem::take(&mut self.phrases) {
            self.add_phrases(&file, raw);
        }
        for (file, raw) in std::mem::take(&mut self.relations) {
            if let Some(relation) = self.relation(&file, raw) {
                self.vocabulary.relations.push(relation);
            }
        }
        for (file, raw) in std::mem::take(&mut self.opposites) {
            let pair = raw.of.each_ref().map(|word| self.literal(&file, word));
            if let [Some(one), Some(other)] = pair {
                self.vocabulary.opposites.push([one, other]);
            }
        }
        self.break_circles();
        self.hold_universes();
    }

    /// Reports a reference to an unknown word and removes it.
    fn follow(&mut self, reference: &Reference) {
        let word = reference.word.get_ref();
        let known: Vec<&str> = match reference.kind {
            WordKind::Facet => names(&self.vocabulary.facets),
            WordKind::Scale => names(&self.vocabulary.scales),
            WordKind::Universe => names(&self.vocabulary.universes),
            WordKind::Value => {
                let facet = self.vocabulary.facets.get(&reference.by);
                facet.map_or_else(Vec::new, |facet| names(&facet.values))
            }
            WordKind::Step => self
                .vocabulary
                .concepts
                .get(&reference.by)
                .and_then(|concept| self.vocabulary.scales.get(concept.scale.as_ref()?))
                .map_or_else(Vec::new, |scale| names(&scale.steps)),
            _ => return,
        };
        if known.contains(&word.as_str()) {
            return;
        }
        let problem = Problem::UnknownWord {
            kind: reference.kind,
            word: word.clone(),
            nearest: nearest(word, known).map(str::to_owned),
        };
        self.report(&reference.file, &checks::UNKNOWN_WORD, &reference.word, problem);
        self.forget(reference);
    }

    fn forget(&mut self, reference: &Reference) {
        let word = reference.word.get_ref();
        if reference.kind == WordKind::Universe {
            if let Some(universe) = self.vocabulary.universes.get_mut(&reference.by) {
                universe.within.retain(|one| one != word);
            }
            return;
        }
        if reference.kind == WordKind::Value {
            if let Some(facet) = self.vocabulary.facets.get_mut(&reference.by) {
                facet.thresholds.retain(|one| one != word);
            }
            return;
        }
        let Some(concept) = self.vocabulary.concepts.get_mut(&reference.by) else {
            return;
        };
        match reference.kind {
            WordKind::Facet => concept.facets.retain(|one| one != word),
            WordKind::Scale => (concept.scale, concept.cut) = (None, None),
            _ => concept.cut = None,
        }
    }

    fn relation(&mut self, file: &str, raw: RawRelation) -> Option<PropositionRelation> {
        let mut of = Vec::new();
        for word in &raw.of {
            match self.proposition(word.get_ref()) {
                Ok(proposition) => of.push(proposition),
                Err(problem) => {
                    self.report(file, &checks::UNKNOWN_WORD, word, problem);
                    return None;
                }
            }
        }
        Some(PropositionRelation { kind: raw.kind, of })
    }

    fn literal(&mut self, file: &str, word: &Spanned<String>) -> Option<Literal> {
        let text = word.get_ref();
        let affirmed = text.strip_prefix("not ");
        match self.proposition(affirmed.unwrap_or(text)) {
            Ok(proposition) => Some(Literal { negated: affirmed.is_some(), proposition }),
            Err(problem) => {
                self.report(file, &checks::UNKNOWN_WORD, word, problem);
                None
            }
        }
    }

    fn proposition(&self, text: &str) -> Result<Proposition, Problem> {
        let proposition: Proposition =
            text.parse().map_err(|error: crate::proposition::NotAProposition| {
                let fr = "n'est pas de la forme `concept[facette=valeur]`".to_owned();
                Problem::said([error.to_string(), fr])
            })?;
        self.vocabulary.check(&proposition)?;
        Ok(proposition)
    }

    /// Cuts every universe that lies within itself loose.
    fn break_circles(&mut self) {
        let circular: Vec<String> = self
            .vocabulary
            .universes
            .keys()
            .filter(|name| self.vocabulary.holders(name).contains(*name))
            .cloned()
            .collect();
        for word in circular {
            if let Some(universe) = self.vocabulary.universes.get_mut(&word) {
                universe.within.clear();
            }
            let subject = Subject::Name(word.clone());
            let fact = Fact::Problem(Problem::CircularUniverse { word });
            self.diagnostics.push(Diagnostic::new(&checks::INVALID_FILE, subject).note(fact));
        }
    }

    /// Notes of every universe which ones hold it.
    fn hold_universes(&mut self) {
        let names = self.vocabulary.universes.keys();
        let holders: Vec<_> = names.map(|name| self.vocabulary.holders(name)).collect();
        for (universe, holders) in self.vocabulary.universes.values_mut().zip(holders) {
            universe.holders = holders;
        }
    }

    fn defined_twice(&mut self, file: &str, name: &Spanned<String>) {
        let word = name.get_ref().clone();
        self.report(file, &checks::DUPLICATE_ID, name, Problem::DefinedTwice { word });
    }

    fn report(
        &mut self,
        file: &str,
        check: &'static Check,
        at: &Spanned<String>,
        problem: Problem,
    ) {
        let location = Location { document: file.to_owned(), span: at.span() };
        let subject = Subject::Name(at.get_ref().clone());
        self.diagnostics
            .push(Diagnostic::new(check, subject).label(location, Fact::Problem(problem)));
    }

    fn syntax(&mut self, file: &str, error: &toml::de::Error) {
        let message = error.message().to_owned();
        let location =
            Location { document: file.to_owned(), span: error.span().unwrap_or_default() };
        let fact = Fact::Problem(Problem::Syntax { message });
        self.diagnostics.push(
            Diagnostic::new(&checks::INVALID_FILE, Subject::Name(file.to_owned()))
                .label(location, fact),
        );
    }
}

fn names<T>(map: &IndexMap<String, T>) -> Vec<&str> {
    map.keys().map(String::as_str).collect()
}

#[cfg(test)]
mod tests;
