//! How alike a figure of a draft and a claim are: by what is said, not by the number
//! alone.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_claims::{
    EvidenceBase, Proposition,
    claim::{Claim, Statement},
    facts::{Match, MatchReason},
    region::Region,
    relation::Relation,
    value::{Quantity, Rational, ReportingSet},
    vocabulary::FacetRole,
};

use crate::{
    lexicon::Term,
    restate::denies,
    said::{Named, Near, Said},
};

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
    pub(super) const POLARITY: f64 = 0.03;
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
    /// All together, 0..=1.
    pub(crate) score: f64,
    reasons: Vec<MatchReason>,
}

/// How a figure of a draft and that of a claim compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FigureFit {
    /// One can be a rounding of the other.
    Same,
    /// It can, of those of whom it is not true.
    Complement,
    /// The same number with another meaning: a change for a level, points for percent.
    OtherUnit,
    /// Neither.
    Other,
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
    let mut subjects: BTreeMap<(&Proposition, Option<&str>), (f64, Vec<String>)> = BTreeMap::new();
    let only = OnlyValues::of(claims);
    let mut all: Vec<Likeness<'a>> = claims
        .iter()
        .map(|claim| {
            let (subject, words) = subjects
                .entry((&claim.proposition, claim.study()))
                .or_insert_with(|| subject(said, claim, &only, base))
                .clone();
            likeness(said, claim, subject, words, base)
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
    subject: f64,
    words: Vec<String>,
    base: &EvidenceBase,
) -> Likeness<'a> {
    let mut reasons = Vec::new();
    let figure = fit(&said.figure.reading.quantity, claim);
    let value = match figure {
        FigureFit::Same => precision(&said.figure.reading.quantity).min(precision_of(claim)),
        FigureFit::Complement => 0.5 * precision(&said.figure.reading.quantity),
        FigureFit::OtherUnit => 0.6,
        FigureFit::Other => 0.0,
    };
    reasons.push(match figure {
        FigureFit::Same => MatchReason::SameFigure,
        FigureFit::Complement => MatchReason::Complement,
        FigureFit::OtherUnit | FigureFit::Other => MatchReason::OtherFigure,
    });
    let (source, reason) = source(said, claim);
    reasons.push(reason);
    if !words.is_empty() {
        reasons.push(MatchReason::Subject(words));
    }
    let people = people(said, claim, base);
    reasons.extend(people.reasons());
    let source_weight = if source < 0.0 { weight::OTHER_SOURCE } else { weight::SOURCE };
    let score = weight::FIGURE * value
        + source_weight * source
        + weight::SUBJECT * subject
        + weight::WORDING * wording(said, claim)
        + weight::YEAR * year(said, claim, base)
        + weight::POLARITY * polarity(said, claim)
        - weight::APART * apart(&said.figure.reading.quantity, claim)
        + people.score();
    Likeness { claim, figure, subject, source, score: score.clamp(0.0, 1.0), reasons }
}

/// How the figure of a draft compares with that of a claim.
pub(crate) fn fit(quantity: &Quantity, claim: &Claim) -> FigureFit {
    match (quantity, &claim.statement) {
        (Quantity::Share { hard, .. }, Statement::Share(share)) => {
            if meet(hard, &share.hard) {
                FigureFit::Same
            } else if meet(&hard.complement(), &share.hard) {
                FigureFit::Complement
            } else {
                FigureFit::Other
            }
        }
        (one, Statement::Count(reading) | Statement::Money(reading) | Statement::Mean(reading)) => {
            fits(one, &reading.quantity)
        }
        (one, Statement::Change(reading)) => match fits(one, &reading.quantity) {
            FigureFit::Other if same_number(one, &reading.quantity) => FigureFit::OtherUnit,
            fit => fit,
        },
        (one @ (Quantity::Points(_) | Quantity::PercentChange(_)), Statement::Share(share)) => {
            let share = Quantity::Share { hard: share.hard, soft: share.hard };
            if same_number(one, &share) { FigureFit::OtherUnit } else { FigureFit::Other }
        }
        (Quantity::Rank(rank), Statement::Rank { place, .. }) if rank == place => FigureFit::Same,
        _ => FigureFit::Other,
    }
}

/// Whether one figure can be a rounding of the other. Sets that only touch (34 and 35
/// percent, at 34.5) are of two figures.
fn meet(one: &ReportingSet, other: &ReportingSet) -> bool {
    let is_point = |set: &ReportingSet| set.lo() == set.hi();
    one.intersect(other).is_some_and(|both| !is_point(&both) || is_point(one) || is_point(other))
}

fn fits(one: &Quantity, other: &Quantity) -> FigureFit {
    let same = match (one, other) {
        (Quantity::Points(one), Quantity::Points(other)) => meet(one, other),
        (Quantity::Share { hard: one, .. }, Quantity::Share { hard: other, .. }) => {
            meet(one, other)
        }
        (Quantity::PercentChange(one), Quantity::PercentChange(other))
        | (Quantity::Factor(one) | Quantity::PercentChange(one), Quantity::Factor(other))
        | (Quantity::Factor(one), Quantity::PercentChange(other))
        | (Quantity::Count { set: one }, Quantity::Count { set: other }) => one.meets(other),
        (
            Quantity::Money { set: one, currency },
            Quantity::Money { set: other, currency: second },
        ) => currency == second && one.meets(other),
        _ => false,
    };
    if same { FigureFit::Same } else { FigureFit::Other }
}

