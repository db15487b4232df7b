//! How surely a draft names the study of a claim.

use gainsay_claims::{claim::Claim, facts::MatchReason};

use crate::said::{Named, Said};

/// How surely a draft names the study of a claim.
pub(super) fn source(said: &Said<'_>, claim: &Claim) -> (f64, MatchReason) {
    let Some(nearest) = said.sources.first() else {
        return (0.0, MatchReason::NamesNone);
    };
    let study = claim.study().unwrap_or_default();
    let own = said.sources.iter().map(|named| (means(named, study) * named.nearness, named));
    let best = own.max_by(|(one, _), (other, _)| one.total_cmp(other));
    if let Some((nearness, named)) = best.filter(|(nearness, _)| *nearness > 0.0) {
        return (nearness, MatchReason::NamesSource(named.words.clone()));
    }
    // A name far away may be of somebody else's figures.
    let weight = if nearest.nearness >= 0.8 { -1.0 } else { -0.4 };
    (weight, MatchReason::NamesOther(nearest.words.clone()))
}

/// Whether a name means a study, 1, or another one of the same source, nearly as much.
fn means(named: &Named, study: &str) -> f64 {
    let key = study.replace('/', "-");
    let source = study.split('/').next();
    if named.studies.iter().any(|one| one == study || *one == key) {
        1.0
    } else if named.studies.iter().any(|one| one.contains('/') && one.split('/').next() == source) {
        0.9
    } else {
        0.0
    }
}
