//! What a sheet seems to hold: where its columns are, and how its figures are written.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_plugin::form::Figures;

use super::{
    Understood, pairs,
    questions::{QuestionGuess, rows_of_bases},
    titles::names_question,
};
use crate::{
    address::{cell_ranges, column_name},
    cell::{self, Parts, Said, said},
    form::{Side, Stand},
    heads::{Heads, Other},
    sheet::{At, Sheet},
};

/// What stands for a figure that is not shown, or behind one to be careful with.
const MARKS: [&str; 7] = ["-", "–", "—", "*", "**", "†", "#"];

/// What a sheet seems to hold.
pub(super) struct Guess {
    pub(super) understood: Understood,
    /// Columns, counted from 0, in which labels of rows stand.
    pub(super) labels: Vec<usize>,
    pub(super) columns: Vec<ColumnGuess>,
    /// Columns, counted from 0, of numbers of cases that nothing reads.
    pub(super) sizes: Vec<usize>,
    /// Where each column of shares has counts beside it.
    pub(super) counts: Option<Side>,
    pub(super) questions: Vec<QuestionGuess>,
    pub(super) figures: Figures,
    pub(super) letters: Option<Stand>,
    /// Rows above the figures, counted from 0, that reach their columns and head none of them.
    pub(super) no_heads: Vec<usize>,
}

/// A column with figures.
pub(super) struct ColumnGuess {
    pub(super) at: usize,
    pub(super) heads: Vec<String>,
    pub(super) letter: Option<char>,
}

impl ColumnGuess {
    /// Whether it is headed as numbers of cases are.
    fn is_of_sizes(&self) -> bool {
        const NAMES: [&str; 12] = [
            "n",
            "n=",
            "base",
            "count",
            "counts",
            "cases",
            "freq",
            "freq.",
            "frequency",
            "nombre",
            "effectif",
            "effectifs",
        ];
        let head = self.heads.last().map(|head| head.to_lowercase());
        head.is_some_and(|head| NAMES.contains(&head.as_str()))
    }

    /// All heads but the innermost.
    pub(super) fn outer(&self) -> &[String] {
        self.heads.split_last().map_or(&[], |(_, outer)| outer)
    }
}

/// A sheet with its figures found.
pub(super) struct Found<'a> {
    pub(super) sheet: &'a Sheet,
    marks: Vec<String>,
    /// The columns of numbers of cases beside those of shares.
    pub(super) sizes: Vec<usize>,
    /// Whether shares are fractions of one.
    pub(super) are_fractions: bool,
    /// The rows that hold figures, and the cells.
    pub(super) rows: BTreeMap<usize, Vec<At>>,
    first: usize,
}

impl Guess {
    /// Guesses what a sheet holds. A sheet without figures has no columns.
    pub(super) fn of(sheet: &Sheet) -> Self {
        let marks = MARKS.map(str::to_owned).to_vec();
        let (rows, first) = (BTreeMap::new(), usize::MAX);
        let found = Found { sheet, rows, first, marks, sizes: Vec::new(), are_fractions: false };
        let found = Found { first: found.first_column(), ..found };
        let mut found = Found { rows: found.figure_rows(), ..found };
        let top = found.rows.keys().next().copied().unwrap_or_default();
        let mut banner: Vec<usize> = found.sheet.rows().range(..top).copied().collect();
        banner.retain(|&row| found.reaches_columns(row));
        let letters_row = banner.iter().copied().find(|&row| found.is_letters(row));
        let is_head = |row: &usize| Some(*row) != letters_row && !found.is_title(*row);
        let (banner, no_heads) = banner.into_iter().partition::<Vec<_>, _>(is_head);
        let all = found.columns(&banner, letters_row);
        let (sizes, columns) = all.into_iter().partition::<Vec<_>, _>(ColumnGuess::is_of_sizes);
        // A table of numbers of cases only has nothing else to be read.
        let (sizes, columns) = if columns.is_empty() { (columns, sizes) } else { (sizes, columns) };
        found.sizes = sizes.iter().map(|one| one.at).collect();
        let own = columns.iter().map(|one| one.at);
        let heads = Heads::of(sheet, &banner, own, &found.marks, found.rows_of_letters(&columns));
        let under = heads.rows_under_others();
        let (questions, below, not_understood) = found.questions(top, &under, &heads);
        let under_others = found.tables_of(&under);
        let behind = found.has_letters_behind();
        let letters = match () {
            () if behind => Some(Stand::Behind),
            () if below => Some(Stand::Below),
            () if found.has_letters_right(&columns) => Some(Stand::Right),
            () => None,
        };
        let figures = found.figures(&questions);
        found.are_fractions = figures == Figures::Fraction;
        let counts = pairs::side(&found, &columns, &sizes, &questions);
        let sizes = if counts.is_some() { Vec::new() } else { found.sizes.clone() };
        let understood = Understood {
            sheet: sheet.name.clone(),
            cells: sheet.len(),
            figures: found.rows.values().map(Vec::len).sum(),
            banner: banner.iter().map(|row| row + 1).collect(),
            columns: columns.iter().map(|one| (column_name(one.at), one.heads.clone())).collect(),
            questions: questions.iter().map(QuestionGuess::told).collect(),
            bases: rows_of_bases(&questions),
            letters: letters.map(Stand::word),
            counts: counts.map(Side::word),
            marks: found.marks(),
            unsaved: cell_ranges(&sheet.unsaved).into(),
            under_others: under_others.iter().map(|row| row + 1).collect(),
            not_understood: not_understood.iter().map(|row| row + 1).collect(),
        };
        let labels = sheet.columns().range(..found.first).copied().collect();
        Self { understood, labels, columns, sizes, counts, questions, figures, letters, no_heads }
    }
}

