//! Feeds: tables of polls of any collection, told apart by a mapping that a person writes.
//!
//! The form of a mapping is described in the `README.md` of this plugin. A base uses it for
//! as many collections as it likes: `fixture-a = { plugin = "feed" }`.

mod apart;
mod asked;
mod columns;
mod form;
mod mapping;
mod poll;
mod propose;
mod source;
mod table;
mod template;
#[cfg(test)]
mod tests;
mod unsaid;

pub use source::Feed;

gainsay_plugin::export_source!(Feed);
