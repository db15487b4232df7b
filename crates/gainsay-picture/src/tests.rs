//! Pictures as PNG and PDF, read back. They need a font of the system's.

use crate::{
    Anchor, Fonts, Group, Ink, Paint, Picture, PictureError, Shape, Stroke, Text, pdf, png,
};

const BLUE: Ink = Ink([0, 114, 178]);

fn picture(width: f64, height: f64) -> Picture {
    let text = Text {
        at: [width / 2.0, 30.0],
        text: "Été 61\u{202f}%".to_owned(),
        size: 12.0,
        bold: false,
        anchor: Anchor::Middle,
        ink: Ink([0; 3]),
    };
    let stroke = Stroke { ink: BLUE, width: 2.0, dashed: true };
    let shapes = vec![
        Shape::Rect { at: [10.0, 50.0], size: [20.0, 10.0], paint: Paint::filled(BLUE) },
        Shape::Circle { centre: [60.0, 55.0], radius: 5.0, paint: Paint::hollow(stroke) },
        Shape::Polygon {
            points: vec![[80.0, 50.0], [90.0, 60.0], [80.0, 60.0]],
            paint: Paint::filled(BLUE),
        },
        Shape::Line { points: vec![[10.0, 70.0], [90.0, 70.0]], stroke },
        Shape::Text(text),
    ];
    Picture {
        lang: "fr",
        width,
        height,
        title: "Titre".to_owned(),
        description: "Description".to_owned(),
        mark: None,
        groups: vec![Group { shapes, ..Group::default() }],
    }
}

/// The system's fonts; without any, nothing is drawn and nothing can be tested.
#[expect(clippy::print_stderr, reason = "a test that did not run says so")]
fn fonts() -> Option<Fonts> {
    let fonts = Fonts::of_system().ok();
    if fonts.is_none() {
        eprintln!("not run: drawing: this system has no font");
    }
    fonts
}

#[test]
fn pixels_are_where_shapes_are() {
    let Some(fonts) = fonts() else { return };
    let bytes = png(&picture(100.0, 80.0), &fonts, 2.0).expect("it is drawn");
    let read = tiny_skia::Pixmap::decode_png(&bytes).expect("a picture");
    assert_eq!([read.width(), read.height()], [200, 160]);
    let at = |x, y| {
        let pixel = read.pixel(x, y).expect("within");
        [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]
    };
    assert_eq!(at(40, 110), [0, 114, 178, 255]);
    assert_eq!(at(2, 2), [255; 4]);
    // Of the circle the line, and nothing within.
    assert_eq!(at(120, 110), [255; 4]);
    let dark =
        (0..200).flat_map(|x| (40..62).map(move |y| (x, y))).filter(|&(x, y)| at(x, y)[0] < 99);
    assert!(dark.count() > 30, "no letters");
}

#[test]
fn a_page_has_its_size_and_no_date() {
    let Some(fonts) = fonts() else { return };
    let bytes = pdf(&picture(100.0, 80.0), &fonts).expect("it is written");
    assert!(bytes.starts_with(b"%PDF-"));
    let text = String::from_utf8_lossy(&bytes);
    assert!(
        text.contains("/MediaBox [0 0 75 60]") || text.contains("/MediaBox[0 0 75 60]"),
        "no size"
    );
    assert!(!text.contains("/CreationDate") && !text.contains("/ModDate"));
}

#[test]
fn a_page_is_told_to_be_a_figure_to_who_does_not_see_it() {
    let Some(fonts) = fonts() else { return };
    let bytes = pdf(&picture(100.0, 80.0), &fonts).expect("it is written");
    let text = String::from_utf8_lossy(&bytes);
    for part in ["/Marked true", "/StructTreeRoot", "/Figure", "/Alt"] {
        assert!(text.contains(part), "no {part}");
    }
}

#[test]
fn the_same_picture_is_the_same_bytes() {
    let Some(fonts) = fonts() else { return };
    let one = picture(100.0, 80.0);
    assert_eq!(pdf(&one, &fonts), pdf(&one.clone(), &fonts));
    assert_eq!(png(&one, &fonts, 1.0), png(&one.clone(), &fonts, 1.0));
}

#[test]
fn sizes_that_cannot_be_drawn_are_refused() {
    let Some(fonts) = fonts() else { return };
    for (width, height) in [(0.0, 10.0), (1e6, 1e6), (f64::NAN, 10.0)] {
        let found = png(&picture(width, height), &fonts, 2.0);
        assert_eq!(found, Err(PictureError::Size), "{width} {height}");
    }
    assert_eq!(pdf(&picture(0.0, 10.0), &fonts), Err(PictureError::Size));
}
