//! What must be the same for two figures of a base to be held directly against each other.

use std::collections::BTreeSet;

use gainsay_claims::{
    claim::Claim,
    region::{Region, RegionSet},
    study::Study,
    vocabulary::{UNKNOWN, Vocabulary},
};

/// The conditions of a claim as one text; none where one of them is not disclosed, so that no
/// other claim can be told to have the same.
///
/// Two claims have the same text where the judge of a base finds no difference in unit, wording,
/// population and base, or finds one only that it leaves open here (see `docs/claims-table.md`).
pub(super) fn conditions(claim: &Claim, study: &Study, vocabulary: &Vocabulary) -> Option<String> {
    let mut said = vec![unit(study), regions(claim.population.regions.as_ref()?)];
    said.push(format!("among {}", base(claim, vocabulary)?));
    // Open ages, such as 16+ and 18+, are the adults of two publishers.
    let bounded = claim.population.age.filter(|age| age.max().is_some());
    said.extend(bounded.map(|age| format!("aged {age}")));
    for (facet, value) in &claim.wording {
        if value == UNKNOWN {
            return None;
        }
        said.push(format!("{facet}={value}"));
    }
    Some(said.join("; "))
}

/// What one case is: a study that does not say has asked people.
fn unit(study: &Study) -> String {
    if study.counts_people() {
        return "person".to_owned();
    }
    let unit = serde_json::to_value(study.said.unit);
    unit.ok().and_then(|unit| unit.as_str().map(str::to_owned)).unwrap_or_default()
}

/// The universes of the base, innermost first.
fn base(claim: &Claim, vocabulary: &Vocabulary) -> Option<String> {
    claim.base.who()?;
    Some(claim.base.specific(vocabulary).join(" of "))
}

/// The same text for the same countries: the largest regions first that lie within them.
fn regions(regions: &RegionSet) -> String {
    let mut left: BTreeSet<Region> = regions.countries();
    let mut groups: Vec<(usize, Region)> =
        Region::all().map(|region| (region.countries().count(), region)).collect();
    groups.sort_unstable_by_key(|&(size, region)| (std::cmp::Reverse(size), region));
    let mut named = Vec::new();
    for (size, region) in groups {
        if size > 0 && region.countries().all(|country| left.contains(&country)) {
            named.push(region.code());
            region.countries().for_each(|country| {
                left.remove(&country);
            });
        }
    }
    named.join("+")
}
