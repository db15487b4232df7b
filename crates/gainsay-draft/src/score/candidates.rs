//! The claims that figures of drafts are held against.

use std::collections::BTreeMap;

use gainsay_claims::{
    EvidenceBase, Proposition,
    claim::{Claim, Statement},
    value::Quantity,
};

use super::{
    FigureFit, Likeness, figure,
    source::{Naming, Sources},
    subject::{self, OnlyValues},
};
use crate::said::Said;

/// Claims made ready to be held against many figures.
pub(crate) struct Candidates<'a> {
    claims: Vec<Candidate<'a>>,
    /// The studies that they are of, each once; the first stands for none.
    studies: Vec<Option<&'a str>>,
    only: OnlyValues<'a>,
}

struct Candidate<'a> {
    claim: &'a Claim,
    /// The place of its study in the list.
    study: usize,
    /// The ends of its share, if it states one.
    share: Option<[f64; 2]>,
}

/// Which claims are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    /// Those whose figure is the same in some way, and those of the sources that are named:
    /// the figure may be one of them.
    Likely,
    /// All of them, so that the nearest can be offered.
    All,
}

impl<'a> Candidates<'a> {
    /// Makes claims ready.
    pub(crate) fn new(claims: impl Iterator<Item = &'a Claim>) -> Self {
        let claims: Vec<&Claim> = claims.collect();
        let only = OnlyValues::of(&claims);
        let mut studies = vec![None];
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        let claims = claims.into_iter().map(|claim| {
            let study = claim.study().map_or(0, |study| {
                *places.entry(study).or_insert_with(|| {
                    studies.push(Some(study));
                    studies.len() - 1
                })
            });
            let share = match &claim.statement {
                Statement::Share(share) => Some([share.hard.lo_f64(), share.hard.hi_f64()]),
                _ => None,
            };
            Candidate { claim, study, share }
        });
        let claims = claims.collect();
        Self { claims, studies, only }
    }

    /// Holds the claims against what is said around a figure, the most alike first.
    pub(crate) fn rank(
        &self,
        said: &Said<'_>,
        which: Which,
        base: &EvidenceBase,
    ) -> Vec<Likeness<'a>> {
        let sources = Sources::of(said, base);
        let naming: Vec<Naming> =
            self.studies.iter().map(|study| sources.name(*study, base)).collect();
        let mut subjects: BTreeMap<(&Proposition, usize), [f64; 2]> = BTreeMap::new();
        let mut all: Vec<Likeness<'a>> = Vec::new();
        for one in &self.claims {
            let naming = naming[one.study];
            let figure = one.fit(&said.figure.reading.quantity);
            let is_likely = figure != FigureFit::Other || naming.0 > 0.0;
            if which == Which::Likely && !is_likely {
                continue;
            }
            let subject = *subjects
                .entry((&one.claim.proposition, one.study))
                .or_insert_with(|| subject::subject(said, one.claim, &self.only, base));
            let worded = subject::by_wording(said, one.claim, base);
            let subject = subject.map(|part| part.max(worded));
            all.push(Likeness::new(said, one.claim, figure, subject, naming, base));
        }
        all.sort_by(|one, other| {
            let by_score = other.order.total_cmp(&one.order);
            let by_wave = || wave(other.claim, base).cmp(&wave(one.claim, base));
            by_score.then_with(by_wave).then_with(|| one.claim.id.cmp(&other.claim.id))
        });
        all
    }
}

/// The year of a study: who names none speaks of the last one.
fn wave(claim: &Claim, base: &EvidenceBase) -> Option<i16> {
    let study = base.study_of(claim)?;
    Some(study.published.or(study.fieldwork)?.end().year())
}

impl Candidate<'_> {
    /// How the figure of a draft compares with that of the claim.
    fn fit(&self, quantity: &Quantity) -> FigureFit {
        // Most claims are told apart without exact numbers.
        if let (Quantity::Share { hard, .. }, Some([lo, hi])) = (quantity, self.share) {
            const NEAR: f64 = 1e-9;
            let (from, to) = (hard.lo_f64(), hard.hi_f64());
            let apart = to < lo - NEAR || from > hi + NEAR;
            let complement_apart = 1.0 - from < lo - NEAR || 1.0 - to > hi + NEAR;
            if apart && complement_apart {
                return FigureFit::Other;
            }
        }
        figure::fit(quantity, self.claim)
    }
}
