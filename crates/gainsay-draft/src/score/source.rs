//! How surely a draft names the study of a claim.

use std::collections::BTreeSet;

use gainsay_claims::{EvidenceBase, claim::Claim, facts::MatchReason};

use crate::said::{Named, Said};

/// Of a publisher of which another study is named.
const SAME_PUBLISHER: f64 = 0.9;
/// From here on, a name is that of the source of this figure and not of others.
const NEAR: f64 = 0.8;

/// The sources that are named near a figure.
pub(super) struct Sources<'a> {
    named: Vec<(&'a Named, BTreeSet<&'a str>)>,
}

impl<'a> Sources<'a> {
    /// The names with the publishers of the studies that they may mean.
    pub(super) fn of(said: &'a Said<'_>, base: &'a EvidenceBase) -> Self {
        let publishers = |named: &'a Named| {
            let studies = named.studies.iter().filter_map(|id| base.studies.get(id));
            studies.map(|study| study.said.publisher.as_str()).collect()
        };
        Self { named: said.sources.iter().map(|named| (named, publishers(named))).collect() }
    }

    /// How surely the study of a claim is named, 0..=1; negative when another one is.
    pub(super) fn name(&self, claim: &Claim, base: &EvidenceBase) -> (f64, MatchReason) {
        let Some((nearest, _)) = self.named.first() else {
            return (0.0, MatchReason::NamesNone);
        };
        let study = claim.study().unwrap_or_default();
        let publisher = base.study_of(claim).map(|study| study.said.publisher.as_str());
        let means = |named: &Named, publishers: &BTreeSet<&str>| {
            if named.studies.contains(study) {
                1.0
            } else if publisher.is_some_and(|publisher| publishers.contains(publisher)) {
                SAME_PUBLISHER
            } else {
                0.0
            }
        };
        let own = self
            .named
            .iter()
            .map(|(named, publishers)| (means(named, publishers) * named.nearness, named));
        let best = own.max_by(|(one, _), (other, _)| one.total_cmp(other));
        if let Some((nearness, named)) = best.filter(|(nearness, _)| *nearness > 0.0) {
            return (nearness, MatchReason::NamesSource(named.words.clone()));
        }
        // A name far away may be of somebody else's figures.
        let weight = if nearest.nearness >= NEAR { -1.0 } else { -0.4 };
        (weight, MatchReason::NamesOther(nearest.words.clone()))
    }
}
