//! How many people were asked.

use std::sync::LazyLock;

use super::people;
use super::spot::Spot;
use super::words::{Lexicon, lexicon};

/// What is made of people, right before their number.
static SAMPLES: Lexicon = LazyLock::new(|| {
    lexicon(
        "base cohort echantillon enquete etude interviews menee panel poll polling questionnaire \
         realisee representatif representative sample sondage study survey",
    )
});

/// What is done to those who are asked.
static ASKING: Lexicon = LazyLock::new(|| {
    lexicon(
        "asked interroge interrogeant interviewed interviewing polled polling \
         questioned questionne sonde surveyed surveying",
    )
});

/// What those who are asked are called, behind their number.
static ASKED: Lexicon = LazyLock::new(|| {
    lexicon(
        "entretiens interrogees interroges interviewed interviewees interviews \
         panelistes participantes participants polled questioned questionnaires \
         questionnees questionnes repondantes repondants reponses respondents responses \
         sondees sondes surveyed",
    )
});

/// How many words before a number tell that a sample has so many.
const REACH: usize = 6;

/// Tells whether a number of people is that of those asked.
pub(super) fn is_size(spot: &Spot<'_>) -> bool {
    let is_number = spot.count().is_some() && (spot.has_digits() || !spot.is_count_up_to(9));
    is_number
        && !is_part_of(spot)
        && (is_named(spot) || is_asking(spot) || is_among(spot) || is_asked(spot))
}

/// "Sur cent personnes interrogées, 16", "out of a hundred": what a share is a share of.
fn is_part_of(spot: &Spot<'_>) -> bool {
    let is_round = spot.is_count_up_to(100) && spot.own().len() == 1;
    let is_hundred = matches!(spot.first_word(), "cent" | "100" | "hundred" | "dix" | "ten" | "10");
    let is_after_of = spot.is_before(1, &["sur", "every", "pour", "of", "each"]);
    is_round && is_hundred && is_after_of && !spot.any_before(REACH, |word| SAMPLES.contains(word))
}

/// "n = 300", "base : 300".
fn is_named(spot: &Spot<'_>) -> bool {
    spot.is_before(1, &["=", ":"]) && spot.is_before(2, &["n", "base"])
}

/// "a interrogé 300", "a sample of 300", "échantillon représentatif de 300".
fn is_asking(spot: &Spot<'_>) -> bool {
    let is_of = spot.is_before(1, &["of", "de", "d", "among", "with", "by"]);
    is_of && (2..=3).any(|count| SAMPLES.contains(spot.before(count)))
        || spot.any_before(2, |word| ASKING.contains(word))
}

/// "auprès de 300", "enquête menée sur 300 personnes", "survey among 300 people".
fn is_among(spot: &Spot<'_>) -> bool {
    let is_of_sample = spot.is_before(1, &["sur", "among", "on", "with", "by"])
        && spot.any_before(REACH, |word| SAMPLES.contains(word));
    let is_group = spot.any_after(3, people::is_group);
    // "A survey for a paper of 2,000 adults".
    let is_of_survey = spot.is_before(1, &["of", "de", "d"])
        && spot.any_before(REACH, |word| SAMPLES.contains(word));
    spot.any_before(2, |word| word == "aupres") || (is_of_sample || is_of_survey) && is_group
}

/// "300 Américains interrogés", "1,250 respondents".
fn is_asked(spot: &Spot<'_>) -> bool {
    spot.any_after(4, |word| ASKED.contains(word))
}

#[cfg(test)]
mod tests {
    use super::super::Kind::{Number, SampleSize};
    use super::super::testing::kind;

    #[test]
    fn sizes_say_how_many_were_asked() {
        for text in [
            "fr Selon 300 Américains interrogés.",
            "fr Une enquête auprès de 1 995 adultes.",
            "fr Kentico a interrogé plus de 300 personnes.",
            "fr Une étude menée sur 600 internautes.",
            "fr Un échantillon représentatif de 1 003 personnes.",
            "fr (n = 300)",
            "fr Base : 1 200 clients.",
            "en A survey of 3,000 consumers.",
            "en It polled nearly 6,000 people.",
            "en Of the 1,250 respondents.",
            "en Of 1,200 consumers surveyed.",
            "en n=1,056",
            "en A poll for The Paper of 2,004 British adults.",
            "en A nationally representative sample of 2,000 adults.",
        ] {
            assert_eq!(kind(text), SampleSize, "{text}");
        }
    }

    #[test]
    fn other_counts_are_numbers() {
        for text in [
            "fr La page compte 300 abonnés.",
            "en The brand has 3,000 followers.",
            "fr 250 marques sont suivies.",
            "en The survey says that 12 brands lead.",
        ] {
            assert_eq!(kind(text), Number, "{text}");
        }
    }
}
