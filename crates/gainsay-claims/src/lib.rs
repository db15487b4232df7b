//! What a study says: figures and their reporting sets, claims, studies,
//! vocabulary, and what can be wrong with them, as facts.
//!
//! This crate does no input or output, knows no statistics and holds no prose.

pub mod age;
mod check_group;
pub mod checks;
pub mod claim;
pub mod conformance;
pub mod diagnostic;
pub mod document;
pub mod evidence;
pub mod facts;
pub mod failure;
mod fold;
mod harmful;
mod inspected;
mod key;
pub mod lang;
pub mod period;
pub mod policy;
pub mod proposition;
pub mod read;
pub mod region;
pub mod relation;
mod said;
pub mod sample;
mod side_by_side;
pub mod site;
pub mod study;
pub mod table;
mod tier;
mod toml_string;
pub mod value;
pub mod vocabulary;
pub mod windows_1252;
pub mod wire;

pub use check_group::CheckGroup;
pub use diagnostic::{Check, Diagnostic, Level, Location};
pub use evidence::EvidenceBase;
pub use fold::slug;
pub use harmful::is_harmful;
pub use inspected::Inspected;
pub use key::{is_key, key_of, written_key};
pub use lang::{Lang, Localized};
pub use proposition::Proposition;
pub use said::Said;
pub use side_by_side::side_by_side;
pub use tier::Tier;
pub use toml_string::toml_string;
