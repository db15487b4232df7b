//! Words and phrases of a language, found whole: "cite" is not in "incite".

use std::ops::Range;

/// Where the first of some phrases stands in a text, whatever the case; the longest of
/// those that stand there. Phrases are in small letters, with straight apostrophes.
pub(crate) fn find(text: &str, phrases: &[&str]) -> Option<Range<usize>> {
    all(text, phrases).next()
}

/// Whether one of some phrases stands in a text.
pub(crate) fn has(text: &str, phrases: &[&str]) -> bool {
    find(text, phrases).is_some()
}

/// Whether a text begins with one of some phrases, but for space and signs.
pub(crate) fn begins(text: &str, phrases: &[&str]) -> bool {
    let text = text.trim_start_matches(|sign: char| !sign.is_alphanumeric());
    phrases.iter().any(|phrase| len_at(text, phrase).is_some())
}

/// Where some phrases stand in a text, in order of place; of each place the longest one.
pub(crate) fn all<'a>(
    text: &'a str,
    phrases: &'a [&'a str],
) -> impl Iterator<Item = Range<usize>> + 'a {
    let initials = Initials::of(phrases);
    word_starts(text).filter(move |(_, first)| initials.may_have(*first)).filter_map(
        move |(at, first)| {
            let rest = &text[at..];
            // Byte by byte: to compare whole letters costs more than to try the few phrases that
            // begin with the same byte and another letter.
            let byte = first.encode_utf8(&mut [0; 4]).as_bytes()[0];
            let begins = |phrase: &&&str| phrase.as_bytes().first() == Some(&byte);
            let here = phrases.iter().filter(begins).filter_map(|phrase| len_at(rest, phrase));
            here.max().map(|len| at..at + len)
        },
    )
}

/// The first letters of some phrases: most words of a text begin with none of them.
#[derive(Clone, Copy)]
struct Initials {
    /// One bit for each sign of ASCII.
    ascii: u128,
    has_others: bool,
}

impl Initials {
    fn of(phrases: &[&str]) -> Self {
        let firsts = phrases.iter().filter_map(|phrase| phrase.bytes().next());
        firsts.fold(Self { ascii: 0, has_others: false }, |known, first| match first.is_ascii() {
            true => Self { ascii: known.ascii | 1 << first, ..known },
            false => Self { has_others: true, ..known },
        })
    }

    /// Whether a phrase may begin with a letter.
    fn may_have(self, first: char) -> bool {
        match u8::try_from(first).ok().filter(u8::is_ascii) {
            Some(first) => self.ascii >> first & 1 == 1,
            None => self.has_others,
        }
    }
}

/// How many bytes of a text a phrase takes that the text begins with, as whole words.
fn len_at(text: &str, phrase: &str) -> Option<usize> {
    let mut rest = text.chars();
    for expected in phrase.chars() {
        if small(rest.next()?) != expected {
            return None;
        }
    }
    let goes_on = rest.as_str().starts_with(char::is_alphanumeric);
    let may_go_on = !phrase.ends_with(char::is_alphanumeric);
    (may_go_on || !goes_on).then(|| text.len() - rest.as_str().len())
}

/// Where a letter or digit stands that no other stands before, with it in small letters.
fn word_starts(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let mut is_inside = false;
    text.char_indices().filter_map(move |(at, letter)| {
        let was_inside = std::mem::replace(&mut is_inside, letter.is_alphanumeric());
        (is_inside && !was_inside).then(|| (at, small(letter)))
    })
}

/// A letter as phrases write it. Those that take several letters in small stay as they are:
/// no phrase of the languages has them.
fn small(letter: char) -> char {
    if letter.is_ascii() {
        return letter.to_ascii_lowercase();
    }
    let mut small = letter.to_lowercase();
    match (letter, small.next(), small.next()) {
        ('’', ..) => '\'',
        (_, Some(only), None) => only,
        _ => letter,
    }
}

/// The word before a place of a text, in small letters; empty if there is none.
pub(crate) fn word_before(text: &str, place: usize) -> String {
    text[last_word(text, place)].to_lowercase()
}

/// Where the word before a place of a text stands; of what goes on without a space for longer
/// than any word, its end.
pub(crate) fn last_word(text: &str, place: usize) -> Range<usize> {
    const LONGEST: usize = 100;
    let before = text.get(..place).unwrap_or_default().trim_end();
    let letters = before.char_indices().rev().take(LONGEST);
    let start = letters.take_while(|(_, letter)| !letter.is_whitespace()).last();
    start.map_or(before.len(), |(at, _)| at)..before.len()
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
        assert!(has("ÉTUDES", &["études"]));
        assert_eq!(find("Oui, YouGov confirme.", &["confirme"]), Some(12..20));
        assert!(!has("yet to be confirmed", &["confirm"]));
        assert!(has("to confirm, yet", &["à", "yet"]) && has("à nous", &["à", "yet"]));
    }

    #[test]
    fn places_are_those_of_the_text() {
        let text = "İl’a dit, d’après lui";
        assert_eq!(find(text, &["d'après", "d'"]).map(|at| &text[at]), Some("d’après"));
        assert_eq!(find("qu’on", &["qu'"]), Some(0..5));
    }
}
