//! Linear programs over distributions, as both solvers read them.

use super::Rational;
use super::statement::{Cell, End};

/// Minimise a cost over all distributions of people over columns that satisfy rows.
///
/// A distribution has no negative mass, and the mass of the columns in `norm` is 1.
pub(super) struct Program {
    /// Which columns the distribution is scaled by; at least one.
    pub(super) norm: Vec<bool>,
    /// The inequalities.
    pub(super) rows: Vec<Row>,
    /// What a unit of mass costs, by column. A unit that a soft row falls short of costs 1.
    pub(super) cost: Vec<i8>,
}

/// The inequality `sum of mass (value - bound weight) >= 0`, or `<= 0` for an upper end.
pub(super) struct Row {
    /// The statement that it belongs to.
    pub(super) statement: usize,
    /// Which part of the statement it is.
    pub(super) end: End,
    /// The bound of the share.
    pub(super) bound: Rational,
    /// Values and weights, by column.
    pub(super) cells: Vec<Cell>,
    /// Whether it has to hold; a soft one may fall short at a cost.
    pub(super) hard: bool,
}

/// The best distribution.
pub(super) struct Optimum {
    /// Its cost.
    pub(super) value: Rational,
    /// Its mass, by column.
    pub(super) mass: Vec<Rational>,
    /// By how much the cost grows with what each row asks for (the dual solution); absent where
    /// the solver does not tell.
    pub(super) multipliers: Option<Vec<Rational>>,
}
