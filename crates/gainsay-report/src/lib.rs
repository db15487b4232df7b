//! Says what was found, in French and in English, for terminals, documents and
//! programs.
//!
//! Data in, text out: this crate reads nothing, decides nothing and computes no
//! statistic. It is the only one that holds sentences.

pub mod agreement;
mod brief;
pub mod chart;
pub mod cite;
pub mod compare;
pub mod concise;
pub mod conformance;
pub mod confront;
mod counts;
pub mod ddi;
pub mod editor;
pub mod escape;
pub mod explain;
mod export;
mod fingerprint;
mod folded;
mod full;
pub mod github;
pub mod gitlab;
pub mod html;
pub mod init;
pub mod inspected;
pub mod json;
pub mod judged;
pub mod junit;
pub mod lang;
pub mod lint;
mod mark;
pub mod new;
mod place;
pub mod proposal;
pub mod read;
mod rejections;
pub mod review;
mod safe;
pub mod sarif;
pub mod schema;
mod shell;
pub mod show;
pub mod sketch;
pub mod sources;
mod speaker;
mod summary;
pub mod sync;
pub mod table;
pub mod terminal;
pub mod trust;
mod unshown;

#[cfg(test)]
mod fixture;

pub use counts::Counts;
pub use export::{Found, Paths};
pub use full::{Fold, full};
pub use lint::{Linted, Unread};
pub use safe::clean;
pub use speaker::Speaker;
pub use summary::summary;
pub use unshown::{EarlierBase, Since, Unshown};
