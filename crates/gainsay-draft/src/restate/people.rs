//! Whom a draft says a figure of.

use std::collections::BTreeSet;

use gainsay_claims::{
    EvidenceBase,
    claim::{Claim, Step},
    period::Period,
    region::{Region, RegionSet},
    relation::Relation,
    wire::{BaseStep, People, Place},
};

use crate::{
    lexicon::Term,
    lists::{ASKED, RESPONDENTS},
    phrases,
    said::{Named, Near, Said, years_not_of_publishing},
    score::are_alike,
};

/// Lets the claim speak of the year in which the draft says that people were asked.
pub(super) fn apply_year(claim: &mut Claim, said: &Said<'_>) {
    let asked = || {
        let text = said.passage.prose.text();
        let before = &text[..said.figure.sentence.start];
        let before = before.trim_end().trim_end_matches(['.', '!', '?']);
        let last = before.rsplit(['.', '!', '?']).next().unwrap_or_default();
        [said.sentence_text(), last].map(|sentence| {
            phrases::has(sentence, ASKED.of(said.lang()))
                .then(|| years_not_of_publishing(sentence, said.lang()))
        })
    };
    let [own, last] = said.years_asked.get_or_init(asked);
    // The date of asking is told once; later figures only stand under it.
    let own = own.as_ref().filter(|_| !said.follows_in_sentence);
    // A sentence with a year or a source of its own does not stand under it.
    let is_apart = || {
        !crate::said::years_of(said.sentence_text()).is_empty()
            || said.sources.first().is_some_and(Named::is_in_sentence)
    };
    let years = own.or(last.as_ref().filter(|_| !said.follows_figure && !is_apart()));
    let Some(&year) = years.filter(|years| years.len() == 1).and_then(BTreeSet::first) else {
        return;
    };
    let period = Period::parse(&year.to_string(), said.lang()).ok();
    if let Some(period) = period {
        claim.period = Some(period);
        claim.said.period =
            Some(Place::span(said.passage.prose.place(said.figure.sentence.clone())));
    }
}

/// Lets the claim speak of the people and places that the draft names beside the figure.
pub(super) fn apply(claim: &mut Claim, said: &Said<'_>, base: &EvidenceBase) {
    let mut people = People::default();
    if let Some(regions) = places(claim, said) {
        people.regions = regions.iter().map(|region| region.code().to_owned()).collect();
        claim.population.regions = Some(regions);
    }
    if let Some(universe) = universe(claim, said, base) {
        claim.said.base = vec![BaseStep { who: universe.clone(), share: None, words: None }];
        people.universe = Some(universe.clone());
        claim.population.universe = Some(universe.clone());
        claim.base.steps = vec![Step { who: universe, share: None }];
    }
    if people != People::default() {
        claim.said.people = Some(people);
    }
}

/// How near the phrases of a figure's own clause stand.
const OF_CLAUSE: f64 = 1.0;

/// The places named beside the figure, unless one of them is the claim's own.
fn places(claim: &Claim, said: &Said<'_>) -> Option<RegionSet> {
    // "57 % in Sweden and 57 % in Norway": where a clause has a place of its own, those of
    // others say nothing of its figure.
    let has_own = beside(said).any(|near| matches!(*near.hit.term, Term::Region(_)));
    let reach = if has_own { OF_CLAUSE } else { 0.0 };
    let own_named = said.terms.iter().any(|near| match *near.hit.term {
        Term::Region(code) => near.nearness >= reach && is_own_place(code, claim),
        _ => false,
    });
    if own_named {
        return None;
    }
    let codes = listed(said).filter_map(|near| match *near.hit.term {
        Term::Region(code) => Region::parse(code).ok(),
        _ => None,
    });
    let named: RegionSet = codes.collect();
    let own = claim.population.regions.as_ref().map(RegionSet::countries);
    let is_own = own.is_some_and(|own| own.is_subset(&named.countries()));
    (!named.is_empty() && !is_own).then_some(named)
}

