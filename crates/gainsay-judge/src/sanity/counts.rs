//! Shares that no number of people makes up (the GRIM test of Brown and Heathers,
//! 2017, for shares).

use gainsay_claims::{
    EvidenceBase,
    claim::Claim,
    facts::StudyFact,
    sample::Sample,
    value::{Hedge, Kind, Rational},
    wire::Disclosed,
};

use super::{
    Flaw, FlawKind,
    own::{Own, Stated},
};

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
    /// From `1/r` people on, `r` being the unit of the last digit, every share is
    /// one of a count, and nothing is tested. Where it is not known that there are
    /// no weights, half as many are too many: a weighted share would pass by
    /// chance as likely as not.
    fn of(one: &Stated<'a>, is_weighted: Option<bool>) -> Option<Self> {
        let Sample::Exactly(n) = one.claim.n else { return None };
        let reading = &one.share.reading;
        let is_exact =
            reading.kind == Kind::Exact && reading.hedge == Hedge::None && one.is_direct();
        let all = 10_u64.checked_pow(u32::from(reading.decimals) + 2)?;
        let enough = if is_weighted.is_none() { all / 2 } else { all };
        if !is_exact || n >= enough {
            return None;
        }
        let people = one.share.hard.scale(Rational::from_integer(i128::from(n)))?;
        let is_impossible = people.lo().ceil() > people.hi().floor();
        Some(Self { claim: one.claim, n, is_impossible })
    }
}
