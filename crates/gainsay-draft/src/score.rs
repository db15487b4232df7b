//! How alike a figure of a draft and a claim are: by what is said, not by the number
//! alone.

mod candidates;
mod figure;
mod people;
mod source;
mod subject;

use gainsay_claims::{
    claim::Claim,
    facts::{Match, MatchReason},
};

pub(crate) use candidates::{Beside, Candidates, Which};
pub(crate) use figure::{FigureFit, fit, may_be_rest};
pub(crate) use people::are_alike;
pub(crate) use source::{OTHER, PERHAPS_OTHER};

use crate::said::Said;
use candidates::Candidate;
use people::{NamedPeople, People};
use subject::Subject;

/// What each kind of likeness counts. The weights were tuned on one half of the corpus.
mod weight {
    pub(super) const FIGURE: f64 = 0.40;
    pub(super) const SOURCE: f64 = 0.30;
    pub(super) const OTHER_SOURCE: f64 = 0.30;
    pub(super) const SUBJECT: f64 = 0.35;
    pub(super) const WORDING: f64 = 0.05;
    pub(super) const PEOPLE: f64 = 0.05;
    pub(super) const OTHER_PEOPLE: f64 = 0.10;
    pub(super) const NEAREST: f64 = 0.02;
    pub(super) const TOLD: f64 = 0.08;
    pub(super) const YEAR: f64 = 0.04;
    pub(super) const APART: f64 = 0.05;
    pub(super) const POLARITY: f64 = 0.06;
    pub(super) const PART: f64 = 0.03;
}

/// A claim beside a figure.
#[derive(Clone, Debug)]
pub(crate) struct Likeness<'a> {
    /// The claim.
    pub(crate) claim: &'a Claim,
    /// How the figures compare.
    pub(crate) figure: FigureFit,
    /// How much of the subject is named, 0..=1, or goes on from the figure before.
    pub(crate) subject: f64,
    /// How much of it is named in words, 0..=1.
    pub(crate) spoken: f64,
    /// How surely the draft names its study, 0..=1; negative when it names another.
    pub(crate) source: f64,
    /// Whether the draft speaks of other people, another place or another answer.
    pub(crate) is_of_others: bool,
    /// Whether it speaks of another answer to the same question.
    pub(crate) is_other_answer: bool,
    /// Whether the part of the sentence that belongs to the figure names this answer.
    pub(crate) is_named_here: bool,
    /// Whether it names the people or the place of the claim.
    pub(crate) names_people: bool,
    /// All together, 0..=1.
    pub(crate) score: f64,
    /// The same without its bounds, by which claims are put in order.
    pub(crate) order: f64,
    /// How alike all but the figures are; only to be compared.
    pub(crate) alike: f64,
    /// The year of its study.
    wave: Option<i16>,
    /// Which of the names near the figure is that of its source.
    named: Option<usize>,
    /// The people and places near the figure, beside those of the claim.
    people: People,
}

impl<'a> Likeness<'a> {
    /// How alike a claim is whose figure compares so, and whose subject and source are
    /// named so surely.
    fn new(
        said: &Said<'_>,
        candidate: &'a Candidate,
        figure: FigureFit,
        subject: Subject,
        (source, named): source::Naming,
        people: &NamedPeople<'_>,
    ) -> Self {
        let claim = &candidate.claim;
        let people = people.beside(&candidate.audience, &claim.proposition.concept, said);
        let quantity = &said.figure.reading.quantity;
        let source_weight = if source < 0.0 { weight::OTHER_SOURCE } else { weight::SOURCE };
        let is_worded_so = candidate.wording.iter().any(|term| said.best(*term).is_some());
        let alike = source_weight * source
            + weight::SUBJECT * subject.named
            + weight::WORDING * f64::from(u8::from(is_worded_so))
            + weight::YEAR * people::year(said, &candidate.years)
            + weight::POLARITY * people::polarity(said, claim)
            + people.score()
            + weight::TOLD * f64::from(u8::from(said.may_tell_again(&claim.id)))
            - weight::PART * f64::from(u8::from(people.leave_out_part(&candidate.audience)));
        let order = alike + weight::FIGURE * figure::weight(figure, quantity, claim)
            - weight::APART * figure::apart(quantity, claim);
        Self {
            claim,
            figure,
            subject: subject.named,
            spoken: subject.spoken,
            source,
            is_of_others: people.are_others() || subject.is_another,
            is_other_answer: subject.is_another,
            is_named_here: subject.is_here,
            names_people: people.are_named(),
            score: order.clamp(0.0, 1.0),
            order,
            alike,
            wave: candidate.wave,
            named,
            people,
        }
    }

    /// How alike all is but the figure and its source; only to be compared.
    pub(crate) fn alike_but_source(&self) -> f64 {
        let is_other = self.source < 0.0;
        self.alike - self.source * if is_other { weight::OTHER_SOURCE } else { weight::SOURCE }
    }

    /// The match with what speaks for it and against it, for a reader.
    pub(crate) fn to_match(&self, said: &Said<'_>) -> Match {
        let figure = match self.figure {
            FigureFit::Same => MatchReason::SameFigure,
            FigureFit::Complement => MatchReason::Complement,
            FigureFit::OtherUnit | FigureFit::Other => MatchReason::OtherFigure,
        };
        let words = subject::words(said, &self.claim.proposition);
        let subject = (!words.is_empty()).then_some(MatchReason::Subject(words));
        let people = self.people.reasons(said);
        let reasons = [figure, self.source_reason(said)].into_iter().chain(subject).chain(people);
        Match { claim: self.claim.id.clone(), score: self.score, reasons: reasons.collect() }
    }

    fn source_reason(&self, said: &Said<'_>) -> MatchReason {
        let words = |named: usize| said.sources.get(named).map(|one| one.words.clone());
        match (self.named.and_then(words), words(0)) {
            (Some(name), _) => MatchReason::NamesSource(name),
            (None, Some(other)) => MatchReason::NamesOther(other),
            (None, None) => MatchReason::NamesNone,
        }
    }
}
