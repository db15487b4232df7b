//! How surely a draft names the study of a claim.

use std::collections::BTreeSet;

use gainsay_claims::EvidenceBase;

use crate::said::{Named, Said};

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

/// A study that claims are of.
pub(super) struct Study {
    id: String,
    /// Who published it, if the base has it.
    publisher: Option<String>,
}

impl Study {
    pub(super) fn new(id: &str, base: &EvidenceBase) -> Self {
        let publisher = base.studies.get(id).map(|study| study.said.publisher.clone());
        Self { id: id.to_owned(), publisher }
    }

    fn is_by(&self, publishers: &BTreeSet<&str>) -> bool {
        self.publisher.as_deref().is_some_and(|publisher| publishers.contains(publisher))
    }
}

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

    /// How surely a study of a publisher is named.
    pub(super) fn name(&self, study: Option<&Study>) -> Naming {
        let Some((nearest, _)) = self.named.first() else { return (0.0, None) };
        let means = |named: &Named, publishers: &BTreeSet<&str>| {
            if study.is_some_and(|study| named.studies.contains(&study.id)) {
                1.0
            } else if study.is_some_and(|study| study.is_by(publishers)) {
                SAME_PUBLISHER
            } else {
                0.0
            }
        };
        let own = self.named.iter().enumerate().map(|(index, (named, publishers))| {
            (means(named, publishers) * named.nearness, Some(index))
        });
        let best = own.max_by(|(one, _), (other, _)| one.total_cmp(other));
        // A name far away may be of somebody else's figures, and an appeal names nobody.
        let is_other = nearest.nearness >= NEAR && !nearest.is_appeal;
        let other = if is_other { OTHER } else { PERHAPS_OTHER };
        best.filter(|(nearness, _)| *nearness > 0.0).unwrap_or((other, None))
    }
}
