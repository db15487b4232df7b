//! Rendered text as a neutral tree, for outputs to escape in their own way.

use citationberg::{FontStyle, FontVariant, FontWeight, VerticalAlign};
use gainsay_claims::site::normal;
use hayagriva::{ElemChild, ElemChildren, Formatted, Formatting};

/// A piece of a rendered citation or reference. Nothing in it is escaped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Text(String),
    /// Marked pieces.
    Marked(Mark, Vec<Self>),
    /// A link to a page of the web.
    Link {
        /// Its address, with `http` or `https`.
        url: String,
        /// What is shown.
        content: Vec<Self>,
    },
}

/// How pieces are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Italics in most styles.
    Emphasis,
    /// Bold in most styles.
    Strong,
    /// Small capitals.
    SmallCaps,
    /// Raised.
    Superscript,
    /// Lowered.
    Subscript,
}

impl Piece {
    /// The words of pieces, without marks.
    pub fn words(pieces: &[Self]) -> String {
        let words = pieces.iter().map(|piece| match piece {
            Self::Text(text) => text.clone(),
            Self::Marked(_, content) | Self::Link { content, .. } => Self::words(content),
        });
        words.collect()
    }
}

/// The tree of the engine as pieces. Blocks of lines become words with a space between.
pub(crate) fn pieces(children: &ElemChildren) -> Vec<Piece> {
    let mut all = Vec::new();
    for child in &children.0 {
        match child {
            ElemChild::Text(text) => all.push(marked(text)),
            ElemChild::Markup(text) => all.push(Piece::Text(text.clone())),
            ElemChild::Link { text, url } => all.push(link(text, url)),
            ElemChild::Elem(element) if element.display.is_some() => {
                all.push(Piece::Text(" ".to_owned()));
                all.extend(pieces(&element.children));
                all.push(Piece::Text(" ".to_owned()));
            }
            ElemChild::Elem(element) => all.extend(pieces(&element.children)),
            ElemChild::Transparent { .. } => {}
        }
    }
    all
}

/// A link, if its address is one of the web and holds nothing that ends an address.
fn link(text: &Formatted, url: &str) -> Piece {
    let is_plain = |letter: char| !letter.is_whitespace() && !letter.is_control();
    if normal(url).is_empty() || !url.chars().all(is_plain) {
        return marked(text);
    }
    Piece::Link { url: url.to_owned(), content: vec![marked(text)] }
}

fn marked(text: &Formatted) -> Piece {
    let Formatting { font_style, font_variant, font_weight, vertical_align, .. } = text.formatting;
    let marks = [
        (font_style == FontStyle::Italic, Mark::Emphasis),
        (font_weight == FontWeight::Bold, Mark::Strong),
        (font_variant == FontVariant::SmallCaps, Mark::SmallCaps),
        (vertical_align == VerticalAlign::Sup, Mark::Superscript),
        (vertical_align == VerticalAlign::Sub, Mark::Subscript),
    ];
    let marks = marks.into_iter().filter_map(|(is_so, mark)| is_so.then_some(mark));
    marks.fold(Piece::Text(text.text.clone()), |inner, mark| Piece::Marked(mark, vec![inner]))
}
