//! The pairs of one proposition, corrected for how many were tested.

use gainsay_judge::stats::{Quantile, Thresholds};

use super::{
    groups::{Groups, Members},
    order::put_in_order,
    sheet::{Found, Sheet},
};
use crate::{
    claims::Claims,
    judged::{Contradicting, Corrected},
    slices::Cut,
    tests_made::Tests,
};

/// What judging needs to know.
#[derive(Clone, Copy)]
pub(super) struct Judge<'a> {
    pub(super) claims: &'a Claims,
    pub(super) groups: &'a Groups,
    pub(super) thresholds: &'a Thresholds,
    pub(super) level: Quantile,
    pub(super) extent: Extent,
}

/// How much of its propositions a table has.
#[derive(Clone, Copy)]
pub(super) enum Extent {
    /// All of each, so that its pairs can be corrected.
    Whole,
    /// Some rows of one; what is cut off, if anything is.
    Slice(Option<Cut>),
}

impl Extent {
    pub(super) fn cut(self) -> Option<Cut> {
        if let Self::Slice(cut) = self { cut } else { None }
    }
}

/// What one thread found.
#[derive(Default)]
pub(super) struct Done {
    pairs: Vec<Contradicting>,
    // Where the pairs of each proposition end.
    ends: Vec<(u32, usize)>,
    pub(super) below: Vec<f64>,
    pub(super) comparable: u64,
    pub(super) tested: u64,
    // Kept from one proposition to the next, as memory only.
    members: Members,
    sheet: Sheet,
}

impl Done {
    /// The pairs, proposition by proposition, each with its name.
    pub(super) fn runs<'a>(
        &'a self,
        claims: &'a Claims,
    ) -> impl Iterator<Item = (&'a str, &'a [Contradicting])> {
        let starts = std::iter::once(0).chain(self.ends.iter().map(|&(_, end)| end));
        starts.zip(&self.ends).map(|(start, &(proposition, end))| {
            (claims.propositions.get(proposition), &self.pairs[start..end])
        })
    }

    /// Adds what was found on a proposition, of which so many pairs were comparable and tested.
    pub(super) fn add(
        &mut self,
        judge: Judge<'_>,
        proposition: u32,
        members: &Members,
        mut found: Found,
        (comparable, tested): (u64, u64),
    ) {
        self.comparable += comparable;
        self.tested += tested;
        self.below.extend_from_slice(&found.below);
        if found.conflicts.is_empty() {
            return;
        }
        put_in_order(&mut found.conflicts, members, judge.claims);
        let first = self.pairs.len();
        self.pairs.extend(found.conflicts.iter().map(|conflict| conflict.pair(members)));
        self.ends.push((proposition, self.pairs.len()));
        if matches!(judge.extent, Extent::Whole) {
            let tests = Tests::new(tested, found.below);
            correct(&mut self.pairs[first..], &tests, judge.thresholds.alpha.value());
        }
    }
}

impl Judge<'_> {
    /// Judges a proposition, on one thread.
    pub(super) fn proposition(self, proposition: u32, done: &mut Done) {
        let Self { claims, groups, thresholds, extent, .. } = self;
        let mut members = std::mem::take(&mut done.members);
        let mut sheet = std::mem::take(&mut done.sheet);
        groups.members(claims, proposition, extent.cut(), &mut members);
        let (mut found, mut counts) = (Found::default(), (0, 0));
        for group in members.alike().filter(|group| group.len() > 1) {
            sheet.fill(&members, group, self);
            let (comparable, tested) = sheet.count(0..sheet.own);
            counts = (counts.0 + comparable, counts.1 + tested);
            sheet.find(0..sheet.own, None, thresholds, &mut found);
        }
        done.add(self, proposition, &members, found, counts);
        (done.members, done.sheet) = (members, sheet);
    }
}

/// Corrects the p of every pair for the tests of its proposition.
pub(super) fn correct(pairs: &mut [Contradicting], tests: &Tests, alpha: f64) {
    let (holm, bh) = (tests.step_down(), tests.step_up());
    each_test(pairs, tests, |test, place| {
        (test.holm, test.bh) = (holm[place], Some(bh[place]).filter(|&bh| bh < alpha));
    });
    for pair in pairs {
        pair.stays = pair.test.is_none_or(|test| test.holm < alpha);
    }
}

/// Calls with the test of every pair that has one, and with the place of its p among all tests.
pub(super) fn each_test(
    pairs: &mut [Contradicting],
    tests: &Tests,
    mut each: impl FnMut(&mut Corrected, usize),
) {
    let list: Vec<Option<f64>> = pairs.iter().map(|pair| Some(pair.test?.p)).collect();
    tests.places(list.into_iter(), |number, place| {
        if let Some(test) = &mut pairs[number].test {
            each(test, place);
        }
    });
}
