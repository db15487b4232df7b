//! How much a difference usually makes: what one study, or one publisher's waves,
//! show when only that differs.

use std::collections::BTreeMap;

use gainsay_claims::{
    EvidenceBase,
    facts::{Dimension, Explains, PairFact},
};

use crate::{
    comparability::distances,
    evidence::Admitted,
    judgement::{Distance, Distances},
};

/// The shifts on record, by the one dimension in which two claims differed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contrasts(
    // Invariant: every list is in order.
    BTreeMap<Dimension, Vec<f64>>,
);

impl Contrasts {
    /// Collects the contrasts of each proposition: pairs of claims of one study, and
    /// of one publisher's studies in a row, that differ in one dimension alone.
    pub(crate) fn collect(propositions: &[Vec<Admitted<'_>>], base: &EvidenceBase) -> Self {
        let mut shifts: BTreeMap<Dimension, Vec<f64>> = BTreeMap::new();
        for admitted in propositions {
            for [one, other] in within_studies(admitted).chain(between_waves(admitted, base)) {
                let apart = distances([one.into(), other.into()], &base.vocabulary);
                let (Some(dimension), Some(shift)) = (only_one(apart), shift(one, other)) else {
                    continue;
                };
                shifts.entry(dimension).or_default().push(shift);
            }
        }
        for shifts in shifts.values_mut() {
            shifts.sort_by(f64::total_cmp);
        }
        Self(shifts)
    }

    /// Tells how usual it is that a difference in a dimension makes such a gap, a
    /// difference of fractions; nothing where no contrast is on record.
    pub(crate) fn usual(&self, dimension: Dimension, gap: f64) -> Option<PairFact> {
        const FEW: usize = 3;
        // With none in thirty, the rate is below one in ten at the usual level.
        const MANY: usize = 30;
        let shifts = self.0.get(&dimension)?;
        let contrasts = shifts.len();
        let as_large = contrasts - shifts.partition_point(|&shift| shift < gap);
        let explains = if contrasts >= FEW && 2 * as_large >= contrasts {
            Explains::Usually
        } else if contrasts >= MANY && 10 * as_large < contrasts {
            Explains::Rarely
        } else {
            Explains::Possibly
        };
        let median = shifts[(contrasts - 1) / 2];
        Some(PairFact::Usual { dimension, contrasts, median, as_large, explains })
    }
}

fn within_studies<'a, 'b>(
    admitted: &'a [Admitted<'b>],
) -> impl Iterator<Item = [&'a Admitted<'b>; 2]> {
    let mut studies: BTreeMap<&str, Vec<&Admitted<'b>>> = BTreeMap::new();
    for one in admitted {
        studies.entry(&one.study.id).or_default().push(one);
    }
    studies.into_values().flat_map(|claims| {
        let pairs: Vec<_> = claims
            .iter()
            .enumerate()
            .flat_map(|(index, &one)| claims[index + 1..].iter().map(move |&other| [one, other]))
            .collect();
        pairs
    })
}

/// The claims of one publisher's studies, each with the next in time. What moves
/// within weeks shows no usual shift.
fn between_waves<'a, 'b>(
    admitted: &'a [Admitted<'b>],
    base: &EvidenceBase,
) -> impl Iterator<Item = [&'a Admitted<'b>; 2]> {
    let mut waves: Vec<_> = admitted
        .iter()
        .filter(|one| !one.is_volatile(base))
        .filter_map(|one| Some((&one.study.said.publisher, one.claim.period?.start(), one)))
        .collect();
    waves.sort_by_key(|(publisher, start, _)| (*publisher, *start));
    let pairs: Vec<_> = waves
        .windows(2)
        .filter(|pair| pair[0].0 == pair[1].0 && pair[0].2.study.id != pair[1].2.study.id)
        .map(|pair| [pair[0].2, pair[1].2])
        .collect();
    pairs.into_iter()
}

fn only_one(distances: Distances) -> Option<Dimension> {
    let mut apart = distances.iter().filter(|(_, distance)| *distance != Distance::Same);
    let (dimension, distance) = apart.next()?;
    (apart.next().is_none() && distance != Distance::Unknown).then_some(dimension)
}

fn shift(one: &Admitted<'_>, other: &Admitted<'_>) -> Option<f64> {
    Some((one.evidence.middle? - other.evidence.middle?).abs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        evidence::admit,
        fixtures::{Told, base as base_of, told},
        sanity::Flawed,
        stats::Thresholds,
    };

    fn usual(claims: impl IntoIterator<Item = Told>, dimension: Dimension, gap: f64) -> Explains {
        let base = base_of(claims);
        let claims: Vec<_> = base.claims.values().collect();
        let (admitted, _) = admit(&claims, &base, &Flawed::default(), &Thresholds::default());
        match Contrasts::collect(&[admitted], &base).usual(dimension, gap) {
            Some(PairFact::Usual { explains, .. }) => explains,
            found => panic!("{found:?}"),
        }
    }

    /// A study that found 20 % in each of these regions but the last, and 30 % there.
    fn regions(codes: &[&str]) -> Vec<Told> {
        let claim = |(index, code): (usize, &&str)| {
            let share = if index + 1 == codes.len() { "30 %" } else { "20 %" };
            told("fixture-a").named(code).region(code).share(share)
        };
        codes.iter().enumerate().map(claim).collect()
    }

    // Three regions make three pairs, two of them ten points apart.
    #[test]
    fn what_half_of_three_contrasts_show_explains_usually() {
        let three = || regions(&["FR", "US", "GB"]);
        assert_eq!(usual(three(), Dimension::Population, 0.09), Explains::Usually);
        assert_eq!(usual(three(), Dimension::Population, 0.11), Explains::Possibly);
    }

    // Nine regions make 36 pairs, none of them eleven points apart.
    #[test]
    fn what_many_contrasts_never_show_is_rare() {
        let nine = regions(&["FR", "US", "GB", "DE", "ES", "IT", "SE", "PL", "PT"]);
        assert_eq!(usual(nine, Dimension::Population, 0.11), Explains::Rarely);
    }

    #[test]
    fn one_contrast_proves_little() {
        let two = || regions(&["FR", "US"]);
        assert_eq!(usual(two(), Dimension::Population, 0.09), Explains::Possibly);
        assert_eq!(usual(two(), Dimension::Population, 0.5), Explains::Possibly);
    }

    #[test]
    fn what_differs_in_more_than_one_way_is_no_contrast() {
        let other = told("fixture-a").named("b").region("US").among_part().share("50 %");
        let base = base_of([told("fixture-a"), other]);
        let claims: Vec<_> = base.claims.values().collect();
        let (admitted, _) = admit(&claims, &base, &Flawed::default(), &Thresholds::default());
        assert_eq!(Contrasts::collect(&[admitted], &base), Contrasts::default());
    }
}
