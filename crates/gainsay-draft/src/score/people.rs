//! Whether a draft speaks of the people, the place, the year and the polarity of a claim.

use gainsay_claims::{
    EvidenceBase, claim::Claim, facts::MatchReason, region::Region, relation::Relation,
};

use super::weight;
use crate::{lexicon::Term, said::Said};

/// Words for people and places, those that fit the claim and those that do not.
#[derive(Default)]
pub(super) struct People {
    fitting: Vec<String>,
    other: Vec<String>,
}

impl People {
    pub(super) fn score(&self) -> f64 {
        let fit = if self.fitting.is_empty() { 0.0 } else { weight::PEOPLE };
        let other = if self.other.is_empty() { 0.0 } else { weight::OTHER_PEOPLE };
        fit - other
    }

    /// Whether the draft names the people or the place.
    pub(super) fn are_named(&self) -> bool {
        !self.fitting.is_empty()
    }

    /// Whether the draft speaks of other people or another place.
    pub(super) fn are_others(&self) -> bool {
        !self.other.is_empty()
    }

    pub(super) fn reasons(self: &People) -> Vec<MatchReason> {
        let fitting = (!self.fitting.is_empty()).then(|| MatchReason::People(self.fitting.clone()));
        let other = (!self.other.is_empty()).then(|| MatchReason::OtherPeople(self.other.clone()));
        fitting.into_iter().chain(other).collect()
    }
}

pub(super) fn people(said: &Said<'_>, claim: &Claim, base: &EvidenceBase) -> People {
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

/// 1 where a claim is of one of the places of its study, which the draft does not name.
pub(super) fn unnamed_part(people: &People, claim: &Claim, base: &EvidenceBase) -> f64 {
    let whole = base.study_of(claim).and_then(|study| study.population.regions.as_ref());
    let part = claim.population.regions.as_ref();
    let is_part =
        part.zip(whole).is_some_and(|(part, whole)| part.countries() != whole.countries());
    f64::from(u8::from(is_part && !people.are_named()))
}

/// Whether the draft names the year of the study, 1, or another one only, -1.
pub(super) fn year(said: &Said<'_>, claim: &Claim, base: &EvidenceBase) -> f64 {
    if said.years.is_empty() {
        return 0.0;
    }
    let Some(study) = base.study_of(claim) else { return 0.0 };
    let periods = [claim.period, study.fieldwork, study.published].into_iter().flatten();
    let mut years: Vec<i16> =
        periods.flat_map(|period| [period.start().year(), period.end().year()]).collect();
    years.extend(crate::said::years_of(&study.id));
    if years.is_empty() {
        0.0
    } else if years.iter().any(|year| said.years.contains(year)) {
        1.0
    } else {
        -1.0
    }
}

/// Whether words and claim both deny, or neither. A sentence that goes on with the subject of
/// the figure before denies what was denied there.
pub(super) fn polarity(said: &Said<'_>, claim: &Claim) -> f64 {
    let denies = said.denies || said.goes_on_with(claim) && said.goes_on_denying();
    if denies == claim.said.negated { 1.0 } else { -1.0 }
}
