//! Figures that were mistyped.

use fastrand::Rng;
use gainsay_judge::rules::Measure;

use super::DIRECT;
use crate::{
    draw::{Drawn, choose},
    rate::Rate,
    section::{Section, Table, Told},
    world::{Judged, Survey, judged},
};

/// The true shares of four answers that exclude each other.
const SHARES: [f64; 4] = [0.42, 0.31, 0.18, 0.09];

/// One figure in so many is mistyped.
const RARITY: usize = 100;

const KINDS: [&str; 2] = ["two digits swapped", "decimal point lost"];

/// What became of mistyped figures.
#[derive(Clone, Copy, Default)]
struct Fate {
    refused: Rate,
    flagged: Rate,
    contradiction: Rate,
    unnoticed: Rate,
}

/// Simulates typing errors.
pub(crate) fn simulate(bases: usize) -> Section {
    let mut rng = Rng::with_seed(6);
    let mut fates = [Fate::default(); KINDS.len()];
    let (mut flagged, mut alarms) = (Rate::default(), Rate::default());
    for _ in 0..4 * bases {
        let (polls, mistyped) = mistyping(&mut rng);
        let judged = judged(&polls);
        if mistyped.is_empty() {
            flagged.see(!judged.flawed().is_empty() || !judged.refused.is_empty());
            alarms.see(judged.fires(DIRECT));
        }
        for (kind, claim) in mistyped {
            fates[kind].see(&judged, &claim);
        }
    }
    let (table, became) = fates_table(&fates);
    let mut clean = Table::new(
        "Bases in which nothing was mistyped, in percent.",
        &["a figure refused or flagged", "`diverging-shares`"],
    );
    clean.row([], &[flagged, alarms]);
    Section {
        title: "Typing errors",
        assumptions: "Five studies of 1000 people, simple random, ask one question with four answers that \
            exclude each other (42, 31, 18 and 9 % in truth) and publish all four, the first three \
            in whole percent, the others with one decimal. One figure in 100 is mistyped: its \
            first two digits are swapped or its decimal point is lost. *Refused*: the figure cannot \
            be read, as it is no share. *Flagged*: a rule that looks at one study alone points to \
            it. *Contradiction*: `diverging-shares` sets it against another study.",
        tables: vec![table, clean],
        measures: vec![Told::new(DIRECT, Measure::TypingErrors, became)],
        goals: Vec::new(),
    }
}

fn fates_table(fates: &[Fate]) -> (Table, Rate) {
    let mut table = Table::new(
        "What became of mistyped figures, in percent of them.",
        &["error", "figures", "refused", "flagged", "contradiction", "unnoticed"],
    );
    let mut became = Rate::default();
    for (kind, fate) in KINDS.iter().zip(fates) {
        let Fate { refused, flagged, contradiction, unnoticed } = *fate;
        let varied = [(*kind).to_owned(), refused.chances().to_string()];
        table.row(varied, &[refused, flagged, contradiction, unnoticed]);
        became.add(&contradiction);
    }
    (table, became)
}

impl Fate {
    fn see(&mut self, judged: &Judged, claim: &str) {
        let refused = judged.refused.iter().any(|one| one == claim);
        let flagged = judged.flawed().contains(claim);
        let contradiction =
            judged.contradictions().any(|pair| *pair.left == *claim || *pair.right == *claim);
        self.refused.see(refused);
        self.flagged.see(flagged);
        self.contradiction.see(contradiction);
        self.unnoticed.see(!refused && !flagged && !contradiction);
    }
}

/// Polls, and which claims were mistyped in which way.
fn mistyping(rng: &mut Rng) -> (Vec<Survey>, Vec<(usize, String)>) {
    let mut mistyped = Vec::new();
    let publish = |house| {
        let drawn = choose(rng, &SHARES, 1000);
        let words = |drawn: Drawn| match house {
            0..3 => format!("{} %", drawn.percent()),
            _ => drawn.tenths(),
        };
        let figures = drawn.into_iter().map(words).collect();
        let mut survey = Survey { figures, ..Survey::new(house, 1000, 0) };
        for answer in 0..survey.figures.len() {
            if rng.usize(..RARITY) > 0 {
                continue;
            }
            if let Some((kind, words)) = mistype(rng, &survey.figures[answer]) {
                survey.figures[answer] = words;
                mistyped.push((kind, survey.claim(answer)));
            }
        }
        survey
    };
    ((0..5).map(publish).collect(), mistyped)
}

/// A figure with an error, if one can be made that changes it.
fn mistype(rng: &mut Rng, words: &str) -> Option<(usize, String)> {
    let lost = words.replace('.', "");
    if lost != words && rng.bool() {
        return Some((1, lost));
    }
    let digits: Vec<usize> =
        words.match_indices(|one: char| one.is_ascii_digit()).map(|(at, _)| at).collect();
    let &[first, second, ..] = digits.as_slice() else {
        return None;
    };
    let mut swapped = words.as_bytes().to_vec();
    swapped.swap(first, second);
    let swapped = String::from_utf8(swapped).expect("digits are single bytes");
    (swapped != words).then_some((0, swapped))
}
