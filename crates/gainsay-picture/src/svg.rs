//! Pictures as SVG: text stays text, and nothing else is needed to see them.

use std::fmt::Write as _;

use crate::picture::{Anchor, Group, Ink, Paint, Picture, Shape, Stroke, Text};

/// Writes a picture as a file of its own. Its letters are those without serifs that the
/// reader's system has.
pub fn svg(picture: &Picture) -> String {
    let (width, height) = (number(picture.width), number(picture.height));
    let mark = attribute("data-evidence", picture.mark.as_deref());
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" \
         lang=\"{lang}\" xml:lang=\"{lang}\" role=\"img\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" aria-labelledby=\"title description\" \
         font-family=\"sans-serif\"{mark}>\n<title id=\"title\">{title}</title>\n\
         <desc id=\"description\">{description}</desc>\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>\n",
        lang = escape(picture.lang),
        title = escape(&picture.title),
        description = escape(&picture.description),
    );
    for one in &picture.groups {
        group(&mut text, one);
    }
    text + "</svg>\n"
}

fn group(text: &mut String, group: &Group) {
    let is_named = group.claim.is_some() || group.title.is_some();
    if is_named {
        *text += &format!("<g{}>", attribute("data-claim", group.claim.as_deref()));
        if let Some(title) = &group.title {
            *text += &format!("<title>{}</title>", escape(title));
        }
        text.push('\n');
    }
    for one in &group.shapes {
        *text += &shape(one);
    }
    if is_named {
        *text += "</g>\n";
    }
}

fn shape(shape: &Shape) -> String {
    match shape {
        Shape::Rect { at: [x, y], size: [width, height], paint } => format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{}/>\n",
            number(*x),
            number(*y),
            number(*width),
            number(*height),
            painted(*paint)
        ),
        Shape::Circle { centre: [x, y], radius, paint } => format!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}/>\n",
            number(*x),
            number(*y),
            number(*radius),
            painted(*paint)
        ),
        Shape::Polygon { points, paint } => {
            format!("<polygon points=\"{}\"{}/>\n", listed(points), painted(*paint))
        }
        Shape::Line { points, stroke } => {
            let paint = Paint { fill: None, stroke: Some(*stroke) };
            format!("<polyline points=\"{}\"{}/>\n", listed(points), painted(paint))
        }
        Shape::Text(one) => letters(one),
    }
}

fn letters(text: &Text) -> String {
    let anchor = match text.anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    };
    let weight = if text.bold { " font-weight=\"bold\"" } else { "" };
    format!(
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight}{anchor} fill=\"{}\">{}</text>\n",
        number(text.at[0]),
        number(text.at[1]),
        number(text.size),
        colour(text.ink),
        escape(&text.text)
    )
}

fn painted(paint: Paint) -> String {
    let fill = paint.fill.map_or_else(|| "none".to_owned(), colour);
    let mut text = format!(" fill=\"{fill}\"");
    if let Some(stroke) = paint.stroke {
        let (ink, width) = (colour(stroke.ink), number(stroke.width));
        text += &format!(" stroke=\"{ink}\" stroke-width=\"{width}\"");
        if stroke.dashed {
            let [dash, space] = Stroke::DASHES;
            text += &format!(" stroke-dasharray=\"{dash} {space}\"");
        }
    }
    text
}

fn listed(points: &[[f64; 2]]) -> String {
    let points: Vec<String> =
        points.iter().map(|[x, y]| format!("{},{}", number(*x), number(*y))).collect();
    points.join(" ")
}

/// A coordinate to a hundredth of a pixel, without zeros at its end.
fn number(number: f64) -> String {
    // Minus zero would be another text for the same place.
    let rounded = (number * 100.0).round() / 100.0 + 0.0;
    rounded.to_string()
}

fn colour(Ink(parts): Ink) -> String {
    let mut text = "#".to_owned();
    for part in parts {
        // Writing to a string does not fail.
        let _ = write!(text, "{part:02x}");
    }
    text
}

fn attribute(name: &str, value: Option<&str>) -> String {
    value.map_or_else(String::new, |value| format!(" {name}=\"{}\"", escape(value)))
}

/// Text that is no markup. What XML cannot hold at all is left out.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            '\n' | '\t' | '\r' => escaped.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            one if one.is_control() => {}
            one => escaped.push(one),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use quick_xml::{Reader, events::Event};

    use super::*;

    fn picture(words: &str) -> Picture {
        let text = Text {
            at: [10.0, 20.004],
            text: words.to_owned(),
            size: 12.0,
            bold: true,
            anchor: Anchor::End,
            ink: Ink([0, 114, 178]),
        };
        Picture {
            lang: "en",
            width: 100.0,
            height: 40.5,
            title: words.to_owned(),
            description: words.to_owned(),
            mark: Some(words.to_owned()),
            groups: vec![Group {
                claim: Some(words.to_owned()),
                title: Some(words.to_owned()),
                shapes: vec![Shape::Text(text)],
            }],
        }
    }

    /// Names of elements, and whether every text is the given one.
    fn read(text: &str, words: &str) -> Vec<String> {
        let mut reader = Reader::from_str(text);
        let mut names = Vec::new();
        let mut told = String::new();
        loop {
            match reader.read_event().expect("well-formed") {
                Event::Eof => break,
                Event::Start(one) | Event::Empty(one) => {
                    let name = one.name().as_ref().to_owned();
                    for attribute in one.attributes() {
                        let attribute = attribute.expect("a well-formed attribute");
                        let key = attribute.key.as_ref().to_owned();
                        if key.starts_with("data-") {
                            let value = attribute.value.into_owned();
                            assert_eq!(unescaped(&value), words);
                        }
                    }
                    names.push(name);
                }
                Event::Text(one) => told += &one,
                Event::GeneralRef(one) => told += &format!("&{};", &*one),
                _ => {}
            }
        }
        assert_eq!(unescaped(&told).matches(words).count(), 4, "{told}");
        names
    }

    fn unescaped(text: &str) -> String {
        let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
        pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
    }

    #[test]
    fn hostile_text_is_text() {
        for words in ["plain", "</text><script>alert(1)</script>\"'&amp;]]>"] {
            let names = read(&svg(&picture(words)), words);
            assert_eq!(names, ["svg", "title", "desc", "rect", "g", "title", "text"]);
        }
    }

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        assert_eq!(escape("a\u{0}b\u{1b}c\u{fffe}d\ne"), "abcd e");
    }

    #[test]
    fn coordinates_are_short() {
        assert_eq!([1.0, 0.3333, -0.001, 12.345].map(number), ["1", "0.33", "0", "12.35"]);
        assert_eq!(colour(Ink([0, 114, 178])), "#0072b2");
    }
}
