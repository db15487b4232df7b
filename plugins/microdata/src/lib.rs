//! Microdata: the answers of each person asked, counted as a mapping says.
//!
//! The form is described in the `README.md` of this plugin. A base uses it for
//! as many publishers as it likes: `fixture-a = { plugin = "microdata" }`.

mod count;
mod data;
mod file;
mod finding;
mod form;
mod propose;
mod sav;
mod select;
mod source;
mod table;
mod tally;
#[cfg(test)]
mod tests;
mod time;

pub use source::Microdata;

gainsay_plugin::export_source!(Microdata);
