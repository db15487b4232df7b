//! The base judged again: with less of it, or with another design effect.

use std::collections::BTreeMap;

use gainsay_claims::{EvidenceBase, Proposition, claim::Claim, region::RegionSet};
use gainsay_judge::{Judgement, judge};
use gainsay_report::html::{Kept, Restriction, View};

/// Design effects that are assumed in turn.
const DESIGN_EFFECTS: [f64; 3] = [1.0, 2.0, 4.0];

/// The base judged again in each way; none where nothing can be compared in the first
/// place.
pub(super) fn views(base: &EvidenceBase, judgement: &Judgement) -> Vec<View> {
    if judgement.propositions.iter().all(|one| one.pairs.is_empty()) {
        return Vec::new();
    }
    let countries = commonest(base, judgement, country);
    let decades = commonest(base, judgement, decade);
    let in_country = kept(base, |claim| {
        let kept = countries.get(&claim.proposition);
        kept.is_some_and(|kept| country(claim, base).is_some_and(|one| one == kept.what))
    });
    let in_decade = kept(base, |claim| {
        let kept = decades.get(&claim.proposition);
        kept.is_some_and(|kept| decade(claim, base) == Some(kept.what))
    });
    let published = kept(base, Claim::is_published);
    let changed = |effect: f64| {
        let mut changed = base.clone();
        changed.policy.design_effect = effect;
        changed
    };
    let mut asked = vec![
        (Restriction::Country(countries), in_country),
        (Restriction::Decade(decades), in_decade),
        (Restriction::Published, published),
    ];
    asked.extend(DESIGN_EFFECTS.map(|effect| (Restriction::DesignEffect(effect), changed(effect))));
    // Every judgement is a function of its base alone; they come back in order.
    std::thread::scope(|scope| {
        let judging: Vec<_> = asked
            .into_iter()
            .map(|(restriction, base)| scope.spawn(move || view(restriction, &base)))
            .collect();
        judging.into_iter().filter_map(|one| one.join().ok()).collect()
    })
}

fn view(restriction: Restriction, base: &EvidenceBase) -> View {
    View::new(restriction, &judge(base), base.policy.alpha)
}

fn kept(base: &EvidenceBase, keeps: impl Fn(&Claim) -> bool) -> EvidenceBase {
    let mut kept = base.clone();
    kept.claims.retain(|_, claim| keeps(claim));
    kept
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
        let claims = one.evidence.iter().filter_map(|one| base.claims.get(&one.claim));
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
