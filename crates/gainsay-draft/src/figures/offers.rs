//! Percentages of prices, taxes and tests, which nobody found by asking.

use std::sync::LazyLock;

use gainsay_claims::value::{Hedge, Quantity, Rational};

use super::people;
use super::spot::Spot;
use super::words::{Lexicon, lexicon};

/// What such a percentage is called right before it.
static RATES: Lexicon = LazyLock::new(|| {
    lexicon(
        "commission discount height interest interet margin opacity padding promo \
         rabais reduction remise ristourne size tax taxe tva vat width zoom",
    )
});

pub(super) fn is_offer(spot: &Spot<'_>) -> bool {
    spot.is_percent()
        && (is_rate(spot) || is_rebate(spot) || is_uncertainty(spot) || is_emphasis(spot))
}

/// "TVA à 20 %", "a discount of 10%", "width: 50%".
fn is_rate(spot: &Spot<'_>) -> bool {
    const OF: &[&str] = &["de", "a", "of", "at", "d", ":", "(", "is", "="];
    let is_of_what = spot.is_after(1, &["de", "des", "du", "of"]);
    let skipped = usize::from(spot.is_before(1, OF));
    RATES.contains(spot.before(skipped + 1)) && !is_of_what
}

/// "-20 % sur tout le site", "10% off", "10 % de remise".
fn is_rebate(spot: &Spot<'_>) -> bool {
    const ALL: &[&str] = &["tout", "tous", "toute", "toutes", "votre", "vos", "le", "la", "les"];
    let is_minus = matches!(spot.first_word(), "-" | "–" | "−" | "\u{2011}");
    is_minus && spot.is_after(1, &["sur"]) && spot.is_after(2, ALL)
        || spot.is_after(1, &["off", "discount", "cashback", "rebate"])
        || spot.is_after(1, &["de", "d"])
            && spot.is_after(2, &["remise", "reduction", "rabais", "ristourne", "promo", "interet"])
}

/// "95 % confidence", "marge d'erreur de 3 points", "±3 %".
fn is_uncertainty(spot: &Spot<'_>) -> bool {
    const TRUST: &[&str] = &["confidence", "confiance"];
    const ERROR: &[&str] = &["erreur", "error"];
    let is_either = spot.is_before(1, &["minus", "moins"]) && spot.is_before(2, &["or", "ou"])
        || spot.is_before(1, &["±"])
        || spot.is_before(1, &["-", "−"]) && spot.is_before(2, &["/"]);
    is_either
        || spot.any_after(1, |word| TRUST.contains(&word))
        || spot.is_before(1, &["de", "a", "of", "at", ":", "is"]) && spot.is_before(2, TRUST)
        || spot.any_before(4, |word| ERROR.contains(&word))
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
            "en 40% of them want a discount.",
            "fr -20 % d'abonnés en un an.",
        ]);
    }
}
