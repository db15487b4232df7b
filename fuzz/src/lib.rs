//! What each fuzz target does with its bytes: what others wrote is read, and what was read
//! must keep its promises.

mod base;
mod drafts;
mod grammar;
mod host;
mod mapped;
mod sources;

pub use base::{references, verdicts, vocabulary};
pub use drafts::{docx, encoding, html, latex, markdown, plain, proposal, typst};
pub use grammar::{period, table, value};
pub use host::{config, frames, lock, manifest, orders, records};
pub use mapped::{crosstab, ddi, feed, microdata, pdf};
pub use sources::source;

use std::borrow::Cow;

/// The bytes as a text, as every reader of texts gets them: UTF-8.
fn text(data: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(data)
}
