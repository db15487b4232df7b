//! How long something takes, and how often it happens.

use std::sync::LazyLock;

use gainsay_claims::value::Quantity;

use super::spot::Spot;
use super::words::{Lexicon, lexicon};

static UNITS: Lexicon = LazyLock::new(|| {
    lexicon(
        "an annee annees ans centuries century day days decade decades decennie \
         decennies fortnight heure heures hour hours hrs jour jours min mins minute \
         minutes mois month months quarters sec second seconde secondes seconds secs \
         semaine semaines semestre semestres siecle siecles temps time trimestre \
         trimestres week weeks year years yrs",
    )
});

/// What may stand between the number and its unit.
static BETWEEN: Lexicon = LazyLock::new(|| {
    lexicon(
        "a an bonnes bons business calendar cette consecutive d de dernieres derniers \
         du each first full l la last le leur long longs longues mon my next of ouvres \
         past petites premieres premiers prochaines prochains the their this votre \
         whole working your",
    )
});

pub(super) fn is_duration(spot: &Spot<'_>) -> bool {
    is_length(spot) || is_frequency(spot)
}

/// "six mois", "4 ou 5 ans", "half an hour", "la plupart du temps".
fn is_length(spot: &Spot<'_>) -> bool {
    let between = (1..=3).take_while(|count| BETWEEN.contains(spot.after(*count))).count();
    let is_counted = spot.count().is_some() && UNITS.contains(&spot.unit());
    let is_part = (spot.count().is_some() || spot.is_share() && !spot.is_percent())
        && UNITS.contains(spot.after(between + 1));
    is_counted || is_part || is_half_year(spot, between)
}

/// "half of 2014".
fn is_half_year(spot: &Spot<'_>, between: usize) -> bool {
    let next = spot.after(between + 1);
    let is_year = next.len() == 4 && (next.starts_with("19") || next.starts_with("20"));
    spot.is_fraction() && between > 0 && is_year
}

/// "deux fois par mois", "twice a week", "neuf fois sur dix".
fn is_frequency(spot: &Spot<'_>) -> bool {
    const TIMES: &[&str] = &["fois", "times", "twice", "thrice"];
    const COMPARED: &[&str] = &[
        "the",
        "that",
        "as",
        "what",
        "superieur",
        "superieure",
        "superieurs",
        "larger",
        "bigger",
        "faster",
        "la",
        "le",
        "celui",
        "celle",
        "likelier",
    ];
    // The end of "neuf fois sur dix".
    if spot.count().is_some() && spot.is_before(1, &["sur", "of", "in"]) {
        return spot.is_before(2, TIMES) || spot.is_before(3, TIMES);
    }
    let is_factor = matches!(spot.reading.quantity, Quantity::Factor(_));
    let is_compared = spot.is_after(1, COMPARED) && !UNITS.contains(spot.after(2));
    is_factor && TIMES.contains(&spot.last_word()) && !is_compared
}

#[cfg(test)]
mod tests {
    use super::super::testing::{none, some};

    #[test]
    fn durations_are_no_figures() {
        none(&[
            "fr Il a fallu six mois.",
            "fr Depuis 4 ou 5 ans, on le dit.",
            "fr Ces 12 derniers mois ont compté.",
            "en In the last 6 months, little changed.",
            "en It takes half an hour.",
            "fr Il faut un quart d'heure.",
            "fr La moitié du temps, rien ne marche.",
            "fr La plupart du temps, rien ne marche.",
            "fr Toutes les deux semaines.",
            "fr Ils publient deux fois par mois.",
            "en They post twice a week, or 3 times per day.",
            "fr C'est vrai neuf fois sur dix.",
            "en Sales of the first half of 2014.",
            "en Most of the time it works.",
        ]);
    }

    #[test]
    fn comparisons_are() {
        some(&[
            "fr Ils achètent deux fois plus.",
            "en They are three times more likely to buy.",
            "en They spend twice as much.",
            "en It is twice the average.",
            "fr La moitié des clients attend un an.",
            "en 68% of the time, a brand answers.",
        ]);
    }
}
