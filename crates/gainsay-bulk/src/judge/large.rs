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
    let Judge { claims, groups, thresholds, extent } = judge;
    let mut rows = Vec::new();
    groups.rows(claims, proposition, extent.cut(), &mut rows);
    let (mut gathered, mut counts) = (Found::default(), (0, 0));
    let mut sheet = Sheet::default();
    let conditions = |row: u32| claims.rows[row as usize].conditions;
    for group in rows.chunk_by(|&one, &other| conditions(one) == conditions(other)) {
        sheet.fill(group, judge);
        let own = sheet.own;
        // Two rows beyond the cut are held against each other in another slice.
        let (all, beyond) = (count(&sheet, 0), count(&sheet, own));
        counts = (counts.0 + all.0 - beyond.0, counts.1 + all.1 - beyond.1);
        let tree = Tree::new(&sheet);
        let pieces = own.div_ceil(PIECE);
        let found = work::share(threads, pieces, Found::default, |found, piece| {
            let places = piece * PIECE..((piece + 1) * PIECE).min(own);
            sheet.find(places, Some(&tree), thresholds, found);
        });
        for mut found in found {
            gathered.pairs.append(&mut found.pairs);
            gathered.below.append(&mut found.below);
        }
    }
    let mut done = Done::default();
    done.add(judge, proposition, gathered, counts);
    done
}
