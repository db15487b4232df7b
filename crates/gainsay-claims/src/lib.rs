//! What a study says: figures and their reporting sets, claims, studies,
//! vocabulary, and what can be wrong with them, as facts.
//!
//! This crate does no input or output, knows no statistics and holds no prose.

pub mod diagnostic;
pub mod document;
mod fold;
pub mod lang;
pub mod region;
pub mod relation;
pub mod table;
pub mod value;
pub mod wire;
