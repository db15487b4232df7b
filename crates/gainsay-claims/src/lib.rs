//! What a study says: figures and their reporting sets, claims, studies, vocabulary, diagnostics as facts.

mod lang;
pub mod value;

pub use lang::{Lang, Localized};
