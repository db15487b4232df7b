//! Numbers that only name something: telephones, codes, addresses, ratings.

use std::sync::LazyLock;

use super::people;
use super::spot::Spot;
use super::words::{Form, Lexicon, lexicon};

static STREETS: Lexicon = LazyLock::new(|| {
    lexicon(
        "allee av ave avenue bd bis boulevard chemin drive impasse lane place quai rd \
         road route rue square st street ter",
    )
});

/// What a fraction written with a slash is a share of.
const PARTITIVES: &[&str] = &["of", "des", "de", "du", "d"];

pub(super) fn is_code(spot: &Spot<'_>) -> bool {
    is_cut(spot) || is_rating(spot) || is_telephone(spot) || is_padded(spot) || is_address(spot)
}

/// "12-05-2014", "16:30", "2.0", "half-hearted", "1 in ten thousand".
fn is_cut(spot: &Spot<'_>) -> bool {
    const SCALES: &[&str] = &[
        "thousand",
        "mille",
        "million",
        "millions",
        "milliard",
        "milliards",
        "hundred",
        "dozen",
        "hundreds",
        "thousands",
    ];
    let is_scaled = spot.is_after(1, SCALES) && (spot.is_fraction() || spot.count().is_some());
    let goes_on = spot.is_joined_with(&["/", ":", ".", "-", "–"], Form::Digits);
    is_scaled || goes_on || spot.is_joined_with(&["-", "\u{2010}", "\u{2011}"], Form::Letters)
}

/// "8/10", which is a share only of something.
fn is_rating(spot: &Spot<'_>) -> bool {
    let has_slash = spot.own().iter().any(|word| word.text == "/");
    let is_of = spot.is_after(1, PARTITIVES) || people::is_group(spot.after(1));
    let is_note = spot.is_before(1, &["note", "score", "rated", "rating", "noted"])
        || spot.is_before(2, &["note", "score", "rated", "rating"])
            && spot.is_before(1, &["de", "a", "of", "at", ":"]);
    spot.is_fraction() && (has_slash && !is_of || is_note)
}

/// Three numbers in a row that have nine digits or more.
fn is_telephone(spot: &Spot<'_>) -> bool {
    const PARTS: &[&str] = &["-", ".", "(", ")", "/", "+"];
    let is_part = |at: &usize| {
        let word = &spot.words[*at];
        word.form == Form::Digits || PARTS.contains(&word.text.as_ref())
    };
    let left = (0..spot.first).rev().take_while(is_part);
    let right = (spot.end..spot.words.len()).take_while(is_part);
    let own = spot.first..spot.end;
    let numbers: Vec<usize> = left
        .chain(own)
        .chain(right)
        .filter(|at| spot.words[*at].form == Form::Digits)
        .map(|at| spot.words[at].text.len())
        .collect();
    let is_grouped = spot.own().len() == numbers.len()
        && spot.own().iter().all(|word| word.form == Form::Digits);
    spot.count().is_some()
        && !is_grouped
        && numbers.len() >= 3
        && numbers.iter().sum::<usize>() >= 9
}

/// "007": nobody counts like this.
fn is_padded(spot: &Spot<'_>) -> bool {
    let number = spot.own().iter().find(|word| word.form == Form::Digits);
    let is_padded = number.is_some_and(|word| {
        word.text.len() > 1 && word.text.starts_with('0') && !word.text.contains(['.', ','])
    });
    spot.count().is_some() && is_padded
}

/// "12, rue de la Paix", "221 Main Street", "75011 Paris".
fn is_address(spot: &Spot<'_>) -> bool {
    let is_postal = spot.own().len() == 1
        && spot.first_word().len() == 5
        && !spot.first_word().contains(['.', ','])
        && !people::is_group(spot.after(1))
        && (spot.is_before(1, &[",", "-", "cs", "bp"]) || spot.is_first());
    let skipped = usize::from(spot.is_after(1, &[","]));
    let is_street = (1..=3).any(|count| STREETS.contains(spot.after(skipped + count)));
    spot.count().is_some() && spot.own().len() == 1 && (is_postal || is_street)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{none, some};

    #[test]
    fn names_of_things_are_no_figures() {
        none(&[
            "fr Appelez le 01 44 55 66 77.",
            "en Call +33 1 44 55 66 77 now.",
            "en Call (555) 123-4567 today.",
            "fr Nous sommes au 12, rue de la Paix.",
            "en We moved to 221 Baker Street.",
            "fr 75011 Paris",
            "fr Le support répond 24/7.",
            "en A B2B brand and a G20 summit.",
            "en Version 2.0.1 is out at 16:30.",
            "fr Le film a une note de 4 sur 5.",
            "en Rated 8/10 by critics.",
            "en A half-hearted, 5-star service.",
            "en Agent 007 is back.",
            "fr Rendez-vous sur http://exemple.fr/2014/68/300-marques",
        ]);
    }

    #[test]
    fn shares_and_counts_are() {
        some(&[
            "fr 2/3 des consommateurs suivent une marque.",
            "fr Il y a 16 000 abonnés.",
            "en 1 234 567 890 people use it.",
            "en 68% of the people on Main Street buy there.",
            "en Traffic rose 7.8-fold.",
        ]);
    }
}
