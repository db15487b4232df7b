//! Marks on a scale, which are answers and not shares of those who gave them.

use std::sync::LazyLock;

use super::spot::Spot;
use super::words::{Form, Lexicon, lexicon};

/// What marks are called, and what is done with them.
static MARKS: Lexicon = LazyLock::new(|| {
    lexicon(
        "accordaient accordent accorder attribuaient attribuent attribuer donnaient donne donnent \
         donner gave give given gives giving mark marks mettaient mettent mettre notaient note \
         notent noter notes rate rated rates rating ratings score scored scores stars",
    )
});

/// The highest marks of usual scales.
const HIGHEST: &[&str] = &["5", "five", "cinq", "7", "seven", "sept", "10", "ten", "dix", "20"];

/// How far before a mark these words may stand: "a mark *of at least* 4 out of 5".
const REACH: usize = 4;

/// Tells whether it is a mark: "4 ou 5 sur 5", "a score of 8 out of 10".
pub(super) fn is_mark(spot: &Spot<'_>) -> bool {
    let is_of_scale = spot.is_fraction() && HIGHEST.contains(&spot.last_word());
    let is_choice = spot.is_before(1, &["ou", "or"])
        && spot.first.checked_sub(2).is_some_and(|at| spot.words[at].form == Form::Digits);
    is_of_scale && (is_choice || spot.any_before(REACH, |word| MARKS.contains(word)))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{shares, some};

    #[test]
    fn marks_are_no_shares() {
        for sentence in [
            "fr Il fallait y donner 4 ou 5 sur 5.",
            "fr Les connectés donnent au moins 4 sur 5 aux publications.",
            "en “Trust” means a mark of 4 or 5 out of 5.",
            "en They gave it a score of at least eight out of ten.",
        ] {
            assert_eq!(shares(sentence), 0, "{sentence}");
        }
    }

    #[test]
    fn shares_of_people_are() {
        some(&[
            "fr 4 consommateurs sur 5 suivent une marque.",
            "en Four out of five users follow.",
        ]);
    }
}
