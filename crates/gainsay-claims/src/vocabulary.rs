//! The words of an evidence base: concepts, facets, scales, universes, and how
//! propositions bear on each other.

mod check;
mod file;
mod nearest;
mod scale;
mod universe;
mod words;

use indexmap::IndexMap;

pub(crate) use check::unknown;
pub use file::VocabularyFile;
pub use nearest::nearest;
pub use scale::Scale;
pub use universe::Universe;
pub use words::{PhraseBook, Phrases};

use crate::{
    lang::Localized,
    proposition::{Literal, Proposition},
};

/// The value that every facet may take when the source does not disclose it.
/// It equals nothing, not even itself.
pub const UNKNOWN: &str = "unknown";

/// The words of a base.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// Behaviours and attitudes.
    pub concepts: IndexMap<String, Concept>,
    /// What narrows concepts.
    pub facets: IndexMap<String, Facet>,
    /// Ordered answers.
    pub scales: IndexMap<String, Scale>,
    /// Groups of people or things.
    pub universes: IndexMap<String, Universe>,
    /// How propositions bear on each other.
    pub relations: Vec<PropositionRelation>,
    /// Findings that point in opposite directions: whoever tells readers only the
    /// one leaves out the other. Both may well be true of the same people.
    pub opposites: Vec<[Literal; 2]>,
    /// The words that drafts use for them.
    pub phrases: PhraseBook,
}

/// A behaviour or attitude towards an object.
#[derive(Clone, Debug)]
pub struct Concept {
    /// As it reads in a table.
    pub label: Localized,
    /// The facets that may narrow it.
    pub facets: Vec<String>,
    /// The scale its answers are cut on.
    pub scale: Option<String>,
    /// The step of the scale that the proposition means: it counts those above.
    pub cut: Option<String>,
    /// Whether it moves within weeks, as voting intentions do: then only claims
    /// whose periods overlap are compared.
    pub volatile: bool,
}

/// What narrows a concept.
#[derive(Clone, Debug)]
pub struct Facet {
    /// As it reads in a table.
    pub label: Localized,
    /// Whether it separates propositions or names a difference of wording.
    pub role: FacetRole,
    /// Whether stating it only narrows what is counted: whoever bought after an
    /// advertisement bought. Then a claim that states it says "at least" to one
    /// that does not.
    pub narrows: bool,
    /// Whether it is a condition ("if they post too often"), so that whoever leaves it out
    /// says something else.
    pub condition: bool,
    /// Whether its values are stages of one affair, in their order in time: then
    /// figures at two of them do not contradict each other.
    pub stages: bool,
    /// Values that say at which step answers were cut ("never or hardly ever"): who
    /// restates one by a value that does not has dropped a threshold.
    pub thresholds: Vec<String>,
    /// Its values.
    pub values: IndexMap<String, Localized>,
}

/// What a facet does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FacetRole {
    /// Never compared across values.
    Identifying,
    /// Compared, and named as a difference.
    Qualifying,
}

/// How propositions bear on each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PropositionRelation {
    /// In what way.
    pub kind: RelationKind,
    /// Which, in the order of the relation.
    pub of: Vec<Proposition>,
}

/// Ways in which propositions bear on each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RelationKind {
    /// Whoever is the first is the second.
    Implies,
    /// Nobody is two of them.
    Excludes,
    /// Everybody is exactly one of two.
    Complement,
    /// Everybody is exactly one of them.
    Partition,
    /// Whoever is one is all.
    Equivalent,
}
