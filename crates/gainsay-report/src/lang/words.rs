//! Single words and short terms.

use gainsay_claims::{
    Lang, Level,
    study::Element,
    value::{Hedge, Kind},
    wire::{Mark, Role, Unit},
};
use gainsay_judge::{Grade, stats::PairVerdict};

/// A colon and the space after it; French has a no-break space before it.
pub(crate) fn colon(lang: Lang) -> &'static str {
    match lang {
        Lang::En => ": ",
        Lang::Fr => "\u{a0}: ",
    }
}

/// How bad a diagnostic is.
pub(crate) fn level(lang: Lang, level: Level) -> &'static str {
    match (level, lang) {
        (Level::Error, Lang::En) => "error",
        (Level::Error, Lang::Fr) => "erreur",
        (Level::Warning, Lang::En) => "warning",
        (Level::Warning, Lang::Fr) => "avertissement",
        (Level::Note, Lang::En | Lang::Fr) => "note",
    }
}

/// What the figures of a pair say.
pub(crate) fn verdict(lang: Lang, verdict: PairVerdict) -> &'static str {
    match (verdict, lang) {
        (PairVerdict::Agree, Lang::En) => "they agree, as far as it matters",
        (PairVerdict::Agree, Lang::Fr) => "ils s'accordent, à ce qui compte près",
        (PairVerdict::Compatible, Lang::En) => "no gap that matters is shown",
        (PairVerdict::Compatible, Lang::Fr) => "aucun écart qui compte n'est établi",
        (PairVerdict::Inconclusive, Lang::En) => {
            "nothing can be concluded; the gap looks large, but the samples are too small to tell"
        }
        (PairVerdict::Inconclusive, Lang::Fr) => {
            "rien à conclure\u{a0}; l'écart paraît grand, mais les échantillons sont trop petits"
        }
        (PairVerdict::Conflict, Lang::En) => {
            "they differ by more than rounding and sampling explain"
        }
        (PairVerdict::Conflict, Lang::Fr) => {
            "ils diffèrent de plus que ce que les arrondis et le hasard expliquent"
        }
    }
}

/// How comparable two claims are.
pub(crate) fn grade(lang: Lang, grade: Grade) -> &'static str {
    match (grade, lang) {
        (Grade::A, Lang::En) => "A, the same in every dimension",
        (Grade::A, Lang::Fr) => "A, identiques en tout point",
        (Grade::B, Lang::En) => "B, only the method or a near period differs",
        (Grade::B, Lang::Fr) => "B, seules la méthode ou une période proche diffèrent",
        (Grade::C, Lang::En) => "C, one dimension that matters differs",
        (Grade::C, Lang::Fr) => "C, un point important diffère",
        (Grade::D, Lang::En) => "D, several dimensions differ",
        (Grade::D, Lang::Fr) => "D, plusieurs points diffèrent",
        (Grade::X, Lang::En) => "X, another unit: not comparable",
        (Grade::X, Lang::Fr) => "X, autre unité\u{a0}: non comparables",
    }
}

/// How close to the study a figure was seen.
pub(crate) fn mark(lang: Lang, mark: Mark) -> &'static str {
    match (mark, lang) {
        (Mark::Publisher, Lang::En) => "seen at the publisher's",
        (Mark::Publisher, Lang::Fr) => "vu chez l'éditeur",
        (Mark::Secondary, Lang::En) => "seen on another page",
        (Mark::Secondary, Lang::Fr) => "vu sur une autre page",
        (Mark::Computed, Lang::En) => "computed",
        (Mark::Computed, Lang::Fr) => "calculé",
        (Mark::CitedOnly, Lang::En) => "only in a citation",
        (Mark::CitedOnly, Lang::Fr) => "seulement cité",
        (Mark::Unverified, Lang::En) => "unverified",
        (Mark::Unverified, Lang::Fr) => "non vérifié",
    }
}

/// Who states a figure.
pub(crate) fn role(lang: Lang, role: Role) -> &'static str {
    match (role, lang) {
        (Role::Published, Lang::En) => "published",
        (Role::Published, Lang::Fr) => "publié",
        (Role::Cited, Lang::En) => "cited",
        (Role::Cited, Lang::Fr) => "cité",
        (Role::Opinion, Lang::En) => "opinion",
        (Role::Opinion, Lang::Fr) => "avis",
    }
}

