//! The base judged again: with less of it, or with another design effect.

use std::collections::BTreeMap;

use gainsay_claims::{EvidenceBase, Proposition, claim::Claim, region::RegionSet, side_by_side};
use gainsay_judge::{Judgement, compare};
use gainsay_report::html::{Kept, Restriction, View};

/// Design effects that are assumed in turn.
const DESIGN_EFFECTS: [f64; 3] = [1.0, 2.0, 4.0];

/// The base judged again in each way that changes it; none where nothing can be compared in the first
/// place.
pub(super) fn views(base: &EvidenceBase, judgement: &Judgement) -> Vec<View> {
    if judgement.propositions.iter().all(|one| one.pairs.is_empty()) {
        return Vec::new();
    }
    let countries = commonest(base, judgement, country);
    let decades = commonest(base, judgement, decade);
    let ways =
        [Restriction::Country(countries), Restriction::Decade(decades), Restriction::Published];
    let ways: Vec<_> =
        ways.into_iter().chain(DESIGN_EFFECTS.map(Restriction::DesignEffect)).collect();
    // Every judgement is a function of its base alone.
    let judged = side_by_side(ways, |way| view(&way, base, judgement));
    judged.into_iter().flatten().collect()
}

/// The base judged again in one way; `None` where that changes nothing of it.
fn view(way: &Restriction, base: &EvidenceBase, judgement: &Judgement) -> Option<View> {
    let keeps = |claim: &Claim| is_kept(way, claim, base);
    let design_effect = match way {
        Restriction::DesignEffect(effect) => *effect,
        _ => base.policy.design_effect,
    };
    let is_same = design_effect == base.policy.design_effect && base.claims.values().all(keeps);
    let compared = || compare(base, &judgement.flaws, design_effect, &keeps);
    (!is_same).then(|| View::new(way.clone(), compared(), base.policy.alpha))
}

fn is_kept(way: &Restriction, claim: &Claim, base: &EvidenceBase) -> bool {
    match way {
        Restriction::Country(countries) => {
            let kept = countries.get(&claim.proposition);
            kept.is_some_and(|kept| country(claim, base).is_some_and(|one| one == kept.what))
        }
        Restriction::Decade(decades) => {
            let kept = decades.get(&claim.proposition);
            kept.is_some_and(|kept| decade(claim, base) == Some(kept.what))
        }
        Restriction::Published => claim.is_published(),
        Restriction::DesignEffect(_) => true,
    }
}

/// What most of the claims that are compared on each proposition have in common; of
/// several, the first.
fn commonest<T: Ord + Clone>(
    base: &EvidenceBase,
    judgement: &Judgement,
    of: impl Fn(&Claim, &EvidenceBase) -> Option<T>,
) -> BTreeMap<Proposition, Kept<T>> {
    let judged = judgement.propositions.iter();
    let found = judged.filter_map(|one| {
        let mut counts: BTreeMap<T, usize> = BTreeMap::new();
        let claims = one.evidence.iter().filter_map(|one| base.claims.get(one.claim.as_ref()));
        for what in claims.filter_map(|claim| of(claim, base)) {
            *counts.entry(what).or_default() += 1;
        }
        let most = counts.values().copied().max()?;
        let (what, claims) = counts.into_iter().find(|(_, count)| *count == most)?;
        Some((one.proposition.clone(), Kept { what, claims }))
    });
    found.collect()
}

/// The one country that a claim is about.
fn country(claim: &Claim, _: &EvidenceBase) -> Option<RegionSet> {
    let regions = claim.population.regions.as_ref()?;
    (regions.countries().len() == 1).then(|| regions.clone())
}

/// The first year of the decade in which people were asked, or else in which it was
/// published.
fn decade(claim: &Claim, base: &EvidenceBase) -> Option<i16> {
    let published = || base.study_of(claim)?.published;
    let year = claim.period.or_else(published)?.start().year();
    Some(year - year % 10)
}