impl<'a> Found<'a> {
    fn figure(&self, at: At) -> Option<Parts<'_>> {
        let whole = self.sheet.whole(at);
        match said(whole, &self.marks, true) {
            Said::Figure(parts) if cell::number(&whole[parts.bytes.clone()]).is_some() => {
                Some(parts)
            }
            _ => None,
        }
    }

    /// The first column of which at least half of the cells are figures or marks.
    fn first_column(&self) -> usize {
        let mut counts: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        for row in self.sheet.rows() {
            for (at, words) in self.sheet.row(row) {
                let (figures, all) = counts.entry(at.1).or_default();
                let is_mark = self.marks.iter().any(|mark| mark == words);
                *figures += usize::from(is_mark || self.figure(at).is_some());
                *all += 1;
            }
        }
        let mostly = counts.iter().find(|(_, (figures, all))| 2 * figures >= *all && *figures > 1);
        mostly.map_or(usize::MAX, |(&column, _)| column)
    }

    fn figure_rows(&self) -> BTreeMap<usize, Vec<At>> {
        let mut rows = BTreeMap::new();
        for row in self.sheet.rows() {
            let cells = self.sheet.row(row).map(|(at, _)| at);
            let figures: Vec<_> =
                cells.filter(|&at| at.1 >= self.first && self.figure(at).is_some()).collect();
            if !figures.is_empty() {
                rows.insert(row, figures);
            }
        }
        rows
    }

    fn reaches_columns(&self, row: usize) -> bool {
        self.sheet.row(row).any(|(at, _)| at.1 >= self.first)
    }

    /// Whether all that a row holds beside its label are letters.
    pub(super) fn is_letters(&self, row: usize) -> bool {
        let mut cells = self.sheet.row(row).filter(|(at, _)| at.1 >= self.first).peekable();
        cells.peek().is_some() && cells.all(|(_, words)| is_letters(words))
    }

    /// The rows that hold nothing but letters of the columns, each below a row of figures.
    fn rows_of_letters(&self, columns: &[ColumnGuess]) -> BTreeSet<usize> {
        let own: Vec<_> = columns.iter().filter_map(|column| column.letter).collect();
        let is_own = |sign: char| !sign.is_alphabetic() || own.contains(&sign.to_ascii_uppercase());
        let are_own = |row| self.sheet.row(row).all(|(_, words)| words.chars().all(is_own));
        let below = self.rows.keys().map(|row| row + 1);
        below.filter(|&row| self.is_letters(row) && are_own(row)).collect()
    }

    fn columns(&self, banner: &[usize], letters_row: Option<usize>) -> Vec<ColumnGuess> {
        let filled: BTreeSet<_> = self.rows.values().flatten().map(|at| at.1).collect();
        let letters = |at: usize| cell::letters(self.sheet.words((letters_row?, at)), &self.marks);
        let letter = |at: usize| letters(at)?.first().copied();
        let guess =
            |at: usize| ColumnGuess { at, heads: self.sheet.heads(banner, at), letter: letter(at) };
        filled.into_iter().map(guess).collect()
    }

    /// Whether a row has a label, and nothing else; or else one cell above the figures whose
    /// words head no column.
    pub(super) fn is_title(&self, row: usize) -> bool {
        if !self.reaches_columns(row) {
            return !self.label(row).is_empty();
        }
        self.only_above(row).is_some_and(names_question)
    }

    /// What the only cell of a row above the figures says.
    fn only_above(&self, row: usize) -> Option<&str> {
        let is_above = self.rows.first_key_value().is_none_or(|(&top, _)| row < top);
        let mut cells = self.sheet.row(row).filter(|_| is_above);
        cells.next().filter(|_| cells.next().is_none()).map(|(_, words)| words)
    }

    /// The rows of tables with other heads that hold more than a title.
    fn tables_of(&self, under: &BTreeMap<usize, Other>) -> Vec<usize> {
        under.keys().copied().filter(|&row| self.reaches_columns(row)).collect()
    }

    /// Whether a row has a label, and nothing but marks.
    pub(super) fn is_marks(&self, row: usize) -> bool {
        let mut cells = self.sheet.row(row).filter(|(at, _)| at.1 >= self.first).peekable();
        let is_mark = |words: &str| self.marks.iter().any(|mark| mark == words);
        !self.label(row).is_empty()
            && cells.peek().is_some()
            && cells.all(|(_, words)| is_mark(words))
    }

    /// The cells of a row that hold figures.
    pub(super) fn cells(&self, row: usize) -> &[At] {
        self.rows.get(&row).map(Vec::as_slice).unwrap_or_default()
    }

    /// The figures of a row by column.
    pub(super) fn values(&self, row: usize) -> BTreeMap<usize, f64> {
        self.cells(row).iter().filter_map(|&at| Some((at.1, self.value(at)?))).collect()
    }

    /// The label of a row, or what stands alone above the columns.
    pub(super) fn label(&self, row: usize) -> String {
        let labels = self.sheet.row(row).filter(|(at, _)| at.1 < self.first);
        let label = labels.last().map(|(_, words)| words).or_else(|| self.only_above(row));
        label.unwrap_or_default().to_owned()
    }

    fn has_letters_behind(&self) -> bool {
        let mut figures = self.rows.values().flatten().filter_map(|&at| self.figure(at));
        figures.any(|parts| !parts.letters.is_empty())
    }

    /// Whether letters stand beside figures, in columns of their own, and nothing else does.
    fn has_letters_right(&self, columns: &[ColumnGuess]) -> bool {
        let beside = columns
            .iter()
            .flat_map(|column| self.rows.keys().map(|&row| self.sheet.words((row, column.at + 1))));
        let mut beside = beside.filter(|words| !words.is_empty()).peekable();
        beside.peek().is_some() && beside.all(is_letters)
    }

    fn marks(&self) -> Vec<String> {
        let mut seen = BTreeSet::new();
        for (at, words) in self.sheet.rows().into_iter().flat_map(|row| self.sheet.row(row)) {
            if at.1 < self.first {
                continue;
            }
            seen.extend(self.marks.iter().filter(|mark| *mark == words).cloned());
            let behind = self.figure(at).map(|parts| parts.marks).unwrap_or_default();
            seen.extend(behind.into_iter().map(str::to_owned));
        }
        seen.into_iter().collect()
    }

    fn figures(&self, questions: &[QuestionGuess]) -> Figures {
        let rows = questions.iter().flat_map(|one| &one.answers).map(|(row, _)| row);
        let cells = rows.filter_map(|row| self.rows.get(row)).flatten().copied();
        let cells: Vec<_> = cells.filter(|at| !self.sizes.contains(&at.1)).collect();
        if cells.iter().any(|&at| self.sheet.words(at).contains('%')) {
            return Figures::Percent;
        }
        let values = || cells.iter().filter_map(|&at| self.value(at));
        if self.are_fractions(&cells) {
            return Figures::Fraction;
        }
        let is_count = values().any(|value| value > 100.0)
            && questions.iter().all(|question| !question.bases.is_empty());
        if is_count { Figures::Count } else { Figures::Percent }
    }

    /// Whether cells hold fractions of one: `1,000` among `0,375` is one, and not a thousand.
    pub(super) fn are_fractions(&self, cells: &[At]) -> bool {
        let is_fraction = |&at: &At| {
            let share = self.figure_words(at).and_then(|words| Figures::Fraction.share(words));
            share.is_some() || self.value(at).is_some_and(|value| value <= 1.0)
        };
        let values = || cells.iter().filter_map(|&at| self.value(at));
        cells.iter().all(is_fraction) && values().any(|value| value.fract() != 0.0)
    }

    pub(super) fn value(&self, at: At) -> Option<f64> {
        cell::number(self.figure_words(at)?)
    }

    /// The figure of a cell, without what stands behind it.
    pub(super) fn figure_words(&self, at: At) -> Option<&str> {
        let parts = self.figure(at)?;
        Some(&self.sheet.whole(at)[parts.bytes])
    }
}

fn is_letters(words: &str) -> bool {
    let letters = cell::letters(words, &[]).unwrap_or_default();
    !letters.is_empty()
        && letters.len() <= 6
        && !words.contains(|sign: char| sign.is_ascii_digit())
        && letters.len() == words.chars().filter(|sign| sign.is_alphabetic()).count()
}
