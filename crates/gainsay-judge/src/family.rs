//! Many tests at once: which conflicts of a proposition outlast their number.

use crate::{
    judgement::{Adjusted, Grade, Outcome, PairJudgement},
    stats::{benjamini_hochberg, holm},
};

/// Corrects the p of every tested pair for how many were tested: directly comparable
/// pairs (grade A and B) are one family, those of other people, wording or time (C and D)
/// another, as each is the matter of its own rule. Dependent pairs and
/// waves of one publisher belong to none, and another unit is not tested.
pub(crate) fn correct(pairs: &mut [PairJudgement]) {
    for grades in [Grade::A..=Grade::B, Grade::C..=Grade::D] {
        let family: Vec<(usize, f64)> = pairs
            .iter()
            .enumerate()
            .filter(|(_, pair)| grades.contains(&pair.grade) && pair.is_independent())
            .filter_map(|(place, pair)| Some((place, pair.p()?)))
            .collect();
        let p: Vec<f64> = family.iter().map(|(_, p)| *p).collect();
        let (Ok(holm), Ok(bh)) = (holm(&p), benjamini_hochberg(&p)) else {
            continue;
        };
        for (((place, _), holm), bh) in family.into_iter().zip(holm).zip(bh) {
            pairs[place].adjusted = Some(Adjusted { holm, bh });
        }
    }
}

/// The tests of one proposition as a family.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Family {
    /// How many pairs of independent studies were tested.
    pub(crate) tested: usize,
    /// How many such pairs no test could be made of, a size being unknown.
    pub(crate) untestable: usize,
    /// How many of the tested conflict, one by one.
    pub(crate) conflicts: usize,
    /// How many still do after Holm's correction for all that were tested.
    pub(crate) corrected: usize,
}

impl Family {
    /// Counts the tests among pairs of some grades.
    pub(crate) fn of<'a>(pairs: impl Iterator<Item = &'a PairJudgement>, alpha: f64) -> Self {
        let mut family = Self::default();
        for pair in pairs.filter(|pair| pair.is_independent()) {
            match pair.outcome {
                Outcome::Untested { .. } => family.untestable += 1,
                Outcome::Tested { .. } => {
                    family.tested += 1;
                    family.conflicts += usize::from(pair.is_conflict());
                    let stays = pair.adjusted.is_some_and(|adjusted| adjusted.holm < alpha);
                    family.corrected += usize::from(pair.is_conflict() && stays);
                }
            }
        }
        family
    }
}
