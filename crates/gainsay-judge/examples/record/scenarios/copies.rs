//! Publishers that look at each other.

use fastrand::Rng;
use gainsay_judge::rules::Measure;

use super::TOO_CLOSE;
use crate::{
    draw::ask,
    rate::Rate,
    section::{Section, Table, Told},
    world::{Survey, judged},
};

/// How far a publisher moves its share towards the other's, in percent of the way.
const WAYS: [usize; 5] = [0, 25, 50, 75, 100];

/// Simulates publishers that copy.
pub(crate) fn simulate(bases: usize) -> Section {
    let mut rng = Rng::with_seed(4);
    let mut table = Table::new(
        "`agreement-too-close` in percent of bases; two publishers, twelve months, n = 1000, 30 %.",
        &["moved (% of the way)", "true deff 1", "true deff 2"],
    );
    let mut measures = Vec::new();
    for way in WAYS {
        let cell = [1, 2].map(|cluster| close(&mut rng, bases, way, cluster));
        table.row([way.to_string()], &cell);
        if way == 75 {
            measures.push(Told::new(TOO_CLOSE, Measure::CopiesFound, cell[0]));
        }
    }
    Section {
        title: "Copied figures",
        assumptions: "Before it publishes, the second publisher moves its own share towards the one that \
            the first published for the same month, by a part of the way. Agreement is held \
            against simple random samples, so samples drawn in pairs, which scatter more, hide it.",
        tables: vec![table],
        measures,
        goals: Vec::new(),
    }
}

fn close(rng: &mut Rng, bases: usize, way: usize, cluster: usize) -> Rate {
    let mut rate = Rate::default();
    for _ in 0..bases {
        let months = (0..12).flat_map(|wave| month(rng, way, cluster).map(|one| one.in_wave(wave)));
        rate.see(judged(&months.collect::<Vec<_>>()).fires(TOO_CLOSE));
    }
    rate
}

fn month(rng: &mut Rng, way: usize, cluster: usize) -> [Survey; 2] {
    let [first, own] = [0, 1].map(|_| ask(rng, 0.3, 1000, cluster).percent());
    let moved = (way * first + (100 - way) * own + 50) / 100;
    [Survey::new(0, 1000, first), Survey::new(1, 1000, moved)]
}