/// The places beside the figure, with those that go on with their list: "American, *Canadian*
/// and *British* users".
fn listed<'a>(said: &'a Said<'a>) -> impl Iterator<Item = &'a Near<'a>> {
    const JOINING: [&str; 14] =
        ["and", "et", "or", "ou", "the", "in", "le", "la", "les", "l", "en", "au", "aux", "des"];
    let text = said.passage.prose.text();
    let places = said.terms.iter().filter(|near| matches!(*near.hit.term, Term::Region(_)));
    let mut end: Option<usize> = None;
    places.filter(move |near| {
        let goes_on = end.is_some_and(|end| {
            // The same word may be found twice: "canadien" and "canadienne".
            let joint = text.get(end..near.hit.span.start).unwrap_or_default();
            let words = joint.split(|letter: char| !letter.is_alphanumeric());
            !joint.contains(['.', ';', ':', '('])
                && words.filter(|word| !word.is_empty()).all(|word| JOINING.contains(&word))
        });
        let is_listed = near.is_base || goes_on;
        end = is_listed.then_some(near.hit.span.end);
        is_listed
    })
}

fn is_own_place(code: &str, claim: &Claim) -> bool {
    let own = claim.population.regions.as_ref();
    let named = Region::parse(code).ok().map(|region| RegionSet::from_iter([region]));
    own.zip(named).is_some_and(|(own, named)| {
        let own = own.countries();
        named.countries() == own || (own.len() > 1 && own.is_subset(&named.countries()))
    })
}

/// The group named beside the figure: the claim's own if it is named, else the nearest
/// after the figure, else the nearest before.
fn universe(claim: &Claim, said: &Said<'_>, base: &EvidenceBase) -> Option<String> {
    let vocabulary = &base.vocabulary;
    let general = |name: &str| vocabulary.universes.get(name).is_some_and(|one| one.general);
    // "Consumers", "people" are words for everybody whom a study asked.
    let everybody = claim.base.steps.len() <= 1 && !is_of_some_users(claim, base);
    let mut named: Vec<(&Near, &String)> = beside(said)
        .filter_map(|near| match &*near.hit.term {
            Term::Universe(_) if is_pointed_at(near, said) => None,
            Term::Universe(universe) if general(universe) && is_narrowed(near, said) => None,
            // "Avis de *consommateurs* publiés en ligne": what the figure is about.
            Term::Universe(_) if is_of_object(near, said) => None,
            // "The network's users": of one that was named.
            Term::Universe(_) if is_of_one_network(near, said) => None,
            // "Brands they do not follow" names no followers.
            Term::Universe(_) if super::denies(near.words, said.lang()) => None,
            Term::Universe(universe)
                if general(universe)
                    && everybody
                    && !is_of_all(near, said)
                    && !are_told_apart(universe, claim, base)
                    && !are_apart(universe, claim, base) =>
            {
                None
            }
            Term::Universe(universe) if !is_alike(universe, claim, base) => None,
            Term::Universe(_) if said.is_found_of(near, &claim.proposition.concept) => None,
            Term::Universe(universe) => Some((near, universe)),
            _ => None,
        })
        .collect();
    if said.is_of_described() {
        named.retain(|(near, _)| near.is_here && near.hit.span.start >= said.figure.span.end);
    }
    if let Some((_, all)) = named.iter().find(|(near, _)| is_of_all(near, said)) {
        return Some((*all).clone());
    }
    let own = claim.base.specific(&base.vocabulary);
    if let [inner, outer @ ..] = own.as_slice()
        && !names_universe(said, inner)
        && let Some((_, whole)) = named
            .iter()
            .find(|(near, one)| outer.contains(&one.as_str()) && !is_narrowed(near, said))
    {
        return Some((*whole).clone());
    }
    // What stands behind the clause is said of another figure.
    let anywhere = said.terms.iter().filter(|near| {
        near.nearness >= OF_CLAUSE || near.nearness >= 0.6 && near.hit.span.start < said.clause.end
    });
    let says_own = anywhere
        .into_iter()
        .any(|near| matches!(&*near.hit.term, Term::Universe(one) if own.contains(&one.as_str())));
    if says_own {
        return None;
    }
    // "Twitter followers ... 79 % of followers": the short name of those before.
    let is_short = |universe: &str| {
        own.first().is_some_and(|own| {
            let relation = vocabulary.relate_universes(universe, own);
            relation == Relation::Contains && !general(universe) && names_universe(said, own)
        })
    };
    let nearest = named
        .into_iter()
        .filter(|(_, universe)| !is_short(universe))
        .min_by_key(|(near, _)| near.distance(&said.figure.span));
    let is_own = |universe: &str| own.iter().any(|own| said.set_apart.contains(&(own, universe)));
    if nearest.is_some_and(|(_, universe)| narrowness(universe, base) >= SOME && is_own(universe)) {
        return None;
    }
    nearest.map(|(_, universe)| universe.clone()).or_else(|| everybody_there(claim, said, base))
}

