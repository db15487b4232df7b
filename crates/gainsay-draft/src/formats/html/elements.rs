//! What elements of HTML are to prose.

use crate::prose::PassageKind;

/// What an element is to prose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Words of the passage around it.
    Inline,
    /// Something in its place that is no words: an image.
    Image,
    /// Something with words of its own that are none of the passage: code, a formula.
    Object,
    /// Passages of their own.
    Block,
    /// Passages of this kind.
    Kind(PassageKind),
    /// No prose at all.
    Hidden,
    /// The end of a line.
    Break,
}

/// What the element of a name is to prose.
pub(super) fn part(name: &str) -> Part {
    match name {
        "br" => Part::Break,
        "img" | "input" | "embed" => Part::Image,
        "code" | "kbd" | "samp" | "math" | "svg" | "audio" | "video" | "object" | "iframe" => {
            Part::Object
        }
        "h1" => Part::Kind(PassageKind::Heading(1)),
        "h2" => Part::Kind(PassageKind::Heading(2)),
        "h3" => Part::Kind(PassageKind::Heading(3)),
        "h4" => Part::Kind(PassageKind::Heading(4)),
        "h5" => Part::Kind(PassageKind::Heading(5)),
        "h6" => Part::Kind(PassageKind::Heading(6)),
        "li" | "dd" | "dt" => Part::Kind(PassageKind::Item),
        "blockquote" => Part::Kind(PassageKind::Quote),
        "td" | "th" => Part::Kind(PassageKind::Cell),
        "caption" | "figcaption" => Part::Kind(PassageKind::Caption),
        "head" | "script" | "style" | "pre" | "nav" | "template" | "textarea" | "select"
        | "button" | "noscript" | "title" => Part::Hidden,
        "address" | "article" | "aside" | "body" | "center" | "details" | "div" | "dl"
        | "fieldset" | "figure" | "footer" | "header" | "hr" | "html" | "main" | "ol" | "p"
        | "section" | "summary" | "table" | "tbody" | "tfoot" | "thead" | "tr" | "ul" => {
            Part::Block
        }
        _ => Part::Inline,
    }
}

/// Whether an element has no end.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Whether an open element ends where another one begins, though nothing says so.
pub(super) fn ends_before(open: &str, next: &str) -> bool {
    let is_block = matches!(part(next), Part::Block | Part::Kind(_)) || next == "pre";
    match open {
        "p" => is_block,
        "li" => next == "li",
        "dd" | "dt" => matches!(next, "dd" | "dt"),
        "td" | "th" => matches!(next, "td" | "th" | "tr"),
        "tr" => next == "tr",
        "head" => is_block,
        _ => false,
    }
}
