//! Points that the draft computed itself: "61 % on one side, 12 % on the other, or 49 points".

use gainsay_claims::{
    facts::{Match, MatchReason},
    value::{Quantity, ReportingSet},
};

use super::{CheckedFigure, Outcome};

/// How many figures before, and how many after it, points may be computed from.
const BEFORE: usize = 8;
const AFTER: usize = 2;

/// Finds of what figures points are the difference, where no claim says them: of two that were
/// matched and stand near.
///
/// Returns the draft's claims that are none then.
pub(super) fn explain(figures: &mut [CheckedFigure]) -> Vec<String> {
    let mut dropped = Vec::new();
    for at in 0..figures.len() {
        if let Some(claims) = operands(figures, at) {
            figures[at].outcome = Outcome::Difference(claims);
            dropped.extend(figures[at].claim.take());
        }
    }
    dropped
}

fn operands(figures: &[CheckedFigure], at: usize) -> Option<[String; 2]> {
    let figure = &figures[at];
    let Quantity::Points(points) = &figure.figure.reading.quantity else { return None };
    // Points that a claim gives are its own; a share of as many percent is another figure.
    let is_other = |found: &Match| found.reasons.contains(&MatchReason::OtherFigure);
    let is_told = match &figure.outcome {
        Outcome::Found(found) => !is_other(found),
        outcome => outcome.is_settled(),
    };
    if is_told {
        return None;
    }
    let near = figures.iter().enumerate().skip(at.saturating_sub(BEFORE));
    let near = near.take_while(|(place, _)| *place <= at + AFTER);
    let shares: Vec<(&str, &ReportingSet)> = near.filter_map(|(_, one)| share(one)).collect();
    // The nearest ones first: the last that were told.
    let pairs = shares
        .iter()
        .enumerate()
        .rev()
        .flat_map(|(end, second)| shares[..end].iter().rev().map(move |first| (first, second)));
    let fits = |one: &ReportingSet, other: &ReportingSet| is_difference(points, one, other);
    let found = pairs.into_iter().find(|(first, second)| fits(first.1, second.1));
    found.map(|(first, second)| [first.0.to_owned(), second.0.to_owned()])
}

/// A share that was found, with its claim.
fn share(figure: &CheckedFigure) -> Option<(&str, &ReportingSet)> {
    match (&figure.outcome, &figure.figure.reading.quantity) {
        (Outcome::Found(found), Quantity::Share { hard, .. }) => Some((&found.claim, hard)),
        _ => None,
    }
}

/// Whether points can be the difference of two shares, whichever is the larger.
fn is_difference(points: &ReportingSet, one: &ReportingSet, other: &ReportingSet) -> bool {
    let up = [other.lo() - one.hi(), other.hi() - one.lo()];
    let down = [-up[1], -up[0]];
    [up, down].into_iter().any(|[lo, hi]| lo <= points.hi() && points.lo() <= hi)
}
