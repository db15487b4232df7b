//! What a study's own publisher states.

use std::collections::HashMap;

use gainsay_claims::{
    EvidenceBase, Location,
    claim::{Claim, Share},
    sample::Sample,
    side_by_side,
    study::Study,
    value::{Hedge, Kind, ReportingSet},
    vocabulary::{UNKNOWN, Vocabulary},
    wire::{Figure, Place, Says},
};

use super::class::{Class, Classes};

/// A study with what its own publisher states of it.
pub(super) struct Own<'a> {
    pub(super) study: &'a Study,
    /// Its claims, as they stand in the document.
    pub(super) claims: Vec<&'a Claim>,
    /// What each of these measures of whom.
    pub(super) classes: Vec<Class>,
    /// Those of them that are evidence of a share.
    pub(super) shares: Vec<Stated<'a>>,
}

/// A claim that states a share.
#[derive(Clone, Copy)]
pub(super) struct Stated<'a> {
    pub(super) claim: &'a Claim,
    pub(super) class: Class,
    pub(super) share: &'a Share,
    /// Those of whom the proposition is true. Of a negated claim this is only an
    /// upper bound: whoever did not say no may not have answered.
    pub(super) yes: ReportingSet,
}

/// Every study of a base, in order of id.
pub(super) fn studies<'a>(base: &'a EvidenceBase) -> Vec<Own<'a>> {
    let mut claims: HashMap<&str, Vec<&Claim>> = HashMap::new();
    for claim in base.claims.values().filter(|claim| claim.is_published()) {
        claims.entry(claim.study().unwrap_or_default()).or_default().push(claim);
    }
    let mut own = |study: &'a Study| (study, claims.remove(study.id.as_str()).unwrap_or_default());
    let studies = base.studies.values().map(&mut own).collect();
    side_by_side(studies, |(study, claims)| Own::new(study, claims, &base.vocabulary))
}

impl<'a> Own<'a> {
    fn new(study: &'a Study, mut claims: Vec<&'a Claim>, vocabulary: &Vocabulary) -> Self {
        claims.sort_by_key(|claim| (&claim.at.document, claim.at.span.start));
        let mut known = Classes::default();
        let classes: Vec<Class> = claims.iter().map(|claim| known.of(claim)).collect();
        let classed = claims.iter().zip(&classes);
        let shares = classed.filter_map(|(claim, class)| Stated::new(claim, *class, vocabulary));
        Self { study, shares: shares.collect(), claims, classes }
    }

    /// Its claims with what each measures of whom, as they stand in the document.
    pub(super) fn classed(&self) -> impl Iterator<Item = (&'a Claim, Class)> {
        self.claims.iter().copied().zip(self.classes.iter().copied())
    }
}

impl<'a> Stated<'a> {
    fn new(claim: &'a Claim, class: Class, vocabulary: &Vocabulary) -> Option<Self> {
        let yes = claim.share_of_yes(vocabulary)?;
        let yes = if claim.said.negated { yes.upper_bound() } else { yes };
        Some(Self { claim, class, share: claim.evidence()?, yes })
    }

    /// Whether the figure is published as it is, not derived from others.
    pub(super) fn is_direct(&self) -> bool {
        matches!(&self.claim.said.says, Says::Share(Figure { derived: None, .. }))
    }

    /// The share as printed, in fractions of the base; a word has none.
    pub(super) fn printed(&self) -> Option<f64> {
        let reading = &self.share.reading;
        if reading.kind != Kind::Exact || reading.hedge != Hedge::None {
            return None;
        }
        let (lo, hi) = (self.share.hard.lo_f64(), self.share.hard.hi_f64());
        // At the ends the rounding interval is cut in half.
        Some(if lo <= 0.0 {
            0.0
        } else if hi >= 1.0 {
            1.0
        } else {
            f64::midpoint(lo, hi)
        })
    }
}

/// Whether two claims are a share of the same base.
pub(super) fn same_base(one: &Claim, other: &Claim) -> bool {
    who(one).eq(who(other))
}

pub(super) fn who(claim: &Claim) -> impl Iterator<Item = &str> {
    claim.base.steps.iter().map(|step| step.who.as_str())
}