/// Whether two figures are written with the same number of percent or points.
fn same_number(one: &Quantity, other: &Quantity) -> bool {
    let percent = |quantity: &Quantity| -> Option<[Rational; 2]> {
        match quantity {
            Quantity::Share { hard, .. } => Some([hard.lo(), hard.hi()]),
            Quantity::Points(set) => Some([set.lo(), set.hi()]),
            Quantity::PercentChange(set) => {
                let one = Rational::from_integer(1);
                Some([set.lo() - one, set.hi()? - one])
            }
            _ => None,
        }
    };
    let (Some(one), Some(other)) = (percent(one), percent(other)) else { return false };
    one[0] <= other[1] && other[0] <= one[1]
}

fn precision_of(claim: &Claim) -> f64 {
    match &claim.statement {
        Statement::Share(share) => {
            precision(&Quantity::Share { hard: share.soft, soft: share.soft })
        }
        _ => 1.0,
    }
}

/// How much the agreement of two figures says: that of "most" says little.
fn precision(quantity: &Quantity) -> f64 {
    let Quantity::Share { hard, .. } = quantity else { return 1.0 };
    let width = hard.hi_f64() - hard.lo_f64();
    if width <= 0.03 {
        1.0
    } else if width <= 0.12 {
        0.8
    } else {
        0.45
    }
}

/// How surely a draft names the study of a claim.
fn source(said: &Said<'_>, claim: &Claim) -> (f64, MatchReason) {
    let Some(nearest) = said.sources.first() else {
        return (0.0, MatchReason::NamesNone);
    };
    let study = claim.study().unwrap_or_default();
    let own = said.sources.iter().map(|named| (means(named, study) * named.nearness, named));
    let best = own.max_by(|(one, _), (other, _)| one.total_cmp(other));
    if let Some((nearness, named)) = best.filter(|(nearness, _)| *nearness > 0.0) {
        return (nearness, MatchReason::NamesSource(named.words.clone()));
    }
    // A name far away may be of somebody else's figures.
    let weight = if nearest.nearness >= 0.8 { -1.0 } else { -0.4 };
    (weight, MatchReason::NamesOther(nearest.words.clone()))
}

/// Whether a name means a study, 1, or another one of the same source, nearly as much.
fn means(named: &Named, study: &str) -> f64 {
    let key = gainsay_claims::key_of(study);
    let source = study.split('/').next();
    if named.studies.iter().any(|one| one == study || *one == key) {
        1.0
    } else if named.studies.iter().any(|one| one.contains('/') && one.split('/').next() == source) {
        0.9
    } else {
        0.0
    }
}

/// How much of a proposition is named near a figure, and in which words.
fn subject(
    said: &Said<'_>,
    claim: &Claim,
    only: &OnlyValues<'_>,
    base: &EvidenceBase,
) -> (f64, Vec<String>) {
    let proposition = &claim.proposition;
    let mut words = Vec::new();
    let mut best = |term: &Term| {
        let hits = said.terms.iter().filter(|near| near.hit.term == *term);
        let best = hits.max_by(|one, other| strength(one).total_cmp(&strength(other)));
        best.map_or(0.0, |near| {
            words.push(near.words.clone());
            strength(near)
        })
    };
    let named = best(&Term::Concept(proposition.concept.clone()));
    let label = said.labels.get(&proposition.concept).copied().unwrap_or_default();
    let concept = named.max(0.7 * label);
    let values: Vec<f64> = proposition
        .facets
        .iter()
        .map(|(facet, value)| {
            let named = best(&Term::Value(facet.clone(), value.clone()));
            // A study of Facebook alone need not be said to be one.
            if only.has(claim, facet) { named.max(IMPLIED) } else { named }
        })
        .collect();
    let subject = if values.is_empty() {
        concept * if names_other_value(said, proposition, base) { 0.7 } else { 1.0 }
    } else {
        let least = values.iter().copied().fold(1.0, f64::min);
        // Of a question with many answers the answer is what is talked about.
        (0.45 * concept + 0.55 * least).max(0.75 * least).min(1.0)
            * if least == 0.0 { 0.6 } else { 1.0 }
    };
    words.dedup();
    (subject, words)
}

/// How much a value counts as named that is the only one of its study.
const IMPLIED: f64 = 0.6;

/// The facets of which a study, on one concept, has one value only.
struct OnlyValues<'a>(BTreeMap<(&'a str, &'a str, &'a str), BTreeSet<&'a str>>);

