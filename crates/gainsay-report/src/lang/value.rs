//! Why words are no figure, in words.

use gainsay_claims::{
    Lang,
    value::{Unit, ValueError},
};

use super::{pick, quoted};
use crate::{Speaker, clean};

impl Speaker<'_> {
    /// Why a text is not a value.
    pub fn value_error(&self, error: &ValueError) -> String {
        let said = |text: &str| quoted(self.lang, &clean(text));
        let texts = match error {
            ValueError::NotAFigure { found, .. } => {
                return said(found)
                    + pick(self.lang, [" is not a figure", " n'est pas un chiffre"]);
            }
            ValueError::TrailingText { found, .. } => {
                let texts = [" is not part of the figure", " ne fait pas partie du chiffre"];
                return said(found) + pick(self.lang, texts);
            }
            ValueError::MalformedNumber { found, .. } => {
                return said(found) + pick(self.lang, [" is not a number", " n'est pas un nombre"]);
            }
            ValueError::UnitMismatch { expected, found, .. } => {
                return self.unit_mismatch(*expected, *found);
            }
            ValueError::Empty => ["nothing to read", "rien à lire"],
            ValueError::MissingNumber { .. } => ["a number is missing", "il manque un nombre"],
            ValueError::TooManyDigits { .. } => {
                ["more digits than can be meant", "plus de chiffres qu'il n'est plausible"]
            }
            ValueError::MoreThanWhole { .. } => {
                ["a share above the whole", "une part qui dépasse le tout"]
            }
            ValueError::NoFraction { .. } => {
                ["a fraction without a value", "une fraction sans valeur"]
            }
            ValueError::MisplacedSign { .. } => [
                "a sign needs a change in points or percent",
                "un signe suppose une variation en points ou en pour cent",
            ],
            ValueError::SignedBound { .. } => [
                "a bound on a negative change reads both ways",
                "une borne sur une baisse se lit dans les deux sens",
            ],
            ValueError::MisplacedHedge { .. } => [
                "what follows cannot be hedged like this",
                "ce qui suit ne peut pas être nuancé ainsi",
            ],
            ValueError::TooManyDecimals { .. } => {
                ["more decimals than can be meant", "plus de décimales qu'il n'est plausible"]
            }
            ValueError::OutOfRange { .. } => ["out of range", "hors limites"],
            ValueError::ReversedRange { .. } => {
                ["the range runs backwards", "l'intervalle est à l'envers"]
            }
            ValueError::NoValue { .. } => {
                ["the words leave no value open", "ces mots ne laissent aucune valeur possible"]
            }
            ValueError::AmbiguousLanguage { .. } => [
                "means different values in English and French",
                "n'a pas la même valeur en anglais et en français",
            ],
        };
        pick(self.lang, texts).to_owned()
    }

    fn unit_mismatch(&self, expected: Unit, found: Unit) -> String {
        let (expected, found) = (unit(self.lang, expected), unit(self.lang, found));
        match self.lang {
            Lang::En => format!("{found} instead of {expected}"),
            Lang::Fr => format!("{found} au lieu de {expected}"),
        }
    }
}

fn unit(lang: Lang, unit: Unit) -> String {
    let [en, fr] = match unit {
        Unit::Percent => ["percent", "un pourcentage"],
        Unit::Proportion => ["a proportion", "une proportion"],
        Unit::Points => ["points", "des points"],
        Unit::PercentChange => ["a change in percent", "une variation en pour cent"],
        Unit::Factor => ["a factor", "un facteur"],
        Unit::Count => ["a count", "un nombre"],
        Unit::Money(currency) => return currency.to_string(),
        Unit::Rank => ["a rank", "un rang"],
    };
    pick(lang, [en, fr]).to_owned()
}
