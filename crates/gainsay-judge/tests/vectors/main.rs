//! The statistics against reference values computed elsewhere, see `README.md` beside the tables.

mod coherence;
mod one;
mod pairs;
mod sizes;
mod table;
