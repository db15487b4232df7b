//! The names under which texts speak of studies.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use gainsay_claims::{EvidenceBase, slug, study::Study};

/// The ids of studies that a name may mean.
pub(crate) type Studies = Arc<BTreeSet<String>>;

/// Every name with the studies that it may mean, in order of name: publishers, those who
/// asked, titles, and the other names that the base gives its sources.
pub(super) fn names(base: &EvidenceBase) -> Vec<(String, Studies)> {
    let mut named: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut sources: BTreeMap<&str, Vec<&Study>> = BTreeMap::new();
    for study in base.studies.values() {
        sources.entry(&study.source).or_default().push(study);
        for name in own_names(study) {
            named.entry(name).or_default().insert(study.id.clone());
        }
    }
    for (source, studies) in sources {
        let other = base.sources.get(source).map_or(&[][..], |source| &source.names);
        for name in other.iter().cloned().chain([capitalised(source)]) {
            let meant: Vec<_> = meant(&name, &studies).map(|study| study.id.clone()).collect();
            named.entry(name).or_default().extend(meant);
        }
    }
    let known = named.into_iter().filter(|(_, studies)| !studies.is_empty());
    known.map(|(name, studies)| (name, Arc::new(studies))).collect()
}

fn own_names(study: &Study) -> impl Iterator<Item = String> {
    let title = study.said.title.split([':', '—', '(']).next().unwrap_or_default();
    // A title of one or two words may stand anywhere.
    let title = (title.split_whitespace().count() > 2).then(|| title.to_owned());
    let said = &study.said;
    [Some(said.publisher.clone()), said.conducted_by.clone(), title].into_iter().flatten()
}

/// The studies of a source that another name of it means: all, or where it collects those
/// of many publishers, those of the publisher whose name it shortens.
fn meant<'a>(name: &str, studies: &'a [&'a Study]) -> impl Iterator<Item = &'a Study> {
    let words = |text: &str| -> BTreeSet<String> {
        slug(text).split('-').filter(|word| word.len() > 2).map(str::to_owned).collect()
    };
    let publishers: BTreeSet<&str> =
        studies.iter().map(|study| study.said.publisher.as_str()).collect();
    let is_one = publishers.len() <= 1;
    let name = words(name);
    studies
        .iter()
        .copied()
        .filter(move |study| is_one || !words(&study.said.publisher).is_disjoint(&name))
}

/// The id of a source as a name: `market-force` is "Market Force".
fn capitalised(id: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>())
    };
    id.split('-').filter_map(capital).collect::<Vec<_>>().join(" ")
}
