//! What a study says: figures and their reporting sets, claims, studies, vocabulary, diagnostics as facts.

mod fold;
pub mod lang;
pub mod region;
pub mod relation;
