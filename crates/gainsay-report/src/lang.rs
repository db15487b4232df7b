//! Numbers, dates, labels and sentences in both languages.
//!
//! Every sentence is a `match` on the language and the fact, so that a missing
//! translation does not compile.

mod answer;
mod chart;
mod check_group;
mod citation;
mod claim;
mod coherence;
mod date;
mod draft;
mod fact;
mod failure;
mod group;
mod headline;
mod label;
mod layers;
mod mark;
mod note;
mod number;
mod order;
mod pair;
mod plugin;
mod problem;
mod reason;
mod record;
mod recorded;
mod set;
mod source;
mod study;
mod table;
mod tier;
mod value;
mod verdict;
mod verdict_problem;
mod words;

pub(crate) use check_group::about;
pub(crate) use date::in_words;
pub(crate) use label::modes;
pub(crate) use mark::mark_problem;
pub(crate) use number::{
    decimal, integer, join, list, ordinal, p_value, percent, plural, points, quoted, rounded,
};
pub(crate) use plugin::file as file_fault;
pub(crate) use record::measured;
pub(crate) use set::{between, extent, number_of_cases, range, share, size};
pub(crate) use table::{heading, semicolon};
pub(crate) use verdict::status_name;
pub(crate) use words::{
    colon, element, grade, hedge, kind, level, mark, pick, role, unit, verdict,
};
