//! Shares that no number of people makes up (the GRIM test of Brown and Heathers,
//! 2017, for shares).

use gainsay_claims::{
    EvidenceBase, claim::Claim, facts::StudyFact, sample::Sample, wire::Disclosed,
};

use super::{
    Flaw, FlawKind,
    own::{Own, Stated},
};
use crate::stats::grim;

/// Tells of a study at once which shares cannot be of so few people. Weighted
/// shares are not counts, and where nobody says whether they are weighted, a
/// study of which most shares fail evidently is.
pub(super) fn check(own: &Own<'_>, _base: &EvidenceBase) -> Vec<Flaw> {
    let is_weighted = match own.study.said.weighted {
        Disclosed::Yes => return Vec::new(),
        Disclosed::No => Some(false),
        Disclosed::Unknown => None,
    };
    let tested: Vec<_> = own.shares.iter().filter_map(|one| Test::of(one, is_weighted)).collect();
    let failed: Vec<_> = tested.iter().filter(|test| test.is_impossible).collect();
    let most = tested.len() >= 3 && 2 * failed.len() > tested.len();
    if failed.is_empty() || (most && is_weighted.is_none()) {
        return Vec::new();
    }
    let mut flaw = Flaw::of_claims(FlawKind::ImpossibleCount, failed.iter().map(|test| test.claim));
    flaw.facts.extend(
        failed.iter().map(|test| StudyFact::NoCount { claim: test.claim.id.clone(), n: test.n }),
    );
    if is_weighted.is_none() {
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
}

impl<'a> Test<'a> {
    /// Nothing where every share of so few digits passes. Where it is not known
    /// that there are no weights, it has to leave less than half a person open: a
    /// weighted share would pass by chance as likely as not.
    fn of(one: &Stated<'a>, is_weighted: Option<bool>) -> Option<Self> {
        let Sample::Exactly(n) = one.claim.n else { return None };
        let hard = &one.share.hard;
        let people = if is_weighted.is_none() { n.saturating_mul(2) } else { n };
        let has_power = grim(hard, people).is_ok_and(|found| found.testable);
        let found = grim(hard, n).ok()?;
        let is_plain = one.printed().is_some() && one.is_direct();
        let is_impossible = found.counts.is_none();
        (is_plain && has_power).then_some(Self { claim: one.claim, n, is_impossible })
    }
}
