//! Studies that do not say how many they asked.

use fastrand::Rng;
use gainsay_judge::{Outcome, PairJudgement, rules::Measure, stats::BreakEven};

use super::{DIRECT, UNTESTABLE, poll};
use crate::{
    rate::Rate,
    section::{Section, Table, Told},
    world::{Judged, Survey, judged},
};

const GAPS: [f64; 3] = [0.0, 0.10, 0.20];
const SIZES: [usize; 3] = [300, 1000, 3000];

/// What was seen of bases with hidden sizes.
#[derive(Clone, Copy, Default)]
struct Seen {
    testable: Rate,
    warned: Rate,
    direct: Rate,
    disclosed: Rate,
    right: Rate,
}

/// Simulates studies of which some hide their size.
pub(crate) fn simulate(bases: usize) -> Section {
    let mut rng = Rng::with_seed(5);
    let mut table = Table::new(
        "In percent: pairs that could be tested; bases in which each rule speaks, and in which \
         `diverging-shares` would if all sizes were known; break-even answers that the true size \
         confirms.",
        &[
            "gap (points)",
            "testable",
            "`untestable-shares`",
            "`diverging-shares`",
            "with all sizes",
            "break-even right",
        ],
    );
    let (mut right, mut cells) = (Rate::default(), Vec::new());
    for gap in GAPS {
        let mut cell = Seen::default();
        for _ in 0..bases {
            cell.see(&hiding(&mut rng, gap));
        }
        let Seen { testable, warned, direct, disclosed, right: confirmed } = cell;
        let points = format!("{:.0}", 100.0 * gap);
        table.row([points], &[testable, warned, direct, disclosed, confirmed]);
        right.add(&confirmed);
        cells.push(warned);
    }
    let measures = [
        (Measure::FalseAlarms, cells[0]),
        (Measure::GapsUntested, cells[1]),
        (Measure::BreakEvenRight, right),
    ];
    Section {
        title: "Unknown sizes",
        assumptions: "Five studies of 300, 1000 or 3000 people each, in pairs that answer alike (true \
            design effect 2); each hides its size with a probability of 30 %. The first study is \
            above the others, which say 30 %, by the gap. A break-even size answers the question \
            \"from which size on would this be a conflict?\"; it is right if the pair conflicts, \
            once the sizes are disclosed, exactly when the hidden ones reach it. Where both are \
            hidden the answer is about a common size, so only pairs of equal size are counted.",
        tables: vec![table],
        measures: measures.map(|(measure, rate)| Told::new(UNTESTABLE, measure, rate)).into(),
        goals: Vec::new(),
    }
}

/// The same polls with every size, and with some hidden.
struct Polls {
    full: Vec<Survey>,
    hidden: Vec<Survey>,
}

fn hiding(rng: &mut Rng, gap: f64) -> Polls {
    let poll = |house| {
        let n = SIZES[rng.usize(..SIZES.len())];
        let share = if house == 0 { 0.3 + gap } else { 0.3 };
        poll(rng, house, share, n, 2)
    };
    let full: Vec<Survey> = (0..5).map(poll).collect();
    let hide = |one: &Survey| Survey { n: one.n.filter(|_| rng.f64() >= 0.3), ..one.clone() };
    Polls { hidden: full.iter().map(hide).collect(), full }
}

impl Seen {
    fn see(&mut self, polls: &Polls) {
        let [full, hidden] = [&polls.full, &polls.hidden].map(|polls| judged(polls));
        let tested = |pair: &&PairJudgement| matches!(pair.outcome, Outcome::Tested { .. });
        self.testable.count(hidden.pairs().filter(tested).count(), hidden.pairs().count());
        self.warned.see(hidden.fires(UNTESTABLE));
        self.direct.see(hidden.fires(DIRECT));
        self.disclosed.see(full.fires(DIRECT));
        let answers: Vec<bool> =
            hidden.pairs().filter_map(|pair| is_right(pair, &full, &polls.full)).collect();
        self.right.count(answers.iter().filter(|&&right| right).count(), answers.len());
    }
}

/// Whether the break-even size of a pair agrees with the test at the true sizes; none
/// where no size is hidden, or two different ones are.
fn is_right(pair: &PairJudgement, full: &Judged, polls: &[Survey]) -> Option<bool> {
    let Outcome::Untested { known, break_even, .. } = &pair.outcome else {
        return None;
    };
    let size = |claim: &str| polls.iter().find(|one| one.claim(0) == claim)?.n;
    let (left, right) = (size(&pair.left)?, size(&pair.right)?);
    let hidden = match known {
        Some(known) if *known == pair.left => right,
        Some(_) => left,
        None if left == right => left,
        None => return None,
    };
    let same = |one: &&PairJudgement| one.left == pair.left && one.right == pair.right;
    let p = full.pairs().find(same)?.p()?;
    let reaches = matches!(break_even, BreakEven::At(size) if *size <= hidden as u64);
    Some(reaches == (p < full.base.policy.alpha))
}
