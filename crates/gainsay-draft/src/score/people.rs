//! Whether a draft speaks of the people, the place, the year and the polarity of a claim.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_claims::{
    EvidenceBase, claim::Claim, facts::MatchReason, region::Region, relation::Relation,
    vocabulary::Vocabulary,
};

use super::weight;
use crate::{
    lexicon::Term,
    said::{Said, years_of_study},
};

/// Whom claims are about, and which words for people fit them.
#[derive(Default)]
pub(super) struct Audiences {
    places: BTreeMap<String, usize>,
    /// Whether a universe fits each audience: yes, no, or neither.
    fits: BTreeMap<String, Vec<Option<bool>>>,
}

/// Whom a claim is about.
pub(super) struct Audience {
    /// The place of its innermost universe in the list of those.
    who: Option<usize>,
    countries: Option<BTreeSet<Region>>,
    /// Whether these are some of the places of its study.
    is_part: bool,
}

/// The people and places that are named near a figure, by their place in what is said.
pub(super) struct NamedPeople<'a> {
    all: Vec<(usize, bool, Named<'a>)>,
    /// The one that stands nearest to the figure.
    nearest: Option<usize>,
}

enum Named<'a> {
    Place(BTreeSet<Region>),
    /// Whether it fits each audience.
    Universe(&'a [Option<bool>]),
}

/// Words for people and places, those that fit a claim and those that do not, by their
/// place in what is said.
#[derive(Clone, Debug, Default)]
pub(super) struct People {
    fitting: Vec<usize>,
    other: Vec<usize>,
    /// Whether a place is among those that fit.
    names_place: bool,
    /// Whether the one that stands nearest to the figure fits.
    is_nearest: bool,
}

impl Audiences {
    /// Nobody yet, of a vocabulary.
    pub(super) fn new(vocabulary: &Vocabulary) -> Self {
        let names = vocabulary.universes.keys().chain(vocabulary.phrases.universes.keys());
        let fits = names.map(|name| (name.clone(), Vec::new())).collect();
        Self { places: BTreeMap::new(), fits }
    }

    /// Adds those whom a claim is about.
    pub(super) fn add(&mut self, claim: &Claim, base: &EvidenceBase) -> Audience {
        let who = claim.base.who().map(|who| {
            let next = self.places.len();
            *self.places.entry(who.to_owned()).or_insert_with(|| {
                for (universe, fits) in &mut self.fits {
                    fits.push(fits_base(universe, who, &base.vocabulary));
                }
                next
            })
        });
        let countries = claim.population.regions.as_ref().map(|regions| regions.countries());
        let whole = base.study_of(claim).and_then(|study| study.population.regions.as_ref());
        let is_part =
            countries.as_ref().zip(whole).is_some_and(|(part, whole)| *part != whole.countries());
        Audience { who, countries, is_part }
    }

    /// The people and places that are named near a figure.
    pub(super) fn named(&self, said: &Said<'_>) -> NamedPeople<'_> {
        let near = said.terms.iter().enumerate().filter(|(_, near)| near.nearness >= 0.6);
        let named = near.filter_map(|(place, near)| {
            let named = match &*near.hit.term {
                Term::Region(code) => Named::Place(Region::parse(code).ok()?.countries().collect()),
                Term::Universe(universe) => Named::Universe(self.fits.get(universe)?),
                _ => return None,
            };
            Some((place, near.is_base, named))
        });
        let all: Vec<_> = named.collect();
        let places = all.iter().map(|(place, ..)| *place);
        let nearest = places.min_by_key(|place| said.terms[*place].distance(&said.figure.span));
        NamedPeople { all, nearest }
    }
}

impl NamedPeople<'_> {
    /// Those that fit an audience and those that do not.
    pub(super) fn beside(&self, audience: &Audience, concept: &str, said: &Said<'_>) -> People {
        let mut people = People::default();
        for (place, is_base, named) in &self.all {
            let fits = match named {
                Named::Place(countries) => {
                    audience.countries.as_ref().map(|own| !own.is_disjoint(countries))
                }
                Named::Universe(fits) => audience.who.and_then(|who| fits[who]),
            };
            match fits {
                Some(true) => {
                    people.fitting.push(*place);
                    people.names_place |= matches!(named, Named::Place(_));
                    people.is_nearest |= self.nearest == Some(*place);
                }
                Some(false) if *is_base && !said.is_found_of(&said.terms[*place], concept) => {
                    people.other.push(*place);
                }
                _ => {}
            }
        }
        // "Fans" may be those of any brand, or those of one on Facebook.
        let words = |place: &usize| {
            let near = &said.terms[*place];
            (near.is_here, &near.hit.span)
        };
        people.other.retain(|other| people.fitting.iter().all(|one| words(one) != words(other)));
        people
    }
}

