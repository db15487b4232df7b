//! Studies that measure different shares.

use fastrand::Rng;
use gainsay_judge::rules::Measure;

use super::{APART, DIRECT, SCATTERED, poll};
use crate::{
    rate::Rate,
    section::{Section, Table, Told},
    world::{Judged, Survey, judged},
};

const SIZES: [usize; 3] = [300, 1000, 3000];
const GAPS: [f64; 4] = [0.05, 0.10, 0.15, 0.20];

/// The gap and the size that the project measures itself by.
const GOAL: (f64, usize) = (0.10, 1000);

/// One pair in so many truly differs.
const DIFFERING: usize = 5;

/// Simulates true differences.
pub(crate) fn simulate(bases: usize) -> Section {
    let mut rng = Rng::with_seed(2);
    let (recall, [found, hardest]) = recall(&mut rng, bases);
    let (countries, apart) = countries(&mut rng, bases);
    let dissent = dissent(&mut rng, bases);
    let (precision, [precise, least_precise]) = precision(&mut rng, 2 * bases);
    Section {
        title: "True gaps",
        assumptions: "As before, but the people whom the studies sample differ in the share that is \
            true of them, by something that nobody recorded. Gaps are tried around 50 %, where \
            chance is greatest, and from 18 % upwards. *Recall* is the share of bases in which \
            the rule speaks; *precision* the share of reported contradictions that are true.",
        tables: vec![recall, countries, dissent, precision],
        measures: vec![
            Told::new(DIRECT, Measure::Recall, found),
            Told::new(DIRECT, Measure::WorstRecall, hardest),
            Told::new(DIRECT, Measure::Precision, precise),
            Told::new(DIRECT, Measure::WorstPrecision, least_precise),
            Told::new(APART, Measure::Recall, apart),
        ],
    }
}

fn points(gap: f64) -> String {
    format!("{:.0}", 100.0 * gap)
}

/// Two polls, the second above the first.
fn two(rng: &mut Rng, [low, high]: [f64; 2], n: usize, cluster: usize) -> [Survey; 2] {
    [poll(rng, 0, low, n, cluster), poll(rng, 1, high, n, cluster)]
}

fn around_half(gap: f64) -> [f64; 2] {
    [0.5 - gap / 2.0, 0.5 + gap / 2.0]
}

/// Where two shares so far apart may lie, and the true design effect; chance is
/// greatest in the second.
fn conditions(gap: f64) -> [([f64; 2], usize); 4] {
    let from = [0.18, 0.18 + gap];
    [(around_half(gap), 1), (around_half(gap), 2), (from, 1), (from, 2)]
}

const CONDITIONS: [&str; 7] = [
    "gap (points)",
    "n each",
    "around 50 %, deff 1",
    "around 50 %, deff 2",
    "from 18 %, deff 1",
    "from 18 %, deff 2",
    "all four",
];

/// A row for every gap and size, and what came out at ten points and 1,000 people: in
/// all conditions, and in the one in which chance is greatest.
fn by_condition(
    mut table: Table,
    mut measure: impl FnMut([f64; 2], usize, usize) -> Rate,
) -> (Table, [Rate; 2]) {
    let mut goal = [Rate::default(); 2];
    for gap in GAPS {
        for n in SIZES {
            let mut cells =
                conditions(gap).map(|(shares, cluster)| measure(shares, n, cluster)).to_vec();
            let mut all = Rate::default();
            cells.iter().for_each(|cell| all.add(cell));
            if (gap, n) == GOAL {
                goal = [all, cells[1]];
            }
            cells.push(all);
            table.row([points(gap), n.to_string()], &cells);
        }
    }
    (table, goal)
}

fn recall(rng: &mut Rng, bases: usize) -> (Table, [Rate; 2]) {
    let caption = "Recall of `diverging-shares` in percent; two studies of the same size.";
    by_condition(Table::new(caption, &CONDITIONS), |shares, n, cluster| {
        let mut rate = Rate::default();
        for _ in 0..bases {
            rate.see(judged(&two(rng, shares, n, cluster)).fires(DIRECT));
        }
        rate
    })
}

fn precision(rng: &mut Rng, bases: usize) -> (Table, [Rate; 2]) {
    let caption = "Precision of `diverging-shares` in percent. One pair of studies in five truly \
        differs; in the others both have the lower of the two shares, or 50 %.";
    by_condition(Table::new(caption, &CONDITIONS), |[low, high], n, cluster| {
        let same = if low == 0.18 { low } else { 0.5 };
        let mut rate = Rate::default();
        for index in 0..bases {
            let differs = index.is_multiple_of(DIFFERING);
            let shares = if differs { [low, high] } else { [same, same] };
            if judged(&two(rng, shares, n, cluster)).fires(DIRECT) {
                rate.see(differs);
            }
        }
        rate
    })
}

fn countries(rng: &mut Rng, bases: usize) -> (Table, Rate) {
    let mut table = Table::new(
        "Recall of `diverging-shares-across-populations` in percent; two studies in two \
         countries, n = 1000 each, around 50 %, true deff 2.",
        &["gap (points)", "recall"],
    );
    let mut found = Rate::default();
    for gap in GAPS {
        let mut rate = Rate::default();
        for _ in 0..bases {
            let [one, other] = two(rng, around_half(gap), 1000, 2);
            rate.see(judged(&[one, Survey { region: 1, ..other }]).fires(APART));
        }
        table.row([points(gap)], &[rate]);
        if gap == 0.10 {
            found = rate;
        }
    }
    (table, found)
}

fn dissent(rng: &mut Rng, bases: usize) -> Table {
    let mut table = Table::new(
        "One of five studies differs from the other four, which say 30 %; true deff 2. In percent \
         of bases. *Named*: the group names that study, and no other, as the one that the others \
         do not predict. *Misled*: a pair without that study is called a contradiction.",
        &[
            "gap (points)",
            "n each",
            "`diverging-shares`",
            "`scattered-shares`",
            "neither",
            "named",
            "misled",
        ],
    );
    for gap in GAPS {
        for n in SIZES {
            let mut cell = [Rate::default(); 5];
            for _ in 0..bases {
                let share = |house| if house == 0 { 0.3 + gap } else { 0.3 };
                let polls: Vec<Survey> =
                    (0..5).map(|house| poll(rng, house, share(house), n, 2)).collect();
                let seen = seen(&judged(&polls), &polls[0].claim(0));
                for (rate, happened) in cell.iter_mut().zip(seen) {
                    rate.see(happened);
                }
            }
            table.row([points(gap), n.to_string()], &cell);
        }
    }
    table
}

fn seen(judged: &Judged, dissenter: &str) -> [bool; 5] {
    let (direct, scattered) = (judged.fires(DIRECT), judged.fires(SCATTERED));
    let mut groups = judged.judgement.propositions.iter().flat_map(|one| &one.groups);
    let named = groups.any(|group| match &group.dissenters[..] {
        [only] => only.claim == dissenter,
        _ => false,
    });
    let misled =
        judged.contradictions().any(|pair| pair.left != dissenter && pair.right != dissenter);
    [direct, scattered, !direct && !scattered, named, misled]
}
