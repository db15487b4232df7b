//! Coherence: whether shares of events that are tied by logic can all hold.

use divan::{Bencher, black_box};
use gainsay_judge::coherence::{Bounds, Condition, Formula, Logic, Problem, Relation, Statement};

/// Events, each of which implies the next.
const EVENTS: [usize; 3] = [3, 6, 9];

/// Shares that rise along the chain: all can hold.
#[divan::bench(args = EVENTS)]
fn of_what_can_hold(bencher: Bencher<'_, '_>, events: usize) {
    solved(bencher, events, true);
}

/// The first share is above the last: not all can hold, and the reason is found.
#[divan::bench(args = EVENTS)]
fn of_what_cannot_hold(bencher: Bencher<'_, '_>, events: usize) {
    solved(bencher, events, false);
}

fn solved(bencher: Bencher<'_, '_>, events: usize, can_hold: bool) {
    let relations = (1..events).map(|event| Relation::Implies(event - 1, event)).collect();
    let logic = Logic::new(events, relations).expect("a chain leaves worlds");
    let share = |event: usize| {
        let place = if can_hold || event > 0 { event } else { events };
        let middle = (place + 1) as f64 / (events + 2) as f64;
        let bounds = Bounds::around(middle - 0.01, middle + 0.01).expect("these are shares");
        Statement::Share { formula: Formula::share(Condition::event(event)), bounds }
    };
    let statements = (0..events).map(share).collect();
    let problem = Problem::new(logic, statements).expect("every base has somebody");
    let verdict = problem.solve().expect("few worlds are solved exactly");
    assert_eq!(verdict.is_coherent(), can_hold, "{events} events");
    bencher.bench_local(|| black_box(&problem).solve());
}
