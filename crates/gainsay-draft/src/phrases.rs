//! Words and phrases of a language, found whole: "cite" is not in "incite".

use std::ops::Range;

/// Where the first of some phrases stands in a text, whatever the case.
pub(crate) fn find(text: &str, phrases: &[&str]) -> Option<Range<usize>> {
    let lower = text.to_lowercase().replace('’', "'");
    // Places are those of the text itself; where lower case has other lengths, the whole
    // is meant.
    let is_same = lower.len() == text.len();
    let found = phrases.iter().flat_map(|phrase| {
        let places = lower.match_indices(phrase).map(|(at, _)| at..at + phrase.len());
        places.filter(|place| is_whole(&lower, place)).collect::<Vec<_>>()
    });
    let first = found.min_by_key(|place| (place.start, std::cmp::Reverse(place.end)))?;
    Some(if is_same { first } else { 0..text.len() })
}

/// Whether one of some phrases stands in a text.
pub(crate) fn has(text: &str, phrases: &[&str]) -> bool {
    find(text, phrases).is_some()
}

/// The word before a place of a text, in small letters; empty if there is none.
pub(crate) fn word_before(text: &str, place: usize) -> String {
    let before = text.get(..place).unwrap_or_default();
    before.split_whitespace().next_back().unwrap_or_default().to_lowercase()
}

/// Whether no letter or digit goes on at either end.
fn is_whole(text: &str, place: &Range<usize>) -> bool {
    let before = text[..place.start].chars().next_back();
    let after = text[place.end..].chars().next();
    ![before, after].into_iter().flatten().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_whole_words() {
        assert!(has("Il le cite.", &["cite"]));
        assert!(!has("ce qui incite", &["cite"]));
        assert!(!has("le mercatikien", &["mercatik"]));
        assert!(has("D’après une étude", &["d'après"]));
        assert_eq!(find("Oui, YouGov confirme.", &["confirme"]), Some(12..20));
        assert!(!has("yet to be confirmed", &["confirm"]));
    }
}
