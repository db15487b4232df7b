//! The characters that a page draws, where it draws them.

use std::{
    collections::BTreeSet,
    panic,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, InterpreterWarning, RectExt as _, SoftMask,
    TransformExt as _,
    font::{Glyph as Drawable, GlyphRun, PositionedGlyph},
    hayro_cmap::BfString,
    hayro_syntax::{page::Page, xref::XRef},
    interpret_page,
    kurbo::{Affine, BezPath, Point},
};

/// The most things that a page may draw: a short page may say of one that it is to be drawn
/// without end.
const MOST_DRAWN: usize = 1 << 20;
/// What stands for a character that cannot be read.
pub(crate) const UNREADABLE: char = '\u{fffd}';

/// What a page unwinds with that draws too much.
pub(crate) struct TooMuch;

/// A character, or several in one as ligatures are.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Glyph {
    /// What it says; space where it only parts others.
    pub(crate) text: String,
    /// How far along its line it begins, in points.
    pub(crate) left: f64,
    /// How far along it ends.
    pub(crate) right: f64,
    /// The line that it stands on, downwards.
    pub(crate) base: f64,
    /// Its height.
    pub(crate) size: f64,
    /// The direction of its line in degrees, clockwise; 0 is to the right.
    pub(crate) turn: i32,
}

/// What a page draws.
#[derive(Debug, Default)]
pub(crate) struct Drawn {
    /// The characters in the order in which they are drawn.
    pub(crate) glyphs: Vec<Glyph>,
    /// How many of them are drawn so that nobody sees them.
    pub(crate) hidden: usize,
    /// How many more lie outside of the page.
    pub(crate) outside: usize,
    /// How many times a font was asked for that cannot be read.
    pub(crate) lost_fonts: usize,
    /// Whether there is an image.
    pub(crate) has_image: bool,
    size: [f64; 2],
    steps: usize,
    /// What has been drawn where: letters that are drawn twice to look bold are one.
    known: BTreeSet<(i64, i64, String)>,
}

/// All that a page draws.
pub(crate) fn on_page<'a>(page: &Page<'a>, xref: &'a XRef) -> Drawn {
    let lost = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&lost);
    let settings = InterpreterSettings {
        warning_sink: Arc::new(move |warning| {
            if matches!(warning, InterpreterWarning::UnsupportedFont) {
                counted.fetch_add(1, Ordering::Relaxed);
            }
        }),
        ..InterpreterSettings::default()
    };
    let (width, height) = page.render_dimensions();
    let size = [f64::from(width), f64::from(height)];
    let mut drawn = Drawn { size, ..Drawn::default() };
    let cache = InterpreterCache::new();
    let whole = page.intersected_crop_box().to_kurbo();
    let start = page.initial_transform(true).to_kurbo();
    let mut context = Context::new(start, whole, &cache, xref, settings);
    interpret_page(page, &mut context, &mut drawn);
    drawn.lost_fonts = lost.load(Ordering::Relaxed);
    drawn
}

impl Drawn {
    /// Counts what is drawn, and stops reading a page that draws too much.
    fn step(&mut self) {
        self.steps += 1;
        if self.steps > MOST_DRAWN {
            panic::resume_unwind(Box::new(TooMuch));
        }
    }

    fn add(&mut self, glyph: &PositionedGlyph<'_>, around: Affine, is_hidden: bool) {
        let placed = around * glyph.transform();
        let advance = match &**glyph {
            Drawable::Outline(outline) => outline.advance_width(),
            Drawable::Type3(drawing) => drawing.advance_width(),
        };
        let Some(glyph) = read(glyph, placed, f64::from(advance.unwrap_or(500.0))) else { return };
        let Point { x, y } = placed * Point::ZERO;
        let [width, height] = self.size;
        if !(-1.0..=width + 1.0).contains(&x) || !(-1.0..=height + 1.0).contains(&y) {
            self.outside += 1;
            return;
        }
        let half = |at: f64| (at * 2.0).round() as i64;
        if self.known.insert((half(x), half(y), glyph.text.clone())) {
            self.hidden += usize::from(is_hidden);
            self.glyphs.push(glyph);
        }
    }
}

/// A character at its place on the page; none where it is nowhere or has no size.
fn read(glyph: &PositionedGlyph<'_>, placed: Affine, advance: f64) -> Option<Glyph> {
    let at = placed * Point::ZERO;
    let along = placed * Point::new(advance, 0.0) - at;
    let unit = placed * Point::new(1.0, 0.0) - at;
    let up = placed * Point::new(0.0, EM) - at;
    let [angle, size] = [unit.y.atan2(unit.x), up.hypot()];
    if ![at.x, at.y, along.x, along.y, angle].into_iter().all(f64::is_finite) || size <= 0.0 {
        return None;
    }
    let (sin, cos) = angle.sin_cos();
    let left = at.x * cos + at.y * sin;
    Some(Glyph {
        text: words(glyph.as_unicode()),
        left,
        right: left + along.hypot().copysign(advance),
        base: at.y * cos - at.x * sin,
        size,
        turn: angle.to_degrees().round() as i32,
    })
}

/// The units of a font in its height.
const EM: f64 = 1000.0;

/// What a font says that a character stands for.
fn words(said: Option<BfString>) -> String {
    let said = match said {
        None => return UNREADABLE.into(),
        Some(BfString::Char(sign)) => sign.into(),
        Some(BfString::String(words)) => words,
    };
    let mut read = String::new();
    for sign in said.chars() {
        match sign {
            '\u{fb00}' => read.push_str("ff"),
            '\u{fb01}' => read.push_str("fi"),
            '\u{fb02}' => read.push_str("fl"),
            '\u{fb03}' => read.push_str("ffi"),
            '\u{fb04}' => read.push_str("ffl"),
            '\u{fb05}' | '\u{fb06}' => read.push_str("st"),
            '\t' | '\n' | '\r' => read.push(' '),
            // They are for layout only, and would hide what stands beside them.
            '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}' => {}
            '\u{e000}'..='\u{f8ff}' => read.push(UNREADABLE),
            sign if sign.is_control() => read.push(UNREADABLE),
            sign => read.push(sign),
        }
    }
    read
}

impl<'a> Device<'a> for Drawn {
    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {
        self.step();
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.step();
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.step();
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        let is_hidden = matches!(mode, DrawMode::Invisible);
        for glyph in run.glyphs() {
            self.step();
            self.add(glyph, props.transform, is_hidden);
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.step();
        self.has_image = true;
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}
