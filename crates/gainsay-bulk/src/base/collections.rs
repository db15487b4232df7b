//! Studies that depend on each other, taken together.

use std::collections::BTreeMap;

use gainsay_claims::EvidenceBase;

/// For every study that is said to depend on another, or another on it, the name of all that hang
/// together: the first id among them.
pub(super) fn collections(base: &EvidenceBase) -> BTreeMap<&str, &str> {
    let links: Vec<[&str; 2]> = base
        .studies
        .values()
        .flat_map(|study| {
            let others = study.said.depends_on.iter().map(|link| link.study.as_str());
            others.map(|other| [study.id.as_str(), other])
        })
        .filter(|[_, other]| base.studies.contains_key(*other))
        .collect();
    let mut names: BTreeMap<&str, &str> =
        links.iter().flatten().map(|&study| (study, study)).collect();
    // Each pass carries the first id one link further, so that there are no more than links.
    for _ in 0..=links.len() {
        let mut changed = false;
        for [one, other] in &links {
            let first = names[one].min(names[other]);
            for study in [one, other] {
                changed |= names.insert(study, first) != Some(first);
            }
        }
        if !changed {
            break;
        }
    }
    names
}
