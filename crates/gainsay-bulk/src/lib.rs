//! Claims as columns, judged by the million.
//!
//! The *claims table* ([`columns`]) is one row for each claim, so flat that any program can make
//! one: a spreadsheet, a data frame, a job on a cluster. [`rows`] makes it of an evidence base,
//! [`Claims`] holds the columns that judging needs, and [`judge`] says of every two directly
//! comparable rows what the judge of a base says of their claims.
//!
//! This crate opens no file: it reads and writes what it is handed.

mod base;
mod cells;
mod claims;
pub mod columns;
mod csv;
mod days;
mod fault;
mod intake;
mod intern;
mod json_lines;
mod judge;
mod judged;
mod left_out;
mod pairs;
mod row;
mod slices;
mod tests_made;

pub use base::rows;
pub use cells::{day_in_words, share_in_words, whole_in_words};
pub use claims::{Claims, Entry};
pub use csv::{read_csv, read_csv_rows, write_csv};
pub use fault::{Fault, FaultKind, Faults, MOST_FAULTS, clean};
pub use intake::{Header, Intake};
pub use json_lines::{read_json_lines, read_json_lines_rows, write_json_lines};
pub use judge::{finish, finish_slices, judge, partial, partial_on, slice};
pub use judged::{Contradicting, Corrected, Counts, Judged, Partial};
pub use pairs::{PAIR_COLUMNS, write_pairs_csv, write_pairs_json_lines};
pub use row::{Cell, Row, role_of};
pub use slices::{Cut, Place, Slice, Stay, slices, spread};
pub use tests_made::Tests;
