//! The words of a passage, folded, with their places.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use gainsay_claims::slug;

/// A word, a number or a sign.
#[derive(Clone, Debug)]
pub(super) struct Word<'p> {
    /// Lower case without accents and apostrophe; numbers and signs as written.
    pub(super) text: Cow<'p, str>,
    pub(super) span: Range<usize>,
    pub(super) form: Form,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Letters,
    /// Digits, with the points and commas between them.
    Digits,
    Sign,
}

/// Cuts a text into words. A word ends with its apostrophe: "d'un" is two.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut start = 0;
    while let Some(first) = text[start..].chars().next() {
        let rest = &text[start..];
        let (len, form) = match first {
            _ if first.is_ascii_digit() => (digits_len(rest), Form::Digits),
            _ if first.is_alphabetic() => (letters_len(rest), Form::Letters),
            _ => (first.len_utf8(), Form::Sign),
        };
        if !first.is_whitespace() {
            let span = start..start + len;
            words.push(Word { text: folded(&rest[..len], form), span, form });
        }
        start += len;
    }
    words
}

/// Tells whether no space parts a word from the one before.
pub(super) fn is_glued(words: &[Word<'_>], at: usize) -> bool {
    let pair = at.checked_sub(1).and_then(|before| words.get(before)).zip(words.get(at));
    pair.is_some_and(|(before, word)| before.span.end == word.span.start)
}

/// Folded words that mean the same to a recogniser.
pub(super) type Lexicon = LazyLock<BTreeSet<&'static str>>;

/// Makes a lexicon of words parted by spaces.
pub(super) fn lexicon(words: &'static str) -> BTreeSet<&'static str> {
    words.split_ascii_whitespace().collect()
}

fn folded(word: &str, form: Form) -> Cow<'_, str> {
    if form != Form::Letters {
        return Cow::Borrowed(word);
    }
    let word = word.trim_end_matches(['\'', '’']);
    match word.is_ascii() {
        true if word.bytes().all(|byte| byte.is_ascii_lowercase()) => Cow::Borrowed(word),
        true => Cow::Owned(word.to_ascii_lowercase()),
        false => Cow::Owned(slug(word)),
    }
}

fn digits_len(text: &str) -> usize {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut len = digits(text);
    while let Some(rest) = text[len..].strip_prefix(['.', ',']) {
        match digits(rest) {
            0 => break,
            more => len += 1 + more,
        }
    }
    len
}

fn letters_len(text: &str) -> usize {
    let is_mark = |letter: char| ('\u{300}'..='\u{36f}').contains(&letter);
    let end = text.find(|letter: char| !letter.is_alphabetic() && !is_mark(letter));
    let end = end.unwrap_or(text.len());
    let apostrophe = text[end..].chars().next().filter(|letter| matches!(letter, '\'' | '’'));
    end + apostrophe.map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_numbers_kept() {
        let found = words("L’Été, 16.000 Français: B2B 2.0.");
        let texts: Vec<&str> = found.iter().map(|word| word.text.as_ref()).collect();
        let expected = ["l", "ete", ",", "16.000", "francais", ":", "b", "2", "b", "2.0", "."];
        assert_eq!(texts, expected);
        assert_eq!(found[1].span, 4..9);
        assert!(is_glued(&found, 7) && !is_glued(&found, 4) && !is_glued(&found, 0));
    }
}
