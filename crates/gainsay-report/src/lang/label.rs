//! Labels of the vocabulary, cleaned: propositions, universes, regions, sides.

use gainsay_claims::{
    Lang, Proposition,
    age::AgeRange,
    claim::Claim,
    facts::{Dimension, Side},
    lang::Localized,
    period::Period,
    proposition::{Facets, Literal},
    region::RegionSet,
    study::Population,
    vocabulary::UNKNOWN,
    wire::{Disclosed, Join},
};

use super::{colon, join, list, unit};
use crate::{Speaker, clean};

impl Speaker<'_> {
    /// A proposition by its labels: `bought something (Facebook)`.
    pub(crate) fn proposition(&self, proposition: &Proposition) -> String {
        let concept = self.concept(&proposition.concept);
        let facets = self.facets(&proposition.facets);
        let own = if facets.is_empty() { concept } else { format!("{concept} ({facets})") };
        let Some((by, others)) = &proposition.joined else {
            return own;
        };
        let word = match (by, self.lang) {
            (Join::And, Lang::En) => "and",
            (Join::And, Lang::Fr) => "et",
            (Join::Or, Lang::En) => "or",
            (Join::Or, Lang::Fr) => "ou",
        };
        let others = others.iter().map(|other| self.literal(other));
        let all: Vec<String> = std::iter::once(own).chain(others).collect();
        join(&all, word)
    }

    /// A concept by its label, or its name when the vocabulary lacks it.
    fn concept(&self, name: &str) -> String {
        let concept = self.base.vocabulary.concepts.get(name);
        self.label(name, concept.map(|concept| &concept.label))
    }

    /// Facets by the labels of their values.
    pub(crate) fn facets(&self, facets: &Facets) -> String {
        let values: Vec<String> =
            facets.iter().map(|(facet, value)| self.facet(facet, value)).collect();
        values.join(", ")
    }

    /// A universe by its label.
    pub(crate) fn universe(&self, name: &str) -> String {
        let universe = self.base.vocabulary.universes.get(name);
        self.label(name, universe.map(|universe| &universe.label))
    }

    /// A step of the scale of a concept by its label.
    pub(crate) fn step(&self, concept: &str, name: &str) -> String {
        let vocabulary = &self.base.vocabulary;
        let scale = vocabulary.concepts.get(concept).and_then(|one| one.scale.as_ref());
        let steps = scale.and_then(|scale| vocabulary.scales.get(scale)).map(|scale| &scale.steps);
        self.label(name, steps.and_then(|steps| steps.get(name)))
    }

    /// Regions by name; more than four are counted.
    pub(crate) fn regions(&self, regions: &RegionSet) -> String {
        let names: Vec<String> =
            regions.iter().map(|region| region.name(self.lang).to_owned()).collect();
        self.few(names)
    }

    /// Whom a claim is about: base, regions, ages. Unknown is said.
    pub(crate) fn people(&self, claim: &Claim) -> String {
        let base = self.base_of(claim);
        let rest = self.place_and_age(&claim.population);
        format!("{base}, {rest}")
    }

    /// Those that the share of a claim is a share of.
    pub(crate) fn base_of(&self, claim: &Claim) -> String {
        let specific = claim.base.specific(&self.base.vocabulary);
        let asked = claim.population.universe.as_deref();
        match (specific.first(), asked, self.lang) {
            (Some(_), ..) => self.universes(&specific),
            // A base that is marked but not told is not everybody who was asked.
            (None, Some(who), _) if claim.base.steps.is_empty() => self.universe(who),
            (None, _, Lang::En) => "base not disclosed".to_owned(),
            (None, _, Lang::Fr) => "base non communiquée".to_owned(),
        }
    }

    /// A base, its innermost universe first: "people who follow brands (among
    /// college students)".
    fn universes<S: AsRef<str>>(&self, names: &[S]) -> String {
        let mut labels = names.iter().map(|name| self.universe(name.as_ref()));
        let who = labels.next().unwrap_or_default();
        let outer: Vec<String> = labels.collect();
        match (outer.is_empty(), self.lang) {
            (true, _) => who,
            (false, Lang::En) => format!("{who} (among {})", outer.join(", ")),
            (false, Lang::Fr) => format!("{who} (parmi\u{a0}: {})", outer.join(", ")),
        }
    }

    /// Where people live and how old they are.
    pub(crate) fn place_and_age(&self, population: &Population) -> String {
        let mut parts = vec![match (&population.regions, self.lang) {
            (Some(regions), _) => self.regions(regions),
            (None, Lang::En) => "place not disclosed".to_owned(),
            (None, Lang::Fr) => "lieu non communiqué".to_owned(),
        }];
        match (population.pooled, self.lang) {
            (Disclosed::Yes, Lang::En) => parts.push("pooled".to_owned()),
            (Disclosed::Yes, Lang::Fr) => parts.push("regroupés".to_owned()),
            (Disclosed::No | Disclosed::Unknown, _) => {}
        }
        if let Some(age) = population.age {
            parts.push(ages(self.lang, &age));
        }
        parts.join(", ")
    }

    /// When a claim holds, or else when it was published.
    pub(crate) fn when(&self, claim: &Claim) -> String {
        let fieldwork = claim.period.map(|period| self.period(&period));
        let study = self.base.study_of(claim);
        let published = || Some(self.publication(study?.published.as_ref()?));
        match (fieldwork.or_else(published), self.lang) {
            (Some(period), _) => period,
            (None, Lang::En) => "date not disclosed".to_owned(),
            (None, Lang::Fr) => "date non communiquée".to_owned(),
        }
    }

    /// What one side of a pair says in a dimension.
    pub(crate) fn side(&self, side: &Side) -> String {
        match (side, self.lang) {
            (Side::Unknown, _) => self.not_disclosed().to_owned(),
            (Side::Facets(facets), Lang::En) if facets.is_empty() => "unspecified".to_owned(),
            (Side::Facets(facets), Lang::Fr) if facets.is_empty() => "sans précision".to_owned(),
            (Side::Facets(facets), _) => {
                let values: Vec<String> =
                    facets.iter().map(|(facet, value)| self.facet(facet, value)).collect();
                values.join(", ")
            }
            (Side::Regions(regions), _) => self.regions(regions),
            (Side::Base(names), _) => self.universes(names),
            (Side::Unit(one), lang) => unit(lang, *one).to_owned(),
            (Side::Ages(age), lang) => ages(lang, age),
            (Side::Period(period), _) => self.period(period),
            (Side::Published(period), _) => self.publication(period),
            (Side::Modes(names), lang) => modes(lang, names),
            (Side::Name(name), _) => clean(name),
        }
    }

    /// When something was published: "publié en mars 2013", "publié au 3e trimestre 2016".
    fn publication(&self, period: &Period) -> String {
        let date = self.period(period);
        let one_day = period.start() == period.end();
        let spans_several = date.contains('–');
        match self.lang {
            Lang::En => format!("published {date}"),
            Lang::Fr if one_day => format!("publié le {date}"),
            Lang::Fr if spans_several => format!("publié\u{a0}: {date}"),
            Lang::Fr if date.contains("trimestre") => format!("publié au {date}"),
            Lang::Fr => format!("publié en {date}"),
        }
    }

    /// The name of a dimension.
    pub(crate) fn dimension(&self, dimension: Dimension) -> &'static str {
        match (dimension, self.lang) {
            (Dimension::Unit, Lang::En) => "unit",
            (Dimension::Unit, Lang::Fr) => "unité",
            (Dimension::Wording, Lang::En) => "wording",
            (Dimension::Wording, Lang::Fr) => "formulation",
            (Dimension::Population, Lang::En | Lang::Fr) => "population",
            (Dimension::Base, Lang::En | Lang::Fr) => "base",
            (Dimension::Period, Lang::En) => "period",
            (Dimension::Period, Lang::Fr) => "période",
            (Dimension::Mode, Lang::En) => "mode of interview",
            (Dimension::Mode, Lang::Fr) => "mode d'enquête",
            (Dimension::Sponsor, Lang::En) => "sponsor",
            (Dimension::Sponsor, Lang::Fr) => "commanditaire",
        }
    }

    /// Said of whatever is unknown.
    pub(crate) fn not_disclosed(&self) -> &'static str {
        match self.lang {
            Lang::En => "not disclosed",
            Lang::Fr => "non communiqué",
        }
    }

    pub(crate) fn facet(&self, name: &str, value: &str) -> String {
        let facet = self.base.vocabulary.facets.get(name);
        if value == UNKNOWN {
            let label = self.label(name, facet.map(|facet| &facet.label));
            return format!("{label}{}{}", colon(self.lang), self.not_disclosed());
        }
        self.label(value, facet.and_then(|facet| facet.values.get(value)))
    }

    fn literal(&self, literal: &Literal) -> String {
        let label = self.proposition(&literal.proposition);
        match (literal.negated, self.lang) {
            (false, _) => label,
            (true, Lang::En) => format!("not: {label}"),
            (true, Lang::Fr) => format!("le contraire de\u{a0}: {label}"),
        }
    }

    fn label(&self, name: &str, label: Option<&Localized>) -> String {
        clean(label.map_or(name, |label| self.lang.pick(label)))
    }

    /// Names as a list; more than four are counted.
    pub(crate) fn few(&self, names: Vec<String>) -> String {
        const SHOWN: usize = 4;
        if names.len() <= SHOWN {
            return list(self.lang, &names);
        }
        let mut shown: Vec<String> = names[..SHOWN - 1].to_vec();
        let rest = names.len() - shown.len();
        shown.push(match self.lang {
            Lang::En => format!("{rest} others"),
            Lang::Fr => format!("{rest} autres"),
        });
        list(self.lang, &shown)
    }
}

