//! What the places of a text are called.

use std::ops::Range;

use gainsay_claims::Lang;

use crate::{clean, lang::pick};

/// What the places of a text are called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Places {
    /// By their lines.
    Lines,
    /// By their paragraphs, one of which is a line of the text.
    Paragraphs,
    /// By pages and lines of them, each a line of the text: `page=2`, `L4-L6`.
    Pages(Vec<[String; 2]>),
}

impl Places {
    /// The page on which some bytes of a text stand, if it has pages.
    pub(super) fn page(&self, text: &str, at: &Range<usize>) -> Option<usize> {
        let Self::Pages(pages) = self else { return None };
        let line = text.get(..at.start)?.matches('\n').count();
        pages.get(line)?.first()?.strip_prefix("page=")?.parse().ok()
    }

    /// The place of some bytes of a text: "line 3", "page 2, lines 4-6".
    pub(super) fn of(&self, lang: Lang, text: &str, at: &Range<usize>) -> String {
        let before = text.get(..at.start).unwrap_or(text);
        let line = before.matches('\n').count();
        let number = line + 1;
        match self {
            Self::Lines => pick(lang, ["line ", "ligne "]).to_owned() + &number.to_string(),
            Self::Paragraphs => {
                pick(lang, ["paragraph ", "paragraphe "]).to_owned() + &number.to_string()
            }
            Self::Pages(pages) => {
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
}
