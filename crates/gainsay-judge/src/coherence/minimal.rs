//! Which statements are to blame.

use super::system::System;
use super::{CoherenceError, Problem};

/// How many statements there may be for all their subsets to be considered.
const ALL_SUBSETS: usize = 12;

/// Finds statements of an incoherent problem that cannot all hold, while all but any one of them
/// can: the fewest possible among twelve statements, else those left by the deletion filter.
pub(super) fn minimal(problem: &Problem, tolerance: u32) -> Result<Vec<usize>, CoherenceError> {
    if problem.statements.len() <= ALL_SUBSETS {
        fewest(problem, tolerance)
    } else {
        filter(problem, tolerance)
    }
}

/// Drops one statement after the other, the last first, and keeps it dropped while the rest
/// cannot hold (Chinneck 2008).
fn filter(problem: &Problem, tolerance: u32) -> Result<Vec<usize>, CoherenceError> {
    let mut kept: Vec<usize> = (0..problem.statements.len()).collect();
    for statement in (0..problem.statements.len()).rev() {
        let rest: Vec<usize> = kept.iter().copied().filter(|&other| other != statement).collect();
        if !System::new(problem, &rest, None).relax(tolerance)?.holds() {
            kept = rest;
        }
    }
    Ok(kept)
}

/// Tries subsets by size, and by trust among those of one size. A point that satisfies some
/// statements spares every subset of these: what cannot hold has to include one that it misses.
fn fewest(problem: &Problem, tolerance: u32) -> Result<Vec<usize>, CoherenceError> {
    let all: Vec<usize> = (0..problem.statements.len()).collect();
    let system = System::new(problem, &all, None);
    let mut subsets: Vec<u16> = (0..1 << all.len()).collect();
    subsets.sort_by_key(|subset| (subset.count_ones(), *subset));
    let mut missed: Vec<u16> = Vec::new();
    for subset in subsets {
        if missed.iter().any(|missed| subset & missed == 0) {
            continue;
        }
        let is_chosen = |statement: usize| subset >> statement & 1 == 1;
        let Some(point) = system.fit(tolerance, is_chosen)? else {
            return Ok(all.into_iter().filter(|&statement| is_chosen(statement)).collect());
        };
        let is_missed = |&statement: &usize| {
            !is_chosen(statement) && !problem.is_met(statement, tolerance, &point)
        };
        let missing = all.iter().copied().filter(is_missed).fold(0, |set, one| set | 1 << one);
        // A point of the numeric solver may miss nothing by more than its rounding errors.
        missed.push(if missing == 0 { !subset } else { missing });
    }
    Ok(all)
}
