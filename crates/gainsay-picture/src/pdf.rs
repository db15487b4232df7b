//! Pictures as PDF: vectors, and text that can be searched and copied.

use krilla::{
    Document,
    color::rgb,
    geom::{Path, PathBuilder, Point, Rect, Transform},
    metadata::Metadata,
    num::NormalizedF32,
    page::PageSettings,
    paint::{Fill, LineJoin, Stroke as Pen, StrokeDash},
    surface::Surface,
    tagging::{ContentTag, Identifier, Tag, TagGroup, TagTree},
    text::{Font, GlyphId, KrillaGlyph},
};
use ttf_parser::Face;

use crate::{
    fonts::Fonts,
    glyphs::{placed, start},
    picture::{Ink, Paint, Picture, PictureError, Shape, Stroke, Text},
    png::parsed,
};

/// A pixel of a screen, in points of print: a ninety-sixth and a seventy-second of an inch.
const POINTS: f64 = 0.75;

/// Writes a picture as a page of its size, with the letters that it uses, and without date.
///
/// # Errors
///
/// A size that no page has; fonts that cannot be read or embedded.
pub fn pdf(picture: &Picture, fonts: &Fonts) -> Result<Vec<u8>, PictureError> {
    let [width, height] = [picture.width, picture.height].map(|side| (side * POINTS) as f32);
    let size = PageSettings::from_wh(width, height).ok_or(PictureError::Size)?;
    let [regular, bold] = [&fonts.regular, &fonts.bold].map(Letters::new);
    let letters = [regular?, bold?];
    let mut document = Document::new();
    document.set_metadata(metadata(picture));
    let mut page = document.start_page_with(size);
    let drawn = draw(picture, page.surface(), &letters);
    page.finish();
    document.set_tag_tree(tags(picture, drawn));
    document.finish().map_err(|error| PictureError::Written(format!("{error:?}")))
}

/// Tells who does not see the page that it is one figure, and what it shows.
fn tags(picture: &Picture, drawn: Identifier) -> TagTree {
    let words = format!("{}. {}", picture.title, picture.description);
    let figure = TagGroup::with_children(Tag::Figure(Some(words)), vec![drawn.into()]);
    TagTree::from(vec![figure.into()]).with_lang(Some(picture.lang.to_owned()))
}

fn draw(picture: &Picture, mut surface: Surface<'_>, letters: &[Letters<'_>; 2]) -> Identifier {
    let drawn = surface.start_tagged(ContentTag::Other);
    surface.push_transform(&Transform::from_scale(POINTS as f32, POINTS as f32));
    let mut sheet = Sheet { surface, letters };
    for shape in picture.groups.iter().flat_map(|group| &group.shapes) {
        sheet.draw(shape);
    }
    sheet.surface.pop();
    sheet.surface.end_tagged();
    sheet.surface.finish();
    drawn
}

fn metadata(picture: &Picture) -> Metadata {
    Metadata::new()
        .title(picture.title.clone())
        .description(picture.description.clone())
        .keywords(picture.mark.iter().cloned().collect())
        .language(picture.lang.to_owned())
        .creator("gainsay".to_owned())
}

/// A face to measure with and to embed.
struct Letters<'a> {
    face: Face<'a>,
    font: Font,
}

impl<'a> Letters<'a> {
    fn new(face: &'a crate::fonts::Face) -> Result<Self, PictureError> {
        let font = Font::new(face.data.clone().into(), face.index);
        Ok(Self { face: parsed(face)?, font: font.ok_or(PictureError::NoFont)? })
    }
}

struct Sheet<'a, 'b, 'c> {
    surface: Surface<'a>,
    letters: &'b [Letters<'c>; 2],
}

impl Sheet<'_, '_, '_> {
    fn draw(&mut self, shape: &Shape) {
        match shape {
            Shape::Rect { at: [x, y], size: [width, height], paint } => {
                let [x, y, width, height] = [x, y, width, height].map(|one| *one as f32);
                let mut path = PathBuilder::new();
                if let Some(rect) = Rect::from_xywh(x, y, width, height) {
                    path.push_rect(rect);
                }
                self.paint(path.finish(), *paint);
            }
            Shape::Circle { centre, radius, paint } => self.paint(circle(*centre, *radius), *paint),
            Shape::Polygon { points, paint } => self.paint(path(points, true), *paint),
            Shape::Line { points, stroke } => {
                self.paint(path(points, false), Paint { fill: None, stroke: Some(*stroke) });
            }
            Shape::Text(text) => self.write(text),
        }
    }

    fn paint(&mut self, path: Option<Path>, paint: Paint) {
        let Some(path) = path else { return };
        self.surface.set_fill(paint.fill.map(fill));
        self.surface.set_stroke(paint.stroke.map(pen));
        self.surface.draw_path(&path);
    }

    fn write(&mut self, text: &Text) {
        let letters = &self.letters[usize::from(text.bold)];
        let glyphs = placed(&letters.face, &text.text);
        let [x, y] = start(text, &glyphs);
        let glyphs: Vec<KrillaGlyph> = glyphs
            .into_iter()
            .map(|one| {
                let id = GlyphId::new(u32::from(one.glyph.0));
                KrillaGlyph::new(id, one.advance, 0.0, 0.0, 0.0, one.range, None)
            })
            .collect();
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(fill(text.ink)));
        let (at, font) = (Point::from_xy(x, y), letters.font.clone());
        self.surface.draw_glyphs(at, &glyphs, font, &text.text, text.size as f32, false);
    }
}

fn path(points: &[[f64; 2]], closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (index, point) in points.iter().enumerate() {
        let [x, y] = point.map(|one| one as f32);
        if index == 0 { path.move_to(x, y) } else { path.line_to(x, y) }
    }
    if closed && !points.is_empty() {
        path.close();
    }
    path.finish()
}

/// A circle of four curves, off by less than a thousandth of its radius.
fn circle([x, y]: [f64; 2], radius: f64) -> Option<Path> {
    // 4/3 · tan(π/8): the usual distance of control points.
    const ROUND: f32 = 0.552_284_8;
    let [x, y, r] = [x, y, radius].map(|one| one as f32);
    let k = r * ROUND;
    let mut path = PathBuilder::new();
    path.move_to(x + r, y);
    path.cubic_to(x + r, y + k, x + k, y + r, x, y + r);
    path.cubic_to(x - k, y + r, x - r, y + k, x - r, y);
    path.cubic_to(x - r, y - k, x - k, y - r, x, y - r);
    path.cubic_to(x + k, y - r, x + r, y - k, x + r, y);
    path.close();
    path.finish()
}

fn fill(Ink([red, green, blue]): Ink) -> Fill {
    Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        opacity: NormalizedF32::ONE,
        ..Fill::default()
    }
}

fn pen(stroke: Stroke) -> Pen {
    let Ink([red, green, blue]) = stroke.ink;
    let dash = StrokeDash { array: Stroke::DASHES.to_vec(), offset: 0.0 };
    Pen {
        paint: rgb::Color::new(red, green, blue).into(),
        width: stroke.width as f32,
        line_join: LineJoin::Round,
        dash: stroke.dashed.then_some(dash),
        ..Pen::default()
    }
}
