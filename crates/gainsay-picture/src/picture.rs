//! What a picture is made of.

/// A picture: a white page with shapes on it. Coordinates are pixels of a screen from the
/// upper left corner, a ninety-sixth of an inch each.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The code of its language: `en`.
    pub lang: &'static str,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// What it is called, for those who do not see it.
    pub title: String,
    /// What it shows, for those who do not see it.
    pub description: String,
    /// The line that tells what evidence it rests on.
    pub mark: Option<String>,
    /// What is drawn, the lowest first.
    pub groups: Vec<Group>,
}

/// Shapes that belong together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// The id of the claim that they draw.
    pub claim: Option<String>,
    /// What they say in full; shown by browsers to who points at them.
    pub title: Option<String>,
    /// The shapes, the lowest first.
    pub shapes: Vec<Shape>,
}

/// Something drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A rectangle.
    Rect {
        /// Its upper left corner.
        at: [f64; 2],
        /// Its width and height.
        size: [f64; 2],
        /// How it is painted.
        paint: Paint,
    },
    /// A circle.
    Circle {
        /// Its centre.
        centre: [f64; 2],
        /// Its radius.
        radius: f64,
        /// How it is painted.
        paint: Paint,
    },
    /// A closed shape with straight sides.
    Polygon {
        /// Its corners.
        points: Vec<[f64; 2]>,
        /// How it is painted.
        paint: Paint,
    },
    /// A line through points.
    Line {
        /// The points.
        points: Vec<[f64; 2]>,
        /// How it is drawn.
        stroke: Stroke,
    },
    /// A line of text.
    Text(Text),
}

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Where its baseline is anchored.
    pub at: [f64; 2],
    /// The text; nothing in it is markup.
    pub text: String,
    /// The size of its letters.
    pub size: f64,
    /// Whether it is bold.
    pub bold: bool,
    /// Which part of it stands at its place.
    pub anchor: Anchor,
    /// Its colour.
    pub ink: Ink,
}

/// Which part of a text stands at its place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Anchor {
    /// Where it begins.
    #[default]
    Start,
    /// Its middle.
    Middle,
    /// Where it ends.
    End,
}

/// How an area is painted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paint {
    /// The colour within.
    pub fill: Option<Ink>,
    /// The line around.
    pub stroke: Option<Stroke>,
}

impl Paint {
    /// Filled, without a line around.
    pub fn filled(ink: Ink) -> Self {
        Self { fill: Some(ink), stroke: None }
    }

    /// White with a line around.
    pub fn hollow(stroke: Stroke) -> Self {
        Self { fill: Some(Ink([255, 255, 255])), stroke: Some(stroke) }
    }
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub ink: Ink,
    /// Its width.
    pub width: f64,
    /// Whether it is dashed.
    pub dashed: bool,
}

impl Stroke {
    /// How long a dash and a space are.
    pub(crate) const DASHES: [f32; 2] = [4.0, 3.0];

    /// A solid line.
    pub fn solid(ink: Ink, width: f64) -> Self {
        Self { ink, width, dashed: false }
    }
}

/// A colour: red, green and blue (sRGB).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ink(pub [u8; 3]);

/// Why a picture could not be drawn.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// The system has no font.
    #[error("no font")]
    NoFont,
    /// It has more pixels than can be held, or none.
    #[error("unfit size")]
    Size,
    /// The picture cannot be written.
    #[error("not written: {0}")]
    Written(String),
}
