//! What a study says: figures and their reporting sets, claims, studies,
//! vocabulary, and what can be wrong with them, as facts.
//!
//! This crate does no input or output, knows no statistics and holds no prose.

pub mod value;
pub mod wire;
