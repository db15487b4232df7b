//! What reviewers answered to the findings of a base, and whether it still holds.
//!
//! Data in, data out: verdicts are read from documents of the base, compared with what
//! is found today, and changed as texts. This crate reads and writes no file, asks for no
//! date and holds no sentence.

pub mod checks;
mod diagnose;
mod edit;
mod file_name;
mod given;
mod history;
pub mod kappa;
mod read;
mod relied;
mod reviewer;
mod state;
mod verdict;

#[cfg(test)]
mod fixture;

pub use edit::{EditError, record, record_all, reject, remove};
pub use file_name::{BASELINE, file_name};
pub use given::{Given, differences};
pub use relied::Relied;
pub use reviewer::{Reviewers, name_and_address};
pub use state::{Review, Standing};
pub use verdict::{Rejection, Verdict, Verdicts, latest};