/// Whether a universe is named near the figure or before it.
fn names_universe(said: &Said<'_>, universe: &str) -> bool {
    let mut terms = said.terms.iter();
    terms.any(|near| matches!(&*near.hit.term, Term::Universe(one) if one == universe))
}

/// Whether a universe is of what the claim is of: people are no brands.
fn is_alike(universe: &str, claim: &Claim, base: &EvidenceBase) -> bool {
    claim.base.who().is_none_or(|who| are_alike(universe, who, &base.vocabulary))
}

/// Whether a claim is of a part of a group that is no longer everybody, as the followers of brands
/// are of those who use networks.
fn is_of_some_users(claim: &Claim, base: &EvidenceBase) -> bool {
    let Some(who) = claim.base.who() else { return false };
    let vocabulary = &base.vocabulary;
    vocabulary.universes.iter().any(|(name, universe)| {
        universe.general
            && narrowness(name, base) >= SOME
            && vocabulary.relate_universes(name, who) == Relation::Contains
    })
}

/// Whether a study asked the same of others than those of a claim, whom the draft names.
fn are_told_apart(universe: &str, claim: &Claim, base: &EvidenceBase) -> bool {
    let is_of = |claim: &Claim| {
        let relation = claim.base.who().map(|who| base.vocabulary.relate_universes(universe, who));
        matches!(relation, Some(Relation::Same | Relation::Contains))
    };
    claim.base.who().is_some()
        && !is_of(claim)
        && base.claims.values().any(|other| {
            other.study() == claim.study() && other.proposition == claim.proposition && is_of(other)
        })
}

/// Whether a draft names those who use networks, and the claim is of others, as shoppers are.
fn are_apart(universe: &str, claim: &Claim, base: &EvidenceBase) -> bool {
    let Some(who) = claim.base.who() else { return false };
    let is_general = base.vocabulary.universes.get(who).is_some_and(|one| one.general);
    narrowness(universe, base) >= SOME
        && !is_general
        && base.vocabulary.relate_universes(universe, who) == Relation::Overlaps
}

/// "13 % of Britons": of all of them, where the claim is of some.
fn everybody_there(claim: &Claim, said: &Said<'_>, base: &EvidenceBase) -> Option<String> {
    let universes = &base.vocabulary.universes;
    if said.is_narrowed {
        return None;
    }
    // "Americans like *brands*" names no other people.
    let names_people = beside(said)
        .any(|near| matches!(&*near.hit.term, Term::Universe(one) if is_alike(one, claim, base)));
    let after = said
        .passage
        .prose
        .text()
        .get(said.figure.span.end..said.clause.end.max(said.figure.span.end));
    let after: String = after.unwrap_or_default().chars().take(50).collect();
    if phrases::has(&after, RESPONDENTS.of(said.lang())) || claim.base.who().is_none() {
        return None;
    }
    let noun = beside(said).any(|near| {
        matches!(*near.hit.term, Term::Region(_))
            && near.hit.span.start >= said.figure.span.end
            && near.words.starts_with(char::is_uppercase)
            && (!is_narrowed(near, said) || says_what_is_found(near, claim, said))
            && ends_clause_or_verb(said, near)
    });
    let top = universes.iter().find(|(_, one)| one.general && one.within.is_empty());
    let some = claim.base.steps.len() > 1
        || claim.base.who().is_some_and(|who| narrowness(who, base) >= SOME);
    (noun && some && !names_people).then(|| top.map(|(name, _)| name.clone()))?
}

/// How narrow a universe is from which on it is not everybody of a place.
const SOME: usize = 2;

