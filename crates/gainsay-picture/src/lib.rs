//! Draws: charts made of a few shapes and lines of text, as SVG, PNG and PDF.
//!
//! What a chart says and where it stands is told by others; this crate knows nothing of
//! studies. A picture is the same bytes each time; as PNG and PDF, with the same fonts.

mod fonts;
mod glyphs;
mod pdf;
mod picture;
mod png;
mod svg;
mod text;

pub use fonts::Fonts;
pub use pdf::pdf;
pub use picture::{Anchor, Group, Ink, Paint, Picture, PictureError, Shape, Stroke, Text};
pub use png::png;
pub use svg::svg;
pub use text::{cut, width, wrap};

#[cfg(test)]
mod tests;
