//! Judges every two directly comparable rows, group by group and on several threads.

mod count;
mod family;
mod groups;
mod large;
mod order;
mod sheet;
mod tree;
mod work;

use std::{
    num::NonZero,
    panic::resume_unwind,
    thread::{self, available_parallelism},
};

use gainsay_claims::{policy::Policy, side_by_side};
use gainsay_judge::{stats::expected_false_alarms, thresholds};

use crate::{
    claims::Claims,
    judged::{Contradicting, Counts, Judged, Partial},
    slices::Cut,
    tests_made::Tests,
};
use family::{Done, Extent, Judge};
use groups::Groups;

/// Pairs are corrected in so many pieces, unless these are short: each walks through all tests.
const PIECES: usize = 16;

/// So many pairs are not divided further.
const SHORT: usize = 1 << 16;

/// Judges a whole table: what [`finish`] makes of its only part.
pub fn judge(claims: &Claims, policy: &Policy) -> Judged {
    let Partial { mut pairs, tests, counts } = partial(claims, policy);
    correct(&mut pairs, &tests, policy);
    Judged { pairs, counts }
}

/// Judges a part of a table that has all rows of its propositions, on as many threads as the
/// machine runs at once.
pub fn partial(claims: &Claims, policy: &Policy) -> Partial {
    partial_on(claims, policy, available_parallelism().unwrap_or(NonZero::<usize>::MIN))
}

/// Judges a part of a table as [`partial`] does, on so many threads; the answer does not depend on
/// their number.
///
/// The cost is that of sorting the rows, of looking once at every two comparable rows of groups of
/// up to thousands, and of every pair that is significant; in larger groups no pair is looked at
/// that cannot be (`N log² N`).
pub fn partial_on(claims: &Claims, policy: &Policy, threads: NonZero<usize>) -> Partial {
    look(claims, policy, threads, Extent::Whole)
}

/// Judges a slice of one proposition, on one thread: of two rows beyond the cut nothing is said.
///
/// The pairs are not corrected: every p is told as its own `holm`, and every pair stays. What the
/// slices of the proposition say together is told by [`finish_slices`].
pub fn slice(claims: &Claims, policy: &Policy, cut: Option<Cut>) -> Partial {
    look(claims, policy, NonZero::<usize>::MIN, Extent::Slice(cut))
}

/// Corrects pairs of one proposition for the tests of all its slices ([`Tests::merged`]), as
/// [`partial`] does where it has them all.
pub fn finish_slices(pairs: &mut [Contradicting], tests: &Tests, policy: &Policy) {
    family::correct(pairs, tests, thresholds(policy).alpha.value());
}

fn look(claims: &Claims, policy: &Policy, threads: NonZero<usize>, extent: Extent) -> Partial {
    let groups = Groups::new(claims);
    let thresholds = thresholds(policy);
    let level = thresholds.alpha.quantile();
    let judge = Judge { claims, groups: &groups, thresholds: &thresholds, level, extent };
    let mut done: Vec<Done> =
        groups.large().map(|proposition| large::judge(judge, proposition, threads)).collect();
    done.extend(work::share(threads, groups.chunks(), Done::default, |done, chunk| {
        for proposition in groups.chunk(chunk) {
            judge.proposition(proposition, done);
        }
    }));
    together(claims, policy, &groups, done)
}

/// Corrects every p of a part for the tests of all parts ([`Tests::merged`]).
pub fn finish(partial: Partial, tests: &Tests, policy: &Policy) -> Judged {
    let Partial { mut pairs, counts, .. } = partial;
    correct(&mut pairs, tests, policy);
    Judged { pairs, counts }
}

fn correct(pairs: &mut [Contradicting], tests: &Tests, policy: &Policy) {
    let alpha = thresholds(policy).alpha.value();
    let q = tests.step_up();
    let piece = pairs.len().div_ceil(PIECES).max(SHORT);
    side_by_side(pairs.chunks_mut(piece).collect(), |pairs| {
        family::each_test(pairs, tests, |test, place| {
            test.q = q.get(place).copied().filter(|&q| q < alpha);
        });
    });
}

/// Puts together what the threads found, in the order of the names of propositions.
fn together(claims: &Claims, policy: &Policy, groups: &Groups, mut done: Vec<Done>) -> Partial {
    let below: Vec<f64> = done.iter_mut().flat_map(|one| std::mem::take(&mut one.below)).collect();
    let mut runs: Vec<(&str, &[Contradicting])> = Vec::new();
    let mut counts = Counts {
        rows: claims.rows.len() as u64,
        evidence: claims.evidence,
        propositions: groups.propositions(),
        ..Counts::default()
    };
    for one in &done {
        counts.comparable += one.comparable;
        counts.tested += one.tested;
        runs.extend(one.runs(claims));
    }
    runs.sort_unstable_by_key(|(name, _)| *name);
    let mut pairs = Vec::with_capacity(runs.iter().map(|(_, pairs)| pairs.len()).sum());
    let tests = thread::scope(|scope| {
        let tests = scope.spawn(|| Tests::new(counts.tested, below));
        runs.iter().for_each(|(_, run)| pairs.extend_from_slice(run));
        tests.join().unwrap_or_else(|why| resume_unwind(why))
    });
    counts.untestable = counts.comparable - counts.tested;
    counts.conflicts = pairs.len() as u64;
    counts.contradictions = pairs.iter().filter(|pair| pair.stays).count() as u64;
    let made = usize::try_from(counts.tested).unwrap_or(usize::MAX);
    counts.expected_false_alarms = expected_false_alarms(made, thresholds(policy).alpha);
    Partial { pairs, tests, counts }
}
