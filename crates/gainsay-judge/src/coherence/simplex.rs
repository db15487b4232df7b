//! The simplex method in exact arithmetic.
//!
//! Published shares are decimals and tight equalities are normal (complements, partitions), where
//! the answer of floating-point solvers depends on their tolerance. Bland's rule never cycles.

use num_rational::Ratio;

use super::Rational;
use super::number::{Number, Overflow};
use super::program::{Optimum, Program, Row};
use super::statement::End;

/// Finds the best distribution; none if the hard rows exclude each other.
///
/// Machine integers nearly always suffice, and are much faster.
pub(super) fn minimise(program: &Program) -> Option<Optimum> {
    solve::<Ratio<i64>>(program)
        .or_else(|Overflow| solve::<Ratio<i128>>(program))
        .or_else(|Overflow| solve::<Rational>(program))
        .expect("big integers do not overflow")
}

/// Rows solved for their basic variables. The columns are those of the program, then the surplus
/// of every row, then its shortfall, then the right-hand side.
struct Tableau<N> {
    /// The norm, then the rows of the program.
    rows: Vec<Vec<N>>,
    /// The variable that each row is solved for.
    basis: Vec<usize>,
    /// Reduced costs, and minus the cost.
    costs: Vec<N>,
    columns: usize,
    /// Variables that may not become positive.
    barred: Vec<bool>,
}

fn solve<N: Number>(program: &Program) -> Result<Option<Optimum>, Overflow> {
    let mut tableau = Tableau::<N>::start(program)?;
    let hard = |row: usize| program.rows[row].hard;
    let count = program.rows.len();
    if (0..count).any(hard) {
        let unmet = (0..count).map(|row| i8::from(hard(row)));
        let costs = vec![0; tableau.columns].into_iter().chain(vec![0; count]).chain(unmet);
        tableau.minimise(costs)?;
        if tableau.cost().is_positive() {
            return Ok(None);
        }
        tableau.bar(hard)?;
    }
    let unmet = (0..count).map(|row| i8::from(!hard(row)));
    let costs = program.cost.iter().copied().chain(vec![0; count]).chain(unmet);
    tableau.minimise(costs)?;
    Ok(Some(tableau.optimum(count)))
}

impl<N: Number> Tableau<N> {
    /// Starts from the vertex with all mass in the first column that may have any.
    fn start(program: &Program) -> Result<Self, Overflow> {
        let columns = program.norm.len();
        let count = program.rows.len();
        let start = program.norm.iter().position(|&normed| normed).unwrap_or_default();
        let whole = |normed: &bool| if *normed { N::one() } else { N::zero() };
        let mut norm: Vec<N> = program.norm.iter().map(whole).collect();
        norm.resize(columns + 2 * count, N::zero());
        norm.push(N::one());
        let (mut rows, mut basis) = (vec![norm], vec![start]);
        for (index, row) in program.rows.iter().enumerate() {
            let mut entries: Vec<N> = coefficients(row)?;
            let here = entries[start].clone();
            for (entry, &normed) in entries.iter_mut().zip(&program.norm) {
                if normed {
                    *entry = entry.less(&here, &N::one())?;
                }
            }
            entries.resize(columns + 2 * count + 1, N::zero());
            let (surplus, shortfall) = (columns + index, columns + count + index);
            entries[surplus] = -N::one();
            entries[shortfall] = N::one();
            entries[columns + 2 * count] = -here.clone();
            if !here.is_negative() {
                entries.iter_mut().for_each(|entry| *entry = -entry.clone());
            }
            basis.push(if here.is_negative() { shortfall } else { surplus });
            rows.push(entries);
        }
        let barred = vec![false; columns + 2 * count];
        Ok(Self { rows, basis, costs: Vec::new(), columns, barred })
    }

    /// Minimises a cost from the present vertex. No cost is without a lower limit here, so that
    /// every variable that is worth raising is limited by some row.
    fn minimise(&mut self, costs: impl Iterator<Item = i8>) -> Result<(), Overflow> {
        let whole = |cost: i8| match cost {
            0 => N::zero(),
            _ if cost > 0 => N::one(),
            _ => -N::one(),
        };
        self.costs = costs.map(whole).chain([N::zero()]).collect();
        for row in 0..self.rows.len() {
            let factor = self.costs[self.basis[row]].clone();
            subtract(&mut self.costs, &factor, &self.rows[row])?;
        }
        let mut stalled = false;
        while let Some(column) = self.entering(stalled) {
            let Some(row) = self.leaving(column)? else { break };
            stalled = self.rows[row][self.barred.len()].is_zero();
            self.pivot(row, column)?;
        }
        Ok(())
    }

    /// Finds the variable that lowers the cost most by unit; after a step that lowered nothing, the
    /// first that lowers it, which never cycles (Bland 1977).
    fn entering(&self, stalled: bool) -> Option<usize> {
        let mut lowering =
            (0..self.barred.len()).filter(|&at| self.costs[at].is_negative() && !self.barred[at]);
        if stalled { lowering.next() } else { lowering.min_by_key(|&at| &self.costs[at]) }
    }