/// In how many others a universe lies: people in none, internet users in one.
pub(crate) fn narrowness(universe: &str, base: &EvidenceBase) -> usize {
    let vocabulary = &base.vocabulary;
    let holds = |top: &&String| vocabulary.relate_universes(top, universe) == Relation::Contains;
    vocabulary.universes.keys().filter(holds).count()
}

/// Whether no noun follows that the place only describes: "British *users*".
fn ends_clause_or_verb(said: &Said<'_>, near: &Near) -> bool {
    // A name of people ends in a plural; an adjective before a noun does not in English,
    // and has no capital in French.
    let plural = near.words.ends_with(['s', 'x']);
    let english_adjective = ["british", "swiss", "chinese", "japanese", "portuguese"];
    let text = said.passage.prose.text();
    let joined = &text[said.figure.span.end..near.hit.span.start];
    let of = joined.trim().is_empty() || phrases::has(joined, &["of", "des", "de", "d"]);
    plural && of && !english_adjective.contains(&near.words.to_lowercase().as_str())
}

/// "These people": those of whom the text spoke before.
fn is_pointed_at(near: &Near, said: &Said<'_>) -> bool {
    const WORDS: [&str; 8] = ["ces", "those", "these", "such", "them", "mêmes", "same", "cette"];
    let last = phrases::word_before(said.passage.prose.text(), near.hit.span.start);
    WORDS.contains(&last.as_str())
}

/// Whether words for people are a part of those for a thing.
fn is_of_object(near: &Near, said: &Said<'_>) -> bool {
    said.terms.iter().any(|thing| {
        let (own, thing_span) = (&near.hit.span, &thing.hit.span);
        matches!(*thing.hit.term, Term::Value(..))
            && thing.is_here
            && near.is_here
            && thing_span.start < own.start
            && own.start < thing_span.end
    })
}

/// "Utilisateurs *du réseau*": of the one of which the text spoke before.
fn is_of_one_network(near: &Near, said: &Said<'_>) -> bool {
    const WORDS: &[&str] =
        &["du réseau", "of the network", "the network's", "du site", "de la plateforme"];
    let behind = said.passage.prose.text().get(near.hit.span.end..).unwrap_or_default();
    // "Users of the network of brands" would go on.
    phrases::has(near.words, WORDS) && !phrases::begins(behind, &["social", "of", "de"])
}

/// "People *who* came in", "people *asked*": some of them, whoever they are.
fn is_narrowed(near: &Near, said: &Said<'_>) -> bool {
    const RELATIVE: [&str; 10] =
        ["who", "that", "whose", "with", "without", "qui", "dont", "ayant", "avec", "sans"];
    let behind = said.passage.prose.text().get(near.hit.span.end..).unwrap_or_default();
    let next = behind.split_whitespace().next().unwrap_or_default();
    RELATIVE.contains(&next) || phrases::begins(next, RESPONDENTS.of(said.lang()))
}

/// "13 % of Britons *who bought* something": the clause says what the claim found.
fn says_what_is_found(near: &Near, claim: &Claim, said: &Said<'_>) -> bool {
    const WITHIN: usize = 30;
    said.terms.iter().any(|found| {
        let behind = found.hit.span.start.checked_sub(near.hit.span.end);
        found.is_here
            && behind.is_some_and(|distance| distance <= WITHIN)
            && matches!(&*found.hit.term, Term::Concept(one) if *one == claim.proposition.concept)
    })
}

/// "All consumers": nobody left out.
fn is_of_all(near: &Near, said: &Said<'_>) -> bool {
    if phrases::has(near.words, &["population"]) {
        return true;
    }
    let before = said.passage.prose.text().get(..near.hit.span.start).unwrap_or_default();
    let mut words = before.split_whitespace().rev().take(2).map(str::to_lowercase);
    words.any(|word| {
        ["all", "tous", "toutes", "l'ensemble", "l’ensemble", "every"].contains(&word.as_str())
    })
}

/// What stands where the clause says of whom the figure is.
fn beside<'a>(said: &'a Said<'a>) -> impl Iterator<Item = &'a Near<'a>> {
    said.terms.iter().filter(|near| near.is_base)
}
