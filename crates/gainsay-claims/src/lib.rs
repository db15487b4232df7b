//! What a study says: figures and their reporting sets, claims, studies, vocabulary, diagnostics as facts.

pub mod age;
mod fold;
pub mod lang;
pub mod period;
pub mod region;
pub mod relation;
