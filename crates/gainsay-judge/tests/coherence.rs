//! Laws of coherence that hold for all statements, and how long an answer takes.

use gainsay_judge::coherence::{
    Bounds, Condition, Conflict, End, Formula, Literal, Logic, Problem, Rational, Relation,
    Statement, Verdict,
};
use proptest::prelude::*;

const EVENTS: usize = 5;

/// Statements of which the numbers are parts of a hundred, and a distribution over worlds in the
/// same order as that of [`worlds`].
#[derive(Clone, Debug)]
struct Case {
    relations: Vec<Relation>,
    forms: Vec<Form>,
    masses: Vec<u32>,
}

#[derive(Clone, Debug)]
struct Form {
    outcome: Condition,
    base: Condition,
    order: bool,
    lo: i64,
    hi: i64,
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

fn case() -> impl Strategy<Value = Case> {
    let relations = prop::collection::vec(relation(), 0..3);
    let forms = prop::collection::vec(form(), 1..7);
    let masses = prop::collection::vec(prop_oneof![Just(0), 0..50_u32], 32);
    (relations, forms, masses).prop_map(|(relations, forms, masses)| Case {
        relations,
        forms,
        masses,
    })
}

fn parts(parts: i64) -> Rational {
    Rational::new(parts.clamp(0, 100).into(), 100.into())
}

impl Form {
    fn statement(&self) -> Statement {
        if self.order {
            let gap = Rational::new(self.lo.into(), 100.into());
            return Statement::Order { above: self.outcome.clone(), below: self.base.clone(), gap };
        }
        let formula = Formula::within(self.base.clone(), self.outcome.clone());
        Statement::Share { formula, bounds: Bounds::new(parts(self.lo), parts(self.hi)).unwrap() }
    }
}

/// The problem of the forms, if the logic leaves it possible.
fn problem(relations: &[Relation], forms: &[Form]) -> Option<Problem> {
    let logic = Logic::new(EVENTS, relations.to_vec()).ok()?;
    Problem::new(logic, forms.iter().map(Form::statement).collect()).ok()
}

fn solve(relations: &[Relation], forms: &[Form]) -> Option<Verdict> {
    Some(problem(relations, forms)?.solve().expect("the problem is small"))
}

fn holds(relations: &[Relation], forms: &[Form]) -> bool {
    solve(relations, forms).expect("part of a possible problem").is_coherent()
}

fn meets(condition: &Condition, world: usize) -> bool {
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

fn worlds(relations: &[Relation]) -> Vec<usize> {
    (0..1 << EVENTS).filter(|&w| relations.iter().all(|one| allowed(one, w))).collect()
}

impl Case {
    /// The forms with intervals that hold their true values under the masses; those with an
    /// empty base are left out.
    fn true_forms(&self) -> Vec<Form> {
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

/// Evaluates the certificate in every world, without the solver.
fn check_certificate(relations: &[Relation], forms: &[Form], conflict: &Conflict) {
    let certificate = conflict.certificate.as_ref().expect("the problem is small");
    assert!(certificate.shortfall > Rational::default());
    let mut named: Vec<usize> = certificate.terms.iter().map(|term| term.statement).collect();
    named.dedup();
    assert_eq!(named, conflict.minimal);
    for world in worlds(relations) {
        let sum: Rational = certificate
            .terms
            .iter()
            .map(|term| &term.multiplier * surplus(&forms[term.statement], term.end, world))
            .sum();
        assert!(sum <= -certificate.shortfall.clone(), "world {world}: {sum}");
    }
}

/// What one person in a world adds to an inequality.
fn surplus(form: &Form, end: End, world: usize) -> Rational {
    let [outcome, base] = [&form.outcome, &form.base].map(|one| i64::from(meets(one, world)));
    let whole = |number: i64| Rational::from_integer(number.into());
    match end {
        End::Lo => whole(outcome * base) - parts(form.lo) * whole(base),
        End::Hi => parts(form.hi) * whole(base) - whole(outcome * base),
        End::Order => whole(outcome - base) - Rational::new(form.lo.into(), 100.into()),
        End::Base => whole(base) - Rational::new(1.into(), 1000.into()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_true_of_some_people_is_coherent(case in case()) {
        let forms = case.true_forms();
        if let Some(verdict) = solve(&case.relations, &forms) {
            prop_assert!(verdict.is_coherent(), "{forms:?}: {verdict:?}");
        }
    }

    #[test]
    fn what_is_true_lies_in_what_is_implied(case in case()) {
        let mut forms = case.true_forms();
        let Some(asked) = forms.pop().filter(|form| !form.order) else { return Ok(()) };
        if let Some(problem) = problem(&case.relations, &forms) {
            let formula = Formula::within(asked.base.clone(), asked.outcome.clone());
            let implied = problem.implied(&formula).unwrap().expect("the truth satisfies it");
            prop_assert!(*implied.lo() <= parts(asked.hi) && parts(asked.lo) <= *implied.hi());
        }
    }

    #[test]
    fn wider_statements_are_coherent_if_narrower_ones_are(case in case(), by in 0..30_i64) {
        let wider: Vec<Form> = case.forms.iter()
            .map(|form| Form { lo: form.lo - by, hi: form.hi + by, ..form.clone() }).collect();
        let solved = solve(&case.relations, &case.forms).zip(solve(&case.relations, &wider));
        if let Some((narrow, wide)) = solved {
            prop_assert!(!narrow.is_coherent() || wide.is_coherent());
            let enough = narrow.conflict.is_none_or(|conflict| conflict.widening <= parts(by));
            prop_assert_eq!(enough, wide.is_coherent());
        }
    }

    #[test]
    fn minimal_sets_are_infeasible_and_their_parts_are_not(case in case()) {
        let conflict = solve(&case.relations, &case.forms).and_then(|verdict| verdict.conflict);
        let Some(conflict) = conflict else { return Ok(()) };
        let set: Vec<Form> =
            conflict.minimal.iter().map(|&index| case.forms[index].clone()).collect();
        prop_assert!(!holds(&case.relations, &set));
        for index in 0..set.len() {
            let mut part = set.clone();
            part.remove(index);
            prop_assert!(holds(&case.relations, &part));
        }
        check_certificate(&case.relations, &case.forms, &conflict);
    }

    #[test]
    fn the_set_is_the_smallest_and_of_the_most_trusted(case in case()) {
        let conflict = solve(&case.relations, &case.forms).and_then(|verdict| verdict.conflict);
        let Some(conflict) = conflict else { return Ok(()) };
        let mut subsets: Vec<u32> = (1..1 << case.forms.len()).collect();
        subsets.sort_by_key(|subset| (subset.count_ones(), *subset));
        let chosen = |subset: u32| (0..case.forms.len()).filter(move |index| subset >> index & 1 == 1);
        let first = subsets.into_iter().find(|&subset| {
            let forms: Vec<Form> = chosen(subset).map(|index| case.forms[index].clone()).collect();
            !holds(&case.relations, &forms)
        });
        prop_assert_eq!(first.map(|subset| chosen(subset).collect()), Some(conflict.minimal));
    }

    #[test]
    fn a_trace_is_of_a_contradiction(case in case()) {
        let conflict = solve(&case.relations, &case.forms).and_then(|verdict| verdict.conflict);
        let Some(trace) = conflict.and_then(|conflict| conflict.trace) else { return Ok(()) };
        let mut by = [trace.lo_by, trace.hi_by].concat();
        by.sort_unstable();
        by.dedup();
        let forms: Vec<Form> = by.iter().map(|&index| case.forms[index].clone()).collect();
        prop_assert!(!holds(&case.relations, &forms));
    }
}
