//! Text as glyphs of a font, one after the other.

use std::ops::Range;

use ttf_parser::{Face, GlyphId};

use crate::picture::{Anchor, Text};

/// A glyph of a line of text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Placed {
    pub(crate) glyph: GlyphId,
    /// The bytes of the text that it shows.
    pub(crate) range: Range<usize>,
    /// How far it reaches, in parts of the size of the letters.
    pub(crate) advance: f32,
}

/// The glyphs of a text. Letters are set side by side, as they come.
pub(crate) fn placed(face: &Face<'_>, text: &str) -> Vec<Placed> {
    let em = f32::from(face.units_per_em().max(1));
    let glyphs = text.char_indices().map(|(start, character)| {
        let glyph = glyph(face, character);
        let advance = f32::from(face.glyph_hor_advance(glyph).unwrap_or_default()) / em;
        Placed { glyph, range: start..start + character.len_utf8(), advance }
    });
    glyphs.collect()
}

/// Where a text begins.
pub(crate) fn start(text: &Text, glyphs: &[Placed]) -> [f32; 2] {
    let width: f32 = glyphs.iter().map(|one| one.advance).sum::<f32>() * text.size as f32;
    let [x, y] = text.at.map(|part| part as f32);
    match text.anchor {
        Anchor::Start => [x, y],
        Anchor::Middle => [x - width / 2.0, y],
        Anchor::End => [x - width, y],
    }
}

/// The glyph of a character; of a space for thin ones that the font lacks.
fn glyph(face: &Face<'_>, character: char) -> GlyphId {
    let found = face.glyph_index(character);
    let space = || match character {
        '\u{a0}' | '\u{2009}' | '\u{202f}' => face.glyph_index(' '),
        _ => None,
    };
    found.or_else(space).unwrap_or_default()
}
