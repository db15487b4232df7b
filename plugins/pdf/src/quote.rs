//! Where the words of a form stand on a page.

use std::ops::Range;

use gainsay_plugin::{
    Document, SourceError,
    form::{Words, error},
    wire::Place,
};

use crate::{glyphs::UNREADABLE, page::Page};

/// A page, and the words of it in which a figure stands.
pub(crate) struct Quote<'a> {
    /// The form.
    pub(crate) document: &'a Document,
    pub(crate) page: &'a Page,
    /// The number of the page.
    pub(crate) number: usize,
    /// The words, if the form quotes any.
    pub(crate) words: Option<&'a Words>,
}

/// Words on a page: the paragraph, and the bytes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Found {
    row: usize,
    span: Range<usize>,
}

impl Quote<'_> {
    /// The place of words on the page: within what is quoted, else the only one on the page.
    ///
    /// # Errors
    ///
    /// When they do not stand there, more than once, or beside what cannot be read.
    pub(crate) fn place(&self, words: &Words) -> Result<Place, SourceError> {
        if words.get_ref().trim().is_empty() {
            return Err(error(self.document, words, "nothing is written here"));
        }
        let mut found = self.on_page(words);
        if let Some(quote) = self.words {
            let quoted = self.only(quote, self.on_page(quote))?;
            let within = |one: &&Found| {
                one.row == quoted.row
                    && quoted.span.start <= one.span.start
                    && one.span.end <= quoted.span.end
            };
            let inside: Vec<Found> = found.iter().filter(within).cloned().collect();
            found = if inside.is_empty() { found } else { inside };
        }
        let Found { row, span } = self.only(words, found)?;
        let text = &self.page.paragraphs[row].text;
        let beside = [text[..span.start].trim_end(), text[span.clone()].trim_end()]
            .map(|words| words.chars().next_back());
        let next = text[span.end..].trim_start().chars().next();
        if beside.into_iter().chain([next]).flatten().any(|sign| sign == UNREADABLE)
            || text[span.clone()].contains(UNREADABLE)
        {
            return Err(error(self.document, words, "stands beside what cannot be read"));
        }
        Ok(Place::cell(row, 1).within(span))
    }

    fn only(&self, words: &Words, mut found: Vec<Found>) -> Result<Found, SourceError> {
        let number = self.number;
        match (found.pop(), found.len()) {
            (Some(one), 0) => Ok(one),
            (Some(_), others) => {
                let message = format!(
                    "stands {} times on page {number}: quote more of the words around it",
                    others + 1
                );
                Err(error(self.document, words, message))
            }
            (None, _) => {
                Err(error(self.document, words, format!("does not stand on page {number}")))
            }
        }
    }

    /// Every place where the words stand, whole.
    fn on_page(&self, words: &Words) -> Vec<Found> {
        let sought = folded(words.get_ref().trim());
        let sought: Vec<char> = sought.into_iter().map(|(sign, _)| sign).collect();
        let rows = self.page.paragraphs.iter().enumerate();
        let found = rows.flat_map(|(row, paragraph)| {
            let text = folded(&paragraph.text);
            let places = places(&text, &sought);
            places.into_iter().map(move |span| Found { row, span })
        });
        found.collect()
    }
}

/// The places of some characters in a text, where no word or number goes on.
fn places(text: &[(char, Range<usize>)], sought: &[char]) -> Vec<Range<usize>> {
    let goes_on = |one: Option<char>, other: Option<char>| {
        one.is_some_and(char::is_alphanumeric) && other.is_some_and(char::is_alphanumeric)
    };
    let sign = |at: usize| text.get(at).map(|(sign, _)| *sign);
    let windows = text.windows(sought.len().max(1)).enumerate();
    let matching = windows
        .filter(|(_, window)| window.iter().map(|(sign, _)| sign).eq(sought) && !sought.is_empty());
    let whole = matching.filter(|(at, window)| {
        let before = at.checked_sub(1).and_then(sign);
        let end = at + window.len();
        !goes_on(before, sign(*at)) && !goes_on(sign(end - 1), sign(end))
    });
    let spans = whole.map(|(_, window)| {
        let ends = window.first().zip(window.last());
        ends.map_or(0..0, |(first, last)| first.1.start..last.1.end)
    });
    spans.collect()
}

/// Characters with their bytes, all space alike, and so apostrophes and hyphens: nobody types
/// U+202F.
fn folded(text: &str) -> Vec<(char, Range<usize>)> {
    let mut folded: Vec<(char, Range<usize>)> = Vec::new();
    for (at, sign) in text.char_indices() {
        let end = at + sign.len_utf8();
        let sign = match sign {
            sign if sign.is_whitespace() => ' ',
            '’' | 'ʼ' => '\'',
            '\u{2010}' | '\u{2011}' => '-',
            sign => sign,
        };
        match folded.last_mut() {
            Some((' ', span)) if sign == ' ' => span.end = end,
            _ => folded.push((sign, at..end)),
        }
    }
    folded
}
