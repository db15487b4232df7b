//! Statements about events that are tied by logic, and the questions that can be asked of them.

use super::condition::Formula;
use super::distance::least_widening;
use super::minimal::minimal;
use super::propagation::trace;
use super::statement::Cell;
use super::system::{STEPS, System};
use super::{Bounds, Certificate, CoherenceError, Conflict, Logic, Rational, Statement, Verdict};

/// Statements about the same people.
#[derive(Clone, Debug)]
pub struct Problem {
    pub(super) logic: Logic,
    pub(super) statements: Vec<Statement>,
    /// What every world adds to a statement, by statement.
    pub(super) cells: Vec<Vec<Cell>>,
}

impl Problem {
    /// Returns the problem of statements in the order of trust: where several sets of statements
    /// contradict each other, the one named does without the last statements if it can.
    ///
    /// # Errors
    /// [`CoherenceError::UnknownEvent`], [`CoherenceError::InvalidGap`], or
    /// [`CoherenceError::ImpossibleBase`] when the logic leaves nobody in a base.
    pub fn new(logic: Logic, statements: Vec<Statement>) -> Result<Self, CoherenceError> {
        let mut cells = Vec::with_capacity(statements.len());
        for (index, statement) in statements.iter().enumerate() {
            statement.check(logic.events())?;
            let worlds = logic.worlds().iter();
            let own: Vec<Cell> = worlds.map(|&world| statement.cell(world)).collect();
            if own.iter().all(|cell| !cell.weight) {
                return Err(CoherenceError::ImpossibleBase { statement: index });
            }
            cells.push(own);
        }
        Ok(Self { logic, statements, cells })
    }

    /// Decides whether the statements can all hold, and if not, why and by how much.
    ///
    /// # Errors
    /// [`CoherenceError::Solver`], with more than 128 kinds of worlds only.
    pub fn solve(&self) -> Result<Verdict, CoherenceError> {
        let all: Vec<usize> = (0..self.statements.len()).collect();
        let system = System::new(self, &all, None);
        let exact = system.is_exact();
        let relaxed = system.relax(0)?;
        let mut verdict = Verdict { worlds: self.logic.worlds().len(), exact, conflict: None };
        // The numeric solver tells no distance below a step from none.
        let tolerance = u32::from(!exact);
        if relaxed.holds() || (!exact && system.relax(tolerance)?.holds()) {
            return Ok(verdict);
        }
        let minimal = minimal(self, tolerance)?;
        let blamed = System::new(self, &minimal, None);
        let least = blamed.relax(0)?;
        // What these need is what all need at least, and is found with less effort.
        let low = least_widening(&blamed, &least, tolerance + 1)?;
        let steps = least_widening(&system, &relaxed, low)?;
        let certificate = least
            .terms
            .filter(|terms| !terms.is_empty())
            .map(|terms| Certificate { terms, shortfall: least.shortfall });
        verdict.conflict = Some(Conflict {
            widening: Rational::new(steps.into(), STEPS.into()),
            shortfall: relaxed.shortfall,
            certificate,
            minimal,
            trace: trace(self),
        });
        Ok(verdict)
    }

    /// Finds what the statements together imply about a share: its least and its greatest value
    /// among all distributions that satisfy them. Absent when there is no such distribution, or
    /// none with at least one in a thousand in the base of the formula. With more than 128 kinds of
    /// worlds, statements may give way by 0.01 point, and the ends are rounded outwards to as much.
    ///
    /// # Errors
    /// [`CoherenceError::UnknownEvent`] or [`CoherenceError::Solver`].
    pub fn implied(&self, formula: &Formula) -> Result<Option<Bounds>, CoherenceError> {
        let events = self.logic.events();
        if let Some(literal) = formula.literals().find(|literal| literal.event >= events) {
            return Err(CoherenceError::UnknownEvent { event: literal.event, events });
        }
        let worlds = self.logic.worlds().iter();
        let asked: Vec<Cell> = worlds.map(|&world| formula.cell(world)).collect();
        if asked.iter().all(|cell| !cell.weight) {
            return Ok(None);
        }
        let all: Vec<usize> = (0..self.statements.len()).collect();
        System::new(self, &all, Some(&asked)).range(&asked)
    }
}
