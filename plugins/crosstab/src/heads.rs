//! Tells rows of column heads: tables that are stacked on a sheet may each have their own.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    cell::{self, Said, said},
    sheet::{At, Sheet},
};

/// The column heads in use.
pub(crate) struct Heads<'a> {
    sheet: &'a Sheet,
    banner: &'a [usize],
    marks: &'a [String],
    columns: BTreeMap<usize, Vec<String>>,
    /// Rows of letters of significance, which are no heads.
    letters: BTreeSet<usize>,
}

/// A head that is not the one in use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Other {
    pub(crate) at: At,
    pub(crate) words: String,
}

impl<'a> Heads<'a> {
    pub(crate) fn of(
        sheet: &'a Sheet,
        banner: &'a [usize],
        columns: impl IntoIterator<Item = usize>,
        marks: &'a [String],
        letters: BTreeSet<usize>,
    ) -> Self {
        let heads = |column| (column, sheet.heads(banner, column));
        let columns = columns.into_iter().map(heads).collect();
        Self { sheet, banner, marks, columns, letters }
    }

    /// The rows that stand under other heads than the ones in use, with the first of these
    /// heads. Without a banner, no heads are in use.
    pub(crate) fn rows_under_others(&self) -> BTreeMap<usize, Other> {
        let mut under = BTreeMap::new();
        if self.banner.is_empty() {
            return under;
        }
        let mut other: Option<Other> = None;
        // Rows of heads that follow one another belong together, to the banner as well.
        let (mut is_head, mut is_banner) = (false, false);
        for row in self.sheet.rows() {
            let heads = self.heads_in(row);
            match heads.is_empty() {
                _ if self.banner.contains(&row) => {
                    (other, is_head, is_banner) = (None, true, true);
                }
                false if is_banner && is_head => {}
                false => {
                    let differing = self.differing(&heads);
                    other = match is_head {
                        true => other.or(differing),
                        false => differing,
                    };
                    (is_head, is_banner) = (true, false);
                }
                true if self.has_figures(row) => is_head = false,
                true => {}
            }
            under.extend(other.clone().map(|other| (row, other)));
        }
        under
    }

    /// Whether a row is one of the banner, or has its heads once more.
    pub(crate) fn are_of(&self, row: usize) -> bool {
        self.banner.contains(&row) || self.are_in(row)
    }

    /// Whether a row of heads has the ones in use.
    pub(crate) fn are_in(&self, row: usize) -> bool {
        let heads = self.heads_in(row);
        !heads.is_empty() && self.differing(&heads).is_none()
    }

    /// What a row says in the columns, if it is one of heads: words of which not all are
    /// the same, and no figures, but for years of a row without a label.
    fn heads_in(&self, row: usize) -> Vec<(At, &str)> {
        if self.letters.contains(&row) {
            return Vec::new();
        }
        let cells: Vec<_> = self.cells(row).collect();
        let words = || cells.iter().filter(|(_, words)| !self.is_figure(words));
        let is_labelled = self.sheet.row(row).any(|((_, at), _)| self.is_label(at));
        let differ = match words().count() {
            0 => false,
            1 => !is_labelled,
            _ => words().any(|one| one.1 != cells[0].1),
        };
        let is_letter = |words| cell::letters(words, self.marks).is_some_and(|all| all.len() == 1);
        let are_letters = words().all(|(_, words)| is_letter(words));
        match differ && !are_letters && (!is_labelled || words().count() == cells.len()) {
            true => cells,
            false => Vec::new(),
        }
    }

    fn differing(&self, heads: &[(At, &str)]) -> Option<Other> {
        let is_other = |&&(at, words): &&(At, &str)| {
            let own = self.columns.get(&at.1).into_iter().flatten();
            own.into_iter().all(|head| head.to_lowercase() != words.to_lowercase())
        };
        let (at, words) = heads.iter().find(is_other)?;
        Some(Other { at: *at, words: (*words).to_owned() })
    }

    /// The cells of a row in the columns that are no marks.
    fn cells(&self, row: usize) -> impl Iterator<Item = (At, &str)> {
        let cells = self.sheet.row(row).filter(|(at, _)| self.columns.contains_key(&at.1));
        cells.filter(|(_, words)| said(words, self.marks, true) != Said::Nothing)
    }

    fn has_figures(&self, row: usize) -> bool {
        self.cells(row).any(|(_, words)| self.is_figure(words))
    }

    fn is_label(&self, column: usize) -> bool {
        self.columns.first_key_value().is_some_and(|(&first, _)| column < first)
    }

    /// Whether words are a figure, be it a base as `(n = 480)` or one that failed, `#DIV/0!`.
    fn is_figure(&self, words: &str) -> bool {
        let Said::Figure(parts) = said(words, self.marks, true) else { return false };
        let bare = words[parts.bytes].trim_start_matches(['(', 'n', 'N', ' ', '=', '<']);
        words.starts_with('#') || cell::number(bare.trim_end_matches(')')).is_some()
    }
}
