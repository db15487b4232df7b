//! What is found out about statements together.

use super::{End, Rational, Trace};

/// Whether statements can all hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// How many worlds the logic leaves.
    pub worlds: usize,
    /// Whether every number is exact. If not, statements that fit after moving by 0.01 point
    /// count as coherent.
    pub exact: bool,
    /// How the statements contradict each other; absent when they can all hold.
    pub conflict: Option<Conflict>,
}

/// How statements contradict each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// The least by which every statement has to give way, each in shares of its own base, so
    /// that all can hold; a multiple of 0.01 point (Chebyshev distance).
    pub widening: Rational,
    /// The least sum of what all inequalities together fall short, in shares of everybody (L1
    /// distance). Says little where bases are small.
    pub shortfall: Rational,
    /// Statements that cannot all hold while all but any one of them can, in ascending order.
    pub minimal: Vec<usize>,
    /// Why these cannot hold; absent where only the numeric solver could tell.
    pub certificate: Option<Certificate>,
    /// The same in a few steps of logic, where that suffices; it may rest on other statements.
    pub trace: Option<Trace>,
}

/// A sum of inequalities that no distribution satisfies (elastic duals).
///
/// With every inequality written as "something is at least 0", the weighted sum is at most
/// `-shortfall` in every world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// The inequalities that take part.
    pub terms: Vec<Term>,
    /// By how much the sum misses 0, a share of everybody.
    pub shortfall: Rational,
}

/// An inequality in a sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The index of the statement.
    pub statement: usize,
    /// Which of its inequalities.
    pub end: End,
    /// How often it is added, above 0.
    pub multiplier: Rational,
}

impl Verdict {
    /// Says whether the statements can all hold.
    #[must_use]
    pub fn is_coherent(&self) -> bool {
        self.conflict.is_none()
    }
}
