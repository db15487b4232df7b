//! In what two claims are the same, and how comparable that makes them.

mod one_population;
mod sides;

use gainsay_claims::{
    EvidenceBase,
    claim::Claim,
    facts::Dimension,
    period::{Period, months_apart},
    relation::Relation,
    study::Study,
    vocabulary::{UNKNOWN, Vocabulary},
};

use crate::{
    evidence::Admitted,
    judgement::{Comparison, Distance, Distances, Grade, PairJudgement},
    stats::Ends,
};

pub(crate) use one_population::is_one_population;

/// What each claim of a judged pair says in every dimension, in order. Empty when
/// the base is not the one that was judged.
pub fn comparisons(pair: &PairJudgement, base: &EvidenceBase) -> Vec<Comparison> {
    comparisons_of([&pair.left, &pair.right], pair.distances, base)
}

/// What two claims, so far apart, say in every dimension.
pub(crate) fn comparisons_of(
    claims: [&str; 2],
    distances: Distances,
    base: &EvidenceBase,
) -> Vec<Comparison> {
    let [Some(left), Some(right)] = claims.map(|id| Party::find(id, base)) else {
        return Vec::new();
    };
    let comparison = |(dimension, distance)| Comparison {
        dimension,
        distance,
        sides: sides::sides(dimension, [left, right], &base.vocabulary),
    };
    distances.iter().map(comparison).collect()
}

/// Measures how far apart two claims of a base are, whether they state shares or not.
pub(crate) fn distances_of(claims: [&str; 2], base: &EvidenceBase) -> Option<Distances> {
    let [Some(left), Some(right)] = claims.map(|id| Party::find(id, base)) else {
        return None;
    };
    Some(distances([left, right], &base.vocabulary))
}

/// Those of two claims of which it is recorded that what exactly they measure is not
/// known.
pub(crate) fn unspoken(pair: [&Claim; 2]) -> Vec<String> {
    let unspoken = |claim: &&Claim| claim.wording.values().any(|value| value == UNKNOWN);
    pair.into_iter().filter(unspoken).map(|claim| claim.id.clone()).collect()
}

/// Measures how far apart two claims are in every dimension.
///
/// Claims cut at different steps of a scale do not differ in wording: the
/// projection to the step that the concept means is exact, as a bound.
pub(crate) fn distances(pair: Pair<'_>, vocabulary: &Vocabulary) -> Distances {
    Distances::new(|dimension| match dimension {
        Dimension::Unit => unit(pair),
        Dimension::Wording => wording(pair, vocabulary),
        Dimension::Population => population(pair),
        Dimension::Base => base(pair, vocabulary),
        Dimension::Period => period(pair),
        Dimension::Mode => mode(pair),
        Dimension::Sponsor => same_if(pair[0].payer() == pair[1].payer()),
    })
}

/// Grades how comparable two claims are. What is not disclosed counts as
/// different.
pub(crate) fn grade(distances: Distances) -> Grade {
    let apart = || distances.iter().filter(|(_, distance)| *distance != Distance::Same);
    if apart().any(|(dimension, _)| dimension == Dimension::Unit) {
        return Grade::X;
    }
    let hard = apart().filter(|(dimension, distance)| is_hard(*dimension, *distance)).count();
    match (hard, apart().count()) {
        (0, 0) => Grade::A,
        (0, _) => Grade::B,
        (1, _) => Grade::C,
        _ => Grade::D,
    }
}

/// A claim with what its comparability rests on.
#[derive(Clone, Copy)]
pub(crate) struct Party<'a> {
    claim: &'a Claim,
    study: &'a Study,
    ends: Ends,
}

pub(crate) type Pair<'a> = [Party<'a>; 2];

impl<'a> Party<'a> {
    fn find(id: &str, base: &'a EvidenceBase) -> Option<Self> {
        let claim = base.claims.get(id)?;
        let study = base.study_of(claim)?;
        let share = claim.share_of_yes(&base.vocabulary);
        // What states no share leaves every share open.
        let ends = share.map_or(Ends::new(0.0, 1.0).ok(), |share| Ends::of(&share))?;
        Some(Self { claim, study, ends })
    }

    /// A study without a sponsor is paid by its publisher.
    fn payer(self) -> &'a str {
        let said = &self.study.said;
        said.sponsor.as_ref().unwrap_or(&said.publisher)
    }

    fn when(self) -> Option<When> {
        let asked = self.claim.period.map(When::Asked);
        asked.or_else(|| self.study.published.map(When::Published))
    }
}

impl<'a> From<&Admitted<'a>> for Party<'a> {
    fn from(one: &Admitted<'a>) -> Self {
        Self { claim: one.claim, study: one.study, ends: one.ends }
    }
}

/// Whether a difference is one that alone may explain a gap.
pub(crate) fn is_hard(dimension: Dimension, distance: Distance) -> bool {
    match dimension {
        Dimension::Unit | Dimension::Population | Dimension::Base => true,
        Dimension::Wording | Dimension::Period => distance != Distance::Near,
        Dimension::Mode | Dimension::Sponsor => false,
    }
}

/// A study that does not say what it counts has asked people.
fn unit(pair: Pair<'_>) -> Distance {
    let [left, right] = pair.map(|one| one.study);
    same_if(left.said.unit == right.said.unit || (left.counts_people() && right.counts_people()))
}

