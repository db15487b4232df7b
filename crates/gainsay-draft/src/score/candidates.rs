//! The claims that figures of drafts are held against, sorted by what they are about, so
//! that of many only a few need be looked at.

use std::collections::BTreeMap;

use gainsay_claims::{
    EvidenceBase,
    claim::{Claim, Statement},
    value::Quantity,
};

use super::{
    FigureFit, Likeness, figure,
    people::{self, Audience, Audiences},
    source::{Naming, Sources},
    subject::{self, OnlyValues, Topics},
};
use crate::{lexicon::Term, said::Said};

/// Claims made ready to be held against many figures.
pub(crate) struct Candidates {
    claims: Vec<Candidate>,
    topics: Topics,
    audiences: Audiences,
    /// The studies that the claims are of, each once; the first stands for none.
    studies: Vec<Option<String>>,
}

/// A claim with what is the same for every figure.
pub(super) struct Candidate {
    pub(super) claim: Claim,
    /// Whom it is about.
    pub(super) audience: Audience,
    /// The years that it may be named by.
    pub(super) years: Vec<i16>,
    /// How it was worded.
    pub(super) wording: Vec<Term>,
    /// The place of its topic.
    topic: usize,
    /// The place of its study in the list.
    study: usize,
    /// The ends of its share, if it states one.
    share: Option<[f64; 2]>,
}

/// Which claims are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    /// Those whose figure is the same in some way, and those on the subject of the sources
    /// that are named: the figure may be one of them.
    Likely,
    /// All on the subject, so that the nearest can be offered.
    OnSubject,
}

impl Candidates {
    /// Makes claims of a base ready.
    pub(crate) fn new<'a>(claims: impl Iterator<Item = &'a Claim>, base: &EvidenceBase) -> Self {
        let claims: Vec<&Claim> = claims.collect();
        let only = OnlyValues::of(&claims);
        let mut topics = Topics::default();
        let mut audiences = Audiences::new(&base.vocabulary);
        let mut studies = vec![None];
        let mut places = BTreeMap::new();
        let claims = claims.into_iter().map(|claim| {
            let study = claim.study().map_or(0, |study| {
                *places.entry(study).or_insert_with(|| {
                    studies.push(Some(study.to_owned()));
                    studies.len() - 1
                })
            });
            let share = match &claim.statement {
                Statement::Share(share) => Some([share.hard.lo_f64(), share.hard.hi_f64()]),
                _ => None,
            };
            Candidate {
                audience: audiences.add(claim, &base.vocabulary),
                years: people::years(claim, base),
                wording: subject::terms(&claim.wording).collect(),
                topic: topics.add(claim, &only, &base.vocabulary),
                study,
                share,
                claim: claim.clone(),
            }
        });
        let claims = claims.collect();
        Self { claims, topics, audiences, studies }
    }

    /// Holds the claims against what is said around a figure, the most alike first.
    pub(crate) fn rank(
        &self,
        said: &Said<'_>,
        which: Which,
        base: &EvidenceBase,
    ) -> Vec<Likeness<'_>> {
        let sources = Sources::of(said, base);
        let studies = self.studies.iter().map(Option::as_deref);
        let naming: Vec<Naming> = studies.map(|study| sources.name(study, base)).collect();
        let subjects = self.topics.subjects(said);
        let people = self.audiences.named(said);
        let quantity = &said.figure.reading.quantity;
        let ends = match quantity {
            Quantity::Share { hard, .. } => Some([hard.lo_f64(), hard.hi_f64()]),
            _ => None,
        };
        let mut all: Vec<Likeness<'_>> = Vec::new();
        for one in &self.claims {
            let (subject, naming) = (subjects[one.topic], naming[one.study]);
            let figure = one.fit(quantity, ends);
            let is_of_named = naming.0 > 0.0 && subject.named > 0.0;
            let is_looked_at = match which {
                Which::Likely => figure != FigureFit::Other || is_of_named,
                Which::OnSubject => subject.named > 0.0,
            };
            if is_looked_at {
                all.push(Likeness::new(said, one, figure, subject, naming, &people));
            }
        }
        all.sort_by(|one, other| {
            other.score.total_cmp(&one.score).then_with(|| one.claim.id.cmp(&other.claim.id))
        });
        all
    }
}

impl Candidate {
    /// How the figure of a draft, a share if it has ends, compares with that of the claim.
    fn fit(&self, quantity: &Quantity, ends: Option<[f64; 2]>) -> FigureFit {
        // Most claims are told apart without exact numbers.
        if let (Some([from, to]), Some([lo, hi])) = (ends, self.share) {
            const NEAR: f64 = 1e-9;
            let apart = to < lo - NEAR || from > hi + NEAR;
            let complement_apart = 1.0 - from < lo - NEAR || 1.0 - to > hi + NEAR;
            if apart && complement_apart {
                return FigureFit::Other;
            }
        }
        figure::fit(quantity, &self.claim)
    }
}
