//! How old those are of whom a draft says a figure.

use std::ops::Range;

use gainsay_claims::{
    age::AgeRange,
    claim::Claim,
    wire::{People, Place},
};

use crate::said::Said;

/// Words that make ages of numbers: "aged 15 to 19", "les 16-24 ans".
const MARKS: &[&str] = &[
    "aged", "ages", "age", "âgés", "âgées", "ans", "old", "olds", "older", "over", "plus",
    "younger", "under", "moins",
];
/// Words before a number of years in which something happens: "within 3 to 5 years".
const DURING: &[&str] = &[
    "within", "in", "for", "next", "last", "en", "d'ici", "d’ici", "pendant", "depuis", "sous",
    "durant",
];
/// How many words tell ages at most: "aged between 15 and 19 years".
const LONGEST: usize = 6;

/// Lets the claim speak of the ages that the part of the sentence tells which belongs to the
/// figure, where its source tells ages.
pub(super) fn apply(claim: &mut Claim, said: &Said<'_>) {
    if claim.population.age.is_none() {
        return;
    }
    let start = said.clause.start;
    // "Under 40 % of followers": the figure itself is no age.
    let mut text = said.clause_text().to_owned();
    let own = said.figure.span.start.saturating_sub(start)..said.figure.span.end - start;
    text.replace_range(own.clone(), &"_".repeat(own.len()));
    let Some((ages, span)) = ages_in(&text) else { return };
    let place = said.passage.prose.place(start + span.start..start + span.end);
    claim.population.age = Some(ages);
    let people = claim.said.people.get_or_insert_with(People::default);
    people.age = Some(Place::span(place));
}

/// The first ages that a text tells, and where.
fn ages_in(text: &str) -> Option<(AgeRange, Range<usize>)> {
    let words = words(text);
    let from = |at: usize| (2..=LONGEST).rev().map(move |length| (at, at + length));
    let parts = (0..words.len()).flat_map(from);
    let mut spans = parts.filter_map(|(first, end)| {
        let part = words.get(first..end)?;
        let span = part.first()?.start..part.last()?.end;
        let is = |word: &Range<usize>, words: &[&str]| {
            words.contains(&text[word.clone()].to_lowercase().as_str())
        };
        let before = first.checked_sub(1).and_then(|at| words.get(at));
        let lasts = before.is_some_and(|word| is(word, DURING));
        let goes_on = text[span.end..].trim_start().starts_with(|sign: char| sign.is_ascii_digit());
        let is_marked = part.iter().any(|word| is(word, MARKS));
        (is_marked && !lasts && !goes_on).then_some(span)
    });
    spans.find_map(|span| Some((AgeRange::parse(&text[span.clone()]).ok()?, span)))
}

/// The words of a text: letters, or digits, without signs around them.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    for word in text.split(|sign: char| sign.is_whitespace()) {
        let bare = word.trim_matches(|sign: char| !sign.is_alphanumeric() && sign != '+');
        let start = at + word.find(bare).unwrap_or_default();
        if !bare.is_empty() {
            found.push(start..start + bare.len());
        }
        at += word.len() + text[at + word.len()..].chars().next().map_or(0, char::len_utf8);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Option<AgeRange> {
        ages_in(text).map(|(ages, _)| ages)
    }

    fn ages(min: u8, max: Option<u8>) -> Option<AgeRange> {
        AgeRange::new(Some(min), max).ok()
    }

    #[test]
    fn ages_are_read_where_words_say_so() {
        assert_eq!(told("teenagers aged 15 to 19, say"), ages(15, Some(19)));
        assert_eq!(told("Chez les 16-24 ans, rien"), ages(16, Some(24)));
        assert_eq!(told("users aged 55 and over are keen"), ages(55, None));
        assert_eq!(told("les Français de 18 ans et plus"), ages(18, None));
    }

    #[test]
    fn other_numbers_are_no_ages() {
        assert_eq!(told("12 to 14 June 2013"), None);
        assert_eq!(told("between 30 and 40 of them"), None);
        assert_eq!(told("plus de 11 000 personnes"), None);
        assert_eq!(told("moins de 11 000 personnes"), None);
        assert_eq!(told("will say so within 3 to 5 years"), None);
        assert_eq!(told("diront oui d'ici 3 à 5 ans"), None);
    }
}
