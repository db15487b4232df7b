//! Shares that no number of people makes up (the GRIM test of Brown and Heathers,
//! 2017, for shares).

use gainsay_claims::{
    EvidenceBase, claim::Claim, facts::StudyFact, sample::Sample, wire::Disclosed,
};

use super::{
    Flaw, FlawKind,
    own::{Own, Stated, as_f64},
};
use crate::stats::grim;

/// How likely weighted shares may pass by chance, and be taken for counts.
const BY_CHANCE: f64 = 0.05;

/// Tells of a study at once which shares cannot be of so few people. A weighted
/// share is not a count. Where nobody says whether they are weighted, those that
/// pass have to show that they are not.
pub(super) fn check(own: &Own<'_>, _base: &EvidenceBase) -> Vec<Flaw> {
    let weighted = own.study.said.weighted;
    let tested: Vec<_> = own.shares.iter().filter_map(Test::of).collect();
    let (failed, passed): (Vec<_>, Vec<_>) = tested.iter().partition(|test| test.is_impossible);
    let are_counts = passed.iter().map(|test| test.chance).product::<f64>() < BY_CHANCE;
    let is_open = match weighted {
        Disclosed::Yes => return Vec::new(),
        Disclosed::No => false,
        Disclosed::Unknown => true,
    };
    if failed.is_empty() || (is_open && !are_counts) {
        return Vec::new();
    }
    let mut flaw = Flaw::of_claims(FlawKind::ImpossibleCount, failed.iter().map(|test| test.claim));
    flaw.facts.extend(
        failed.iter().map(|test| StudyFact::NoCount { claim: test.claim.id.clone(), n: test.n }),
    );
    if is_open {
        let unsure = Flaw { sure: false, fatal: Vec::new(), ..flaw };
        return vec![unsure.fact(StudyFact::IfUnweighted)];
    }
    vec![flaw]
}

/// A share that the number of its people can tell something about.
struct Test<'a> {
    claim: &'a Claim,
    n: u64,
    is_impossible: bool,
    /// How likely a share that is no count would pass.
    chance: f64,
}

impl<'a> Test<'a> {
    /// Nothing where every share of so few digits passes.
    fn of(one: &Stated<'a>) -> Option<Self> {
        let Sample::Exactly(n) = one.claim.n else { return None };
        let hard = &one.share.hard;
        let found = grim(hard, n).ok().filter(|found| found.testable)?;
        let is_plain = one.printed().is_some() && one.is_direct();
        let chance = as_f64(n) * (hard.hi_f64() - hard.lo_f64());
        let is_impossible = found.counts.is_none();
        is_plain.then_some(Self { claim: one.claim, n, is_impossible, chance })
    }
}
