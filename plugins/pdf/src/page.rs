//! What a page says.

use gainsay_plugin::wire::Listing;

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
    pub(crate) remarks: Vec<String>,
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

fn remarks(drawn: &Drawn) -> Vec<String> {
    let is_letter = |text: &str| text.chars().any(|sign| !sign.is_whitespace());
    let all = drawn.glyphs.iter().filter(|glyph| is_letter(&glyph.text)).count();
    let unreadable = drawn.glyphs.iter().filter(|one| one.text.contains(UNREADABLE)).count();
    let mut remarks = Vec::new();
    let mut tell = |condition: bool, words: String| {
        if condition {
            remarks.push(words);
        }
    };
    let image = if drawn.has_image { ", but an image: it may have been scanned" } else { "" };
    tell(all == 0, format!("holds no text{image}"));
    tell(
        unreadable > 0,
        format!(
            "holds {unreadable} of {all} characters that cannot be read: their fonts do not say \
             which letters they are"
        ),
    );
    tell(
        drawn.lost_fonts > 0,
        "uses a font that cannot be read, so that characters may be missing".to_owned(),
    );
    tell(
        drawn.hidden > 0,
        format!(
            "holds {} characters that nobody sees, perhaps recognized in a scan: compare them with \
             the page",
            drawn.hidden
        ),
    );
    tell(
        drawn.outside > 0,
        format!("has {} characters outside of its edges, which are left out", drawn.outside),
    );
    remarks
}