impl People {
    pub(super) fn score(&self) -> f64 {
        let fit = if self.fitting.is_empty() { 0.0 } else { weight::PEOPLE };
        let other = if self.other.is_empty() { 0.0 } else { weight::OTHER_PEOPLE };
        let nearest = if self.is_nearest { weight::NEAREST } else { 0.0 };
        fit + nearest - other
    }

    /// Whether the draft names the people or the place.
    pub(super) fn are_named(&self) -> bool {
        !self.fitting.is_empty()
    }

    /// Whether a claim is of one of the places of its study, which the draft does not name.
    pub(super) fn leave_out_part(&self, audience: &Audience) -> bool {
        audience.is_part && !self.names_place
    }

    /// Whether the draft speaks of other people or another place.
    pub(super) fn are_others(&self) -> bool {
        !self.other.is_empty()
    }

    pub(super) fn reasons(&self, said: &Said<'_>) -> Vec<MatchReason> {
        let words = |places: &[usize]| -> Vec<String> {
            places.iter().map(|place| said.terms[*place].words.to_owned()).collect()
        };
        let fitting = (!self.fitting.is_empty()).then(|| MatchReason::People(words(&self.fitting)));
        let other = (!self.other.is_empty()).then(|| MatchReason::OtherPeople(words(&self.other)));
        fitting.into_iter().chain(other).collect()
    }
}

/// Whether a universe that is named fits the one that a claim is about.
fn fits_base(universe: &str, who: &str, vocabulary: &Vocabulary) -> Option<bool> {
    let general = |name: &str| vocabulary.universes.get(name).is_some_and(|one| one.general);
    match vocabulary.relate_universes(universe, who) {
        Relation::Same => Some(true),
        Relation::Within if !general(universe) => Some(false),
        // People are no brands: who is a fan of brands is no other one than a fan.
        Relation::Overlaps | Relation::Disjoint
            if !general(universe) && !general(who) && are_alike(universe, who, vocabulary) =>
        {
            Some(false)
        }
        _ => None,
    }
}

/// Whether two universes lie within a common one: people are no brands.
pub(crate) fn are_alike(universe: &str, other: &str, vocabulary: &Vocabulary) -> bool {
    let holds = |top: &str, one: &str| {
        let relation = vocabulary.relate_universes(top, one);
        matches!(relation, Relation::Same | Relation::Contains)
    };
    vocabulary.universes.keys().any(|top| holds(top, universe) && holds(top, other))
}

/// The years that a claim may be named by: those of its study.
pub(super) fn years(claim: &Claim, base: &EvidenceBase) -> Vec<i16> {
    let Some(study) = base.study_of(claim) else { return Vec::new() };
    let own = claim.period.into_iter();
    let own = own.flat_map(|period| [period.start().year(), period.end().year()]);
    own.chain(years_of_study(study)).collect()
}

/// Whether the draft names one of some years, 1, or others only, -1.
pub(super) fn year(said: &Said<'_>, years: &[i16]) -> f64 {
    if said.years.is_empty() || years.is_empty() {
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
    let denies = said.denies_concept(&claim.proposition.concept)
        || said.goes_on_with(&claim.proposition.concept, claim.study()) && said.goes_on_denying();
    if denies == claim.said.negated { 1.0 } else { -1.0 }
}
