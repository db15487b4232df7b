//! What a page says.

use gainsay_plugin::{Said, wire::Listing};

use crate::{
    columns::blocks,
    glyphs::{Drawn, UNREADABLE},
    leading::Leading,
    lines::lines,
    paragraphs::{Paragraph, paragraphs},
    segments::segments,
};

/// A page, read.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// What it says, in the order of reading.
    pub(crate) paragraphs: Vec<Paragraph>,
    /// What of it could not be read, or only perhaps, in words that follow its number.
    pub(crate) remarks: Vec<Said>,
}

/// The name of a page as a part of its document.
pub(crate) fn part(number: usize) -> String {
    format!("page={number}")
}

impl Page {
    /// What a page says, by what it draws.
    pub(crate) fn of(drawn: Drawn) -> Self {
        let remarks = remarks(&drawn);
        let segments = segments(drawn.glyphs);
        let leading = Leading::of(&segments);
        let blocks = blocks(segments, leading).into_iter().map(lines).collect();
        let mut paragraphs = paragraphs(blocks, leading);
        for paragraph in &mut paragraphs {
            paragraph.text = paragraph.text.replace('\u{ad}', "");
        }
        Self { paragraphs, remarks }
    }

    /// Each paragraph with its place.
    pub(crate) fn listing(&self, number: usize) -> Listing {
        let entries = self.paragraphs.iter().map(|one| [one.address(), one.text.clone()]);
        Listing { part: Some(part(number)), entries: entries.collect(), ..Listing::default() }
    }
}

fn remarks(drawn: &Drawn) -> Vec<Said> {
    let is_letter = |text: &str| text.chars().any(|sign| !sign.is_whitespace());
    let all = drawn.glyphs.iter().filter(|glyph| is_letter(&glyph.text)).count();
    let unreadable = drawn.glyphs.iter().filter(|one| one.text.contains(UNREADABLE)).count();
    let mut remarks = Vec::new();
    let mut tell = |condition: bool, words: [String; 2]| {
        if condition {
            remarks.push(words.into());
        }
    };
    tell(all == 0, no_text(drawn.has_image));
    tell(
        unreadable > 0,
        [
            format!(
                "holds {unreadable} of {all} characters that cannot be read: their fonts do not \
                 say which letters they are"
            ),
            format!(
                "contient {unreadable} caractères illisibles sur {all}\u{a0}: leurs polices ne \
                 disent pas quelles lettres ils sont"
            ),
        ],
    );
    tell(
        drawn.lost_fonts > 0,
        [
            "uses a font that cannot be read, so that characters may be missing".to_owned(),
            "emploie une police illisible\u{a0}: des caractères peuvent manquer".to_owned(),
        ],
    );
    let Drawn { hidden, outside, .. } = drawn;
    tell(
        *hidden > 0,
        [
            format!(
                "holds {hidden} characters that nobody sees, perhaps recognized in a scan: compare \
                 them with the page"
            ),
            format!(
                "contient {hidden} caractères que personne ne voit, peut-être reconnus dans un \
                 document numérisé\u{a0}: les comparer à la page"
            ),
        ],
    );
    tell(
        *outside > 0,
        [
            format!("has {outside} characters outside of its edges, which are left out"),
            format!("a {outside} caractères hors de ses bords, laissés de côté"),
        ],
    );
    remarks
}

/// That a page is empty, or a picture.
fn no_text(has_image: bool) -> [String; 2] {
    let words = match has_image {
        true => [
            "holds no text, but an image: it may have been scanned",
            "ne contient pas de texte, mais une image\u{a0}: elle a pu être numérisée",
        ],
        false => ["holds no text", "ne contient pas de texte"],
    };
    words.map(str::to_owned)
}
