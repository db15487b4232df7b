//! Years in prose.

use std::{collections::BTreeSet, ops::Range};

/// The years of a sentence, else those of the passage before it.
pub(super) fn near(text: &str, sentence: &Range<usize>) -> BTreeSet<i16> {
    let own = years(text.get(sentence.clone()).unwrap_or_default());
    if own.is_empty() { years(text.get(..sentence.start).unwrap_or_default()) } else { own }
}

/// Numbers of four digits that are years of our time.
pub(crate) fn years(text: &str) -> BTreeSet<i16> {
    let numbers = text.split(|letter: char| !letter.is_ascii_digit());
    let years = numbers.filter(|number| number.len() == 4).filter_map(|number| number.parse().ok());
    years.filter(|year| (1900..2100).contains(year)).collect()
}
