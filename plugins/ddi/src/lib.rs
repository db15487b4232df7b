//! DDI Codebook: studies as data archives describe them, with frequencies of answers.
//!
//! The form of the mapping is described in the `README.md` of this plugin. A base uses
//! it for as many archives as it likes: `fixture-a = { plugin = "ddi" }`.

mod entries;
mod finding;
mod form;
mod frequencies;
mod propose;
mod source;
mod study;
#[cfg(test)]
mod tests;
mod xml;

pub use source::Ddi;

gainsay_plugin::export_source!(Ddi);
