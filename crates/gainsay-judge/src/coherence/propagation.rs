//! Contradictions that a few steps of logic show, in words that a reader can follow.
//!
//! Intervals of shares narrow each other until nothing moves. This finds less than the linear
//! program, which alone decides; floating point is precise enough for it.

use super::bounds::to_f64;
use super::condition::{Condition, Formula};
use super::shares::{Limit, Share, Shares};
use super::statement::least_base;
use super::{Problem, Statement};

/// How often all rules are applied at most.
const ROUNDS: usize = 100;

/// How many statements a trace may rest on for a reader to follow it.
const FOLLOWED: usize = 3;

/// A share that would have to be at least more than it may be at most.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace {
    /// What it is the share of everybody of.
    pub condition: Condition,
    /// The least that it is, a fraction of everybody.
    pub lo: f64,
    /// The indices of the statements by which it is at least so much, in ascending order.
    pub lo_by: Vec<usize>,
    /// The most that it is, a fraction of everybody.
    pub hi: f64,
    /// The indices of the statements by which it is at most so much, in ascending order.
    pub hi_by: Vec<usize>,
}

/// Returns the first share without a possible value that three statements or fewer make so.
pub(super) fn trace(problem: &Problem) -> Option<Trace> {
    let mut shares = Shares::of(&problem.logic, &conditions(problem));
    for _ in 0..ROUNDS {
        let mut moved = false;
        // What is empty is told at once, before it spreads.
        for (index, statement) in problem.statements.iter().enumerate() {
            moved |= state(&mut shares, index, statement);
            if let Some(share) = shares.empty() {
                return followed(share);
            }
        }
        moved |= shares.narrow();
        if let Some(share) = shares.empty() {
            return followed(share);
        }
        if !moved {
            return None;
        }
    }
    None
}

/// Tells of a share without a possible value, unless too many statements make it so.
fn followed(share: &Share) -> Option<Trace> {
    let statements = share.lo.by.union(&share.hi.by).count();
    (statements <= FOLLOWED).then(|| Trace {
        condition: share.condition.clone(),
        lo: share.lo.at,
        lo_by: share.lo.by.iter().copied().collect(),
        hi: share.hi.at,
        hi_by: share.hi.by.iter().copied().collect(),
    })
}

/// Lists what the statements are about.
fn conditions(problem: &Problem) -> Vec<Condition> {
    let of = |statement: &Statement| match statement {
        Statement::Share { formula, .. } => {
            let stated = [formula.outcome.clone(), formula.base.clone()];
            stated.into_iter().chain(joint(formula)).collect()
        }
        Statement::Order { above, below, .. } => vec![above.clone(), below.clone()],
    };
    problem.statements.iter().flat_map(of).collect()
}

/// Returns the outcome within the base, unless it takes both "and" and "or" to say it.
fn joint(formula: &Formula) -> Option<Condition> {
    match (&formula.outcome, &formula.base) {
        (outcome, base) if *base == Condition::everybody() => Some(outcome.clone()),
        (Condition::All(outcome), Condition::All(base)) => {
            Some(Condition::All(outcome.iter().chain(base).copied().collect()))
        }
        _ => None,
    }
}

/// Applies what one statement says, and tells whether anything moved.
fn state(shares: &mut Shares, index: usize, statement: &Statement) -> bool {
    match statement {
        Statement::Share { formula, bounds } => match joint(formula) {
            Some(joint) => state_share(shares, index, formula, &joint, bounds.to_f64()),
            None => false,
        },
        Statement::Order { above, below, gap } => {
            let gap = to_f64(gap);
            let more = shares.get(below).lo.plus(gap, index);
            let less = shares.get(above).hi.plus(-gap, index);
            shares.get_mut(above).raise(more) | shares.get_mut(below).lower(less)
        }
    }
}

