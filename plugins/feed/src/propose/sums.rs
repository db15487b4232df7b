//! What the shares of a poll come to, which tells whether they answer one question.

use std::collections::BTreeMap;

use gainsay_plugin::form::Figures;

use super::guess::{bare, share};
use crate::table::Table;

/// Of how many sums one may be of more than all: publishers round, and slip.
const SOME: usize = 50;

/// What collectors call those who do not answer.
const UNDECIDED: [&str; 13] = [
    "uncertain",
    "undecided",
    "unsure",
    "notsure",
    "dontknow",
    "dk",
    "noanswer",
    "noopinion",
    "indecis",
    "nsp",
    "nesaitpas",
    "sansopinion",
    "sansreponse",
];

/// What the columns of shares of a table are.
#[derive(Debug, PartialEq)]
pub(super) enum Sums<'a> {
    /// Answers of one question, of which everybody chose one.
    OfOne,
    /// The same, beside those who do not answer.
    Beside(Vec<&'a str>),
    /// More than all.
    OfSeveral,
}

impl<'a> Sums<'a> {
    /// What the shares in these columns come to; rows that are alike in `key` are one.
    pub(super) fn of(
        table: &Table<'_>,
        key: &[usize],
        values: &[&'a str],
        figures: Figures,
    ) -> Self {
        if are_of_one(table, key, values, figures) {
            return Self::OfOne;
        }
        let is_undecided = |name: &&&str| UNDECIDED.contains(&bare(name).as_str());
        let (beside, others): (Vec<_>, Vec<_>) = values.iter().partition(is_undecided);
        match !beside.is_empty() && !others.is_empty() && are_of_one(table, key, &others, figures) {
            true => Self::Beside(beside),
            false => Self::OfSeveral,
        }
    }
}

/// Whether the shares in these columns come to no more than all, but for few rows.
fn are_of_one(table: &Table<'_>, key: &[usize], values: &[&str], figures: Figures) -> bool {
    let columns: Vec<_> = values.iter().filter_map(|name| table.column(name)).collect();
    // Without a key, each row is one.
    let mut sums: BTreeMap<(usize, Vec<&str>), f64> = BTreeMap::new();
    for row in 0..table.len() {
        let words = key.iter().map(|&one| table.words(row, one)).collect();
        let shares = columns.iter().filter_map(|&column| share(table.words(row, column)));
        let own = if key.is_empty() { row } else { 0 };
        *sums.entry((own, words)).or_default() += shares.sum::<f64>();
    }
    let all = if figures == Figures::Fraction { 1.015 } else { 101.5 };
    sums.values().filter(|sum| **sum > all).count() * SOME <= sums.len()
}
