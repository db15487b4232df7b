//! What each claim of a pair says in a dimension. Made only for the pairs that are
//! shown, as most never are.

use gainsay_claims::{
    facts::{Dimension, Side},
    vocabulary::Vocabulary,
};

use super::{Pair, Party, When, facets_apart, only_ages_differ};

/// Returns what each claim says in a dimension, in the order of the pair.
pub(super) fn sides(dimension: Dimension, pair: Pair<'_>, vocabulary: &Vocabulary) -> [Side; 2] {
    match dimension {
        Dimension::Unit => pair.map(|one| Side::Unit(one.study.said.unit)),
        Dimension::Wording => wording(pair),
        Dimension::Population if only_ages_differ(pair) => {
            pair.map(|one| one.claim.population.age.map_or(Side::Unknown, Side::Ages))
        }
        Dimension::Population => pair.map(|one| {
            let regions = one.claim.population.regions.clone();
            regions.map_or(Side::Unknown, Side::Regions)
        }),
        Dimension::Base => pair.map(|one| {
            let base = one.claim.base.specific(vocabulary);
            let names = base.into_iter().map(str::to_owned).collect::<Vec<_>>();
            if names.is_empty() { Side::Unknown } else { Side::Base(names) }
        }),
        Dimension::Period => pair.map(|one| match one.when() {
            None => Side::Unknown,
            Some(When::Asked(period)) => Side::Period(period),
            Some(When::Published(period)) => Side::Published(period),
        }),
        Dimension::Mode => pair.map(modes),
        Dimension::Sponsor => pair.map(|one| Side::Name(one.payer().to_owned())),
    }
}

fn wording(pair: Pair<'_>) -> [Side; 2] {
    let mut sides = [Vec::new(), Vec::new()];
    for (facet, values) in facets_apart(pair) {
        for (side, value) in sides.iter_mut().zip(values) {
            side.extend(value.map(|value| (facet.to_owned(), value.clone())));
        }
    }
    sides.map(|facets| if facets.is_empty() { Side::Unknown } else { Side::Facets(facets) })
}

fn modes(one: Party<'_>) -> Side {
    let mut modes = one.study.said.mode.clone();
    modes.sort_unstable();
    modes.dedup();
    if modes.is_empty() { Side::Unknown } else { Side::Modes(modes) }
}
