//! All studies measure one share.

use fastrand::Rng;
use gainsay_judge::rules::Measure;

use super::{APART, DIRECT, ONE_SIDED, SCATTERED, TOO_CLOSE, alarms, poll, year};
use crate::{
    rate::Rate,
    section::{Goal, Section, Table, Told},
    world::{Judged, Survey, judged},
};

const STUDIES: [usize; 3] = [2, 5, 10];
const SIZES: [usize; 3] = [300, 1000, 3000];
const SHARES: [f64; 3] = [0.02, 0.18, 0.5];
const CLUSTERS: [usize; 2] = [1, 2];

/// Simulates studies of one truth.
pub(crate) fn simulate(bases: usize) -> Section {
    let mut rng = Rng::with_seed(1);
    let (one_month, mut measures, goals) = one_month(&mut rng, bases);
    let (countries, apart) = countries(&mut rng, bases);
    let (twelve_months, [one_sided, too_close]) = twelve_months(&mut rng, bases);
    let more = [(APART, apart), (ONE_SIDED, one_sided), (TOO_CLOSE, too_close)];
    measures.extend(more.map(|(rule, rate)| Told::new(rule, Measure::FalseAlarms, rate)));
    Section {
        title: "Equal truths",
        assumptions: "All studies of a base ask the same question of samples of the same people; \
            each publishes one share in whole percent and the number of people asked. Nothing \
            differs but chance, so every alarm is false. A true design effect (deff) of 1 is a \
            simple random sample, of 2 one in which people were drawn in pairs that answer \
            alike. The judge assumes 2 in either case. Nominal is at most 5 % of bases for each \
            rule; the largest of many measured rates lies above its true value by chance.",
        tables: vec![one_month, countries, twelve_months],
        measures,
        goals,
    }
}

/// False alarms.
#[derive(Clone, Copy, Default)]
struct Alarms {
    pairs: Rate,
    direct: Rate,
    scattered: Rate,
    apart: Rate,
    any: Rate,
}

impl Alarms {
    fn see(&mut self, judged: &Judged) {
        self.pairs.count(judged.contradictions().count(), judged.pairs().count());
        self.direct.see(judged.fires(DIRECT));
        self.scattered.see(judged.fires(SCATTERED));
        self.apart.see(judged.fires(APART));
        self.any.see(alarms(judged));
    }

    fn add(&mut self, other: &Self) {
        self.pairs.add(&other.pairs);
        self.direct.add(&other.direct);
        self.scattered.add(&other.scattered);
        self.apart.add(&other.apart);
        self.any.add(&other.any);
    }

    fn of_one_country(&self) -> [Rate; 4] {
        [self.pairs, self.direct, self.scattered, self.any]
    }
}

fn one_month(rng: &mut Rng, bases: usize) -> (Table, Vec<Told>, Vec<Goal>) {
    let mut table = Table::new(
        "False alarms in percent of pairs and of bases; studies of one month and country.",
        &[
            "true deff",
            "studies",
            "n each",
            "share",
            "pairs",
            "`diverging-shares`",
            "`scattered-shares`",
            "any rule",
        ],
    );
    let (mut direct, mut scattered, mut any) = (Vec::new(), Vec::new(), Vec::new());
    for cluster in CLUSTERS {
        let mut total = Alarms::default();
        for (studies, n, share) in cells() {
            let cell =
                alarmed(rng, bases, studies, |rng, house| poll(rng, house, share, n, cluster));
            let percent = format!("{:.0} %", 100.0 * share);
            let [deff, studies_shown, n] = [cluster, studies, n].map(|one| one.to_string());
            table.row([deff, studies_shown, n, percent], &cell.of_one_country());
            total.add(&cell);
            direct.push(cell.direct);
            any.push(cell.any);
            // Two studies are no group.
            scattered.extend((studies > 2).then_some(cell.scattered));
        }
        let all = || "all".to_owned();
        table.row([cluster.to_string(), all(), all(), all()], &total.of_one_country());
    }
    let goals = [("`diverging-shares`", worst(&direct)), ("any rule", worst(&any))];
    let goals = goals.map(|(under, rate)| Goal {
        asked: "false alarms in at most 5 % of bases",
        under,
        slack: 0.05 - rate.value(),
        rate,
    });
    let measures = [(DIRECT, direct), (SCATTERED, scattered)];
    let measures = measures.into_iter().flat_map(|(rule, cells)| overall(rule, &cells));
    (table, measures.collect(), goals.into())
}

/// Every combination of number of studies, size and share.
fn cells() -> impl Iterator<Item = (usize, usize, f64)> {
    STUDIES.into_iter().flat_map(|studies| {
        SIZES
            .into_iter()
            .flat_map(move |n| SHARES.into_iter().map(move |share| (studies, n, share)))
    })
}

/// The false alarms of a rule in all cells together, and where there are most.
fn overall(rule: &'static str, cells: &[Rate]) -> [Told; 2] {
    let all = Rate::sum(cells);
    [(Measure::FalseAlarms, all), (Measure::WorstFalseAlarms, worst(cells))]
        .map(|(measure, rate)| Told::new(rule, measure, rate))
}

/// The highest of these rates.
fn worst(cells: &[Rate]) -> Rate {
    let highest = cells.iter().max_by(|one, other| one.value().total_cmp(&other.value()));
    highest.copied().unwrap_or_default()
}

fn alarmed(
    rng: &mut Rng,
    bases: usize,
    studies: usize,
    poll: impl Fn(&mut Rng, usize) -> Survey,
) -> Alarms {
    let mut cell = Alarms::default();
    for _ in 0..bases {
        let polls: Vec<Survey> = (0..studies).map(|house| poll(rng, house)).collect();
        cell.see(&judged(&polls));
    }
    cell
}

fn countries(rng: &mut Rng, bases: usize) -> (Table, Rate) {
    let mut table = Table::new(
        "False alarms in percent of bases; every study in a country of its own, n = 1000, 18 %.",
        &["true deff", "studies", "`diverging-shares-across-populations`", "any rule"],
    );
    let mut all = Rate::default();
    for cluster in CLUSTERS {
        for studies in STUDIES {
            let cell = alarmed(rng, bases, studies, |rng, house| Survey {
                region: house,
                ..poll(rng, house, 0.18, 1000, cluster)
            });
            table.row([cluster.to_string(), studies.to_string()], &[cell.apart, cell.any]);
            all.add(&cell.apart);
        }
    }
    (table, all)
}

fn twelve_months(rng: &mut Rng, bases: usize) -> (Table, [Rate; 2]) {
    let mut table = Table::new(
        "False alarms in percent of bases; every publisher asks 1000 people in each of twelve \
         months, and the share is 30 % throughout.",
        &[
            "true deff",
            "publishers",
            "`diverging-shares`",
            "`one-sided-houses`",
            "`agreement-too-close`",
        ],
    );
    let mut all = [Rate::default(); 2];
    for cluster in CLUSTERS {
        for houses in [2, 3] {
            let mut cell = [Rate::default(); 3];
            for _ in 0..bases {
                let judged = judged(&year(rng, houses, 1000, cluster, |_| 0.3));
                for (rate, rule) in cell.iter_mut().zip([DIRECT, ONE_SIDED, TOO_CLOSE]) {
                    rate.see(judged.fires(rule));
                }
            }
            table.row([cluster.to_string(), houses.to_string()], &cell);
            all[0].add(&cell[1]);
            all[1].add(&cell[2]);
        }
    }
    (table, all)
}
