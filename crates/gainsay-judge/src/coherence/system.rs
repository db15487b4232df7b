//! The linear programs of some of the statements of a problem.

use std::collections::BTreeSet;

use num_traits::{Signed, ToPrimitive, Zero};

use super::bounds::to_f64;
use super::program::{Optimum, Program, Row};
use super::statement::{Cell, End, least_base};
use super::{Bounds, CoherenceError, Problem, Rational, Term, float, simplex};

/// How many kinds of worlds the exact simplex takes; it is too slow for many more.
const EXACT_KINDS: usize = 128;

/// Steps of widening in 1: a step is 0.01 point.
pub(super) const STEPS: i64 = 10_000;

/// A distribution: worlds and their mass.
pub(super) type Point = Vec<(usize, Rational)>;

/// Some statements, and the worlds as far as these tell them apart.
pub(super) struct System<'a> {
    problem: &'a Problem,
    chosen: &'a [usize],
    /// The first world of every kind.
    kinds: Vec<usize>,
}

/// The best that can be done for statements.
pub(super) struct Relaxed {
    /// The sum of what the inequalities fall short.
    pub(super) shortfall: Rational,
    /// The mass of worlds that falls short so little.
    pub(super) point: Point,
    /// A sum of inequalities that falls short so much; absent from the numeric solver.
    pub(super) terms: Option<Vec<Term>>,
}

impl Relaxed {
    /// Says whether all statements hold.
    pub(super) fn holds(&self) -> bool {
        self.shortfall.is_zero()
    }
}

impl<'a> System<'a> {
    /// Merges the worlds that add the same to every chosen statement, and to what is asked.
    pub(super) fn new(problem: &'a Problem, chosen: &'a [usize], asked: Option<&[Cell]>) -> Self {
        let mut seen = BTreeSet::new();
        let mut is_new = |&world: &usize| {
            let cells = chosen.iter().map(|&statement| problem.cells[statement][world]);
            seen.insert(cells.chain(asked.map(|asked| asked[world])).collect::<Vec<Cell>>())
        };
        let kinds = (0..problem.logic.worlds().len()).filter(|world| is_new(world)).collect();
        Self { problem, chosen, kinds }
    }

    /// Says whether the exact simplex is used.
    pub(super) fn is_exact(&self) -> bool {
        self.kinds.len() <= EXACT_KINDS
    }

    /// Lets the chosen statements, widened by some steps, fall short as little as possible.
    pub(super) fn relax(&self, steps: u32) -> Result<Relaxed, CoherenceError> {
        let rows = self.rows(steps, |_, end| end == End::Base);
        let (norm, cost) = (vec![true; self.kinds.len()], vec![0; self.kinds.len()]);
        let program = Program { norm, rows, cost };
        let optimum = self.minimise(&program)?.ok_or_else(no_optimum)?;
        let terms = optimum.multipliers.map(|multipliers| {
            let named = program.rows.iter().zip(multipliers);
            let used = named.filter(|(_, multiplier)| multiplier.is_positive());
            used.map(|(&Row { statement, end, .. }, multiplier)| Term {
                statement,
                end,
                multiplier,
            })
            .collect()
        });
        let point = self.point(optimum.mass);
        Ok(Relaxed { shortfall: optimum.value, point, terms })
    }

    /// Finds a point that satisfies some of the statements, widened by some steps, and comes near
    /// to the others; none if there is no such point.
    pub(super) fn fit(
        &self,
        steps: u32,
        some: impl Fn(usize) -> bool,
    ) -> Result<Option<Point>, CoherenceError> {
        let rows = self.rows(steps, |statement, _| some(statement));
        let (norm, cost) = (vec![true; self.kinds.len()], vec![0; self.kinds.len()]);
        let optimum = self.minimise(&Program { norm, rows, cost })?;
        Ok(optimum.map(|optimum| self.point(optimum.mass)))
    }

    /// Finds the least and the greatest share of what is asked while the statements hold.
    ///
    /// The share is made linear by scaling its base to 1 (Charnes and Cooper 1962), which the
    /// rows, all homogeneous, do not notice.
    pub(super) fn range(&self, asked: &[Cell]) -> Result<Option<Bounds>, CoherenceError> {
        let own: Vec<Cell> = self.kinds.iter().map(|&world| asked[world]).collect();
        let mut rows = self.rows(u32::from(!self.is_exact()), |_, _| true);
        // This row belongs to no statement.
        rows.extend(base_row(usize::MAX, &own));
        let norm = own.iter().map(|cell| cell.weight).collect();
        let cost = own.iter().map(|cell| cell.value).collect();
        let mut program = Program { norm, rows, cost };
        let Some(least) = self.minimise(&program)? else { return Ok(None) };
        program.cost.iter_mut().for_each(|cost| *cost = -*cost);
        let Some(greatest) = self.minimise(&program)? else { return Ok(None) };
        let (lo, hi) = (least.value, -greatest.value);
        let bounds = if self.is_exact() {
            Bounds::new(lo, hi)
        } else {
            let (lo, hi) = (to_f64(&lo).clamp(0.0, 1.0), to_f64(&hi).clamp(0.0, 1.0));
            Bounds::around(lo.min(hi), hi)
        };
        bounds.map(Some)
    }

