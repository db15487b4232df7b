//! Claims tables of any size whose truth is known, the same bytes for the same seed.
//!
//! Nothing here uses a logarithm, a power or a generator of another crate: only sums,
//! products, quotients and square roots, which every machine computes alike.

mod dates;
mod draw;
mod row;
mod sizes;
mod study;
mod table;
mod totals;

pub use row::{HEADER, Row};
pub use table::Table;
pub use totals::Totals;
