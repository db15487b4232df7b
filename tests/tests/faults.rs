//! A source that crashes, hangs, floods or lies costs only itself.
//!
//! Each fault runs beside three good sources, two of them from the same library
//! as most faults; what these emit must not change by a byte.

#![cfg(target_os = "linux")]

#[path = "faults/crashes.rs"]
mod crashes;
#[path = "faults/every.rs"]
mod every;
#[path = "faults/executables.rs"]
mod executables;
#[path = "faults/levels.rs"]
mod levels;
#[path = "faults/refusals.rs"]
mod refusals;
#[path = "faults/sandbox.rs"]
mod sandbox;
#[path = "faults/support.rs"]
mod support;
