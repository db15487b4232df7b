//! Where the words of a form stand on a page.

use std::ops::Range;

use gainsay_plugin::{
    Document, SourceError,
    form::{NOTHING_WRITTEN, Words, error, occurrences},
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
            return Err(error(self.document, words, NOTHING_WRITTEN));
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
            return Err(error(
                self.document,
                words,
                ["stands beside what cannot be read", "se trouve à côté de ce qui est illisible"],
            ));
        }
        Ok(Place::cell(row, 1).within(span))
    }

    fn only(&self, words: &Words, mut found: Vec<Found>) -> Result<Found, SourceError> {
        let number = self.number;
        match (found.pop(), found.len()) {
            (Some(one), 0) => Ok(one),
            (Some(_), others) => {
                let times = others + 1;
                let message = [
                    format!(
                        "stands {times} times on page {number}: quote more of the words around it"
                    ),
                    format!(
                        "figure {times} fois à la page {number}\u{a0}: citer plus de mots autour"
                    ),
                ];
                Err(error(self.document, words, message))
            }
            (None, _) => {
                let message = [
                    format!("does not stand on page {number}"),
                    format!("ne figure pas à la page {number}"),
                ];
                Err(error(self.document, words, message))
            }
        }
    }

    /// Every place where the words stand, whole.
    fn on_page(&self, words: &Words) -> Vec<Found> {
        let rows = self.page.paragraphs.iter().enumerate();
        let found = rows.flat_map(|(row, paragraph)| {
            let places = occurrences(words.get_ref(), &paragraph.text);
            places.into_iter().map(move |span| Found { row, span })
        });
        found.collect()
    }
}
