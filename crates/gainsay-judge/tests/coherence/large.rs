//! Problems of many worlds, which the numeric solver answers, and of many statements.

use gainsay_judge::coherence::{
    Bounds, Condition, End, Formula, Literal, Logic, Problem, Rational, Statement, Verdict,
};
use num_traits::Signed;

/// Events enough for 256 kinds of worlds.
const MANY: usize = 8;

fn share(outcome: Condition, lo: &str, hi: &str) -> Statement {
    let bounds = Bounds::new(fraction(lo), fraction(hi)).expect("an interval");
    Statement::Share { formula: Formula::share(outcome), bounds }
}

fn fraction(text: &str) -> Rational {
    text.parse().expect("a fraction")
}

fn all() -> Condition {
    Condition::All((0..MANY).map(|event| Literal { event, holds: true }).collect())
}

/// Each of many events has nine tenths.
fn frequent() -> Vec<Statement> {
    (0..MANY).map(|event| share(Condition::event(event), "9/10", "9/10")).collect()
}

fn problem(events: usize, statements: Vec<Statement>) -> Problem {
    let logic = Logic::new(events, vec![]).expect("there are few events");
    Problem::new(logic, statements).expect("the statements are about the events")
}

fn solve(statements: Vec<Statement>) -> Verdict {
    problem(12, statements).solve().expect("the solver finds an answer")
}

#[test]
fn many_worlds_are_decided_within_a_hundredth_of_a_point() {
    // 8 times 9/10 leave at least 2/10 for all: 1/10 is missing, a ninth of it by statement.
    let with = |most| [frequent(), vec![share(all(), "0", most)]].concat();
    let verdict = solve(with("1/10"));
    assert_eq!((verdict.worlds, verdict.exact), (4096, false));
    let conflict = verdict.conflict.unwrap();
    assert_eq!(conflict.widening, fraction("112/10000"));
    assert!((conflict.shortfall - fraction("1/10")).abs() < fraction("1/1000000000"));
    assert_eq!(conflict.minimal, (0..=MANY).collect::<Vec<_>>());
    assert_eq!(conflict.certificate, None);
    assert!(solve(with("2/10")).is_coherent());
    // Missing 0.05 points are shared by nine statements; 0.1 points would be more than a step.
    assert!(solve(with("1995/10000")).is_coherent());
    assert!(!solve(with("199/1000")).is_coherent());
}

#[test]
fn few_statements_of_many_have_an_exact_certificate() {
    let below = share(Condition::event(0), "0", "85/100");
    let conflict = solve([frequent(), vec![below]].concat()).conflict.unwrap();
    assert_eq!(conflict.minimal, [0, MANY]);
    assert_eq!(conflict.widening, fraction("25/1000"));
    let certificate = conflict.certificate.unwrap();
    assert_eq!(certificate.shortfall, fraction("5/100"));
    let ends: Vec<_> = certificate.terms.iter().map(|term| (term.statement, term.end)).collect();
    assert_eq!(ends, [(0, End::Lo), (MANY, End::Hi)]);
}

#[test]
fn many_worlds_imply_shares_too() {
    let (lo, hi) =
        problem(12, frequent()).implied(&Formula::share(all())).unwrap().unwrap().to_f64();
    // Every statement may give way by a step of 0.0001.
    assert!((0.1985..=0.2).contains(&lo) && (0.9..=0.9002).contains(&hi), "{lo} {hi}");
    let within = Formula::within(Condition::event(0), Condition::event(1));
    let (lo, hi) = problem(12, frequent()).implied(&within).unwrap().unwrap().to_f64();
    assert!((lo - 8.0 / 9.0).abs() < 5e-4 && hi == 1.0, "{lo} {hi}");
}

#[test]
fn of_many_statements_the_least_trusted_are_dropped_first() {
    let wide = |event| share(Condition::event(event), "0", "1");
    let mut statements: Vec<Statement> = (0..10).map(|event| wide(event % 3)).collect();
    statements.push(share(Condition::event(0), "0", "1/2"));
    statements.push(share(Condition::event(0), "6/10", "1"));
    statements.push(share(Condition::event(0), "7/10", "1"));
    let conflict = problem(3, statements.clone()).solve().unwrap().conflict.unwrap();
    assert_eq!(conflict.minimal, [10, 11]);
    statements.swap(11, 12);
    let conflict = problem(3, statements).solve().unwrap().conflict.unwrap();
    assert_eq!(conflict.minimal, [10, 11]);
    assert_eq!(conflict.widening, fraction("1/10"));
    assert_eq!(conflict.certificate.unwrap().shortfall, fraction("1/5"));
}

#[test]
fn together_statements_imply_more_than_each() {
    // Half like it, and of these 22.5 % to 29.2 % buy it: 10.1 % to 16.0 % of everybody.
    let liked = share(Condition::event(0), "45/100", "55/100");
    let buy = Formula::within(Condition::event(0), Condition::event(1));
    let quarter = Statement::Share {
        formula: buy,
        bounds: Bounds::new(fraction("9/40"), fraction("7/24")).unwrap(),
    };
    let both = Condition::All([0, 1].map(|event| Literal { event, holds: true }).into());
    let problem = problem(2, vec![liked, quarter]);
    let implied = problem.implied(&Formula::share(both)).unwrap().unwrap();
    assert_eq!(implied, Bounds::new(fraction("81/800"), fraction("77/480")).unwrap());
}

#[test]
fn nothing_is_implied_of_nobody_or_by_contradictions() {
    let never = share(Condition::event(0), "0", "0");
    let of_nobody = Formula::within(Condition::event(0), Condition::event(1));
    assert_eq!(problem(2, vec![never.clone()]).implied(&of_nobody), Ok(None));
    let always = share(Condition::event(0), "1", "1");
    let event = Formula::share(Condition::event(1));
    assert_eq!(problem(2, vec![never.clone(), always]).implied(&event), Ok(None));
    let free = problem(2, vec![never]).implied(&event).unwrap();
    assert_eq!(free, Some(Bounds::new(fraction("0"), fraction("1")).unwrap()));
}
