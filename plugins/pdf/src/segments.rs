//! Characters that are drawn one behind the other on a line.

use crate::glyphs::Glyph;

/// A part of a line.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Segment {
    pub(crate) text: String,
    pub(crate) left: f64,
    pub(crate) right: f64,
    /// The line that it stands on, downwards.
    pub(crate) base: f64,
    pub(crate) size: f64,
    /// The direction of the line in degrees.
    pub(crate) turn: i32,
    /// Whether it ends with raised digits, whose bracket is open.
    is_raised: bool,
}

/// Sizes of letters that parted things are apart, along the line.
pub(crate) const APART: f64 = 1.0;
/// A gap of so much of their size parts words.
const SPACE: f64 = 0.15;
/// How far letters of one line are from it, of their size.
const LEVEL: f64 = 0.2;
/// How far raised and lowered ones are.
const RAISED: f64 = 0.65;
/// How small they are, of the size of the others.
const SMALL: f64 = 0.85;

/// The parts of lines that characters make, in the order in which they are drawn.
pub(crate) fn segments(glyphs: Vec<Glyph>) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    for glyph in glyphs {
        match segments.last_mut() {
            Some(last) if last.is_followed_by(&glyph) => last.push(glyph),
            _ => segments.extend(Segment::start(glyph)),
        }
    }
    for segment in &mut segments {
        segment.close();
        segment.text.truncate(segment.text.trim_end_matches(' ').len());
    }
    segments.retain(|segment| !segment.text.is_empty());
    segments
}

impl Segment {
    /// A part that begins with a character; space begins none.
    fn start(glyph: Glyph) -> Option<Self> {
        let Glyph { text, left, right, base, size, turn } = glyph;
        let text = text.trim_start_matches(' ').to_owned();
        (!text.is_empty()).then_some(Self { text, left, right, base, size, turn, is_raised: false })
    }

    fn is_followed_by(&self, glyph: &Glyph) -> bool {
        let gap = (glyph.left - self.right) / self.size;
        let off = (glyph.base - self.base).abs() / self.size;
        let is_small = glyph.size < SMALL * self.size;
        let is_near = off <= LEVEL || is_small && off <= RAISED;
        // A line that begins with a raised digit belongs to what is larger behind it.
        let is_larger = self.size < SMALL * glyph.size;
        glyph.turn == self.turn && is_near && !is_larger && (-0.5..=APART).contains(&gap)
    }

    fn push(&mut self, glyph: Glyph) {
        let is_apart = glyph.left - self.right > SPACE * self.size;
        let is_spaced = self.text.ends_with(char::is_whitespace);
        if glyph.text == " " {
            self.close();
            if !is_spaced {
                self.text.push(' ');
            }
            self.right = self.right.max(glyph.right);
            return;
        }
        self.raise(&glyph);
        let begins = glyph.text.starts_with(char::is_whitespace);
        if is_apart && !begins && !self.text.ends_with(char::is_whitespace) && !self.is_raised {
            self.text.push(' ');
        }
        self.text.push_str(&glyph.text);
        self.right = self.right.max(glyph.right);
    }

    /// Puts raised and lowered digits into brackets: the number of a note behind "45" must
    /// not make it 451.
    fn raise(&mut self, glyph: &Glyph) {
        let is_off = (glyph.base - self.base).abs() > LEVEL * self.size / 2.0;
        let is_digit = glyph.text.chars().all(|sign| sign.is_ascii_digit());
        let is_raised = is_off && is_digit && glyph.size < SMALL * self.size;
        if is_raised && !self.is_raised {
            let space = if self.text.ends_with(char::is_whitespace) { "" } else { " " };
            self.text.push_str(space);
            self.text.push('[');
        } else if !is_raised {
            self.close();
        }
        self.is_raised = is_raised;
    }

    /// Ends raised digits.
    fn close(&mut self) {
        if std::mem::take(&mut self.is_raised) {
            self.text.push(']');
        }
    }
}
