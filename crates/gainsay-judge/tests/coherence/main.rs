//! Coherence of statements about several propositions.

mod case;
mod large;
mod laws;
mod speed;
