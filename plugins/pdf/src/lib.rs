//! Figures in the pages of PDF files, found there by a few words that a person quotes.
//!
//! The form is described in the `README.md` of this plugin. A base uses it for
//! as many publishers as it likes: `fixture-a = { plugin = "pdf" }`.

mod columns;
mod file;
mod form;
mod glyphs;
mod leading;
mod lines;
mod page;
mod paragraphs;
mod quote;
mod segments;
mod source;
#[cfg(test)]
mod tests;

pub use source::Pdf;

gainsay_plugin::export_source!(Pdf);
