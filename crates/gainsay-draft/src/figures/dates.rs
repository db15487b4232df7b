//! Days, years and times of day.

use std::sync::LazyLock;

use gainsay_claims::Lang;
use gainsay_claims::value::Quantity;

use super::people;
use super::spot::Spot;
use super::words::{Form, Lexicon, Word, lexicon};

static MONTHS: Lexicon = LazyLock::new(|| {
    lexicon(
        "aout apr april aug august avr avril dec december decembre feb february fevr \
         fevrier jan january janv janvier juill juillet juin jul july jun june mai mar \
         march mars may nov november novembre oct october octobre sep sept september \
         septembre",
    )
});

static WEEKDAYS: Lexicon = LazyLock::new(|| {
    lexicon(
        "dimanche friday jeudi lundi mardi mercredi monday samedi saturday sunday \
         thursday tuesday vendredi wednesday",
    )
});

/// What stands before a year even where people are named behind it.
static BEFORE_YEARS: Lexicon = LazyLock::new(|| {
    lexicon(
        "after annee annees apres automne autumn avant before by debut depuis during \
         early en ete fall fin hiver in late mi printemps since spring summer until \
         winter year",
    )
});

pub(super) fn is_date(spot: &Spot<'_>) -> bool {
    is_year(spot) || is_day(spot) || is_time(spot)
}

/// "2013", "2012-2013", "entre 2012 et 2014", "années 80".
fn is_year(spot: &Spot<'_>) -> bool {
    let mut numbers = spot.own().iter().filter(|word| word.form == Form::Digits).peekable();
    if spot.count().is_none() || numbers.peek().is_none() {
        return false;
    }
    if spot.is_before(1, &["annees"]) {
        return true;
    }
    let is_range_end = |word: &Word<'_>| word.text.len() == 2;
    let mut years = numbers.enumerate();
    let all_years = years.all(|(at, word)| is_year_number(word) || at > 0 && is_range_end(word));
    let ends_with_number = spot.own().last().is_some_and(|word| word.form == Form::Digits);
    let is_range = spot.own().iter().filter(|word| word.form == Form::Digits).count() > 1;
    let is_quarter = spot.is_before(2, &["q", "t", "h", "s"]) && spot.before(1).len() == 1;
    let is_dated = is_range
        || is_quarter
        || BEFORE_YEARS.contains(spot.before(1))
        || MONTHS.contains(spot.before(1));
    all_years && ends_with_number && (is_dated || !people::is_group(spot.after(1)))
}

fn is_year_number(word: &Word<'_>) -> bool {
    word.text.len() == 4 && word.text.parse().is_ok_and(|year| (1900..=2099).contains(&year))
}

/// "8-16 octobre", "May 12", "1er mai", "lundi 12".
fn is_day(spot: &Spot<'_>) -> bool {
    let is_number = spot.is_count_up_to(31) || matches!(spot.reading.quantity, Quantity::Rank(_));
    let is_dated = MONTHS.contains(&spot.unit())
        || spot.lang == Lang::En
            && (MONTHS.contains(spot.before(1)) || MONTHS.contains(&spot.label()))
        || WEEKDAYS.contains(spot.before(1));
    is_number && spot.has_digits() && is_dated
}

/// "6 pm", "9 a.m.", "18 h", "14 h 30", "10 o'clock".
fn is_time(spot: &Spot<'_>) -> bool {
    let is_spelled = spot.is_followed_by(&[&["a", "p"], &["."], &["m"]]);
    let is_time = ["am", "pm", "h", "o"].contains(&spot.unit()) || is_spelled;
    let is_minutes = spot.is_before(1, &["h"]) && spot.before(2).len() <= 2 && spot.has_digits();
    spot.is_count_up_to(24) && is_time || spot.is_count_up_to(59) && is_minutes
}

#[cfg(test)]
mod tests {
    use super::super::testing::{none, some};

    #[test]
    fn dates_are_no_figures() {
        none(&[
            "fr En 2013, les marques hésitaient.",
            "fr L'enquête date de 2012-2013.",
            "en Between 2012 and 2014 brands changed.",
            "fr Du 8 au 16 octobre 2012.",
            "fr 8-16 octobre 2012",
            "fr Les 12, 13 et 14 juin 2013.",
            "fr Le 1er mai est férié.",
            "en On May 12, 2014, it closed.",
            "en On the 12th of May it closed.",
            "en In Q3 2016 brands left.",
            "fr Le 12/05/2014 et le 2014-05-12.",
            "fr Rendez-vous à 18h30, 18 h ou 6 h.",
            "en Be there at 6 pm or 9 a.m. sharp.",
            "fr La musique des années 80.",
            "en Since 2012 consumers have known it.",
            "fr Lundi 12, tout recommence.",
            "en The 1990s were slow.",
        ]);
    }

    #[test]
    fn numbers_that_look_like_years_are() {
        some(&[
            "fr Auprès de 2000 consommateurs.",
            "en We asked 1,995 adults.",
            "fr 2 013 personnes ont répondu.",
            "en 12 brands left in the U.S. market.",
        ]);
    }
}
