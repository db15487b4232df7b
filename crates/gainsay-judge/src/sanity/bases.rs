//! A base that holds more or fewer than its published share of those asked.

use gainsay_claims::{
    EvidenceBase, claim::Claim, facts::StudyFact, sample::Sample, value::Rational, wire::Disclosed,
};

use super::{Flaw, FlawKind, own::Own};

/// Looks at every claim whose own size, study's size and share of the base are
/// published. Weighted shares are not shares of an unweighted count.
pub(super) fn check(own: &Own<'_>, _base: &EvidenceBase) -> Vec<Flaw> {
    let Sample::Exactly(all) = own.study.n else {
        return Vec::new();
    };
    let asked = own.study.population.universe.as_deref();
    let weighted = own.study.said.weighted;
    if weighted == Disclosed::Yes {
        return Vec::new();
    }
    let flaws = own.claims.iter().filter_map(|claim| flaw(claim, all, asked));
    let unsure = |flaw: Flaw| {
        let flaw = Flaw { sure: false, fatal: Vec::new(), ..flaw };
        flaw.fact(StudyFact::IfUnweighted)
    };
    flaws.map(|flaw| if weighted == Disclosed::No { flaw } else { unsure(flaw) }).collect()
}

fn flaw(claim: &Claim, all: u64, asked: Option<&str>) -> Option<Flaw> {
    let Sample::Exactly(n) = claim.n else { return None };
    if claim.said.n.is_none() || claim.said.people.is_some() {
        return None;
    }
    let range = range(claim, all, asked)?;
    let fact = StudyFact::BaseSize { claim: claim.id.clone(), of: all, range };
    let is_outside = n < range[0] || range[1] < n;
    is_outside.then(|| Flaw::of_claims(FlawKind::BaseSizeMismatch, [claim]).fact(fact))
}

/// How many of those asked the steps of a base leave, from the least to the
/// most, if every step within them has a published share.
fn range(claim: &Claim, all: u64, asked: Option<&str>) -> Option<[u64; 2]> {
    let inner: Vec<_> =
        claim.base.steps.iter().filter(|step| Some(step.who.as_str()) != asked).collect();
    if inner.is_empty() {
        return None;
    }
    let mut ends = [Rational::from_integer(i128::from(all)); 2];
    for step in inner {
        let share = step.share?;
        ends = [share.scale(ends[0])?.lo(), share.scale(ends[1])?.hi()];
    }
    // A count lies between the two; rounding up the least and down the most
    // would leave nothing where the base is small.
    let whole = |end: Rational| u64::try_from(end.to_integer()).ok();
    Some([whole(ends[0].floor())?, whole(ends[1].ceil())?])
}
