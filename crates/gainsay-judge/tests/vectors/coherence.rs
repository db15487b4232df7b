//! Claims about several propositions.

use gainsay_judge::coherence::{
    Bounds, Condition, End, Formula, Literal, Logic, Problem, Rational, Relation, Statement, Term,
};

use crate::table::{Row, rows};

#[test]
fn every_problem_has_its_distance_set_and_certificate() {
    for row in rows("coherence.csv") {
        let verdict = problem(&row).solve().expect("the problem is small");
        let case = row.text("case");
        assert!(verdict.exact);
        assert_eq!(verdict.worlds, row.number("worlds") as usize, "{case}");
        assert_eq!(verdict.is_coherent(), row.flag("coherent"), "{case}");
        let Some(conflict) = verdict.conflict else {
            assert_eq!(rational(row.text("cheb_points_0_01")), rational("0"), "{case}");
            assert_eq!(rational(row.text("l1_distance")), rational("0"), "{case}");
            continue;
        };
        assert_eq!(conflict.shortfall, rational(row.text("l1_distance")), "{case}");
        assert_eq!(conflict.widening, rational(row.text("cheb_points_0_01")), "{case}");
        let minimal: Vec<String> = conflict.minimal.iter().map(usize::to_string).collect();
        assert_eq!(minimal.join(","), row.text("mis"), "{case}");
        let certificate = conflict.certificate.expect("the problem is small");
        assert_eq!(certificate.shortfall, conflict.shortfall, "{case}");
        // The reference leaves out that bases are not empty.
        let terms = certificate.terms.iter().filter(|term| term.end != End::Base);
        let terms: Vec<String> = terms.map(written).collect();
        assert_eq!(terms.join(";"), row.text("certificate"), "{case}");
    }
}

fn written(term: &Term) -> String {
    let end = match term.end {
        End::Lo => "lo",
        End::Hi => "hi",
        End::Order => "ord",
        End::Base => "base",
    };
    format!("{}.{end}*{}", term.statement, term.multiplier)
}

fn problem(row: &Row) -> Problem {
    let names: Vec<&str> = row.text("events").split_whitespace().collect();
    let relations = row.text("logic").split(';').filter(|one| !one.is_empty());
    let relations = relations.map(|one| relation(one, &names)).collect();
    let logic = Logic::new(names.len(), relations).expect("the logic is satisfiable");
    let statements = row.text("claims").split(';').map(|one| statement(one, &names)).collect();
    Problem::new(logic, statements).expect("the statements are about the events")
}

fn relation(text: &str, names: &[&str]) -> Relation {
    let (word, events) = text.split_once(' ').expect("a relation and its events");
    let events: Vec<usize> = events.split(' ').map(|name| event(name, names)).collect();
    match (word, &events[..]) {
        ("implies", &[one, other]) => Relation::Implies(one, other),
        ("complement", &[one, other]) => Relation::Complement(one, other),
        ("excludes", _) => Relation::Excludes(events),
        ("partition", _) => Relation::Partition(events),
        _ => panic!("unknown relation {text}"),
    }
}

fn statement(text: &str, names: &[&str]) -> Statement {
    if let Some((above, rest)) = text.split_once(">=") {
        let (below, gap) = rest.split_once('+').expect("a gap");
        let [above, below] = [above, below].map(|share| formula(share, names).outcome);
        return Statement::Order { above, below, gap: rational(gap) };
    }
    let (share, interval) = text.split_once(" in ").expect("a share and its interval");
    let (lo, hi) = interval[1..interval.len() - 1].split_once(',').expect("two ends");
    let bounds = Bounds::new(rational(lo), rational(hi)).expect("an interval");
    Statement::Share { formula: formula(share, names), bounds }
}

fn formula(text: &str, names: &[&str]) -> Formula {
    let inner = text.strip_prefix("P(").and_then(|text| text.strip_suffix(')')).expect("a share");
    match inner.split_once('|') {
        Some((outcome, base)) => Formula::within(condition(base, names), condition(outcome, names)),
        None => Formula::share(condition(inner, names)),
    }
}

fn condition(text: &str, names: &[&str]) -> Condition {
    let literal = |text: &str| {
        let (holds, name) = match text.strip_prefix('!') {
            Some(name) => (false, name),
            None => (true, text),
        };
        Literal { event: event(name, names), holds }
    };
    Condition::All(text.split('&').map(literal).collect())
}

fn event(name: &str, names: &[&str]) -> usize {
    names.iter().position(|one| *one == name).expect("a declared event")
}

fn rational(text: &str) -> Rational {
    text.parse().expect("a fraction")
}
