//! Which study asked so many people.

use std::collections::BTreeSet;

use gainsay_claims::{EvidenceBase, sample::Sample, study::Study, value::Quantity};

use super::{Outcome, outcome::NAMED};
use crate::said::{Said, years_of_study};

/// How far a number of people may be rounded, as a fraction of it.
const ROUNDED: f64 = 0.05;

/// The study that asked so many people, of those that are named.
pub(super) fn size(said: &Said<'_>, base: &EvidenceBase) -> Outcome {
    let Quantity::Count { set } = &said.figure.reading.quantity else {
        return Outcome::NotChecked;
    };
    let named = said.sources.iter().filter(|one| one.nearness >= NAMED);
    let ids: BTreeSet<&String> = named.flat_map(|one| one.studies.iter()).collect();
    let studies = ids.into_iter().filter_map(|id| base.studies.get(id));
    let sized = studies.map(|study| (study, asked(study, base)));
    let sized: Vec<(&Study, BTreeSet<u64>)> =
        sized.filter(|(_, asked)| !asked.is_empty()).collect();
    let distance = |n: &u64| {
        #[expect(clippy::cast_precision_loss, reason = "numbers of people are far below 2^52")]
        let n = *n as f64;
        let hi = set.hi_f64().unwrap_or(f64::INFINITY);
        let fits = (1.0 - ROUNDED) * set.lo_f64() <= n && n <= (1.0 + ROUNDED) * hi;
        fits.then(|| (set.lo_f64() - n).max(n - hi).max(0.0))
    };
    let nearest = |asked: &BTreeSet<u64>| asked.iter().filter_map(distance).reduce(f64::min);
    // Where editions are told apart by the year, those of it are meant; of "the wave before" the
    // number tells which it is.
    let of_year = |study: &Study| !years_of_study(study).is_disjoint(said.years);
    let fitting =
        sized.iter().filter_map(|(study, asked)| Some((*study, !of_year(study), nearest(asked)?)));
    let order = |one: &(&Study, bool, f64)| (one.1, one.2);
    let best = fitting.reduce(|best, one| if order(&one) < order(&best) { one } else { best });
    if let Some((study, ..)) = best {
        return Outcome::Size(study.id.clone());
    }
    let meant: Vec<&Study> = sized.iter().map(|(study, _)| *study).collect();
    let named: Vec<&Study> = meant.iter().copied().filter(|study| of_year(study)).collect();
    match (named.as_slice(), meant.as_slice()) {
        ([only], _) | ([], [only]) => Outcome::SizeDiffers(only.id.clone()),
        _ => Outcome::NotChecked,
    }
}

/// How many people a study asked, in all and of each base.
fn asked(study: &Study, base: &EvidenceBase) -> BTreeSet<u64> {
    let claims = base.claims.values().filter(|claim| claim.study() == Some(&study.id));
    let all = std::iter::once(&study.n).chain(&study.n_elsewhere);
    all.chain(claims.map(|claim| &claim.n)).filter_map(number).collect()
}

fn number(sample: &Sample) -> Option<u64> {
    match *sample {
        Sample::Exactly(n) | Sample::About(n) | Sample::AtLeast(n) | Sample::AtMost(n) => Some(n),
        Sample::Between(lo, hi) => Some(u64::midpoint(lo, hi)),
        Sample::Unknown | Sample::Census => None,
    }
}