/// Ages in words: "aged 18+", "18 ans et plus".
fn ages(lang: Lang, age: &AgeRange) -> String {
    match (lang, age.min(), age.max()) {
        (Lang::En, ..) => format!("aged {age}"),
        (Lang::Fr, Some(min), Some(max)) => format!("{min} à {max} ans"),
        (Lang::Fr, Some(min), None) => format!("{min} ans et plus"),
        (Lang::Fr, None, Some(max)) => format!("{max} ans et moins"),
        (Lang::Fr, None, None) => "tous âges".to_owned(),
    }
}

/// Modes of interview; other words stay as the source writes them.
pub(crate) fn modes(lang: Lang, names: &[String]) -> String {
    let word = |name: &String| match (name.as_str(), lang) {
        ("online", Lang::Fr) => "en ligne".to_owned(),
        ("telephone", Lang::Fr) => "par téléphone".to_owned(),
        ("automated telephone", Lang::Fr) => "par automate téléphonique".to_owned(),
        ("text message", Lang::Fr) => "par SMS".to_owned(),
        ("mail", Lang::Fr) => "par courrier".to_owned(),
        ("face-to-face", Lang::Fr) => "en face à face".to_owned(),
        (other, _) => clean(other),
    };
    names.iter().map(word).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn only_modes_are_translated() {
        let base = fixture::base();
        let said = |lang, side: &Side| Speaker::new(&base, lang).side(side);
        let modes = Side::Modes(["mail", "kiosk"].map(str::to_owned).to_vec());
        assert_eq!(said(Lang::Fr, &modes), "par courrier, kiosk");
        assert_eq!(said(Lang::En, &modes), "mail, kiosk");
        assert_eq!(said(Lang::Fr, &Side::Name("mail".to_owned())), "mail");
    }
}
