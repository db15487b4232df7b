//! Percentages of prices, taxes and tests, which nobody found by asking.

use std::sync::LazyLock;

use gainsay_claims::value::{Hedge, Quantity, Rational};

use super::people;
use super::spot::Spot;
use super::words::{Lexicon, lexicon};

/// What is set in the code of a page.
static STYLES: Lexicon = LazyLock::new(|| lexicon("height margin opacity padding size width zoom"));

/// What such a percentage is called right before it.
static RATES: Lexicon = LazyLock::new(|| {
    lexicon(
        "commission discount interet margin promo rabais reduction remise ristourne tax taxe \
         tva vat",
    )
});

pub(super) fn is_offer(spot: &Spot<'_>) -> bool {
    spot.is_percent()
        && (is_rate(spot) || is_rebate(spot) || is_uncertainty(spot) || is_emphasis(spot))
}

/// "TVA à 20 %", "a discount of 10%", "width: 50%".
fn is_rate(spot: &Spot<'_>) -> bool {
    const OF: &[&str] = &["de", "a", "of", "at", "d", "is"];
    let is_of_what = spot.is_after(1, &["de", "des", "du", "of"]);
    let skipped = usize::from(spot.is_before(1, OF));
    let is_set = spot.is_before(1, &[":", "="]) && STYLES.contains(spot.before(2));
    is_set || RATES.contains(spot.before(skipped + 1)) && !is_of_what
}

/// "-20 % sur tout le site", "10% off", "10 % de remise".
fn is_rebate(spot: &Spot<'_>) -> bool {
    const ALL: &[&str] = &["tout", "tous", "toute", "toutes", "votre", "vos"];
    let is_minus = matches!(spot.first_word(), "-" | "–" | "−" | "\u{2011}");
    is_minus && spot.is_after(1, &["sur"]) && spot.is_after(2, ALL)
        || spot.is_after(
            1,
            &["off", "discount", "cashback", "rebate", "vat", "tva", "tax", "commission"],
        )
        || spot.is_after(1, &["de", "d"])
            && spot.is_after(2, &["remise", "reduction", "rabais", "ristourne", "promo", "interet"])
}

/// "95 % confidence", "marge d'erreur de 3 points", "±3 %".
fn is_uncertainty(spot: &Spot<'_>) -> bool {
    const MARGINS: &[&str] = &["marge", "marges", "margin", "margins"];
    let is_either = spot.is_before(1, &["minus", "moins"]) && spot.is_before(2, &["or", "ou"])
        || spot.is_before(1, &["±"])
        || spot.is_before(1, &["-", "−"]) && spot.is_before(2, &["/"]);
    let is_margin = spot.any_before(4, |word| ERROR.contains(&word))
        && spot.any_before(6, |word| MARGINS.contains(&word));
    is_either || is_margin || is_level(spot)
}

const ERROR: &[&str] = &["erreur", "error"];

/// How sure a margin of error is: "95 % confidence", "au seuil de 95 %".
pub(super) fn is_level(spot: &Spot<'_>) -> bool {
    const TRUST: &[&str] = &["confidence", "confiance"];
    const LEVELS: &[&str] = &["intervalle", "interval", "seuil", "niveau", "level"];
    const OF: &[&str] = &["de", "of"];
    // "The 95% confidence level is *3%*" has named another one.
    const PERCENT: &[&str] = &["%", "percent", "cent"];
    let is_of_error = || spot.words.iter().any(|word| ERROR.contains(&word.text.as_ref()));
    let is_named = spot.any_before(5, |word| LEVELS.contains(&word))
        && spot.any_before(3, |word| TRUST.contains(&word))
        && !spot.any_before(5, |word| PERCENT.contains(&word));
    let skipped = usize::from(spot.is_after(1, OF));
    let is_trusted = spot.is_after(skipped + 1, TRUST)
        && (spot.is_before(1, &["at", "a", "with", "avec"]) || spot.is_after(2, LEVELS));
    let is_one = spot.is_before(1, &["de", "a", "of"]) && spot.is_before(2, LEVELS)
        || spot.is_after(1, LEVELS);
    spot.is_share() && (is_named || is_trusted || is_one && is_of_error())
}

/// "100 % gratuit", "à 100 %": all of nothing.
fn is_emphasis(spot: &Spot<'_>) -> bool {
    let Quantity::Share { hard, .. } = spot.reading.quantity else { return false };
    let is_whole = hard.hi() == Rational::from_integer(1)
        && hard.lo() >= Rational::new(99, 100)
        && spot.reading.hedge == Hedge::None
        && spot.reading.decimals == 0
        && ["100", "cent", "one", "hundred", "a"].contains(&spot.first_word());
    let is_of = spot.is_after(1, &["of", "des", "de", "du", "d"]);
    let is_of_people = is_of || people::is_group(spot.after(1));
    is_whole && (spot.is_before(1, &["a"]) || !is_of_people)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{none, some};

    #[test]
    fn percentages_of_offers_are_no_figures() {
        none(&[
            "fr Un service 100 % gratuit.",
            "fr Je suis convaincu à 100 %.",
            "en I am one hundred percent sure.",
            "fr La TVA à 20 % s'applique, TVA 20 %.",
            "fr -20 % sur tout le site !",
            "fr Une remise de 10 % vous attend.",
            "en Get 15% off today.",
            "en Set width: 50% in CSS.",
            "en At 95% confidence, it holds.",
            "fr L'intervalle de confiance à 95 % est large.",
            "fr La marge d'erreur est de 3 points.",
            "en The result holds ±3 points.",
            "fr Profitez de 30 % de réduction.",
        ]);
    }

    #[test]
    fn percentages_of_people_are() {
        some(&[
            "fr 100 % des sondés le disent.",
            "en Discounts (65%) come first.",
            "fr Une réduction de 10 % des achats.",
            "fr Les promotions : 68 %.",
            "fr La première raison est la remise : 61 %.",
            "en Trends interest 92 percent.",
            "en 40% of them want a discount.",
            "fr -20 % d'abonnés en un an.",
            "fr La confiance est à 68 %.",
            "en 68% confidence in brands was found.",
            "fr Le seuil de 10 % est franchi.",
        ]);
    }
}
