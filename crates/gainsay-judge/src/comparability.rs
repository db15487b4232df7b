//! In what two claims are the same, and how comparable that makes them.

use gainsay_claims::{
    facts::{Dimension, Side},
    period::{Period, months_apart},
    region::RegionSet,
    relation::Relation,
    study::Study,
    vocabulary::{UNKNOWN, Vocabulary},
};

use crate::{
    evidence::Admitted,
    judgement::{Comparison, Distance, Grade},
};

type Pair<'a, 'b> = [&'a Admitted<'b>; 2];

/// Compares two claims in every dimension, in the order of [`Dimension`].
///
/// Claims cut at different steps of a scale do not differ in wording: the
/// projection to the step that the concept means is exact, as a bound.
pub(crate) fn compare(pair: Pair<'_, '_>, vocabulary: &Vocabulary) -> Vec<Comparison> {
    vec![
        unit(pair),
        wording(pair, vocabulary),
        population(pair),
        base(pair, vocabulary),
        period(pair),
        mode(pair),
        sponsor(pair),
    ]
}

/// Grades how comparable two claims are. What is not disclosed counts as
/// different.
pub(crate) fn grade(comparisons: &[Comparison]) -> Grade {
    let differs = |one: &&Comparison| one.distance != Distance::Same;
    if comparisons.iter().filter(differs).any(|one| one.dimension == Dimension::Unit) {
        return Grade::X;
    }
    let hard = comparisons.iter().filter(differs).filter(|one| is_hard(one)).count();
    match (hard, comparisons.iter().filter(differs).count()) {
        (0, 0) => Grade::A,
        (0, _) => Grade::B,
        (1, _) => Grade::C,
        _ => Grade::D,
    }
}

/// Whether a difference is one that alone may explain a gap.
fn is_hard(one: &Comparison) -> bool {
    match one.dimension {
        Dimension::Unit | Dimension::Wording | Dimension::Population | Dimension::Base => true,
        Dimension::Period => one.distance != Distance::Near,
        Dimension::Mode | Dimension::Sponsor => false,
    }
}

/// A study that does not say what it counts has asked people.
fn unit(pair: Pair<'_, '_>) -> Comparison {
    let [left, right] = pair.map(|one| one.study);
    let same = left.said.unit == right.said.unit || (left.counts_people() && right.counts_people());
    Comparison {
        dimension: Dimension::Unit,
        distance: same_if(same),
        sides: [Side::Unit(left.said.unit), Side::Unit(right.said.unit)],
    }
}

/// A facet that one side does not state, or that is stated to be unknown,
/// equals nothing.
///
/// One exception: where a facet only narrows what is counted, and the claim that
/// states it has the *larger* share, stating it cannot be the reason. Whoever
/// does the narrower thing does the wider one too.
fn wording(pair: Pair<'_, '_>, vocabulary: &Vocabulary) -> Comparison {
    let [left, right] = pair.map(|one| &one.claim.wording);
    let stated = |value: Option<&String>| value.filter(|value| *value != UNKNOWN).cloned();
    let mut distance = Distance::Same;
    let mut sides = [Vec::new(), Vec::new()];
    let mut facets: Vec<&String> = left.keys().chain(right.keys()).collect();
    facets.sort();
    facets.dedup();
    for facet in facets {
        if narrows_the_larger(pair, facet, vocabulary) {
            continue;
        }
        let values = [stated(left.get(facet)), stated(right.get(facet))];
        let apart = match &values {
            [Some(one), Some(other)] if one == other => continue,
            [Some(_), Some(_)] => Distance::Different,
            _ => Distance::Unknown,
        };
        // A difference that is known outweighs one that only may be.
        if distance != Distance::Different {
            distance = apart;
        }
        for (side, value) in sides.iter_mut().zip(values) {
            side.extend(value.map(|value| (facet.clone(), value)));
        }
    }
    Comparison {
        dimension: Dimension::Wording,
        distance,
        sides: sides.map(|facets| match facets.is_empty() {
            true => Side::Unknown,
            false => Side::Facets(facets),
        }),
    }
}

/// Whether a facet narrows the claim with the larger share, and that claim only.
fn narrows_the_larger(pair: Pair<'_, '_>, facet: &str, vocabulary: &Vocabulary) -> bool {
    let narrows = vocabulary.facets.get(facet).is_some_and(|entry| entry.narrows);
    let [left, right] = pair.map(|one| one.claim.wording.contains_key(facet));
    let [first, second] = pair.map(|one| one.ends);
    narrows
        && match (left, right) {
            (true, false) => first.lo() > second.hi(),
            (false, true) => second.lo() > first.hi(),
            _ => false,
        }
}

