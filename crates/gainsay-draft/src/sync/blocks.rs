//! Pairs the marks that begin tables with those that end them.

use std::ops::Range;

use gainsay_claims::facts::MarkProblem;

use super::marks::Mark;

/// A mark that begins a table and the one that ends it.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    pub(super) begin: Mark,
    pub(super) end: Mark,
}

impl Pair {
    /// What stands between both.
    pub(super) fn between(&self) -> Range<usize> {
        self.begin.span.end..self.end.span.start
    }
}

/// The pairs among marks, and the marks that are part of none. Where one begins before
/// another has ended, it is not known which of them the next end belongs to: both are
/// given up.
pub(super) fn pairs(marks: &[Mark]) -> (Vec<Pair>, Vec<(Range<usize>, MarkProblem)>) {
    let mut pairs = Vec::new();
    let mut problems = Vec::new();
    let mut begun: Option<&Mark> = None;
    let mut is_nested = false;
    for mark in marks {
        match (begun, mark.begins) {
            (None, true) => begun = Some(mark),
            (None, false) => problems.push((mark.span.clone(), MarkProblem::NoBegin)),
            (Some(_), true) => {
                problems.push((mark.span.clone(), MarkProblem::Nested));
                is_nested = true;
            }
            (Some(begin), false) => {
                if !is_nested {
                    pairs.push(Pair { begin: begin.clone(), end: mark.clone() });
                }
                (begun, is_nested) = (None, false);
            }
        }
    }
    problems.extend(begun.map(|begin| (begin.span.clone(), MarkProblem::NoEnd)));
    (pairs, problems)
}
