//! What the places of a text are called.

use std::ops::Range;

use gainsay_claims::Lang;

use crate::{clean, lang::pick};

/// What the places of a text are called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// Where each line of the text ends, in bytes, but for the last one.
    ends: Vec<usize>,
    named: Named,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Named {
    Lines,
    Paragraphs,
    Pages(Vec<[String; 2]>),
}

impl Places {
    /// By their lines.
    pub fn lines(text: &str) -> Self {
        Self { ends: text.match_indices('\n').map(|(at, _)| at).collect(), named: Named::Lines }
    }

    /// By their paragraphs, one of which is a line of the text.
    pub fn paragraphs(text: &str) -> Self {
        Self { named: Named::Paragraphs, ..Self::lines(text) }
    }

    /// By pages and lines of them, each a line of the text: `page=2`, `L4-L6`.
    pub fn pages(text: &str, pages: Vec<[String; 2]>) -> Self {
        Self { named: Named::Pages(pages), ..Self::lines(text) }
    }

    /// The page on which some bytes of the text stand, if it has pages.
    pub(super) fn page(&self, at: &Range<usize>) -> Option<usize> {
        let Named::Pages(pages) = &self.named else { return None };
        pages.get(self.line(at))?.first()?.strip_prefix("page=")?.parse().ok()
    }

    /// The place of some bytes of the text: "line 3", "page 2, lines 4-6".
    pub(super) fn of(&self, lang: Lang, at: &Range<usize>) -> String {
        let line = self.line(at);
        let number = line + 1;
        match &self.named {
            Named::Lines => pick(lang, ["line ", "ligne "]).to_owned() + &number.to_string(),
            Named::Paragraphs => {
                pick(lang, ["paragraph ", "paragraphe "]).to_owned() + &number.to_string()
            }
            Named::Pages(pages) => {
                let Some([page, lines]) = pages.get(line) else { return String::new() };
                let page = page.strip_prefix("page=").unwrap_or(page);
                let lines = lines.replace('L', "");
                let word = match lines.contains('-') {
                    true => pick(lang, ["lines", "lignes"]),
                    false => pick(lang, ["line", "ligne"]),
                };
                clean(&format!("page {page}, {word} {lines}"))
            }
        }
    }

    /// The line on which some bytes begin, from 0.
    fn line(&self, at: &Range<usize>) -> usize {
        self.ends.partition_point(|end| *end < at.start)
    }
}