/// Ages count only when nobody can belong to both: "16 and older" and "18 and
/// older" are the adults of two publishers.
fn population(pair: Pair<'_, '_>) -> Comparison {
    let regions = pair.map(|one| one.claim.population.regions.as_ref());
    let by_region = disclosed(
        Dimension::Population,
        regions,
        |left, right| nested(left.relation(right)),
        |regions: &RegionSet| Side::Regions(regions.iter().map(|one| one.code().into()).collect()),
    );
    let silent = matches!(by_region.distance, Distance::Same | Distance::Unknown);
    match pair.map(|one| one.claim.population.age) {
        [Some(left), Some(right)] if silent && left.relation(&right) == Relation::Disjoint => {
            Comparison {
                dimension: Dimension::Population,
                distance: Distance::Different,
                sides: [left, right].map(|age| Side::Ages(age.to_string())),
            }
        }
        _ => by_region,
    }
}

fn base(pair: Pair<'_, '_>, vocabulary: &Vocabulary) -> Comparison {
    disclosed(
        Dimension::Base,
        pair.map(|one| one.claim.base.who()),
        |left, right| nested(vocabulary.relate_universes(left, right)),
        |who| Side::Universe(who.to_owned()),
    )
}

/// Where it is not known when people were asked, the publication stands in for
/// it; it is never more than near.
fn period(pair: Pair<'_, '_>) -> Comparison {
    const YEAR: u32 = 12;
    let times = pair.map(|one| When::of(one));
    disclosed(
        Dimension::Period,
        [times[0].as_ref(), times[1].as_ref()],
        |left, right| match (left, right) {
            (When::Asked(left), When::Asked(right)) if left.relation(right) == Relation::Same => {
                Distance::Same
            }
            _ if months_apart(left.period(), right.period()) <= YEAR => Distance::Near,
            _ => Distance::Different,
        },
        |when| match when {
            When::Asked(period) => Side::Period(period.to_string()),
            When::Published(period) => Side::Published(period.to_string()),
        },
    )
}

/// When a claim holds, as far as it is known.
enum When {
    Asked(Period),
    Published(Period),
}

impl When {
    fn of(one: &Admitted<'_>) -> Option<Self> {
        let asked = one.claim.period.map(Self::Asked);
        asked.or_else(|| one.study.published.map(Self::Published))
    }

    fn period(&self) -> &Period {
        match self {
            Self::Asked(period) | Self::Published(period) => period,
        }
    }
}

fn mode(pair: Pair<'_, '_>) -> Comparison {
    let modes = pair.map(|one| {
        let mut modes: Vec<&str> = one.study.said.mode.iter().map(String::as_str).collect();
        modes.sort_unstable();
        modes.dedup();
        Some(modes).filter(|modes| !modes.is_empty())
    });
    disclosed(
        Dimension::Mode,
        [modes[0].as_ref(), modes[1].as_ref()],
        |left, right| {
            let shared = left.iter().any(|mode| right.contains(mode));
            match left == right {
                true => Distance::Same,
                false if shared => Distance::Near,
                false => Distance::Different,
            }
        },
        |modes| Side::Name(modes.join(", ")),
    )
}

/// A study without a sponsor is paid by its publisher.
fn sponsor(pair: Pair<'_, '_>) -> Comparison {
    let payer = |study: &Study| {
        let sponsor = study.said.sponsor.as_ref();
        sponsor.unwrap_or(&study.said.publisher).clone()
    };
    let [left, right] = pair.map(|one| payer(one.study));
    Comparison {
        dimension: Dimension::Sponsor,
        distance: same_if(left == right),
        sides: [Side::Name(left), Side::Name(right)],
    }
}

/// Compares what both sides disclose.
fn disclosed<T: Copy>(
    dimension: Dimension,
    sides: [Option<T>; 2],
    distance: impl Fn(T, T) -> Distance,
    show: impl Fn(T) -> Side,
) -> Comparison {
    let distance = match sides {
        [Some(left), Some(right)] => distance(left, right),
        _ => Distance::Unknown,
    };
    Comparison { dimension, distance, sides: sides.map(|side| side.map_or(Side::Unknown, &show)) }
}

/// Two groups of which nothing is known but that they are not the same count as
/// different, for all that they may share.
fn nested(relation: Relation) -> Distance {
    match relation {
        Relation::Same => Distance::Same,
        Relation::Within | Relation::Contains => Distance::Near,
        Relation::Overlaps | Relation::Disjoint => Distance::Different,
    }
}

fn same_if(same: bool) -> Distance {
    if same {
        Distance::Same
    } else {
        Distance::Different
    }
}

#[cfg(test)]
mod tests;
