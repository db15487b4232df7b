//! A proposition of many rows, on several threads.

use std::num::NonZero;

use super::{
    count::count,
    family::{Done, Judge},
    sheet::{Found, Sheet},
    tree::Tree,
    work,
};

/// So many rows are held against the later ones at once.
const PIECE: usize = 1 << 9;

/// Judges one proposition, each of its groups on several threads.
pub(super) fn judge(judge: Judge<'_>, proposition: u32, threads: NonZero<usize>) -> Done {
    let Judge { claims, groups, thresholds } = judge;
    let mut rows = Vec::new();
    groups.rows(claims, proposition, &mut rows);
    let (mut all, mut counts) = (Found::default(), (0, 0));
    let mut sheet = Sheet::default();
    let conditions = |row: u32| claims.rows[row as usize].conditions;
    for group in rows.chunk_by(|&one, &other| conditions(one) == conditions(other)) {
        sheet.fill(group, judge);
        let (comparable, tested) = count(&sheet);
        counts = (counts.0 + comparable, counts.1 + tested);
        let tree = Tree::new(&sheet);
        let pieces = group.len().div_ceil(PIECE);
        let found = work::share(threads, pieces, Found::default, |found, piece| {
            let places = piece * PIECE..((piece + 1) * PIECE).min(group.len());
            sheet.find(places, Some(&tree), thresholds, found);
        });
        for mut found in found {
            all.pairs.append(&mut found.pairs);
            all.below.append(&mut found.below);
        }
    }
    let mut done = Done::default();
    done.add(judge, proposition, all, counts);
    done
}
