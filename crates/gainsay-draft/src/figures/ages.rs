//! How old people are.

use gainsay_claims::value::Hedge;

use super::people;
use super::spot::Spot;

const BOUNDS: &[&str] = &["older", "over", "up", "above", "under", "younger", "plus", "moins"];

pub(super) fn is_age(spot: &Spot<'_>) -> bool {
    spot.is_count_up_to(120)
        && (is_named(spot) || is_bounded(spot) || is_group(spot) || is_signed(spot))
}

/// "aged 16-24", "âgés de 18 à 34", "the 18-34 age group".
fn is_named(spot: &Spot<'_>) -> bool {
    const AGED: &[&str] = &["aged", "age", "ages", "agee", "agees", "majeurs", "ages"];
    const AGE: &[&str] = &["age", "ages", "yo"];
    let of = usize::from(spot.is_before(1, &["de", "of", "d", "from", "entre"]));
    spot.is_before(of + 1, AGED) || spot.is_after(1, AGE) || spot.is_after(2, AGE)
}

/// "18 and older", "65 and over", "50 et plus".
fn is_bounded(spot: &Spot<'_>) -> bool {
    const AND: &[&str] = &["and", "or", "et"];
    let is_behind = spot.is_after(1, AND) && spot.is_after(2, BOUNDS);
    let own: Vec<&str> = spot.own().iter().rev().map(|word| word.text.as_ref()).take(2).collect();
    let is_within = matches!(own[..], [last, and]
        if BOUNDS.contains(&last) && (and == "and" || and == "et" || last == "over"));
    is_behind || is_within && !spot.is_count_up_to(9)
}

/// "les 18-34", "chez les 25-49".
fn is_group(spot: &Spot<'_>) -> bool {
    const PLURALS: &[&str] = &["les", "des", "aux"];
    let is_range = spot.own().len() == 3 && matches!(spot.own()[1].text.as_ref(), "-" | "–");
    is_range && spot.is_before(1, PLURALS) && !people::is_group(spot.after(1))
}

/// "18+".
fn is_signed(spot: &Spot<'_>) -> bool {
    let is_plus = spot.reading.hedge == Hedge::AtLeast && spot.last_word() == "+";
    is_plus
        && !spot.is_count_up_to(12)
        && spot.is_count_up_to(99)
        && (people::is_group(spot.before(1)) || people::is_group(spot.after(1)))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{none, some};

    #[test]
    fn ages_are_no_figures() {
        none(&[
            "fr Les 16-24 ans aiment cela.",
            "fr Chez les 25-49, rien ne change.",
            "fr Des adultes âgés de 18 à 34 ans.",
            "en Adults aged 18 to 34 do not mind.",
            "en Consumers 18 and older do.",
            "en Adults 18+ do, and so do those aged 16+.",
            "en The 18-34 age group does.",
            "en Those 65 and over do.",
            "fr Les plus de 50 ans et les moins de 25 ans.",
            "en 18-29 year-olds like it.",
        ]);
    }

    #[test]
    fn counts_of_people_are() {
        some(&[
            "en 300+ consumers answered.",
            "fr 250 marques et plus.",
            "en Between 18 and 34 percent agree.",
        ]);
    }
}
