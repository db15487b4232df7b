//! The simplex method in floating point, for problems with many worlds.

use microlp::{ComparisonOp, Error, LinearExpr, OptimizationDirection, Variable};
use num_traits::{FromPrimitive, Zero};

use super::bounds::to_f64;
use super::program::{Optimum, Program, Row};
use super::statement::{Cell, End};
use super::{CoherenceError, Rational};

/// Costs below this are rounding errors of the solver.
const NOISE: f64 = 1e-8;

/// Finds the best distribution; none if the hard rows exclude each other.
///
/// # Errors
/// [`CoherenceError::Solver`] when the solver gives up.
pub(super) fn minimise(program: &Program) -> Result<Option<Optimum>, CoherenceError> {
    let mut problem = microlp::Problem::new(OptimizationDirection::Minimize);
    let free = (0.0, f64::INFINITY);
    let mass: Vec<Variable> =
        program.cost.iter().map(|&cost| problem.add_var(f64::from(cost), free)).collect();
    let normed = mass.iter().zip(&program.norm).filter(|(_, normed)| **normed);
    problem.add_constraint(normed.map(|(&one, _)| (one, 1.0)), ComparisonOp::Eq, 1.0);
    for row in &program.rows {
        let mut sum = LinearExpr::empty();
        for (&variable, &cell) in mass.iter().zip(&row.cells) {
            sum.add(variable, coefficient(row, cell));
        }
        if !row.hard {
            sum.add(problem.add_var(1.0, free), 1.0);
        }
        problem.add_constraint(sum, ComparisonOp::Ge, 0.0);
    }
    let solution = match problem.solve() {
        Err(Error::Infeasible) => return Ok(None),
        Err(error) => return Err(CoherenceError::Solver(error.to_string())),
        Ok(outcome) => outcome
            .into_solution()
            .map_err(|_| CoherenceError::Solver("search was interrupted".to_owned()))?,
    };
    let value = solution.objective();
    let value = if value.abs() < NOISE { 0.0 } else { value };
    let mass = mass.iter().map(|&variable| exact(solution.var_value(variable).max(0.0))).collect();
    Ok(Some(Optimum { value: exact(value), mass, multipliers: None }))
}

/// Returns what a unit of mass adds to a row, turned so that it has to be positive.
fn coefficient(row: &Row, cell: Cell) -> f64 {
    let bound = if cell.weight { to_f64(&row.bound) } else { 0.0 };
    let signed = f64::from(cell.value) - bound;
    if row.end == End::Hi { -signed } else { signed }
}

fn exact(value: f64) -> Rational {
    Rational::from_f64(value).unwrap_or_else(Rational::zero)
}
