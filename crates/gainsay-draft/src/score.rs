//! How alike a figure of a draft and a claim are: by what is said, not by the number
//! alone.

mod figure;
mod people;
mod source;
mod subject;

use std::collections::BTreeMap;

use gainsay_claims::{
    EvidenceBase, Proposition,
    claim::Claim,
    facts::{Match, MatchReason},
};

pub(crate) use figure::FigureFit;

use crate::said::Said;

use self::subject::{OnlyValues, Subject, subject};

/// What each kind of likeness counts. The weights were tuned on one half of the corpus.
mod weight {
    pub(super) const FIGURE: f64 = 0.40;
    pub(super) const SOURCE: f64 = 0.30;
    pub(super) const OTHER_SOURCE: f64 = 0.30;
    pub(super) const SUBJECT: f64 = 0.35;
    pub(super) const WORDING: f64 = 0.05;
    pub(super) const PEOPLE: f64 = 0.05;
    pub(super) const OTHER_PEOPLE: f64 = 0.10;
    pub(super) const YEAR: f64 = 0.04;
    pub(super) const APART: f64 = 0.05;
    pub(super) const POLARITY: f64 = 0.06;
}

/// A claim beside a figure.
#[derive(Clone, Debug)]
pub(crate) struct Likeness<'a> {
    /// The claim.
    pub(crate) claim: &'a Claim,
    /// How the figures compare.
    pub(crate) figure: FigureFit,
    /// How much of the subject is named, 0..=1.
    pub(crate) subject: f64,
    /// How surely the draft names its study, 0..=1; negative when it names another.
    pub(crate) source: f64,
    /// Whether the draft speaks of other people or another place.
    pub(crate) is_of_others: bool,
    /// All together, 0..=1.
    pub(crate) score: f64,
    reasons: Vec<MatchReason>,
}

impl Likeness<'_> {
    /// The match, for a reader.
    pub(crate) fn to_match(&self) -> Match {
        Match { claim: self.claim.id.clone(), score: self.score, reasons: self.reasons.clone() }
    }
}

/// Holds every claim against what is said around a figure, the most alike first.
pub(crate) fn rank<'a>(
    said: &Said<'_>,
    claims: &[&'a Claim],
    base: &EvidenceBase,
) -> Vec<Likeness<'a>> {
    let mut subjects: BTreeMap<(&Proposition, Option<&str>), Subject> = BTreeMap::new();
    let only = OnlyValues::of(claims);
    let sources = source::Sources::of(said, base);
    let mut all: Vec<Likeness<'a>> = claims
        .iter()
        .map(|claim| {
            let (subject, words) = subjects
                .entry((&claim.proposition, claim.study()))
                .or_insert_with(|| subject(said, claim, &only, base))
                .clone();
            likeness(said, claim, (subject, words), &sources, base)
        })
        .collect();
    all.sort_by(|one, other| {
        other.score.total_cmp(&one.score).then_with(|| one.claim.id.cmp(&other.claim.id))
    });
    all
}

fn likeness<'a>(
    said: &Said<'_>,
    claim: &'a Claim,
    (subject, words): Subject,
    sources: &source::Sources<'_>,
    base: &EvidenceBase,
) -> Likeness<'a> {
    let mut reasons = Vec::new();
    let figure = figure::fit(&said.figure.reading.quantity, claim);
    let value = figure::weight(figure, &said.figure.reading.quantity, claim);
    reasons.push(match figure {
        FigureFit::Same => MatchReason::SameFigure,
        FigureFit::Complement => MatchReason::Complement,
        FigureFit::OtherUnit | FigureFit::Other => MatchReason::OtherFigure,
    });
    let (source, reason) = sources.name(claim, base);
    reasons.push(reason);
    if !words.is_empty() {
        reasons.push(MatchReason::Subject(words));
    }
    let people = people::people(said, claim, base);
    reasons.extend(people.reasons());
    let source_weight = if source < 0.0 { weight::OTHER_SOURCE } else { weight::SOURCE };
    let score = weight::FIGURE * value
        + source_weight * source
        + weight::SUBJECT * subject
        + weight::WORDING * subject::wording(said, claim)
        + weight::YEAR * people::year(said, claim, base)
        + weight::POLARITY * people::polarity(said, claim)
        - weight::APART * figure::apart(&said.figure.reading.quantity, claim)
        + people.score();
    let is_of_others = people.are_others();
    let score = score.clamp(0.0, 1.0);
    Likeness { claim, figure, subject, source, is_of_others, score, reasons }
}
