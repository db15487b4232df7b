//! The columns that tell the rows of a poll from each other.

use std::collections::{BTreeMap, BTreeSet};

use crate::table::Table;

/// Rows that are looked at.
const ROWS: usize = 5000;
/// The columns that are named, at most.
const MOST: usize = 4;
/// The longest words that tell rows apart; longer ones are remarks and wordings.
const LONGEST: usize = 60;
/// Of how many rows one must be told from another for a column to be named: fewer are slips.
const SOME: usize = 50;

/// Whether rows of a table are alike in these columns, and not only a few.
pub(super) fn are_repeated(table: &Table<'_>, key: &[usize]) -> bool {
    let groups = Groups::of(table, key);
    (groups.rows() - groups.count) * SOME > groups.rows()
}

/// Of some columns of words, those that tell rows apart which are alike in others, the most
/// telling first.
pub(super) fn telling(table: &Table<'_>, key: &[usize], columns: &[usize]) -> Vec<usize> {
    let mut groups = Groups::of(table, key);
    let few = |column: &usize| {
        let words: BTreeSet<_> = (0..groups.rows()).map(|row| table.words(row, *column)).collect();
        words.iter().all(|words| words.len() <= LONGEST) && words.len() * 3 <= groups.rows()
    };
    let mut columns: Vec<_> = columns.iter().copied().filter(few).collect();
    let mut named = Vec::new();
    while named.len() < MOST {
        let refined = columns.iter().map(|&one| (one, groups.by(table, one)));
        // Of several that tell as many apart, the first.
        let best = refined.rev().max_by_key(|(_, refined)| refined.count);
        let Some((column, refined)) = best else { break };
        // Where some rows have to be told apart, a few more are no slips.
        let some = if named.is_empty() { SOME } else { 10 * SOME };
        if (refined.count - groups.count) * some <= groups.rows() {
            break;
        }
        columns.retain(|&one| one != column);
        named.push(column);
        groups = refined;
    }
    named
}

/// Rows that are alike, by the number of their group.
struct Groups {
    of_row: Vec<usize>,
    count: usize,
}

impl Groups {
    fn of(table: &Table<'_>, key: &[usize]) -> Self {
        let all = Self { of_row: vec![0; table.len().min(ROWS)], count: 1 };
        key.iter().fold(all, |groups, &column| groups.by(table, column))
    }

    /// The same, told apart by one more column.
    fn by(&self, table: &Table<'_>, column: usize) -> Self {
        let mut numbers = BTreeMap::new();
        let number = |(row, &group): (usize, &usize)| {
            let next = numbers.len();
            *numbers.entry((group, table.words(row, column))).or_insert(next)
        };
        let of_row = self.of_row.iter().enumerate().map(number).collect();
        Self { of_row, count: numbers.len() }
    }

    fn rows(&self) -> usize {
        self.of_row.len()
    }
}
