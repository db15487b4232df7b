//! The statistics against reference values computed elsewhere, see `README.md` beside the tables.

mod coherence;
mod groups;
mod many;
mod one;
mod pairs;
mod ranks;
mod sizes;
mod table;
