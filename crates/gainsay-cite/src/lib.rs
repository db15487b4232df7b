//! References of an evidence base, how its claims are to be cited, and citation styles.
//!
//! Data in, data out: this crate reads no file and holds no sentence. What it renders is
//! a neutral tree ([`Piece`]) that an output escapes in its own way; the HTML of the
//! citation engine is never used, since it is not escaped.

mod citation;
mod date;
mod library;
mod locate;
mod pages;
mod piece;
mod read_bib;
mod read_json;
mod reference;
mod render;
mod style;
mod typography;

#[cfg(test)]
mod fixture;

pub use citation::{Citation, Original, of_claim, of_study};
pub use date::PublishedOn;
pub use library::Library;
pub use pages::NO_LANGUAGE;
pub use piece::{Mark, Piece};
pub use reference::{Field, Name, Reference};
pub use render::{Entry, RenderError, Rendered, Request, names, render};
pub use style::{Style, StyleError};
