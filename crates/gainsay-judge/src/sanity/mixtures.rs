//! A total outside the range of all its parts.

use gainsay_claims::{
    EvidenceBase, claim::Claim, facts::StudyFact, region::RegionSet, relation::Relation,
    sample::Sample, wire::Disclosed,
};

use super::{
    Flaw, FlawKind,
    class::grouped,
    own::{Own, Stated, as_f64, is_settled, same_base, same_question},
};

/// Weighted means are exact up to this.
const SLACK: f64 = 1e-9;

pub(super) fn check(own: &Own<'_>, _base: &EvidenceBase) -> Vec<Flaw> {
    let settled = own.shares.iter().filter(|one| is_settled(one.claim));
    let measured = |one: &Stated<'_>| (one.class.topic, one.class.negated, one.claim.period);
    let same = |one: &Stated<'_>, other: &Stated<'_>| {
        same_question(one.claim, other.claim) && same_but_for_regions(one.claim, other.claim)
    };
    let groups = grouped(settled, measured, same);
    // A claim alone is no total of others.
    let groups = groups.iter().filter(|group| group.len() > 1);
    let totals = groups.flat_map(|group| group.iter().map(move |total| (*total, group)));
    totals.filter_map(|(total, group)| flaw(total, group, own.study.said.weighted)).collect()
}

fn same_but_for_regions(one: &Claim, other: &Claim) -> bool {
    let (people, others) = (&one.population, &other.population);
    people.universe == others.universe && people.age == others.age && same_base(one, other)
}

fn flaw(total: &Stated<'_>, group: &[&Stated<'_>], weighted: Disclosed) -> Option<Flaw> {
    let parts = parts(total, group)?;
    let lo = parts.iter().map(|part| part.share.hard.lo_f64()).reduce(f64::min)?;
    let hi = parts.iter().map(|part| part.share.hard.hi_f64()).reduce(f64::max)?;
    let fact = if is_outside(total, [lo, hi]) {
        StudyFact::Between { lo, hi }
    } else {
        let [lo, hi] = mixed(total, &parts, weighted).filter(|ends| is_outside(total, *ends))?;
        StudyFact::Mixed { lo, hi }
    };
    let claims = std::iter::once(total).chain(parts).map(|one| one.claim);
    Some(Flaw::of_claims(FlawKind::MixtureOutsideParts, claims).fact(fact))
}

/// The claims on parts of the regions of a total, if together they are all of it
/// and no two share a country.
fn parts<'a, 'b>(total: &Stated<'_>, group: &[&'b Stated<'a>]) -> Option<Vec<&'b Stated<'a>>> {
    let regions = |one: &Stated<'_>| one.claim.population.regions.clone();
    let all = regions(total)?;
    let within = |one: &&&Stated<'_>| {
        regions(one).is_some_and(|part| part.relation(&all) == Relation::Within)
    };
    let parts: Vec<_> = group.iter().filter(within).copied().collect();
    let sets: Vec<RegionSet> = parts.iter().filter_map(|part| regions(part)).collect();
    let together: RegionSet = sets.iter().flat_map(RegionSet::iter).collect();
    let countries: usize = sets.iter().map(|set| set.countries().len()).sum();
    let covers = together.relation(&all) == Relation::Same;
    (covers && countries == all.countries().len()).then_some(parts)
}

fn is_outside(total: &Stated<'_>, [lo, hi]: [f64; 2]) -> bool {
    let set = &total.share.hard;
    set.lo_f64() > hi + SLACK || set.hi_f64() < lo - SLACK
}

/// What the parts come to when each counts as often as its size. Nothing unless
/// the counts are known not to be weighted and make up the total's.
fn mixed(total: &Stated<'_>, parts: &[&Stated<'_>], weighted: Disclosed) -> Option<[f64; 2]> {
    if weighted != Disclosed::No {
        return None;
    }
    let exactly = |one: &Stated<'_>| match one.claim.n {
        Sample::Exactly(n) => Some(n),
        _ => None,
    };
    let sizes: Vec<u64> = parts.iter().map(|part| exactly(part)).collect::<Option<_>>()?;
    let all = exactly(total).filter(|all| *all == sizes.iter().sum::<u64>())?;
    let mean = |end: fn(&Stated<'_>) -> f64| {
        let weights = parts.iter().zip(&sizes).map(|(part, &n)| end(part) * as_f64(n));
        weights.sum::<f64>() / as_f64(all)
    };
    Some([mean(|one| one.share.hard.lo_f64()), mean(|one| one.share.hard.hi_f64())])
}
