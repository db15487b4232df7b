//! Publishers with a lean of their own.

use fastrand::Rng;
use gainsay_claims::policy::Policy;
use gainsay_judge::rules::Measure;

use super::{DIRECT, ONE_SIDED, SCATTERED, poll, year};
use crate::{
    draw::normal,
    rate::Rate,
    section::{Section, Table, Told},
    world::{Survey, judged, judged_by},
};

/// The standard deviation of a publisher's lean, in fractions of the base.
const LEAN: f64 = 0.03;

const TRUTH: f64 = 0.3;

/// Simulates publishers that lean.
pub(crate) fn simulate(bases: usize) -> Section {
    let mut rng = Rng::with_seed(3);
    let pairs = pairs(&mut rng, bases);
    let (groups, scattered) = groups(&mut rng, bases);
    let (waves, one_sided) = waves(&mut rng, bases);
    Section {
        title: "House effects",
        assumptions: "Every publisher leans to one side by an amount of its own, whatever it asks: nearly \
            normal with a standard deviation of 3 points around a truth of 30 %. Samples are \
            simple random. Whether a contradiction between two such publishers is false is a \
            matter of words: their figures do differ, the people do not. The design effect that \
            the policy assumes is what keeps such differences from being reported.",
        tables: vec![pairs, groups, waves],
        measures: vec![
            Told::new(SCATTERED, Measure::LeansFound, scattered),
            Told::new(ONE_SIDED, Measure::DifferenceFound, one_sided),
        ],
        goals: Vec::new(),
    }
}

fn lean(rng: &mut Rng) -> f64 {
    TRUTH + LEAN * normal(rng)
}

/// One poll of each house, every house leaning.
fn leaning(rng: &mut Rng, houses: usize, n: usize) -> Vec<Survey> {
    let leaning = |house| {
        let share = lean(rng);
        poll(rng, house, share, n, 1)
    };
    (0..houses).map(leaning).collect()
}

fn pairs(rng: &mut Rng, bases: usize) -> Table {
    let mut table = Table::new(
        "`diverging-shares` in percent of bases with two publishers, by the design effect that \
         the policy assumes.",
        &["n each", "assumed 1", "assumed 2 (default)", "assumed 4"],
    );
    for n in [300, 1000, 3000] {
        let mut cell = [Rate::default(); 3];
        for _ in 0..bases {
            let polls = leaning(rng, 2, n);
            for (rate, design_effect) in cell.iter_mut().zip([1.0, 2.0, 4.0]) {
                let policy = Policy { design_effect, ..Policy::default() };
                rate.see(judged_by(policy, &polls).fires(DIRECT));
            }
        }
        table.row([n.to_string()], &cell);
    }
    table
}

fn groups(rng: &mut Rng, bases: usize) -> (Table, Rate) {
    let mut table = Table::new(
        "What is said of more publishers, one poll each, in percent of bases.",
        &["publishers", "n each", "`diverging-shares`", "`scattered-shares`", "either"],
    );
    let mut found = Rate::default();
    for houses in [5, 10] {
        for n in [300, 1000, 3000] {
            let mut cell = [Rate::default(); 3];
            for _ in 0..bases {
                let judged = judged(&leaning(rng, houses, n));
                let (direct, scattered) = (judged.fires(DIRECT), judged.fires(SCATTERED));
                let seen = [direct, scattered, direct || scattered];
                cell.iter_mut().zip(seen).for_each(|(rate, happened)| rate.see(happened));
            }
            table.row([houses.to_string(), n.to_string()], &cell);
            if houses == 5 && n == 1000 {
                found = cell[2];
            }
        }
    }
    (table, found)
}

fn waves(rng: &mut Rng, bases: usize) -> (Table, Rate) {
    let mut table = Table::new(
        "Two publishers ask 1000 people each in every one of twelve months, and the second is \
         always so many points above the first. In percent of bases.",
        &["difference (points)", "`diverging-shares`", "`one-sided-houses`"],
    );
    let mut found = Rate::default();
    for points in [0.0, 1.0, 2.0, 3.0, 5.0] {
        let mut cell = [Rate::default(); 2];
        for _ in 0..bases {
            let share = |house| if house == 0 { TRUTH } else { TRUTH + points / 100.0 };
            let judged = judged(&year(rng, 2, 1000, 1, share));
            cell[0].see(judged.fires(DIRECT));
            cell[1].see(judged.fires(ONE_SIDED));
        }
        table.row([format!("{points:.0}")], &cell);
        if points == 3.0 {
            found = cell[1];
        }
    }
    (table, found)
}
