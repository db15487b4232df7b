//! Laws that hold for all statements.

use gainsay_judge::coherence::{Conflict, End, Formula, Rational, Relation};
use proptest::prelude::*;

use crate::case::{Form, case, holds, meets, parts, problem, solve, worlds};

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
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

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
