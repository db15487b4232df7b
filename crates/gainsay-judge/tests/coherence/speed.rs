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

    fn literals(&mut self, count: usize) -> Condition {
        let literal =
            |numbers: &mut Self| Literal { event: numbers.below(5), holds: numbers.below(4) > 0 };
        Condition::All((0..count).map(|_| literal(self)).collect())
    }

    /// A share of one or two literals, half of them within a base, with an end of six digits as
    /// intervals of samples have them.
    fn statement(&mut self, width: usize) -> Statement {
        let lo = self.below(1_000_000 - width);
        let end = |end: usize| Rational::new(end.into(), 1_000_000.into());
        let bounds = Bounds::new(end(lo), end(lo + width)).unwrap();
        let count = 1 + self.below(2);
        let base = if self.below(2) == 0 { self.literals(1) } else { Condition::everybody() };
        Statement::Share { formula: Formula::within(base, self.literals(count)), bounds }
    }
}

/// Prints how long ten statements about five events take; run it with `--release --nocapture`.
#[test]
#[expect(clippy::print_stdout, reason = "the time depends on the machine, and is only shown")]
fn ten_statements_about_five_events() {
    for (width, least) in [(50_000, 35), (900_000, 0)] {
        let mut numbers = Numbers(1);
        let (mut times, mut incoherent) = (Vec::<Duration>::new(), 0);
        for _ in 0..40 {
            let statements = (0..10).map(|_| numbers.statement(width)).collect();
            let problem = Problem::new(Logic::new(5, vec![]).unwrap(), statements).unwrap();
            let start = Instant::now();
            let verdict = problem.solve().unwrap();
            times.push(start.elapsed());
            assert!(verdict.exact);
            incoherent += usize::from(!verdict.is_coherent());
        }
        assert!(least <= incoherent && (incoherent == 0) == (least == 0), "{incoherent}");
        times.sort();
        let mean = times.iter().sum::<Duration>() / 40;
        println!("{incoherent} of 40 incoherent: mean {mean:?}, longest {:?}", times[39]);
    }
}