/// Whether two claims answer one question, as far as they tell: of claims with the same
/// words, an answer to another question may well differ.
pub(super) fn same_question(one: &Claim, other: &Claim) -> bool {
    let questions = one.said.question.as_ref().zip(other.said.question.as_ref());
    questions.is_none_or(|(one, other)| one.id == other.id)
}

/// Whether two claims measure the same thing, whatever the question was.
pub(super) fn same_words(one: &Claim, other: &Claim) -> bool {
    one.proposition == other.proposition
        && one.wording == other.wording
        && one.said.cut == other.said.cut
        && one.said.negated == other.said.negated
}

/// Whether everything that a claim says of its subject is known. What is not
/// disclosed equals nothing.
pub(super) fn is_settled(claim: &Claim) -> bool {
    let facets = claim.proposition.facets.values().chain(claim.wording.values());
    facets.map(String::as_str).chain(who(claim)).all(|word| word != UNKNOWN)
}

/// The numbers of people that words leave open, from the least to the most.
pub(super) fn range(sample: Sample) -> Option<[u64; 2]> {
    match sample {
        Sample::Exactly(n) => Some([n, n]),
        Sample::Between(lo, hi) => Some([lo, hi]),
        Sample::AtLeast(lo) => Some([lo, u64::MAX]),
        Sample::AtMost(hi) => Some([0, hi]),
        Sample::About(n) => {
            let units = (0..).map_while(|power| 10_u64.checked_pow(power));
            let unit = units.take_while(|unit| *unit <= n && n % unit == 0).last();
            let half = unit.unwrap_or(1).div_ceil(2);
            Some([n.saturating_sub(half), n.saturating_add(half)])
        }
        Sample::Unknown | Sample::Census => None,
    }
}

/// Whether two numbers cannot be the same.
pub(super) fn are_apart(one: Sample, other: Sample) -> bool {
    let Some(([lo, hi], [other_lo, other_hi])) = range(one).zip(range(other)) else {
        return false;
    };
    hi < other_lo || other_hi < lo
}

/// A number of people as a factor.
#[expect(clippy::cast_precision_loss, reason = "a number of people is far below 2^53")]
pub(super) fn as_f64(n: u64) -> f64 {
    n as f64
}

/// Where something about a study is written; where it is named, if that is not
/// known.
pub(super) fn location(base: &EvidenceBase, study: &Study, place: Option<Place>) -> Location {
    let document = base.documents.get(&study.said.document);
    let words = document.zip(place).and_then(|(document, place)| document.words(place).ok());
    words.map_or_else(|| study.at.clone(), |words| words.at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{base, told};

    #[track_caller]
    fn printed(text: &str, expected: Option<f64>) {
        let base = base([told("fixture-a").share(text)]);
        let studies = studies(&base);
        let found = studies[0].shares[0].printed();
        let is_near = |found: f64| expected.is_some_and(|one| (one - found).abs() < 1e-12);
        assert!(found.map_or(expected.is_none(), is_near), "{text}: {found:?}");
    }

    #[test]
    fn a_plain_figure_is_what_is_printed() {
        printed("28 %", Some(0.28));
        printed("9.05 %", Some(0.0905));
        // Their rounding intervals end at nobody and everybody.
        printed("0 %", Some(0.0));
        printed("100 %", Some(1.0));
        printed("about 30 %", None);
        printed("most", None);
    }

    #[test]
    fn words_leave_numbers_open() {
        assert_eq!(range(Sample::About(11_000)), Some([10_500, 11_500]));
        assert_eq!(range(Sample::About(1_234)), Some([1_233, 1_235]));
        assert_eq!(range(Sample::AtMost(500)), Some([0, 500]));
        assert!(!are_apart(Sample::Exactly(10_934), Sample::About(11_000)));
        assert!(are_apart(Sample::Exactly(10_934), Sample::Exactly(11_000)));
        assert!(!are_apart(Sample::AtLeast(70_000), Sample::Exactly(70_000)));
        assert!(!are_apart(Sample::Unknown, Sample::Exactly(1)));
    }
}
