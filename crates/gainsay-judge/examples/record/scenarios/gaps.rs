//! Studies that measure different shares.

use fastrand::Rng;
use gainsay_judge::rules::Measure;

use super::{APART, DIRECT, SCATTERED, poll};
use crate::{
    rate::Rate,
    section::{Goal, Section, Table, Told},
    world::{Judged, Survey, judged},
};

const SIZES: [usize; 3] = [300, 1000, 3000];
const GAPS: [f64; 4] = [0.05, 0.10, 0.15, 0.20];

/// The gap and the size that the project measures itself by.
const GOAL: (f64, usize) = (0.10, 1000);

/// The lower share of gaps that lie below one half.
const LOW: f64 = 0.18;

/// One pair in so many truly differs.
const DIFFERING: usize = 5;

/// Simulates true differences.
pub(crate) fn simulate(bases: usize) -> Section {
    let mut rng = Rng::with_seed(2);
    let (recall, found) = recall(&mut rng, bases);
    let (countries, apart) = countries(&mut rng, bases);
    let dissent = dissent(&mut rng, bases);
    let (precision, precise) = precision(&mut rng, 2 * bases);
    let rarity = rarity(&mut rng, 2 * bases);
    let recalled = found.goals("recall of at least 80 %", 0.80);
    let exact = precise.goals("precision of at least 95 %", 0.95);
    Section {
        title: "True gaps",
        assumptions: "As before, but the people whom the studies sample differ in the share that is \
            true of them, by something that nobody recorded. Gaps are tried around 50 %, where \
            chance is greatest, and from 18 % upwards. *Recall* is the share of bases in which \
            the rule speaks; *precision* the share of reported contradictions that are true.",
        tables: vec![recall, countries, dissent, precision, rarity],
        measures: vec![
            Told::new(DIRECT, Measure::RandomRecall, found.random()),
            Told::new(DIRECT, Measure::ClusteredRecall, found.clustered()),
            Told::new(DIRECT, Measure::RandomPrecision, precise.random()),
            Told::new(DIRECT, Measure::ClusteredPrecision, precise.clustered()),
            Told::new(APART, Measure::ClusteredRecall, apart),
        ],
        goals: recalled.into_iter().chain(exact).collect(),
    }
}

/// A rate in each of the four conditions.
#[derive(Clone, Copy, Default)]
struct Cells([Rate; 4]);

impl Cells {
    fn random(&self) -> Rate {
        Rate::sum(&[self.0[0], self.0[2]])
    }

    fn clustered(&self) -> Rate {
        Rate::sum(&[self.0[1], self.0[3]])
    }

    fn all(&self) -> Rate {
        Rate::sum(&self.0)
    }

    /// The cells of a row of a table.
    fn row(&self) -> Vec<Rate> {
        self.0.into_iter().chain([self.all()]).collect()
    }

    fn goals(&self, asked: &'static str, bound: f64) -> [Goal; 4] {
        [
            ("true deff 1", self.random()),
            ("true deff 2", self.clustered()),
            ("true deff 2, around 50 %", self.0[1]),
            ("all of these", self.all()),
        ]
        .map(|(under, rate)| Goal { asked, under, slack: rate.value() - bound, rate })
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

/// Where two shares lie, and the true design effect.
#[derive(Clone, Copy)]
struct Condition {
    shares: [f64; 2],
    cluster: usize,
}

/// Where shares so far apart are tried; chance is greatest in the second.
fn conditions(gap: f64) -> [Condition; 4] {
    let from = [LOW, LOW + gap];
    [(around_half(gap), 1), (around_half(gap), 2), (from, 1), (from, 2)]
        .map(|(shares, cluster)| Condition { shares, cluster })
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

/// A row for every gap and size, and what came out at those of the goals, for which ten
/// times as many bases are simulated.
fn by_condition(
    mut table: Table,
    bases: usize,
    mut measure: impl FnMut(Condition, usize, usize) -> Rate,
) -> (Table, Cells) {
    let mut goal = Cells::default();
    for gap in GAPS {
        for n in SIZES {
            let is_goal = (gap, n) == GOAL;
            let bases = if is_goal { 10 * bases } else { bases };
            let cells = Cells(conditions(gap).map(|condition| measure(condition, n, bases)));
            if is_goal {
                goal = cells;
            }
            table.row([points(gap), n.to_string()], &cells.row());
        }
    }
    (table, goal)
}

fn recall(rng: &mut Rng, bases: usize) -> (Table, Cells) {
    let caption = "Recall of `diverging-shares` in percent; two studies of the same size.";
    by_condition(Table::new(caption, &CONDITIONS), bases, |condition, n, bases| {
        let Condition { shares, cluster } = condition;
        let mut rate = Rate::default();
        for _ in 0..bases {
            rate.see(judged(&two(rng, shares, n, cluster)).fires(DIRECT));
        }
        rate
    })
}

fn precision(rng: &mut Rng, bases: usize) -> (Table, Cells) {
    let caption = "Precision of `diverging-shares` in percent. One pair of studies in five truly \
        differs; in the others both have 18 %, or 50 %.";
    by_condition(Table::new(caption, &CONDITIONS), bases, |condition, n, bases| {
        precise(rng, bases, DIFFERING, condition, n)
    })
}

/// The precision where one pair in `differing` truly differs.
fn precise(rng: &mut Rng, bases: usize, differing: usize, condition: Condition, n: usize) -> Rate {
    let Condition { shares, cluster } = condition;
    let same = if shares[0] == LOW { LOW } else { 0.5 };
    let mut rate = Rate::default();
    for index in 0..bases {
        let differs = index.is_multiple_of(differing);
        let shares = if differs { shares } else { [same, same] };
        if judged(&two(rng, shares, n, cluster)).fires(DIRECT) {
            rate.see(differs);
        }
    }
    rate
}

fn rarity(rng: &mut Rng, bases: usize) -> Table {
    let mut head = CONDITIONS[1..].to_vec();
    head[0] = "truly differ";
    let caption = "The same for a gap of 10 points at n = 1000, by how many pairs truly differ.";
    let mut table = Table::new(caption, &head);
    let (gap, n) = GOAL;
    for differing in [20, 10, DIFFERING, 2] {
        let cells = conditions(gap).map(|condition| precise(rng, bases, differing, condition, n));
        table.row([format!("1 in {differing}")], &Cells(cells).row());
    }
    table
}

fn countries(rng: &mut Rng, bases: usize) -> (Table, Rate) {
    let mut table = Table::new(
        "Recall of `diverging-shares-across-populations` in percent; two studies in two \
         countries, n = 1000 each, true deff 2.",
        &["gap (points)", "around 50 %", "from 18 %"],
    );
    let mut found = Rate::default();
    for gap in GAPS {
        let cells = [around_half(gap), [LOW, LOW + gap]].map(|shares| {
            let mut rate = Rate::default();
            for _ in 0..bases {
                let [one, other] = two(rng, shares, 1000, 2);
                rate.see(judged(&[one, Survey { region: 1, ..other }]).fires(APART));
            }
            rate
        });
        table.row([points(gap)], &cells);
        if gap == GOAL.0 {
            found = Rate::sum(&cells);
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
        judged.contradictions().any(|pair| *pair.left != *dissenter && *pair.right != *dissenter);
    [direct, scattered, !direct && !scattered, named, misled]
}