/// Applies `lo P(base) <= P(joint) <= hi P(base)` in both directions. The outcome itself may also
/// be met outside the base, most often so where the base is smallest: `hi <= 1`.
fn state_share(
    shares: &mut Shares,
    index: usize,
    formula: &Formula,
    joint: &Condition,
    (lo, hi): (f64, f64),
) -> bool {
    let base = shares.get(&formula.base).clone();
    let both = shares.get(joint).clone();
    let somebody = Limit { at: to_f64(&least_base()), by: [index].into() };
    let mut moved = shares.get_mut(&formula.base).raise(somebody);
    moved |= shares.get_mut(joint).raise(base.lo.times(lo, index));
    moved |= shares.get_mut(joint).lower(base.hi.times(hi, index));
    let outside = base.lo.times(hi - 1.0, index).plus(1.0, index);
    moved |= shares.get_mut(&formula.outcome).lower(outside);
    if hi > 0.0 {
        moved |= shares.get_mut(&formula.base).raise(both.lo.times(1.0 / hi, index));
    }
    if lo > 0.0 {
        moved |= shares.get_mut(&formula.base).lower(both.hi.times(1.0 / lo, index));
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::super::{Bounds, Logic, Relation};
    use super::*;

    fn within(base: Condition, outcome: Condition, lo: f64, hi: f64) -> Statement {
        let bounds = Bounds::around(lo, hi).unwrap();
        Statement::Share { formula: Formula::within(base, outcome), bounds }
    }

    fn share(event: usize, lo: f64, hi: f64) -> Statement {
        within(Condition::everybody(), Condition::event(event), lo, hi)
    }

    fn find(events: usize, relations: Vec<Relation>, statements: Vec<Statement>) -> Option<Trace> {
        trace(&Problem::new(Logic::new(events, relations).unwrap(), statements).unwrap())
    }

    #[track_caller]
    fn check(trace: Option<Trace>, lo_by: &[usize], hi_by: &[usize]) {
        let trace = trace.expect("there is a contradiction");
        assert_eq!((&trace.lo_by[..], &trace.hi_by[..]), (lo_by, hi_by), "{trace:?}");
        assert!(trace.lo > trace.hi, "{trace:?}");
    }

    #[test]
    fn a_part_is_not_larger_than_the_whole() {
        let implies = || vec![Relation::Implies(0, 1)];
        let statements = |part| vec![share(0, part, 1.0), share(1, 0.0, 0.135)];
        check(find(2, implies(), statements(0.175)), &[0], &[1]);
        assert_eq!(find(2, implies(), statements(0.135)), None);
    }

    #[test]
    fn exclusive_shares_do_not_exceed_everybody() {
        let excludes = || vec![Relation::Excludes(vec![0, 1, 2])];
        let statements = |third| vec![share(0, 0.4, 1.0), share(1, 0.3, 1.0), share(2, third, 1.0)];
        check(find(3, excludes(), statements(0.31)), &[0], &[1, 2]);
        assert_eq!(find(3, excludes(), statements(0.3)), None);
    }

    #[test]
    fn exhaustive_shares_make_up_everybody() {
        let complement = || vec![Relation::Complement(0, 1)];
        let statements = |other| vec![share(0, 0.0, 0.725), share(1, 0.0, other)];
        check(find(2, complement(), statements(0.185)), &[1], &[0]);
        assert_eq!(find(2, complement(), statements(0.275)), None);
    }

    #[test]
    fn large_shares_overlap() {
        let both =
            Condition::All([0, 1].map(|event| super::super::Literal { event, holds: true }).into());
        let statements = |most| {
            let both = within(Condition::everybody(), both.clone(), 0.0, most);
            vec![share(0, 0.6, 1.0), share(1, 0.6, 1.0), both]
        };
        check(find(2, vec![], statements(0.1)), &[0, 1], &[2]);
        assert_eq!(find(2, vec![], statements(0.2)), None);
    }

    #[test]
    fn a_base_carries_what_is_met_within_it() {
        let statements = |most| {
            let part = within(Condition::event(1), Condition::event(0), 0.9, 1.0);
            vec![part, share(1, 0.6, 1.0), share(0, 0.0, most)]
        };
        // At most 0.5 / 0.9 are in the base.
        check(find(2, vec![], statements(0.5)), &[1], &[0, 2]);
        assert_eq!(find(2, vec![], statements(0.54)), None);
        let seldom = within(Condition::event(1), Condition::event(0), 0.0, 0.1);
        let statements = vec![seldom, share(1, 0.6, 1.0), share(0, 0.5, 1.0)];
        check(find(2, vec![], statements), &[2], &[0, 1]);
    }

    #[test]
    fn orders_run_in_no_circle() {
        let order = |above, below| Statement::Order {
            above: Condition::event(above),
            below: Condition::event(below),
            gap: "1/4".parse().unwrap(),
        };
        check(find(2, vec![], vec![order(0, 1), share(0, 0.0, 0.2)]), &[0], &[1]);
        assert_eq!(find(2, vec![], vec![order(0, 1), share(0, 0.0, 0.3)]), None);
    }
}
