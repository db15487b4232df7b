//! What the rows of a sheet seem to be: questions, their answers, and their bases.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Question,
    bases::{Base, base},
    guess::Found,
    pairs,
    titles::{Title, Titles, base_words},
};
use crate::{
    heads::{Heads, Other},
    sheet::At,
};

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

impl QuestionGuess {
    fn is_answered(&self) -> bool {
        !self.answers.is_empty() || !self.means.is_empty()
    }

    pub(super) fn told(&self) -> Question {
        let (title, base) = (self.title.clone(), self.asked.clone());
        Question { title, answers: self.answers.len(), base }
    }
}

/// The rows of bases of all questions, counted from 1, and what kind they are.
pub(super) fn rows_of_bases(questions: &[QuestionGuess]) -> Vec<(usize, &'static str)> {
    let all = questions.iter().flat_map(|question| &question.bases);
    all.map(|&(row, base)| (row + 1, base.key())).collect()
}

/// How many points a percentage without decimals may be off.
const ROUNDED: f64 = 0.51;

impl Found<'_> {
    /// The questions, whether rows of letters stand among them, and the rows that are
    /// neither.
    pub(super) fn questions(
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

    fn sort(&self, row: usize, label: String, question: &mut QuestionGuess) {
        let lower = label.to_lowercase();
        let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
        if label.is_empty() && pairs::second_row(self, row, question) {
            return;
        }
        if label.is_empty() && self.is_hundred(row) {
            question.left_out.push(row);
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
                None if self.is_sum(row, &lower, question) => question.left_out.push(row),
                None => question.answers.push((row, label)),
            },
        }
    }

    /// Whether a row says what the answers above it come to, which is everybody: all of the
    /// shares, or as many as a row of bases has.
    fn is_sum(&self, row: usize, label: &str, question: &QuestionGuess) -> bool {
        let is_base = || {
            let own = self.values(row);
            question.bases.iter().any(|(base, _)| own.values().eq(self.values(*base).values()))
        };
        is_total(label) && (self.is_hundred(row) || is_base())
    }

    pub(super) fn is_hundred(&self, row: usize) -> bool {
        let values = self.values(row);
        !values.is_empty() && values.into_values().all(is_everybody)
    }

    /// Whether the figures of one row are shares, and those of another one what they come from:
    /// by how they are written, or as shares of one of the bases.
    pub(super) fn are_shares_of(
        &self,
        shares: usize,
        counts: usize,
        bases: &[(usize, Base)],
    ) -> bool {
        let counts_of = self.values(counts);
        let are_counts = self.is_whole(counts)
            && counts_of.values().all(|value| value.fract() == 0.0)
            && counts_of.values().any(|value| *value > 1.0);
        let is_fraction = self.are_fractions(self.cells(shares));
        let are_written = !self.is_whole(shares) || is_fraction;
        are_counts
            && (are_written || bases.iter().any(|(base, _)| self.comes_to(shares, counts, *base)))
    }

    /// Whether every figure of a row is the percentage that a count is of a base, as far as it is
    /// rounded.
    fn comes_to(&self, shares: usize, counts: usize, base: usize) -> bool {
        let (shares, counts, bases) = (self.values(shares), self.values(counts), self.values(base));
        let is_share = |(column, share): (&usize, &f64)| {
            let (count, base) = (counts.get(column)?, bases.get(column)?);
            Some((share - 100.0 * count / base).abs() <= ROUNDED)
        };
        !shares.is_empty() && shares.iter().all(|one| is_share(one) == Some(true))
    }

    /// What a row counts, if it is one of bases. Of counts beside shares, the totals are, as
    /// they are of all.
    fn base(&self, row: usize, label: &str) -> Option<Base> {
        if self.sizes.is_empty() {
            return base(label).filter(|_| self.is_whole(row));
        }
        let (sizes, mut shares): (Vec<At>, Vec<At>) =
            self.cells(row).iter().partition(|at| self.sizes.contains(&at.1));
        shares.retain(|&at| !self.value(at).is_some_and(is_everybody));
        let base = base(label).or(is_total(label).then_some(Base::Unweighted));
        base.filter(|_| shares.is_empty() && !sizes.is_empty() || self.is_whole(row))
    }

    /// Whether the figures of a row are numbers of cases and no shares.
    fn is_whole(&self, row: usize) -> bool {
        self.cells(row).iter().all(|&at| !self.sheet.words(at).contains('%'))
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

/// Whether a share is that of everybody, in percent or as a fraction.
fn is_everybody(share: f64) -> bool {
    share == 100.0 || share == 1.0
}

/// Whether a label in small letters is one of what answers come to.
fn is_total(label: &str) -> bool {
    const TOTALS: [&str; 5] = ["total", "totals", "totaux", "ensemble", "all"];
    TOTALS.contains(&label.trim_end_matches(':').trim())
}
