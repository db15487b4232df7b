//! Years in prose.

use std::{collections::BTreeSet, ops::Range};

use gainsay_claims::{Lang, study::Study};

use crate::lists::PUBLISHING;

/// The years of a sentence, else those of the passage before it.
pub(super) fn near(years: &[(usize, i16)], sentence: &Range<usize>) -> BTreeSet<i16> {
    let at = |place: usize| years.partition_point(|(start, _)| *start < place);
    let (first, end) = (at(sentence.start), at(sentence.end));
    let before = first.saturating_sub(REACH)..first;
    let near = if first < end { &years[first..end] } else { &years[before] };
    near.iter().map(|(_, year)| *year).collect()
}

/// How many years before a sentence may be those of its study.
const REACH: usize = 50;

/// The years that a study may be named by.
pub(crate) fn of_study(study: &Study) -> BTreeSet<i16> {
    let periods = [study.fieldwork, study.published].into_iter().flatten();
    let years = periods.flat_map(|period| [period.start().year(), period.end().year()]);
    years.chain(places(&study.id).into_iter().map(|(_, year)| year)).collect()
}

/// The years of a sentence but those in which something was published: "parue en avril *2014*".
pub(crate) fn not_of_publishing(text: &str, lang: Lang) -> BTreeSet<i16> {
    let is_of_publishing = |at: usize| {
        let before = text.get(..at).unwrap_or_default();
        let words: Vec<&str> = before.split_whitespace().rev().take(PUBLISHED_WITHIN).collect();
        // "Its *2013 report*".
        let behind = text.get(at..).unwrap_or_default().split_whitespace().nth(1);
        let words = words.into_iter().chain(behind);
        let mut words = words
            .map(|word| word.trim_matches(|sign: char| !sign.is_alphanumeric()).to_lowercase());
        words.any(|word| PUBLISHING.has(lang, &word))
    };
    let years = places(text).into_iter().filter(|(at, _)| !is_of_publishing(*at));
    years.map(|(_, year)| year).collect()
}

/// How many words before a year may say that it is that of publishing.
const PUBLISHED_WITHIN: usize = 3;

/// Numbers of four digits that are years of our time, with their places, in order.
pub(super) fn places(text: &str) -> Vec<(usize, i16)> {
    let is_other = |letter: char| !letter.is_ascii_digit();
    let mut end = 0;
    let numbers = text.split_inclusive(is_other).map(|part| {
        let start = end;
        end += part.len();
        (start, part.trim_end_matches(is_other))
    });
    let numbers = numbers.filter(|(_, number)| number.len() == 4);
    let years = numbers.filter_map(|(start, number)| Some((start, number.parse().ok()?)));
    years.filter(|(_, year)| (1900..2100).contains(year)).collect()
}
