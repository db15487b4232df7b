//! The words in which reviewers say how studies differ. Files hold the English ones, which
//! are never translated; who answers may write either.

use gainsay_claims::{
    Lang,
    facts::{Dimension, Directness},
    slug,
};

use crate::lang::pick;

/// Why a word was not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// No name and degree with `=` between them.
    Rating,
    /// No name of a dimension.
    Dimension,
    /// No name of a degree.
    Degree,
}

/// A dimension by its name in either language.
///
/// # Errors
///
/// A word that is none.
pub fn dimension(text: &str) -> Result<Dimension, Unread> {
    let is_named =
        |one: &Dimension| is_one_of(text, [Lang::En, Lang::Fr].map(|lang| of(lang, *one)));
    Dimension::ALL.into_iter().find(is_named).ok_or(Unread::Dimension)
}

/// How directly studies compare in one dimension: `wording=low`, `formulation=faible`.
///
/// # Errors
///
/// A word that names no dimension, no degree, or neither.
pub fn rating(text: &str) -> Result<(Dimension, Directness), Unread> {
    let (name, degree) = text.split_once('=').ok_or(Unread::Rating)?;
    let is_named = |one: &Directness| {
        is_one_of(degree, [Lang::En, Lang::Fr].map(|lang| degree_of(lang, *one)))
    };
    let degree = Directness::ALL.into_iter().find(is_named).ok_or(Unread::Degree)?;
    Ok((dimension(name)?, degree))
}

/// What could have been written.
pub fn unread(lang: Lang, why: Unread) -> String {
    match (why, lang) {
        (Unread::Rating, Lang::En) => "not of the form `wording=low`".to_owned(),
        (Unread::Rating, Lang::Fr) => "pas de la forme `formulation=faible`".to_owned(),
        (Unread::Dimension, Lang::En) => format!("the dimensions are {}", dimensions(lang)),
        (Unread::Dimension, Lang::Fr) => format!("les dimensions sont {}", dimensions(lang)),
        (Unread::Degree, Lang::En) => format!("the degrees are {}", degrees(lang)),
        (Unread::Degree, Lang::Fr) => format!("les degrés sont {}", degrees(lang)),
    }
}

/// Every dimension, to be chosen from.
pub(super) fn dimensions(lang: Lang) -> String {
    Dimension::ALL.map(|one| of(lang, one)).join(", ")
}

/// A dimension in one word.
pub(super) fn of(lang: Lang, dimension: Dimension) -> &'static str {
    let french = match dimension {
        Dimension::Unit => "unité",
        Dimension::Wording => "formulation",
        Dimension::Population => "population",
        Dimension::Base => "base",
        Dimension::Period => "période",
        Dimension::Mode => "mode",
        Dimension::Sponsor => "commanditaire",
    };
    pick(lang, [dimension.name(), french])
}

fn degrees(lang: Lang) -> String {
    Directness::ALL.map(|one| degree_of(lang, one)).join(", ")
}

fn degree_of(lang: Lang, degree: Directness) -> &'static str {
    let french = match degree {
        Directness::Low => "faible",
        Directness::Moderate => "moyenne",
        Directness::High => "élevée",
        Directness::Exact => "exacte",
    };
    pick(lang, [degree.name(), french])
}

/// Whether a word is one of these, case and accents aside.
fn is_one_of(text: &str, words: [&str; 2]) -> bool {
    let text = slug(text);
    words.iter().any(|word| slug(word) == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rating_names_a_dimension_and_a_degree_in_either_language() {
        let low = (Dimension::Wording, Directness::Low);
        for text in ["wording=low", "Formulation = faible", "formulation=low"] {
            assert_eq!(rating(text), Ok(low), "{text}");
        }
        assert_eq!(rating("période=élevée"), Ok((Dimension::Period, Directness::High)));
        for text in ["wording", "tone=low", "wording=lo", "="] {
            assert!(rating(text).is_err(), "{text}");
        }
    }

    #[test]
    fn no_word_stands_for_two() {
        let read = |lang| Dimension::ALL.map(|one| dimension(of(lang, one)));
        assert_eq!(read(Lang::En), Dimension::ALL.map(Ok));
        assert_eq!(read(Lang::Fr), Dimension::ALL.map(Ok));
        for (lang, equals) in [(Lang::En, "base="), (Lang::Fr, "BASE=")] {
            for degree in Directness::ALL {
                let text = equals.to_owned() + degree_of(lang, degree);
                assert_eq!(rating(&text), Ok((Dimension::Base, degree)), "{text}");
            }
        }
    }
}