    /// Finds the row that limits a variable most, of equal ones that of the first variable.
    fn leaving(&self, column: usize) -> Result<Option<usize>, Overflow> {
        let mut best: Option<(N, usize, usize)> = None;
        for (row, entries) in self.rows.iter().enumerate() {
            if !entries[column].is_positive() {
                continue;
            }
            let limit = entries[self.barred.len()].over(&entries[column])?;
            let candidate = (limit, self.basis[row], row);
            if best.as_ref().is_none_or(|best| candidate < *best) {
                best = Some(candidate);
            }
        }
        Ok(best.map(|(.., row)| row))
    }

    fn pivot(&mut self, row: usize, column: usize) -> Result<(), Overflow> {
        let mut pivot = std::mem::take(&mut self.rows[row]);
        let divisor = pivot[column].clone();
        if !divisor.is_one() {
            for entry in pivot.iter_mut().filter(|entry| !entry.is_zero()) {
                *entry = entry.over(&divisor)?;
            }
        }
        let others = self.rows.iter_mut().chain([&mut self.costs]).filter(|row| !row.is_empty());
        for other in others {
            let factor = other[column].clone();
            subtract(other, &factor, &pivot)?;
        }
        self.rows[row] = pivot;
        self.basis[row] = column;
        Ok(())
    }

    /// Keeps the shortfalls of some rows, all zero by now, at zero.
    fn bar(&mut self, rows: impl Fn(usize) -> bool) -> Result<(), Overflow> {
        let count = self.rows.len() - 1;
        for row in (0..count).filter(|&row| rows(row)) {
            let shortfall = self.columns + count + row;
            self.barred[shortfall] = true;
            if let Some(at) = self.basis.iter().position(|&basic| basic == shortfall) {
                self.pivot(at, self.columns + row)?;
            }
        }
        Ok(())
    }

    fn cost(&self) -> N {
        -self.costs[self.barred.len()].clone()
    }

    fn optimum(&self, count: usize) -> Optimum {
        let mut mass = vec![Rational::from_integer(0.into()); self.columns];
        for (row, &basic) in
            self.basis.iter().enumerate().filter(|(_, basic)| **basic < self.columns)
        {
            mass[basic] = self.rows[row][self.barred.len()].write();
        }
        // A surplus costs nothing, so that its reduced cost is what its row adds.
        let surplus = &self.costs[self.columns..self.columns + count];
        let multipliers = Some(surplus.iter().map(N::write).collect());
        Optimum { value: self.cost().write(), mass, multipliers }
    }
}

/// Subtracts a multiple of a row.
fn subtract<N: Number>(from: &mut [N], factor: &N, row: &[N]) -> Result<(), Overflow> {
    if factor.is_zero() {
        return Ok(());
    }
    for (entry, other) in from.iter_mut().zip(row).filter(|(_, other)| !other.is_zero()) {
        *entry = entry.less(factor, other)?;
    }
    Ok(())
}

/// Returns what a unit of mass adds to a row, by column, turned so that it has to be positive.
fn coefficients<N: Number>(row: &Row) -> Result<Vec<N>, Overflow> {
    let bound = N::read(&row.bound)?;
    let coefficient = |value: i8, weight: bool| {
        let whole = match value {
            0 => N::zero(),
            _ if value > 0 => N::one(),
            _ => -N::one(),
        };
        let signed = if weight { whole.less(&bound, &N::one())? } else { whole };
        Ok(if row.end == End::Hi { -signed } else { signed })
    };
    row.cells.iter().map(|cell| coefficient(cell.value, cell.weight)).collect()
}

#[cfg(test)]
mod tests {
    use num_bigint::BigInt;

    use super::super::statement::Cell;
    use super::*;

    fn row(end: End, bound: Rational, hard: bool) -> Row {
        let cells = [0, 1].map(|value| Cell { value, weight: true });
        Row { statement: 0, end, bound, cells: cells.into(), hard }
    }

    fn program(rows: Vec<Row>) -> Program {
        Program { norm: vec![true; 2], rows, cost: vec![0; 2] }
    }

    #[test]
    fn numbers_beyond_those_of_the_machine_stay_exact() {
        // Just below and just above one third, by 1 in 3 to the 100.
        let tiny = Rational::new(1.into(), num_traits::pow(BigInt::from(3), 100));
        let third = Rational::new(1.into(), 3.into());
        let rows = vec![row(End::Lo, &third + &tiny, false), row(End::Hi, &third - &tiny, false)];
        let program = program(rows);
        assert!(solve::<Ratio<i128>>(&program).is_err());
        let optimum = minimise(&program).unwrap();
        assert_eq!(optimum.value, &tiny + &tiny);
        let one = Rational::from_integer(1.into());
        assert_eq!(optimum.multipliers, Some(vec![one.clone(), one]));
    }

    #[test]
    fn hard_rows_may_exclude_each_other() {
        let half = || Rational::new(1.into(), 2.into());
        let above = |hard| row(End::Lo, Rational::new(3.into(), 4.into()), hard);
        let rows = |hard| vec![row(End::Hi, half(), true), above(hard)];
        assert!(minimise(&program(rows(true))).is_none());
        let relaxed = minimise(&program(rows(false))).unwrap();
        assert_eq!(relaxed.value, Rational::new(1.into(), 4.into()));
        assert_eq!(relaxed.mass, [half(), half()]);
    }
}
