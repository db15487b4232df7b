//! Random problems, and what is true of them by counting.

use gainsay_judge::coherence::{
    Bounds, Condition, Formula, Literal, Logic, Problem, Rational, Relation, Statement, Verdict,
};
use proptest::prelude::*;

const EVENTS: usize = 5;

/// Statements of which the numbers are parts of a hundred, and a distribution over worlds in the
/// same order as that of [`worlds`].
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) relations: Vec<Relation>,
    pub(crate) forms: Vec<Form>,
    masses: Vec<u32>,
}

#[derive(Clone, Debug)]
pub(crate) struct Form {
    pub(crate) outcome: Condition,
    pub(crate) base: Condition,
    pub(crate) order: bool,
    pub(crate) lo: i64,
    pub(crate) hi: i64,
}

fn relation() -> impl Strategy<Value = Relation> {
    (0..4, 0..EVENTS, 1..EVENTS).prop_map(|(kind, one, ahead)| {
        let other = (one + ahead) % EVENTS;
        match kind {
            0 => Relation::Implies(one, other),
            1 => Relation::Excludes(vec![one, other]),
            2 => Relation::Exhaustive(vec![one, other]),
            _ => Relation::Partition(vec![one, other, (other + ahead) % EVENTS]),
        }
    })
}

fn condition() -> impl Strategy<Value = Condition> {
    let literal = (0..EVENTS, any::<bool>()).prop_map(|(event, holds)| Literal { event, holds });
    (prop::collection::vec(literal, 1..3), any::<bool>())
        .prop_map(|(list, all)| if all { Condition::All(list) } else { Condition::Any(list) })
}

fn form() -> impl Strategy<Value = Form> {
    let base = prop_oneof![3 => Just(Condition::everybody()), 1 => condition()];
    (condition(), base, prop::bool::weighted(0.1), 0..=100_i64, 0..20_i64).prop_map(
        |(outcome, base, order, lo, width)| Form { outcome, base, order, lo, hi: lo + width },
    )
}

pub(crate) fn case() -> impl Strategy<Value = Case> {
    let relations = prop::collection::vec(relation(), 0..3);
    let forms = prop::collection::vec(form(), 1..7);
    let masses = prop::collection::vec(prop_oneof![Just(0), 0..50_u32], 32);
    (relations, forms, masses).prop_map(|(relations, forms, masses)| Case {
        relations,
        forms,
        masses,
    })
}

pub(crate) fn parts(parts: i64) -> Rational {
    Rational::new(parts.clamp(0, 100).into(), 100.into())
}

impl Form {
    pub(crate) fn statement(&self) -> Statement {
        if self.order {
            let gap = Rational::new(self.lo.into(), 100.into());
            return Statement::Order { above: self.outcome.clone(), below: self.base.clone(), gap };
        }
        let formula = Formula::within(self.base.clone(), self.outcome.clone());
        Statement::Share {
            formula,
            bounds: Bounds::new(parts(self.lo), parts(self.hi)).expect("lo is at most hi"),
        }
    }
}

/// The problem of the forms, if the logic leaves it possible.
pub(crate) fn problem(relations: &[Relation], forms: &[Form]) -> Option<Problem> {
    let logic = Logic::new(EVENTS, relations.to_vec()).ok()?;
    Problem::new(logic, forms.iter().map(Form::statement).collect()).ok()
}

pub(crate) fn solve(relations: &[Relation], forms: &[Form]) -> Option<Verdict> {
    Some(problem(relations, forms)?.solve().expect("the problem is small"))
}

pub(crate) fn holds(relations: &[Relation], forms: &[Form]) -> bool {
    solve(relations, forms).expect("part of a possible problem").is_coherent()
}

pub(crate) fn meets(condition: &Condition, world: usize) -> bool {
    let holds = |literal: &Literal| (world >> literal.event & 1 == 1) == literal.holds;
    match condition {
        Condition::All(literals) => literals.iter().all(holds),
        Condition::Any(literals) => literals.iter().any(holds),
    }
}

fn allowed(relation: &Relation, world: usize) -> bool {
    let holds = |event: &usize| world >> event & 1;
    let count = |list: &[usize]| list.iter().map(holds).sum::<usize>();
    match relation {
        Relation::Implies(one, other) => holds(one) <= holds(other),
        Relation::Excludes(list) => count(list) <= 1,
        Relation::Exhaustive(list) => count(list) >= 1,
        Relation::Partition(list) => count(list) == 1,
        Relation::Complement(one, other) => holds(one) != holds(other),
        Relation::Equivalent(one, other) => holds(one) == holds(other),
    }
}

pub(crate) fn worlds(relations: &[Relation]) -> Vec<usize> {
    (0..1 << EVENTS).filter(|&w| relations.iter().all(|one| allowed(one, w))).collect()
}

impl Case {
    /// The forms with intervals that hold their true values under the masses; those with an
    /// empty base are left out.
    pub(crate) fn true_forms(&self) -> Vec<Form> {
        let masses: Vec<(usize, i64)> = worlds(&self.relations)
            .into_iter()
            .zip(self.masses.iter().map(|&mass| i64::from(mass)))
            .collect();
        let mass = |test: &dyn Fn(usize) -> bool| -> i64 {
            masses.iter().filter(|(world, _)| test(*world)).map(|(_, mass)| mass).sum()
        };
        let total = mass(&|_| true);
        let truth = |form: &Form| {
            if form.order {
                let gap = mass(&|w| meets(&form.outcome, w)) - mass(&|w| meets(&form.base, w));
                let lo = (100 * gap).div_euclid(total.max(1));
                return (total > 0).then_some(Form { lo, ..form.clone() });
            }
            let base = mass(&|w| meets(&form.base, w));
            let both = mass(&|w| meets(&form.base, w) && meets(&form.outcome, w));
            (1000 * base >= total && base > 0).then(|| {
                let (lo, rest) = (100 * both / base, 100 * both % base);
                Form { lo, hi: lo + i64::from(rest > 0), ..form.clone() }
            })
        };
        self.forms.iter().filter_map(truth).collect()
    }
}
