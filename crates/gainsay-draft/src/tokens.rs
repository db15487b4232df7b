//! Words of prose, by their stems.

use std::ops::Range;

use gainsay_claims::{Lang, slug};
use rust_stemmers::{Algorithm, Stemmer};

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// Its stem, without case and accents.
    pub(crate) stem: String,
    /// Where it stands, in bytes of the text.
    pub(crate) span: Range<usize>,
    /// Whether it begins with a capital or is a number.
    pub(crate) capital: bool,
}

/// Finds the words of texts.
pub(crate) struct Tokenizer {
    lang: Lang,
    stemmer: Stemmer,
}

impl Tokenizer {
    pub(crate) fn new(lang: Lang) -> Self {
        let algorithm = match lang {
            Lang::En => Algorithm::English,
            Lang::Fr => Algorithm::French,
        };
        Self { lang, stemmer: Stemmer::create(algorithm) }
    }

    /// The words of a text that say something: no articles, prepositions, pronouns or
    /// auxiliaries.
    pub(crate) fn content(&self, text: &str) -> Vec<Token> {
        words(text).into_iter().filter_map(|span| self.token(text, span)).collect()
    }

    /// A word, if it says something.
    fn token(&self, text: &str, span: Range<usize>) -> Option<Token> {
        let word = &text[span.clone()];
        let lower = word.to_lowercase();
        if is_empty_word(word, &lower, self.lang) {
            return None;
        }
        let stem = self.stemmer.stem(&lower);
        // Most words have no letters to fold.
        let is_plain = stem.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let stem = if is_plain { stem.into_owned() } else { slug(&stem) };
        let capital = word.starts_with(|first: char| first.is_uppercase() || first.is_numeric());
        (!stem.is_empty()).then_some(Token { stem, span, capital })
    }
}

/// The words of a text: runs of letters and digits, which apostrophes and hyphens part.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices() {
        let is_part = letter.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&letter);
        match (is_part, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                found.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    found.extend(start.map(|from| from..text.len()));
    found
}

/// Words that say nothing of a subject.
fn is_empty_word(word: &str, lower: &str, lang: Lang) -> bool {
    const FRENCH: &[&str] = &[
        "a", "ai", "ait", "au", "aux", "avait", "avaient", "avoir", "c", "ce", "ces", "cet",
        "cette", "d", "dans", "de", "des", "du", "elle", "elles", "en", "est", "et", "étaient",
        "était", "été", "être", "eux", "il", "ils", "j", "je", "l", "la", "le", "les", "leur",
        "leurs", "lui", "m", "me", "n", "ne", "nous", "on", "ont", "ou", "par", "qu", "que", "qui",
        "s", "sa", "se", "ses", "soient", "soit", "son", "sont", "t", "un", "une", "vous", "y",
        "à", "aurait", "auraient", "serait", "seraient", "fait", "font",
    ];
    const ENGLISH: &[&str] = &[
        "a", "an", "and", "are", "as", "at", "be", "been", "by", "did", "do", "does", "for", "had",
        "has", "have", "he", "her", "his", "i", "in", "is", "it", "its", "me", "my", "of", "on",
        "or", "our", "she", "so", "t", "s", "that", "the", "their", "them", "they", "this",
        "those", "to", "us", "was", "we", "were", "which", "who", "with", "you", "your",
    ];
    let list = if lang == Lang::Fr { FRENCH } else { ENGLISH };
    // "US" is a country.
    list.contains(&lower) && !(lower == "us" && word == "US")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stems(lang: Lang, text: &str) -> Vec<String> {
        Tokenizer::new(lang).content(text).into_iter().map(|token| token.stem).collect()
    }

    #[test]
    fn inflected_words_meet() {
        assert_eq!(stems(Lang::Fr, "acheté"), stems(Lang::Fr, "ACHETÉS"));
        assert_eq!(stems(Lang::En, "followers"), stems(Lang::En, "follower"));
    }

    #[test]
    fn words_that_say_nothing_are_left_out_and_places_are_kept() {
        let tokens = Tokenizer::new(Lang::Fr).content("L’étude de la marque");
        let places: Vec<_> = tokens.iter().map(|token| token.span.clone()).collect();
        assert_eq!(places, [4..10, 17..23]);
        assert!(stems(Lang::En, "the us of it").is_empty());
        assert_eq!(stems(Lang::En, "the US").len(), 1);
    }
}