impl<'a> OnlyValues<'a> {
    fn of(claims: &[&'a Claim]) -> Self {
        let mut values: BTreeMap<_, BTreeSet<&str>> = BTreeMap::new();
        for claim in claims {
            let Some(study) = claim.study() else { continue };
            for (facet, value) in &claim.proposition.facets {
                let key = (study, claim.proposition.concept.as_str(), facet.as_str());
                values.entry(key).or_default().insert(value);
            }
        }
        Self(values)
    }

    fn has(&self, claim: &Claim, facet: &str) -> bool {
        let Some(study) = claim.study() else { return false };
        let key = (study, claim.proposition.concept.as_str(), facet);
        self.0.get(&key).is_some_and(|values| values.len() == 1)
    }
}

fn strength(near: &Near) -> f64 {
    near.nearness * near.hit.weight
}

/// Whether the clause names a value of an identifying facet that the concept could have.
fn names_other_value(said: &Said<'_>, proposition: &Proposition, base: &EvidenceBase) -> bool {
    let Some(concept) = base.vocabulary.concepts.get(&proposition.concept) else { return false };
    said.terms.iter().any(|near| match &near.hit.term {
        Term::Value(facet, _) => {
            near.nearness >= 1.0
                && concept.facets.contains(facet)
                && base
                    .vocabulary
                    .facets
                    .get(facet)
                    .is_some_and(|one| one.role == FacetRole::Identifying)
        }
        _ => false,
    })
}

/// How far apart the middles of two figures that may be the same are, 0..=1: 33 percent
/// is more of a third than 31 is.
fn apart(quantity: &Quantity, claim: &Claim) -> f64 {
    let (Quantity::Share { soft, .. }, Statement::Share(share)) = (quantity, &claim.statement)
    else {
        return 0.0;
    };
    let middle = |set: &ReportingSet| f64::midpoint(set.lo_f64(), set.hi_f64());
    (10.0 * (middle(soft) - middle(&share.soft)).abs()).min(1.0)
}

/// Whether words and claim both deny, or neither.
fn polarity(said: &Said<'_>, claim: &Claim) -> f64 {
    let denied = denies(said.clause_text(), said.lang());
    if denied == claim.said.negated { 1.0 } else { -1.0 }
}

/// Whether the draft names the year of the study, 1, or another one only, -1.
fn year(said: &Said<'_>, claim: &Claim, base: &EvidenceBase) -> f64 {
    let Some(study) = base.study_of(claim) else { return 0.0 };
    let periods = [claim.period, study.fieldwork, study.published].into_iter().flatten();
    let mut years: Vec<i16> =
        periods.flat_map(|period| [period.start().year(), period.end().year()]).collect();
    years.extend(crate::said::years_of(&study.id));
    if said.years.is_empty() || years.is_empty() {
        0.0
    } else if years.iter().any(|year| said.years.contains(year)) {
        1.0
    } else {
        -1.0
    }
}

/// How many of the claim's qualifying words are named.
fn wording(said: &Said<'_>, claim: &Claim) -> f64 {
    let named = |(facet, value): &(&String, &String)| {
        let term = Term::Value((*facet).clone(), (*value).clone());
        said.terms.iter().any(|near| near.hit.term == term)
    };
    let count = claim.wording.iter().filter(named).count();
    if count > 0 { 1.0 } else { 0.0 }
}

/// Words for people and places, those that fit the claim and those that do not.
#[derive(Default)]
struct People {
    fitting: Vec<String>,
    other: Vec<String>,
}

impl People {
    fn score(&self) -> f64 {
        let fit = if self.fitting.is_empty() { 0.0 } else { weight::PEOPLE };
        let other = if self.other.is_empty() { 0.0 } else { weight::OTHER_PEOPLE };
        fit - other
    }

    fn reasons(self: &People) -> Vec<MatchReason> {
        let fitting = (!self.fitting.is_empty()).then(|| MatchReason::People(self.fitting.clone()));
        let other = (!self.other.is_empty()).then(|| MatchReason::OtherPeople(self.other.clone()));
        fitting.into_iter().chain(other).collect()
    }
}

fn people(said: &Said<'_>, claim: &Claim, base: &EvidenceBase) -> People {
    let mut people = People::default();
    for near in said.terms.iter().filter(|near| near.nearness >= 0.6) {
        let fits = match &near.hit.term {
            Term::Region(code) => fits_place(code, claim),
            Term::Universe(universe) => fits_base(universe, claim, base),
            _ => None,
        };
        match fits {
            Some(true) => people.fitting.push(near.words.clone()),
            Some(false) if near.is_base => people.other.push(near.words.clone()),
            _ => {}
        }
    }
    people
}

fn fits_place(code: &str, claim: &Claim) -> Option<bool> {
    let regions = claim.population.regions.as_ref()?;
    let named = Region::parse(code).ok()?.countries().collect();
    Some(!regions.countries().is_disjoint(&named))
}

fn fits_base(universe: &str, claim: &Claim, base: &EvidenceBase) -> Option<bool> {
    let who = claim.base.who()?;
    let general = |name: &str| base.vocabulary.universes.get(name).is_some_and(|one| one.general);
    match base.vocabulary.relate_universes(universe, who) {
        Relation::Same => Some(true),
        Relation::Within if !general(universe) => Some(false),
        Relation::Overlaps | Relation::Disjoint if !general(universe) && !general(who) => {
            Some(false)
        }
        _ => None,
    }
}
