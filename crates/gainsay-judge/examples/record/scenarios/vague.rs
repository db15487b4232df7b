//! Bounds and vague words among the figures.

use std::cmp::Ordering;

use fastrand::Rng;

use super::{DIRECT, SCATTERED, alarms};
use crate::{
    draw::{Drawn, ask},
    rate::Rate,
    section::{Section, Table},
    world::{Survey, judged},
};

const GAPS: [f64; 3] = [0.0, 0.10, 0.20];
const VAGUE: [usize; 3] = [0, 40, 100];

/// Simulates publishers that do not give a number.
pub(crate) fn simulate(bases: usize) -> Section {
    let mut rng = Rng::with_seed(7);
    let mut table = Table::new(
        "In percent: pairs of which some true share satisfies both; bases in which each rule \
         speaks.",
        &[
            "gap (points)",
            "vague (%)",
            "nothing to test",
            "`diverging-shares`",
            "`scattered-shares`",
            "any rule",
        ],
    );
    for gap in GAPS {
        for vague in VAGUE {
            let mut cell = [Rate::default(); 4];
            for _ in 0..bases {
                let judged = judged(&polls(&mut rng, gap, vague));
                let overlap = judged.pairs().filter(|pair| pair.gap() == 0.0).count();
                cell[0].count(overlap, judged.pairs().count());
                cell[1].see(judged.fires(DIRECT));
                cell[2].see(judged.fires(SCATTERED));
                cell[3].see(alarms(&judged));
            }
            table.row([format!("{:.0}", 100.0 * gap), vague.to_string()], &cell);
        }
    }
    Section {
        title: "Bounds and vague words",
        assumptions: "Five studies of 1000 people in pairs that answer alike (true design effect 2). The \
            first finds 45 % plus the gap, the others 45 %. Some publish no number but, a third \
            each, a bound (\"more than 40 %\": the next multiple of 5 below what was found), a \
            majority (\"more than half\" or \"less than half\") or a round figure (\"about 45 %\"). \
            All of these are true of the sample.",
        tables: vec![table],
        measures: Vec::new(),
        goals: Vec::new(),
    }
}

fn polls(rng: &mut Rng, gap: f64, vague: usize) -> Vec<Survey> {
    let poll = |house| {
        let share = if house == 0 { 0.45 + gap } else { 0.45 };
        let drawn = ask(rng, share, 1000, 2);
        let figure = match rng.usize(..100) < vague {
            true => words(rng, drawn),
            false => format!("{} %", drawn.percent()),
        };
        Survey { figures: vec![figure], ..Survey::new(house, 1000, 0) }
    };
    (0..5).map(poll).collect()
}

/// Words that are true of a sample, without its number.
fn words(rng: &mut Rng, drawn: Drawn) -> String {
    match (rng.usize(..3), drawn.above(5), drawn.to_half()) {
        (0, Some(percent), _) => format!("more than {percent} %"),
        (1, _, Ordering::Greater) => "more than half".to_owned(),
        (1, _, Ordering::Less) => "less than half".to_owned(),
        _ => format!("about {} %", (drawn.percent() + 2) / 5 * 5),
    }
}