    /// Finds the first step of widening at which a sum of inequalities stops to prove that they
    /// cannot all hold: some world then satisfies it.
    pub(super) fn disproves_until(&self, terms: &[Term]) -> Option<Rational> {
        let bounds: Vec<Rational> = terms
            .iter()
            .map(|term| self.problem.statements[term.statement].bound(term.end))
            .collect();
        let satisfied_from = |&world: &usize| {
            let (mut fixed, mut growth) = (Rational::zero(), Rational::zero());
            for (term, bound) in terms.iter().zip(&bounds) {
                let cell = part(term.end, self.problem.cells[term.statement][world]);
                fixed += &term.multiplier * signed(term.end, cell, bound);
                if term.end != End::Base && cell.weight {
                    growth += &term.multiplier;
                }
            }
            growth.is_positive().then(|| -fixed / growth)
        };
        let first = self.kinds.iter().filter_map(satisfied_from).min()?;
        Some((first * steps(STEPS)).ceil())
    }

    /// Returns the steps by which the statements have to be widened for a point to satisfy them.
    pub(super) fn needs(&self, point: &Point) -> u32 {
        let mut most = Rational::zero();
        for &statement in self.chosen {
            let stated = &self.problem.statements[statement];
            for (end, bound) in stated.ends(&Rational::zero()) {
                let (mut sum, mut base) = (Rational::zero(), Rational::zero());
                for (world, mass) in point {
                    let cell = self.problem.cells[statement][*world];
                    sum += mass * signed(end, cell, &bound);
                    if cell.weight {
                        base += mass;
                    }
                }
                if sum.is_negative() && base.is_positive() {
                    most = most.max(-sum / base);
                }
            }
        }
        (most * steps(STEPS)).ceil().to_integer().to_u32().unwrap_or(u32::MAX)
    }

    fn point(&self, mass: Vec<Rational>) -> Point {
        let masses = self.kinds.iter().copied().zip(mass);
        masses.filter(|(_, mass)| mass.is_positive()).collect()
    }

    fn minimise(&self, program: &Program) -> Result<Option<Optimum>, CoherenceError> {
        if self.is_exact() { Ok(simplex::minimise(program)) } else { float::minimise(program) }
    }

    fn rows(&self, widening: u32, hard: impl Fn(usize, End) -> bool) -> Vec<Row> {
        let widening = steps(i64::from(widening)) / steps(STEPS);
        let mut rows = Vec::new();
        for &statement in self.chosen {
            let all = &self.problem.cells[statement];
            let cells: Vec<Cell> = self.kinds.iter().map(|&world| all[world]).collect();
            rows.extend(base_row(statement, &cells));
            for (end, bound) in self.problem.statements[statement].ends(&widening) {
                rows.push(Row { statement, end, bound, cells: cells.clone(), hard: true });
            }
        }
        rows.iter_mut().for_each(|row| row.hard = hard(row.statement, row.end));
        rows
    }
}

impl Problem {
    /// Says whether a point satisfies a statement that is widened by some steps.
    pub(super) fn is_met(&self, statement: usize, widening: u32, point: &Point) -> bool {
        let widening = steps(i64::from(widening)) / steps(STEPS);
        let mut ends = self.statements[statement].ends(&widening);
        ends.push((End::Base, self.statements[statement].bound(End::Base)));
        ends.iter().all(|(end, bound)| {
            let add = |(world, mass): &(usize, Rational)| {
                mass * signed(*end, part(*end, self.cells[statement][*world]), bound)
            };
            !point.iter().map(add).sum::<Rational>().is_negative()
        })
    }
}

/// Returns the row that somebody is in the base, unless everybody is.
fn base_row(statement: usize, cells: &[Cell]) -> Option<Row> {
    let cells: Vec<Cell> = cells.iter().map(|&cell| part(End::Base, cell)).collect();
    let somebody_is_out = cells.iter().any(|cell| cell.value == 0);
    somebody_is_out.then_some(Row {
        statement,
        end: End::Base,
        bound: least_base(),
        cells,
        hard: true,
    })
}

/// Returns what a person adds to an inequality: to that of a base, its share of everybody.
fn part(end: End, cell: Cell) -> Cell {
    match end {
        End::Base => Cell { value: i8::from(cell.weight), weight: true },
        _ => cell,
    }
}

/// Returns what a person adds to an inequality, turned so that the sum has to be positive.
fn signed(end: End, cell: Cell, bound: &Rational) -> Rational {
    let value = Rational::from_integer(cell.value.into());
    let signed = if cell.weight { value - bound } else { value };
    if end == End::Hi { -signed } else { signed }
}

fn steps(count: i64) -> Rational {
    Rational::from_integer(count.into())
}

/// Soft rows can always be met at a cost, and hard ones are bases, each with a world of its own.
fn no_optimum() -> CoherenceError {
    CoherenceError::Solver("bases were found to be impossible".to_owned())
}
