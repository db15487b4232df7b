//! What is held to be true of the people, as linear rows over the worlds.

use num_traits::{One, Zero};

use super::condition::{Condition, Formula, Literal};
use super::logic::World;
use super::{Bounds, CoherenceError, Rational};

/// A claim in terms of events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Statement {
    /// A share lies in an interval: `lo <= P(outcome | base) <= hi`.
    Share {
        /// The share.
        formula: Formula,
        /// Where it lies, fractions of the base.
        bounds: Bounds,
    },
    /// One share exceeds another: `P(above) >= P(below) + gap`.
    Order {
        /// What is more frequent.
        above: Condition,
        /// What is less frequent.
        below: Condition,
        /// By how much at least, a difference of fractions in `-1..=1`.
        gap: Rational,
    },
}

/// One of the inequalities that a statement is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// The share is at least its lower end.
    Lo,
    /// The share is at most its upper end.
    Hi,
    /// One share exceeds the other by the gap.
    Order,
    /// At least one in a thousand is in the base: somebody was asked.
    Base,
}

/// What one person in a world adds to a statement: `P(outcome | base)` is the sum of values over
/// the sum of weights. An order is the difference of two shares of everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cell {
    /// 1 where the outcome is met within the base; -1, 0 or 1 for an order.
    pub(super) value: i8,
    /// Whether this person is in the base.
    pub(super) weight: bool,
}

impl Formula {
    pub(super) fn cell(&self, world: World) -> Cell {
        let weight = self.base.is_met(world);
        Cell { value: i8::from(weight && self.outcome.is_met(world)), weight }
    }

    pub(super) fn literals(&self) -> impl Iterator<Item = &Literal> {
        self.outcome.literals().iter().chain(self.base.literals())
    }
}

impl Statement {
    /// Returns the first reason why this is no statement about so many events.
    pub(super) fn check(&self, events: usize) -> Result<(), CoherenceError> {
        let literals: Vec<&Literal> = match self {
            Self::Share { formula, .. } => formula.literals().collect(),
            Self::Order { above, below, gap } => {
                if *gap > Rational::one() || *gap < -Rational::one() {
                    return Err(CoherenceError::InvalidGap);
                }
                above.literals().iter().chain(below.literals()).collect()
            }
        };
        match literals.into_iter().find(|literal| literal.event >= events) {
            Some(&Literal { event, .. }) => Err(CoherenceError::UnknownEvent { event, events }),
            None => Ok(()),
        }
    }

    pub(super) fn cell(&self, world: World) -> Cell {
        match self {
            Self::Share { formula, .. } => formula.cell(world),
            Self::Order { above, below, .. } => {
                let value = i8::from(above.is_met(world)) - i8::from(below.is_met(world));
                Cell { value, weight: true }
            }
        }
    }

    /// Returns the ends of this statement, widened by so much, that not every distribution meets.
    pub(super) fn ends(&self, widening: &Rational) -> Vec<(End, Rational)> {
        match self {
            Self::Share { bounds, .. } => {
                let (lo, hi) = (bounds.lo() - widening, bounds.hi() + widening);
                let lo = (lo > Rational::zero()).then_some((End::Lo, lo));
                let hi = (hi < Rational::one()).then_some((End::Hi, hi));
                lo.into_iter().chain(hi).collect()
            }
            Self::Order { gap, .. } => {
                let gap = gap - widening;
                Vec::from_iter((gap > -Rational::one()).then_some((End::Order, gap)))
            }
        }
    }

    /// Returns the bound of an inequality before widening.
    pub(super) fn bound(&self, end: End) -> Rational {
        match (self, end) {
            (_, End::Base) => least_base(),
            (Self::Order { gap, .. }, _) => gap.clone(),
            (Self::Share { bounds, .. }, End::Hi) => bounds.hi().clone(),
            (Self::Share { bounds, .. }, _) => bounds.lo().clone(),
        }
    }
}

/// Returns the share of everybody that is in the base of a statement at least, since somebody was
/// asked. Without it, "90 %" and "10 %" of the same base would both be true of an empty one.
pub(super) fn least_base() -> Rational {
    Rational::new(1.into(), 1000.into())
}
