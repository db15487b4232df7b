//! Words and phrases of a language, found whole: "cite" is not in "incite".

use std::ops::Range;

/// Where the first of some phrases stands in a text, whatever the case.
pub(crate) fn find(text: &str, phrases: &[&str]) -> Option<Range<usize>> {
    let lower = text.to_lowercase().replace('’', "'");
    // Places are those of the text itself; where lower case has other lengths, the whole
    // is meant.
    let is_same = lower.len() == text.len();
    let longest_at = |at: usize| {
        let rest = &lower[at..];
        let may_be = |phrase: &&&str| phrase.bytes().next() == rest.bytes().next();
        let here = phrases.iter().filter(may_be).filter(|phrase| rest.starts_with(**phrase));
        let places = here.map(|phrase| at..at + phrase.len());
        places.filter(|place| is_whole(&lower, place)).max_by_key(|place| place.end)
    };
    let first = word_starts(&lower).find_map(longest_at)?;
    Some(if is_same { first } else { 0..text.len() })
}

/// Where a letter or digit stands that no other stands before.
fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let mut is_inside = false;
    text.char_indices().filter_map(move |(at, letter)| {
        let was_inside = std::mem::replace(&mut is_inside, letter.is_alphanumeric());
        (is_inside && !was_inside).then_some(at)
    })
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
