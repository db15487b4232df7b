//! Pictures as PNG.

use tiny_skia::{
    Color, FillRule, LineCap, LineJoin, Paint as Brush, Path, PathBuilder, Pixmap, Rect,
    Stroke as Pen, StrokeDash, Transform,
};
use ttf_parser::{Face, OutlineBuilder};

use crate::{
    fonts::Fonts,
    glyphs::{placed, start},
    picture::{Ink, Paint, Picture, PictureError, Shape, Stroke, Text},
};

/// The most pixels that are drawn: 64 megabytes of memory.
const MOST_PIXELS: f64 = 16e6;

/// Draws a picture, with so many pixels for each of its own.
///
/// # Errors
///
/// More pixels than can be held; fonts that cannot be read.
pub fn png(picture: &Picture, fonts: &Fonts, scale: f64) -> Result<Vec<u8>, PictureError> {
    let [width, height] = [picture.width, picture.height].map(|side| (side * scale).ceil());
    if (width * height).is_nan() || width * height > MOST_PIXELS {
        return Err(PictureError::Size);
    }
    let canvas = Pixmap::new(width as u32, height as u32).ok_or(PictureError::Size)?;
    let mut page = Page {
        canvas,
        transform: Transform::from_scale(scale as f32, scale as f32),
        regular: parsed(&fonts.regular)?,
        bold: parsed(&fonts.bold)?,
    };
    page.canvas.fill(Color::WHITE);
    for shape in picture.groups.iter().flat_map(|group| &group.shapes) {
        page.draw(shape);
    }
    page.canvas.encode_png().map_err(|error| PictureError::Written(error.to_string()))
}

/// A face of a font, ready to be drawn with.
pub(crate) fn parsed(face: &crate::fonts::Face) -> Result<Face<'_>, PictureError> {
    Face::parse(&face.data, face.index).map_err(|_| PictureError::NoFont)
}

struct Page<'a> {
    canvas: Pixmap,
    transform: Transform,
    regular: Face<'a>,
    bold: Face<'a>,
}

impl Page<'_> {
    fn draw(&mut self, shape: &Shape) {
        match shape {
            Shape::Rect { at: [x, y], size: [width, height], paint } => {
                let [x, y, width, height] = [x, y, width, height].map(|one| *one as f32);
                let rect = Rect::from_xywh(x, y, width, height);
                self.paint(rect.map(PathBuilder::from_rect), *paint);
            }
            Shape::Circle { centre: [x, y], radius, paint } => {
                let path = PathBuilder::from_circle(*x as f32, *y as f32, *radius as f32);
                self.paint(path, *paint);
            }
            Shape::Polygon { points, paint } => self.paint(path(points, true), *paint),
            Shape::Line { points, stroke } => {
                self.paint(path(points, false), Paint { fill: None, stroke: Some(*stroke) });
            }
            Shape::Text(text) => self.write(text),
        }
    }

    fn paint(&mut self, path: Option<Path>, paint: Paint) {
        let Some(path) = path else { return };
        if let Some(ink) = paint.fill {
            self.canvas.fill_path(&path, &brush(ink), FillRule::Winding, self.transform, None);
        }
        if let Some(stroke) = paint.stroke {
            self.canvas.stroke_path(&path, &brush(stroke.ink), &pen(stroke), self.transform, None);
        }
    }

    fn write(&mut self, text: &Text) {
        let face = if text.bold { &self.bold } else { &self.regular };
        let glyphs = placed(face, &text.text);
        let size = text.size as f32;
        let [mut x, y] = start(text, &glyphs);
        let mut outline = Outline {
            path: PathBuilder::new(),
            at: [x, y],
            scale: size / f32::from(face.units_per_em().max(1)),
        };
        for one in &glyphs {
            outline.at = [x, y];
            face.outline_glyph(one.glyph, &mut outline);
            x += one.advance * size;
        }
        self.paint(outline.path.finish(), Paint::filled(text.ink));
    }
}

/// The outlines of glyphs, the origin of each at its place.
struct Outline {
    path: PathBuilder,
    at: [f32; 2],
    scale: f32,
}

impl Outline {
    fn x(&self, x: f32) -> f32 {
        self.at[0] + x * self.scale
    }

    fn y(&self, y: f32) -> f32 {
        self.at[1] - y * self.scale
    }
}

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.x(x), self.y(y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.x(x), self.y(y));
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.path.quad_to(self.x(x1), self.y(y1), self.x(x), self.y(y));
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let [x1, x2, x] = [x1, x2, x].map(|one| self.x(one));
        let [y1, y2, y] = [y1, y2, y].map(|one| self.y(one));
        self.path.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}

fn path(points: &[[f64; 2]], closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (index, point) in points.iter().enumerate() {
        let [x, y] = point.map(|one| one as f32);
        if index == 0 { path.move_to(x, y) } else { path.line_to(x, y) }
    }
    if closed && !path.is_empty() {
        path.close();
    }
    path.finish()
}

fn brush(Ink([red, green, blue]): Ink) -> Brush<'static> {
    let mut brush = Brush::default();
    brush.set_color_rgba8(red, green, blue, 255);
    brush
}

fn pen(stroke: Stroke) -> Pen {
    let dash = stroke.dashed.then(|| StrokeDash::new(Stroke::DASHES.to_vec(), 0.0)).flatten();
    Pen {
        width: stroke.width as f32,
        line_cap: LineCap::Butt,
        line_join: LineJoin::Round,
        dash,
        ..Pen::default()
    }
}
