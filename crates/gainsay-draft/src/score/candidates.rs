//! The claims that figures of drafts are held against, sorted by what they are about, so
//! that of many only a few need be looked at.

use gainsay_claims::{EvidenceBase, claim::Claim};

use super::{
    FigureFit, Likeness, figure,
    people::{self, Audience, Audiences, NamedPeople},
    source::{Naming, Studies},
    subject::{self, OnlyValues, Subject, Topics},
};
use crate::{
    lexicon::{TermId, Terms},
    said::Said,
};

/// Claims made ready to be held against many figures.
pub(crate) struct Candidates {
    claims: Vec<Candidate>,
    topics: Topics,
    audiences: Audiences,
    /// The words for what people do that the claims are told in.
    deeds: Vec<TermId>,
    /// The studies that the claims are of.
    studies: Studies,
}

/// A claim with what is the same for every figure.
pub(super) struct Candidate {
    pub(super) claim: Claim,
    /// Whom it is about.
    pub(super) audience: Audience,
    /// The years that it may be named by.
    pub(super) years: Vec<i16>,
    /// How it was worded.
    pub(super) wording: Vec<TermId>,
    /// The year of its study.
    pub(super) wave: Option<i16>,
    /// The words for what people do that it is told in, by their places.
    deeds: Vec<usize>,
    /// The place of its topic.
    topic: usize,
    /// The place of its study in the list.
    study: usize,
    /// The ends of its figure, if it is a share or a difference.
    numbers: Option<[f64; 2]>,
    /// The same, if it is a share.
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
    pub(crate) fn new<'a>(
        claims: impl Iterator<Item = &'a Claim>,
        base: &EvidenceBase,
        terms: &mut Terms,
    ) -> Self {
        let claims: Vec<&Claim> = claims.collect();
        let only = OnlyValues::of(&claims);
        let mut topics = Topics::default();
        let mut audiences = Audiences::new(&base.vocabulary);
        let mut deeds = Vec::new();
        let mut studies = Studies::default();
        let claims = claims.into_iter().map(|claim| Candidate {
            audience: audiences.add(claim, base),
            years: people::years(claim, base),
            wave: wave(claim, base),
            deeds: subject::deeds(claim, &base.vocabulary)
                .map(|deed| place_of(terms.id(&deed), &mut deeds))
                .collect(),
            wording: subject::terms(&claim.wording).map(|term| terms.id(&term)).collect(),
            topic: topics.add(claim, &only, &base.vocabulary, terms),
            study: studies.add(claim.study(), base),
            numbers: figure::numbers_of(claim),
            share: figure::share_of(claim),
            claim: claim.clone(),
        });
        let claims = claims.collect();
        Self { claims, topics, audiences, deeds, studies }
    }

    /// Holds the claims against what is said around a figure.
    pub(crate) fn beside<'a>(&'a self, said: &'a Said<'a>, base: &EvidenceBase) -> Beside<'a> {
        Beside {
            said,
            claims: &self.claims,
            naming: self.studies.named(said, base),
            subjects: self.topics.subjects(said),
            deeds: self.deeds.iter().map(|deed| subject::by_wording(said, *deed)).collect(),
            people: self.audiences.named(said),
            numbers: figure::numbers(&said.figure.reading.quantity),
            share: figure::share(&said.figure.reading.quantity),
        }
    }
}

/// The place of a term in a list, which grows if it is not there.
fn place_of(term: TermId, list: &mut Vec<TermId>) -> usize {
    list.iter().position(|one| *one == term).unwrap_or_else(|| {
        list.push(term);
        list.len() - 1
    })
}

/// The year of a study.
fn wave(claim: &Claim, base: &EvidenceBase) -> Option<i16> {
    let study = base.study_of(claim)?;
    Some(study.published.or(study.fieldwork)?.end().year())
}

/// Claims beside a figure, with what of them is named near it.
pub(crate) struct Beside<'a> {
    said: &'a Said<'a>,
    claims: &'a [Candidate],
    /// How surely each study is named.
    naming: Vec<Naming>,
    /// How much of each topic is named.
    subjects: Vec<Subject>,
    /// How much each of the words for what people do counts as the subject.
    deeds: Vec<f64>,
    people: NamedPeople<'a>,
    numbers: Option<[f64; 2]>,
    share: Option<[f64; 2]>,
}

impl<'a> Beside<'a> {
    /// The claims that may be meant, the most alike first.
    pub(crate) fn rank(&self, which: Which) -> Vec<Likeness<'a>> {
        let Self { said, .. } = *self;
        let mut all: Vec<Likeness<'_>> = Vec::new();
        for one in self.claims {
            let naming = self.naming[one.study];
            let must_fit = which == Which::Likely && naming.0 <= 0.0;
            // Most claims are neither: their subjects need not be looked at.
            if must_fit && self.is_far_from(one) {
                continue;
            }
            let figure = self.fit(one);
            let is_other = figure == FigureFit::Other;
            if must_fit && is_other {
                continue;
            }
            let subject = self.subject(one);
            let must_be_on_subject = which == Which::OnSubject || is_other;
            if must_be_on_subject && subject.named <= 0.0 {
                continue;
            }
            all.push(Likeness::new(said, one, figure, subject, naming, &self.people));
        }
        all.sort_by(|one, other| {
            let by_score = other.order.total_cmp(&one.order);
            // Who names no year speaks of the last one.
            let by_wave = || other.wave.cmp(&one.wave);
            by_score.then_with(by_wave).then_with(|| one.claim.id.cmp(&other.claim.id))
        });
        all
    }

    /// How much of what a claim is about is named. The words for what people do name it, too:
    /// "engage with brands".
    fn subject(&self, candidate: &Candidate) -> Subject {
        let deeds = candidate.deeds.iter().map(|deed| self.deeds[*deed]);
        self.subjects[candidate.topic].or_worded(deeds.fold(0.0, f64::max))
    }

    /// Whether the figure and that of a claim are shares that are far apart.
    fn is_far_from(&self, candidate: &Candidate) -> bool {
        let shares = self.share.zip(candidate.share);
        shares.is_some_and(|(said, claimed)| figure::are_far_apart(said, claimed))
    }

    /// How the figure compares with that of a claim. Most are told apart without exact
    /// numbers.
    fn fit(&self, candidate: &Candidate) -> FigureFit {
        let quantity = &self.said.figure.reading.quantity;
        let rough = self.numbers.zip(candidate.numbers);
        let rough = rough.and_then(|(said, claimed)| {
            figure::fit_roughly(quantity, said, &candidate.claim, claimed)
        });
        rough.unwrap_or_else(|| figure::fit(quantity, &candidate.claim))
    }
}
