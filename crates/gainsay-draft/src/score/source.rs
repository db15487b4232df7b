//! How surely a draft names the study of a claim.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_claims::EvidenceBase;

use crate::said::Said;

/// Of a publisher of which another study is named.
const SAME_PUBLISHER: f64 = 0.9;
/// From here on, a name is that of the source of this figure and not of others.
const NEAR: f64 = 0.76;

/// How surely the study of a claim is named, 0..=1, and by which of the names; negative when
/// another one is.
pub(super) type Naming = (f64, Option<usize>);

/// Another source is named near.
pub(crate) const OTHER: f64 = -1.0;
/// Another one is named, but perhaps not for this figure.
pub(crate) const PERHAPS_OTHER: f64 = -0.4;

/// The studies that claims are of, each by its place.
pub(super) struct Studies {
    places: BTreeMap<String, usize>,
    by_publisher: BTreeMap<String, Vec<usize>>,
    /// One more than there are: the first place is of claims that are of none.
    count: usize,
}

impl Default for Studies {
    fn default() -> Self {
        Self { places: BTreeMap::new(), by_publisher: BTreeMap::new(), count: 1 }
    }
}

impl Studies {
    /// Adds the study of a claim, unless it is there; returns its place.
    pub(super) fn add(&mut self, id: Option<&str>, base: &EvidenceBase) -> usize {
        let Some(id) = id else { return 0 };
        if let Some(place) = self.places.get(id) {
            return *place;
        }
        let place = self.count;
        self.count += 1;
        self.places.insert(id.to_owned(), place);
        if let Some(study) = base.studies.get(id) {
            let publisher = study.said.publisher.clone();
            self.by_publisher.entry(publisher).or_default().push(place);
        }
        place
    }

    /// How surely each is named as the source of a figure, by its place.
    pub(super) fn named(&self, said: &Said<'_>, base: &EvidenceBase) -> Vec<Naming> {
        let Some(nearest) = said.sources.first() else { return vec![(0.0, None); self.count] };
        // A name far away may be of somebody else's figures, and an appeal names nobody.
        let is_other = nearest.nearness >= NEAR && !nearest.is_appeal;
        let other = if is_other { OTHER } else { PERHAPS_OTHER };
        let mut namings = vec![(other, None); self.count];
        for (index, named) in said.sources.iter().enumerate() {
            let mut name = |place: usize, nearness: f64| {
                // Of several that are named as surely the last one counts.
                if nearness > 0.0 && nearness >= namings[place].0 {
                    namings[place] = (nearness, Some(index));
                }
            };
            let studies = named.studies.iter().filter_map(|id| base.studies.get(id));
            let publishers: BTreeSet<&str> =
                studies.map(|study| study.said.publisher.as_str()).collect();
            for publisher in publishers {
                for &place in self.by_publisher.get(publisher).into_iter().flatten() {
                    name(place, SAME_PUBLISHER * named.nearness);
                }
            }
            for &place in named.studies.iter().filter_map(|id| self.places.get(id)) {
                name(place, named.nearness);
            }
        }
        namings
    }
}