/// A difference that is known outweighs one that only may be.
///
/// Where a facet only narrows what is counted, and the claim that states it has
/// the *larger* share, stating it cannot be the reason: whoever does the narrower
/// thing does the wider one too. It is named, as near, and explains nothing.
fn wording(pair: Pair<'_>, vocabulary: &Vocabulary) -> Distance {
    let apart = facets_apart(pair);
    let mut explaining =
        apart.iter().filter(|(facet, _)| !narrows_the_larger(pair, facet, vocabulary)).peekable();
    if explaining.peek().is_none() {
        return if apart.is_empty() { Distance::Same } else { Distance::Near };
    }
    let known = explaining.any(|(_, values)| matches!(values, [Some(_), Some(_)]));
    if known { Distance::Different } else { Distance::Unknown }
}

type Facet<'a> = (&'a str, [Option<&'a String>; 2]);

/// The facets in which two claims are not the same, in order of name, with what
/// each side states.
///
/// A facet that one side does not state, or that is stated to be unknown,
/// equals nothing.
fn facets_apart(pair: Pair<'_>) -> Vec<Facet<'_>> {
    let wordings = pair.map(|one| &one.claim.wording);
    if wordings.iter().all(|wording| wording.is_empty()) {
        return Vec::new();
    }
    let mut facets: Vec<&str> =
        wordings.iter().flat_map(|wording| wording.keys()).map(String::as_str).collect();
    facets.sort_unstable();
    facets.dedup();
    facets
        .into_iter()
        .map(|facet| {
            let stated = |value: &&String| value.as_str() != UNKNOWN;
            (facet, wordings.map(|wording| wording.get(facet).filter(stated)))
        })
        .filter(|(_, [left, right])| left.is_none() || left != right)
        .collect()
}

/// Whether a facet narrows the claim with the larger share, and that claim only.
fn narrows_the_larger(pair: Pair<'_>, facet: &str, vocabulary: &Vocabulary) -> bool {
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

fn population(pair: Pair<'_>) -> Distance {
    if only_ages_differ(pair) { Distance::Different } else { regions(pair) }
}

fn regions(pair: Pair<'_>) -> Distance {
    let regions = pair.map(|one| one.claim.population.regions.as_ref());
    // Most pairs are about one country: then no list of countries need be made.
    disclosed(regions, |left, right| match left == right {
        true => Distance::Same,
        false => nested(left.relation(right)),
    })
}

/// Ages count only when nobody can belong to both: "16 and older" and "18 and
/// older" are the adults of two publishers.
fn only_ages_differ(pair: Pair<'_>) -> bool {
    let [Some(left), Some(right)] = pair.map(|one| one.claim.population.age) else {
        return false;
    };
    left.relation(&right) == Relation::Disjoint
        && matches!(regions(pair), Distance::Same | Distance::Unknown)
}

/// "Brand followers" among students are not "brand followers" among everybody:
/// outer steps count unless they are general.
fn base(pair: Pair<'_>, vocabulary: &Vocabulary) -> Distance {
    let who = pair.map(|one| one.claim.base.who());
    let inner = disclosed(who, |left, right| nested(vocabulary.relate_universes(left, right)));
    if inner != Distance::Same || has_same_steps(pair) {
        return inner;
    }
    let [left, right] = pair.map(|one| one.claim.base.specific(vocabulary));
    if left != right { Distance::Different } else { inner }
}

/// Whether two bases have the same way from all who were asked, as most have.
fn has_same_steps(pair: Pair<'_>) -> bool {
    let [left, right] = pair.map(|one| one.claim.base.steps.iter().map(|step| &step.who));
    left.eq(right)
}

/// Where it is not known when people were asked, the publication stands in for
/// it; it is never more than near.
fn period(pair: Pair<'_>) -> Distance {
    const YEAR: u32 = 12;
    disclosed(pair.map(Party::when), |left, right| match (left, right) {
        (When::Asked(left), When::Asked(right)) if left.relation(&right) == Relation::Same => {
            Distance::Same
        }
        _ if months_apart(left.period(), right.period()) <= YEAR => Distance::Near,
        _ => Distance::Different,
    })
}

/// When a claim holds, as far as it is known.
#[derive(Clone, Copy)]
enum When {
    Asked(Period),
    Published(Period),
}

impl When {
    fn period(&self) -> &Period {
        match self {
            Self::Asked(period) | Self::Published(period) => period,
        }
    }
}

fn mode(pair: Pair<'_>) -> Distance {
    let modes = pair.map(|one| Some(&one.study.said.mode).filter(|modes| !modes.is_empty()));
    disclosed(modes, |left, right| {
        let has_all =
            |one: &[String], other: &[String]| other.iter().all(|mode| one.contains(mode));
        if has_all(left, right) && has_all(right, left) {
            return Distance::Same;
        }
        let is_shared = left.iter().any(|mode| right.contains(mode));
        if is_shared { Distance::Near } else { Distance::Different }
    })
}

/// Compares what both sides disclose.
fn disclosed<T>(sides: [Option<T>; 2], distance: impl FnOnce(T, T) -> Distance) -> Distance {
    match sides {
        [Some(left), Some(right)] => distance(left, right),
        _ => Distance::Unknown,
    }
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
    if same { Distance::Same } else { Distance::Different }
}

#[cfg(test)]
mod tests;
