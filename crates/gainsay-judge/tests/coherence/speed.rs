//! How long an answer takes.

use std::time::{Duration, Instant};

use gainsay_judge::coherence::{
    Bounds, Condition, Formula, Literal, Logic, Problem, Rational, Statement,
};

/// Numbers that only look random, the same everywhere (Knuth's multiplier).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (self.0 >> 33) as usize % limit
    }

    fn literals(&mut self, count: usize) -> Vec<Literal> {
        let literal =
            |numbers: &mut Self| Literal { event: numbers.below(5), holds: numbers.below(4) > 0 };
        (0..count).map(|_| literal(self)).collect()
    }

    /// A share of one or two literals, every third within a base, with the interval of four
    /// points, to a tenth of a point, around what it is among some people, or beside it.
    fn statement(&mut self, people: &[usize], off: i64) -> Option<Statement> {
        let count = 1 + self.below(2);
        let outcome = self.literals(count);
        let size = usize::from(self.below(3) == 0);
        let base = self.literals(size);
        let meets = |literals: &[Literal], person: &usize| {
            literals.iter().all(|one| (person >> one.event & 1 == 1) == one.holds)
        };
        let asked: Vec<&usize> = people.iter().filter(|person| meets(&base, person)).collect();
        let yes = asked.iter().filter(|person| meets(&outcome, person)).count();
        let middle = (1000 * yes).checked_div(asked.len())? as i64 + off;
        let end = |end: i64| Rational::new(end.clamp(0, 1000).into(), 1000.into());
        let bounds = Bounds::new(end(middle - 20), end(middle + 20)).ok()?;
        let formula = Formula::within(Condition::All(base), Condition::All(outcome));
        Some(Statement::Share { formula, bounds })
    }

    /// Ten statements about a thousand people who are of a few kinds each in the same frequency,
    /// the last two statements wrong by so many tenths of a point.
    fn problem(&mut self, off: i64) -> Problem {
        let kinds: Vec<usize> = (0..12).map(|_| self.below(32)).collect();
        let people: Vec<usize> = (0..1000).map(|_| kinds[self.below(12)]).collect();
        let mut statements = Vec::new();
        while statements.len() < 10 {
            let off = if statements.len() < 8 { 0 } else { off };
            statements.extend(self.statement(&people, off));
        }
        let logic = Logic::new(5, vec![]).expect("there are few events");
        Problem::new(logic, statements).expect("the statements are about the events")
    }
}

/// Prints how long ten statements about five events take; run it with `--release --nocapture`.
#[test]
#[expect(clippy::print_stdout, reason = "the time depends on the machine, and is only shown")]
fn ten_statements_about_five_events() {
    for off in [0, 150] {
        let mut numbers = Numbers(1);
        let (mut times, mut incoherent) = (Vec::<Duration>::new(), 0);
        for _ in 0..20 {
            let problem = numbers.problem(off);
            let start = Instant::now();
            let verdict = problem.solve().unwrap();
            times.push(start.elapsed());
            assert!(verdict.exact);
            incoherent += usize::from(!verdict.is_coherent());
        }
        assert_eq!(incoherent > 0, off > 0, "{incoherent}");
        times.sort();
        let mean = times.iter().sum::<Duration>() / 20;
        println!("{incoherent} of 20 incoherent: mean {mean:?}, longest {:?}", times[19]);
    }
}
