//! Measures how fast gainsay is, on tables of claims whose truth is known.
//!
//! The library makes the tables; `benches` time one part of the program each, `examples`
//! write tables and time the whole program, and `compare` does the same work with the
//! programs that analysts use today. What was measured: `docs/speed.md`.

pub mod synthetic;
