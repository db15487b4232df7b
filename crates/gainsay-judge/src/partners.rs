//! Which claims are held against each other.

use gainsay_claims::{EvidenceBase, period::Period, relation::Relation};
use jiff::civil::Date;

use crate::{
    comparability::{distances, grade},
    evidence::{Admitted, by_study},
    judgement::{Distances, Grade},
};

/// The places of two claims among those on one proposition, in order.
pub(crate) type Places = [usize; 2];

/// Two claims of different studies, not yet tested.
pub(crate) struct Graded<'a, 'b> {
    pub(crate) left: &'a Admitted<'b>,
    pub(crate) right: &'a Admitted<'b>,
    pub(crate) distances: Distances,
    pub(crate) grade: Grade,
}

/// The pairs of claims of every two studies, in order of the ids of the claims. Of
/// the pairs between the same two studies only the most comparable are kept: two
/// countries of one study are not to be held against each other's answers. A base that is
/// not told is held against the widest of the other study, not against each subgroup.
pub(crate) fn most_comparable<'a, 'b>(
    admitted: &'a [Admitted<'b>],
    base: &EvidenceBase,
) -> Vec<(Places, Graded<'a, 'b>)> {
    let is_volatile = admitted.first().is_some_and(|one| one.is_volatile(base));
    let mut pairs = Vec::new();
    let studies: Vec<_> = by_study(admitted).into_values().collect();
    for [one, other] in study_pairs(&studies, admitted, is_volatile) {
        let crossed = one.iter().flat_map(|&one| other.iter().map(move |&other| [one, other]));
        let graded: Vec<_> = crossed
            .map(|[one, other]| [one.min(other), one.max(other)])
            .filter(|places| !is_volatile || is_simultaneous(places.map(|place| &admitted[place])))
            .map(|places| (places, Graded::new(places.map(|place| &admitted[place]), base)))
            .collect();
        let best = graded.iter().map(|(_, pair)| pair.grade).min();
        let graded: Vec<_> =
            graded.into_iter().filter(|(_, pair)| Some(pair.grade) == best).collect();
        let widest = graded.iter().filter_map(|(_, pair)| pair.beside_unknown()).min();
        let is_kept =
            |pair: &Graded<'_, '_>| pair.beside_unknown().is_none_or(|depth| Some(depth) == widest);
        pairs.extend(graded.into_iter().filter(|(_, pair)| is_kept(pair)));
    }
    pairs.sort_unstable_by_key(|(places, _)| *places);
    pairs
}

impl<'a, 'b> Graded<'a, 'b> {
    pub(crate) fn new([left, right]: [&'a Admitted<'b>; 2], base: &EvidenceBase) -> Self {
        let distances = distances([left.into(), right.into()], &base.vocabulary);
        Self { left, right, distances, grade: grade(distances) }
    }

    /// How many steps lead to the base of one claim, where that of the other is not told.
    fn beside_unknown(&self) -> Option<usize> {
        let bases = [self.left, self.right].map(|one| &one.claim.base);
        match bases.map(|base| base.who().is_some()) {
            [true, false] => Some(bases[0].steps.len()),
            [false, true] => Some(bases[1].steps.len()),
            _ => None,
        }
    }
}

/// Every two studies, each as the places of its claims. Of what moves within weeks
/// only studies of different publishers whose periods overlap are paired: the rest
/// is a trend, or one publisher's waves that share respondents.
fn study_pairs<'s>(
    studies: &'s [Vec<usize>],
    admitted: &[Admitted<'_>],
    is_volatile: bool,
) -> Vec<[&'s [usize]; 2]> {
    if is_volatile {
        return overlapping(studies, admitted);
    }
    let pairs = studies.iter().enumerate().flat_map(|(index, one)| {
        studies[index + 1..].iter().map(move |other| [one.as_slice(), other.as_slice()])
    });
    pairs.collect()
}

/// The studies of different publishers whose periods overlap, by a sweep over their
/// first days: a study is held only against those that are not over when it begins.
fn overlapping<'s>(studies: &'s [Vec<usize>], admitted: &[Admitted<'_>]) -> Vec<[&'s [usize]; 2]> {
    let mut spans: Vec<(Date, Date, &[usize])> = studies
        .iter()
        .filter_map(|claims| {
            let periods = || claims.iter().filter_map(|&place| admitted[place].claim.period);
            let start = periods().map(|one| one.start()).min()?;
            let end = periods().map(|one| one.end()).max()?;
            Some((start, end, claims.as_slice()))
        })
        .collect();
    spans.sort_unstable();
    let publisher = |claims: &[usize]| &admitted[claims[0]].study.said.publisher;
    let mut pairs = Vec::new();
    let mut open: Vec<(Date, &[usize])> = Vec::new();
    for (start, end, claims) in spans {
        open.retain(|(end, _)| *end >= start);
        let others = open.iter().filter(|(_, other)| publisher(other) != publisher(claims));
        pairs.extend(others.map(|(_, other)| [*other, claims]));
        open.push((end, claims));
    }
    pairs
}

fn is_simultaneous(pair: [&Admitted<'_>; 2]) -> bool {
    let [Some(left), Some(right)] = pair.map(|one| one.claim.period) else {
        return false;
    };
    Period::relation(&left, &right) != Relation::Disjoint
}
