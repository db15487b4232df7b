//! Words of prose, by their stems.

use std::{
    collections::{BTreeMap, HashMap},
    ops::Range,
    sync::{Arc, LazyLock},
};

use gainsay_claims::{Lang, slug};
use rust_stemmers::{Algorithm, Stemmer};

use crate::lists;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// Its stem, without case and accents.
    pub(crate) stem: Arc<str>,
    /// Where it stands, in bytes of the text.
    pub(crate) span: Range<usize>,
    /// Whether it begins with a capital or is a number.
    pub(crate) capital: bool,
    /// The word without case, accents and the endings of number and gender: what tells
    /// "followers" from "follow".
    pub(crate) form: Arc<str>,
    /// Whether it opens a relative clause: "who *follow*".
    pub(crate) is_relative: bool,
    /// Whether a sign that ends a sentence or announces stands between it and the one before.
    pub(crate) is_parted: bool,
}

/// Words of one language that were looked at, as texts repeat them.
#[derive(Default)]
pub(crate) struct KnownWords {
    places: HashMap<String, usize>,
    words: Vec<KnownWord>,
}

enum KnownWord {
    /// It says nothing of a subject.
    Empty { is_relative: bool },
    /// It has no letter that a stem keeps.
    Stemless,
    /// The fields of a [`Token`].
    Says { stem: Arc<str>, form: Arc<str>, capital: bool },
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
    pub(crate) fn content(&self, text: &str, known: &mut KnownWords) -> Vec<Token> {
        let mut is_relative = false;
        let mut tokens: Vec<Token> = Vec::new();
        for span in words(text) {
            let word = &text[span.clone()];
            match self.look_up(word, known) {
                KnownWord::Empty { is_relative: opens } => is_relative |= opens,
                KnownWord::Stemless => is_relative = false,
                KnownWord::Says { stem, form, capital } => {
                    let (stem, form) = (Arc::clone(stem), Arc::clone(form));
                    let end = tokens.last().map_or(span.start, |last| last.span.end);
                    let is_parted = parts(&text[end..span.start]);
                    let capital = *capital;
                    tokens.push(Token { stem, span, capital, form, is_relative, is_parted });
                    is_relative = false;
                }
            }
        }
        tokens
    }

    /// What a word says, looked at once.
    fn look_up<'a>(&self, word: &str, known: &'a mut KnownWords) -> &'a KnownWord {
        // An entry would own a copy of every word.
        let place = known.places.get(word).copied().unwrap_or_else(|| {
            known.places.insert(word.to_owned(), known.words.len());
            known.words.push(self.read(word));
            known.words.len() - 1
        });
        &known.words[place]
    }

    fn read(&self, word: &str) -> KnownWord {
        let lower = word.to_lowercase();
        if is_empty_word(word, &lower, self.lang) {
            return KnownWord::Empty { is_relative: RELATIVES.contains(&lower.as_str()) };
        }
        let stem = self.stem(&lower);
        if stem.is_empty() {
            return KnownWord::Stemless;
        }
        let capital = word.starts_with(|first: char| first.is_uppercase() || first.is_numeric());
        KnownWord::Says { stem: stem.into(), form: form(&lower).into(), capital }
    }

    /// The stem of a word in small letters.
    fn stem(&self, word: &str) -> String {
        let verb = VERBS.get(&(self.lang == Lang::En, word)).copied().unwrap_or(word);
        let stem = self.stemmer.stem(verb);
        // The stemmer leaves French verbs of the third person as they are: "ignorent".
        let third = stem.strip_suffix("ent").filter(|rest| self.lang == Lang::Fr && rest.len() > 2);
        plain(third.unwrap_or(&stem))
    }
}

/// A word without accents.
fn plain(word: &str) -> String {
    // Most words have no letters to fold.
    let is_plain = word.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if is_plain { word.to_owned() } else { slug(word) }
}

/// A word in small letters without accents and the endings of number and gender.
fn form(lower: &str) -> String {
    plain(lower).trim_end_matches(['s', 'x']).trim_end_matches('e').to_owned()
}

/// Irregular forms of verbs, by whether they are English, with the verb that stands for all.
static VERBS: LazyLock<BTreeMap<(bool, &str), &str>> = LazyLock::new(|| {
    let mut verbs = BTreeMap::new();
    for lang in [Lang::En, Lang::Fr] {
        for forms in lists::IRREGULAR_VERBS.of(lang) {
            let mut forms = forms.split(' ');
            let Some(verb) = forms.next() else { continue };
            verbs.extend(forms.map(|form| ((lang == Lang::En, form), verb)));
        }
    }
    verbs
});

/// Words that open a relative clause; they say nothing themselves.
const RELATIVES: &[&str] = &["who", "that", "which", "qui"];

/// Whether what stands between two words parts what they say.
fn parts(between: &str) -> bool {
    between.contains([':', ';', '!', '?']) || between.contains(". ")
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
        Tokenizer::new(lang)
            .content(text, &mut KnownWords::default())
            .into_iter()
            .map(|token| token.stem.to_string())
            .collect()
    }

    #[test]
    fn inflected_words_meet() {
        assert_eq!(stems(Lang::Fr, "acheté"), stems(Lang::Fr, "ACHETÉS"));
        assert_eq!(stems(Lang::En, "followers"), stems(Lang::En, "follower"));
        assert_eq!(stems(Lang::Fr, "ignorent"), stems(Lang::Fr, "ignorer"));
        assert_eq!(stems(Lang::Fr, "suivent"), stems(Lang::Fr, "suivi"));
        assert_eq!(stems(Lang::En, "heard"), stems(Lang::En, "hear"));
        assert_ne!(stems(Lang::En, "bought"), stems(Lang::En, "buy"));
    }

    #[test]
    fn nouns_and_relative_clauses_are_told_apart() {
        let tokens = Tokenizer::new(Lang::En)
            .content("followers, and users who have followed", &mut KnownWords::default());
        let forms: Vec<&str> = tokens.iter().map(|token| &*token.form).collect();
        assert_eq!(forms, ["follower", "user", "followed"]);
        assert_eq!(
            tokens.iter().map(|one| one.is_relative).collect::<Vec<_>>(),
            [false, false, true]
        );
    }

    #[test]
    fn words_that_say_nothing_are_left_out_and_places_are_kept() {
        let tokens =
            Tokenizer::new(Lang::Fr).content("L’étude de la marque", &mut KnownWords::default());
        let places: Vec<_> = tokens.iter().map(|token| token.span.clone()).collect();
        assert_eq!(places, [4..10, 17..23]);
        assert!(stems(Lang::En, "the us of it").is_empty());
        assert_eq!(stems(Lang::En, "the US").len(), 1);
    }
}
