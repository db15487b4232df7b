//! What the rows and columns of a sheet seem to be.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_plugin::form::Figures;

use super::{
    Question, Understood,
    bases::{Base, base},
    pairs,
    titles::{Title, Titles, base_words, names_question},
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

/// Rows under one title.
#[derive(Default)]
pub(super) struct QuestionGuess {
    pub(super) title: String,
    /// Whom it was put to, in the words of the table.
    pub(super) asked: Option<String>,
    pub(super) bases: Vec<(usize, Base)>,
    pub(super) answers: Vec<(usize, String)>,
    pub(super) means: Vec<(usize, String)>,
    /// Answers whose label stands in the row above, of counts.
    pub(super) labels_above: BTreeSet<usize>,
    /// Rows of standard deviations, errors and the like.
    pub(super) left_out: Vec<usize>,
}

/// A sheet with its figures found.
pub(super) struct Found<'a> {
    sheet: &'a Sheet,
    marks: Vec<String>,
    /// The columns of numbers of cases beside those of shares.
    sizes: Vec<usize>,
    /// Whether shares are fractions of one.
    pub(super) are_fractions: bool,
    /// The rows that hold figures, and the cells.
    rows: BTreeMap<usize, Vec<At>>,
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
            bases: bases(&questions),
            letters: letters.map(|stand| if stand == Stand::Behind { "behind" } else { "below" }),
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

impl QuestionGuess {
    fn is_answered(&self) -> bool {
        !self.answers.is_empty() || !self.means.is_empty()
    }

    fn told(&self) -> Question {
        let (title, base) = (self.title.clone(), self.asked.clone());
        Question { title, answers: self.answers.len(), base }
    }
}

fn bases(questions: &[QuestionGuess]) -> Vec<(usize, &'static str)> {
    let all = questions.iter().flat_map(|question| &question.bases);
    all.map(|&(row, base)| (row + 1, base.key())).collect()
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
    fn is_letters(&self, row: usize) -> bool {
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

    /// The questions, whether rows of letters stand among them, and the rows that are
    /// neither.
    fn questions(
        &self,
        top: usize,
        under: &BTreeMap<usize, Other>,
        heads: &Heads<'_>,
    ) -> (Vec<QuestionGuess>, bool, Vec<usize>) {
        let mut questions: Vec<QuestionGuess> = Vec::new();
        let (mut below, mut not_understood) = (false, Vec::new());
        let (mut titles, mut last) = (Titles::default(), None);
        for row in self.sheet.rows() {
            // A title may be the one of a table under the banner again.
            if under.contains_key(&row) && !self.is_title(row) {
                titles = Titles::default();
                continue;
            }
            let label = self.label(row);
            if self.rows.contains_key(&row) || self.is_marks(row) {
                begin(&mut titles, &mut questions);
                if let Some(question) = questions.last_mut() {
                    self.sort(row, label, question);
                }
                last = Some(row);
                continue;
            }
            match () {
                () if self.is_letters(row) => below |= row > top,
                () if self.is_title(row) => {
                    titles.add(label, last.is_some_and(|one| one + 1 == row))
                }
                () if heads.are_of(row) => titles.add_heads(label),
                () if row > top => not_understood.push(row),
                () => {}
            }
        }
        let rest = titles.take();
        if let Some(question) = questions.last_mut() {
            question.asked = question.asked.take().or(rest.base_above).or(rest.base);
        }
        questions.retain(QuestionGuess::is_answered);
        (questions, below, not_understood)
    }

    /// Whether a row has a label, and nothing else; or else one cell above the figures whose
    /// words head no column.
    fn is_title(&self, row: usize) -> bool {
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
    fn is_marks(&self, row: usize) -> bool {
        let mut cells = self.sheet.row(row).filter(|(at, _)| at.1 >= self.first).peekable();
        let is_mark = |words: &str| self.marks.iter().any(|mark| mark == words);
        !self.label(row).is_empty()
            && cells.peek().is_some()
            && cells.all(|(_, words)| is_mark(words))
    }

    fn sort(&self, row: usize, label: String, question: &mut QuestionGuess) {
        let lower = label.to_lowercase();
        let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
        if label.is_empty() && pairs::second_row(self, row, question) {
            return;
        }
        match () {
            () if has(&["mean", "moyenne", "average"]) => question.means.push((row, label)),
            () if has(&["std", "standard dev", "standard err", "variance", "écart-type"]) => {
                question.left_out.push(row);
            }
            () => match self.base(row, &lower) {
                Some(base) if question.bases.iter().any(|one| one.1 == base) => {
                    question.left_out.push(row);
                }
                Some(base) => {
                    let words = base_words(&label).filter(|words| !words.is_empty());
                    question.asked = question.asked.take().or(words.map(str::to_owned));
                    question.bases.push((row, base));
                }
                None if self.is_sum(row, &lower) => question.left_out.push(row),
                None => question.answers.push((row, label)),
            },
        }
    }

    /// Whether a row says what the answers above it come to, which is everybody.
    fn is_sum(&self, row: usize, label: &str) -> bool {
        is_total(label) && self.is_hundred(row)
    }

    pub(super) fn is_hundred(&self, row: usize) -> bool {
        let values = self.values(row);
        !values.is_empty() && values.iter().all(|value| *value == 100.0 || *value == 1.0)
    }

    /// Whether the figures of one row are shares, and those of another one what they come from.
    pub(super) fn are_shares_of(&self, shares: usize, counts: usize) -> bool {
        let (shares_of, counts_of) = (self.values(shares), self.values(counts));
        let is_fraction = shares_of.iter().all(|value| *value <= 1.0)
            && shares_of.iter().any(|value| value.fract() != 0.0);
        let are_counts = counts_of.iter().all(|value| value.fract() == 0.0)
            && counts_of.iter().any(|value| *value > 1.0);
        (!self.is_whole(shares) || is_fraction) && self.is_whole(counts) && are_counts
    }

    fn values(&self, row: usize) -> Vec<f64> {
        let cells = self.rows.get(&row).map(Vec::as_slice).unwrap_or_default();
        cells.iter().filter_map(|&at| self.value(at)).collect()
    }

    /// What a row counts, if it is one of bases. Of counts beside shares, the totals are, as
    /// they are of all.
    fn base(&self, row: usize, label: &str) -> Option<Base> {
        if self.sizes.is_empty() {
            return base(label).filter(|_| self.is_whole(row));
        }
        let cells = self.rows.get(&row).map(Vec::as_slice).unwrap_or_default();
        let (sizes, mut shares): (Vec<At>, Vec<At>) =
            cells.iter().partition(|at| self.sizes.contains(&at.1));
        shares.retain(|&at| self.value(at) != Some(100.0) && self.value(at) != Some(1.0));
        let base = base(label).or(is_total(label).then_some(Base::Unweighted));
        base.filter(|_| shares.is_empty() && !sizes.is_empty() || self.is_whole(row))
    }

    /// Whether the figures of a row are numbers of cases and no shares.
    fn is_whole(&self, row: usize) -> bool {
        let cells = self.rows.get(&row).map(Vec::as_slice).unwrap_or_default();
        cells.iter().all(|&at| !self.sheet.words(at).contains('%'))
    }

    /// The label of a row, or what stands alone above the columns.
    fn label(&self, row: usize) -> String {
        let labels = self.sheet.row(row).filter(|(at, _)| at.1 < self.first);
        let label = labels.last().map(|(_, words)| words).or_else(|| self.only_above(row));
        label.unwrap_or_default().to_owned()
    }

    fn has_letters_behind(&self) -> bool {
        let mut figures = self.rows.values().flatten().filter_map(|&at| self.figure(at));
        figures.any(|parts| !parts.letters.is_empty())
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
        // `1,000` among `0,375` is one, and not a thousand.
        let is_fraction = |&at: &At| {
            let share = self.figure_words(at).and_then(|words| Figures::Fraction.share(words));
            share.is_some() || self.value(at).is_some_and(|value| value <= 1.0)
        };
        if cells.iter().all(is_fraction) && values().any(|value| value.fract() != 0.0) {
            return Figures::Fraction;
        }
        let is_count = values().any(|value| value > 100.0)
            && questions.iter().all(|question| !question.bases.is_empty());
        if is_count { Figures::Count } else { Figures::Percent }
    }

    fn value(&self, at: At) -> Option<f64> {
        cell::number(self.figure_words(at)?)
    }

    /// The figure of a cell, without what stands behind it.
    pub(super) fn figure_words(&self, at: At) -> Option<&str> {
        let parts = self.figure(at)?;
        Some(&self.sheet.whole(at)[parts.bytes])
    }
}

/// Begins the question that the lines before its answers name, unless these go on with one that
/// has none yet.
fn begin(titles: &mut Titles, questions: &mut Vec<QuestionGuess>) {
    let Title { words, mut base, base_above } = titles.take();
    match questions.last_mut() {
        Some(above) if above.asked.is_none() && (words.is_some() || base.is_some()) => {
            above.asked = base_above;
        }
        _ => base = base.or(base_above),
    }
    match questions.last_mut() {
        Some(_) if words.is_none() && base.is_none() => {}
        Some(question) if words.is_none() && !question.is_answered() => {
            question.asked = question.asked.take().or(base);
        }
        _ => questions.push(QuestionGuess {
            title: words.unwrap_or_default(),
            asked: base,
            ..QuestionGuess::default()
        }),
    }
}

fn is_letters(words: &str) -> bool {
    let letters = cell::letters(words, &[]).unwrap_or_default();
    !letters.is_empty()
        && letters.len() <= 6
        && !words.contains(|sign: char| sign.is_ascii_digit())
        && letters.len() == words.chars().filter(|sign| sign.is_alphabetic()).count()
}

/// Whether a label in small letters is one of what answers come to.
fn is_total(label: &str) -> bool {
    const TOTALS: [&str; 5] = ["total", "totals", "totaux", "ensemble", "all"];
    TOTALS.contains(&label.trim_end_matches(':').trim())
}
