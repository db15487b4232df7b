//! Amounts of money and places in an order: which of them a study may have found.

use std::sync::LazyLock;

use gainsay_claims::value::{Extent, Rational};

use super::Kind;
use super::spot::Spot;
use super::words::{Form, Lexicon, lexicon};

/// Nothing that a consumer pays costs as much.
const DEAREST_PRICE: i128 = 1_000_000;

/// What is found out about money.
static FOUND: Lexicon = LazyLock::new(|| {
    lexicon(
        "average averaged budget budgets ca chiffre depensent depense depenses marche market mean \
         median moyen moyenne panier revenue revenues sales spend spending spent valeur value \
         ventes worth",
    )
});

/// What a place in an order is a place of.
static RANKED: Lexicon = LazyLock::new(|| {
    lexicon(
        "activite activity attente attentes benefice benefit canal cause causes challenge channel \
         choice choix concern concerns critere criteria criterion defi destination driver drivers \
         expectation facteur factor frein freins motif motifs motivation motivations motive \
         moyen objectif objective obstacle place platform position preoccupation priorite priority \
         raison raisons rang rank reason reasons reseau source sources usage use",
    )
});

/// Returns what an amount may be: the price of a thing is a mere number.
pub(super) fn money(spot: &Spot<'_>, set: &Extent) -> Kind {
    let is_dear = set.lo() >= Rational::from_integer(DEAREST_PRICE);
    let around = spot.first.saturating_sub(5)..(spot.end + 5).min(spot.words.len());
    let is_found = spot.words[around].iter().any(|word| FOUND.contains(word.text.as_ref()));
    if is_dear || is_found { Kind::Finding } else { Kind::Number }
}

/// Returns what a place in an order is: a number, or nothing where the word only
/// enumerates ("first, we ...").
pub(super) fn rank(spot: &Spot<'_>) -> Option<Kind> {
    const RANKING: &[&str] = &[
        "rank", "ranks", "ranked", "ranking", "came", "comes", "come", "arrive", "arrivent",
        "classe", "classee", "classent", "placed", "finished", "place",
    ];
    let is_of = spot.any_after(2, |word| RANKED.contains(word));
    let is_marked = spot.own().iter().any(|word| {
        word.form == Form::Sign || matches!(word.text.as_ref(), "number" | "numero" | "no" | "n")
    });
    let is_ranked = spot.any_before(2, |word| RANKING.contains(&word))
        && !spot.is_after(1, &["to", "de", "time"]);
    (is_of || is_marked || is_ranked).then_some(Kind::Number)
}

#[cfg(test)]
mod tests {
    use super::super::Kind::{Finding, Number};
    use super::super::testing::{kind, none};

    #[test]
    fn prices_are_numbers_and_markets_findings() {
        assert_eq!(kind("en Sales of $1.1 trillion were influenced."), Finding);
        assert_eq!(kind("fr Le panier moyen atteint 54 €."), Finding);
        assert_eq!(kind("en Shoppers spent $120 each."), Finding);
        assert_eq!(kind("fr Le livre coûte 9,90 €."), Number);
        assert_eq!(kind("en Plans start from $29 a month."), Number);
    }

    #[test]
    fn only_places_in_an_order_are_ranks() {
        assert_eq!(kind("fr C'est la première motivation des abonnés."), Number);
        assert_eq!(kind("en It is the #1 reason to follow."), Number);
        assert_eq!(kind("en Price ranks third."), Number);
        none(&[
            "en First, we look at brands.",
            "fr La première fois, la deuxième étape.",
            "en A first-party cookie and third-party data.",
            "en The third quarter of 2014.",
        ]);
    }
}