/// What one case is.
pub(crate) fn unit(lang: Lang, unit: Unit) -> &'static str {
    match (unit, lang) {
        (Unit::Person, Lang::En) => "persons",
        (Unit::Person, Lang::Fr) => "personnes",
        (Unit::Household, Lang::En) => "households",
        (Unit::Household, Lang::Fr) => "ménages",
        (Unit::Customer, Lang::En) => "customers",
        (Unit::Customer, Lang::Fr) => "clients",
        (Unit::Brand, Lang::En) => "brands",
        (Unit::Brand, Lang::Fr) => "marques",
        (Unit::Company, Lang::En) => "companies",
        (Unit::Company, Lang::Fr) => "entreprises",
        (Unit::Post, Lang::En) => "posts",
        (Unit::Post, Lang::Fr) => "messages",
        (Unit::Visit, Lang::En) => "visits",
        (Unit::Visit, Lang::Fr) => "visites",
        (Unit::Purchase, Lang::En) => "purchases",
        (Unit::Purchase, Lang::Fr) => "achats",
        (Unit::Money, Lang::En) => "money spent",
        (Unit::Money, Lang::Fr) => "argent dépensé",
        (Unit::Unknown, Lang::En) => "not disclosed",
        (Unit::Unknown, Lang::Fr) => "non communiquée",
    }
}

/// An element of disclosure.
pub(crate) fn element(lang: Lang, element: Element) -> &'static str {
    match (element, lang) {
        (Element::Strategy, Lang::En) => "how the data came about",
        (Element::Strategy, Lang::Fr) => "origine des données",
        (Element::Sponsor, Lang::En) => "sponsor and fieldwork company",
        (Element::Sponsor, Lang::Fr) => "commanditaire et exécutant",
        (Element::Wording, Lang::En) => "wording of questions",
        (Element::Wording, Lang::Fr) => "énoncé des questions",
        (Element::Population, Lang::En) => "population",
        (Element::Population, Lang::Fr) => "population",
        (Element::Sampling, Lang::En) => "method of sampling",
        (Element::Sampling, Lang::Fr) => "méthode d'échantillonnage",
        (Element::Mode, Lang::En) => "mode of collection",
        (Element::Mode, Lang::Fr) => "mode de collecte",
        (Element::Dates, Lang::En) => "dates of collection",
        (Element::Dates, Lang::Fr) => "dates de collecte",
        (Element::Sizes, Lang::En) => "sample size",
        (Element::Sizes, Lang::Fr) => "taille de l'échantillon",
        (Element::Weighting, Lang::En) => "weighting",
        (Element::Weighting, Lang::Fr) => "redressement",
        (Element::Processing, Lang::En) => "data processing",
        (Element::Processing, Lang::Fr) => "traitement des données",
        (Element::Limitations, Lang::En) => "limitations",
        (Element::Limitations, Lang::Fr) => "limites",
    }
}

/// The word that loosens or bounds a figure.
pub(crate) fn hedge(lang: Lang, hedge: Hedge) -> &'static str {
    match (hedge, lang) {
        (Hedge::None, Lang::En) => "none",
        (Hedge::None, Lang::Fr) => "aucune",
        (Hedge::About, Lang::En) => "about",
        (Hedge::About, Lang::Fr) => "environ",
        (Hedge::Nearly, Lang::En) => "nearly",
        (Hedge::Nearly, Lang::Fr) => "près de",
        (Hedge::JustOver, Lang::En) => "just over",
        (Hedge::JustOver, Lang::Fr) => "à peine plus de",
        (Hedge::MoreThan, Lang::En) => "more than",
        (Hedge::MoreThan, Lang::Fr) => "plus de",
        (Hedge::AtLeast, Lang::En) => "at least",
        (Hedge::AtLeast, Lang::Fr) => "au moins",
        (Hedge::LessThan, Lang::En) => "less than",
        (Hedge::LessThan, Lang::Fr) => "moins de",
        (Hedge::AtMost, Lang::En) => "at most",
        (Hedge::AtMost, Lang::Fr) => "au plus",
    }
}

/// The form of a figure.
pub(crate) fn kind(lang: Lang, kind: Kind) -> &'static str {
    match (kind, lang) {
        (Kind::Exact, Lang::En) => "a number",
        (Kind::Exact, Lang::Fr) => "un nombre",
        (Kind::Fraction, Lang::En) => "a fraction in words",
        (Kind::Fraction, Lang::Fr) => "une fraction en mots",
        (Kind::Majority, Lang::En) => "a majority",
        (Kind::Majority, Lang::Fr) => "une majorité",
        (Kind::Minority, Lang::En) => "a minority",
        (Kind::Minority, Lang::Fr) => "une minorité",
        (Kind::Few, Lang::En) => "few",
        (Kind::Few, Lang::Fr) => "peu",
        (Kind::None, Lang::En) => "nobody",
        (Kind::None, Lang::Fr) => "personne",
        (Kind::All, Lang::En) => "everybody",
        (Kind::All, Lang::Fr) => "tous",
        (Kind::AlmostAll, Lang::En) => "almost all",
        (Kind::AlmostAll, Lang::Fr) => "presque tous",
        (Kind::AlmostNone, Lang::En) => "almost nobody",
        (Kind::AlmostNone, Lang::Fr) => "presque personne",
    }
}

/// The wording of a language, of an English and a French one.
pub(crate) fn pick<T>(lang: Lang, [en, fr]: [T; 2]) -> T {
    match lang {
        Lang::En => en,
        Lang::Fr => fr,
    }
}
