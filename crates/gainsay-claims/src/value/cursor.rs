//! A place in the tokens of a text, and the words and numbers found there.

use super::error::ValueError;
use super::number::{self, Number, NumberError};
use super::read::first_word;
use super::token::{Token, tokens};
use super::vocabulary::{self, Meaning};
use crate::lang::Lang;

/// No figure is longer; in prose this spares reading on to the end of the text.
const LONGEST_FIGURE: usize = 24;

/// What is counted in a place or a time, not out of people: "one study in ten countries".
const PLURALS_BEHIND_ONE: &[&str] = &[
    "countries",
    "regions",
    "cities",
    "states",
    "markets",
    "languages",
    "years",
    "months",
    "weeks",
    "days",
    "hours",
    "minutes",
];

/// Words with the letter of a plural that are none.
const NO_PLURALS: &[&str] = &[
    "always", "is", "was", "has", "does", "across", "thus", "perhaps", "pas", "plus", "moins",
    "jamais", "toujours", "dans", "chez", "sans", "sous", "vers", "mais", "puis", "depuis", "des",
    "les", "ses", "alors", "jadis",
];

/// A place in the tokens of a text. It is copied to try a way and to come back.
#[derive(Debug, Clone)]
pub(super) struct Cursor<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    at: usize,
    lang: Lang,
}

impl<'t> Cursor<'t> {
    pub(super) fn new(text: &'t str, lang: Lang) -> Self {
        Self { text, tokens: tokens(text, LONGEST_FIGURE), at: 0, lang }
    }

    /// Returns the byte offset of the next token.
    pub(super) fn offset(&self) -> usize {
        self.tokens.get(self.at).map_or(self.text.len(), |token| token.start)
    }

    /// Returns the byte offset after the last token that was taken.
    pub(super) fn end(&self) -> usize {
        self.taken().map_or(0, |token| token.end)
    }

    /// Remembers a place to [`reset`](Self::reset) to.
    pub(super) fn mark(&self) -> usize {
        self.at
    }

    pub(super) fn reset(&mut self, mark: usize) {
        self.at = mark;
    }

    /// Returns the meaning of the longest phrase that follows.
    pub(super) fn meaning(&self) -> Option<Meaning> {
        self.phrase(Some).map(|(meaning, _)| meaning)
    }

    /// Takes the longest phrase that follows if it is of the accepted kind.
    pub(super) fn take<T>(&mut self, accept: impl Fn(Meaning) -> Option<T>) -> Option<T> {
        let (meaning, length) = self.phrase(Some)?;
        let accepted = accept(meaning)?;
        self.at += length;
        Some(accepted)
    }

    /// Takes the longest phrase of the accepted kind, even if a longer phrase
    /// of another kind follows: "more" in "54 % more than".
    pub(super) fn take_among<T>(&mut self, accept: impl Fn(Meaning) -> Option<T>) -> Option<T> {
        let (accepted, length) = self.phrase(accept)?;
        self.at += length;
        Some(accepted)
    }

    pub(super) fn take_only(&mut self, wanted: Meaning) -> bool {
        self.take_among(|meaning| (meaning == wanted).then_some(())).is_some()
    }

    /// Takes "de" in one of its forms.
    pub(super) fn take_de(&mut self) -> bool {
        let found = self.is_before_de();
        self.at += usize::from(found);
        found
    }

    pub(super) fn is_before_de(&self) -> bool {
        let next = self.tokens.get(self.at);
        self.lang == Lang::Fr && next.is_some_and(|token| vocabulary::is_de(&token.text))
    }

    /// Takes a word of what is counted: one that says nothing about the value.
    pub(super) fn take_noun(&mut self) -> bool {
        let says_nothing = match self.meaning() {
            None | Some(Meaning::Quantifier(_)) => true,
            Some(_) => self.is_before_de(),
        };
        let found = says_nothing && self.next().is_some_and(Token::is_word);
        self.at += usize::from(found);
        found
    }

    /// Tells whether the next word looks like a noun in the plural. Behind `one`, an
    /// English word with an `s` is rather a verb.
    pub(super) fn is_before_plural(&self, behind_one: bool) -> bool {
        let Some(word) = self.next().filter(|token| token.is_word()) else { return false };
        if self.lang == Lang::En && behind_one {
            return PLURALS_BEHIND_ONE.contains(&word.text.as_str());
        }
        word.text.ends_with(['s', 'x']) && !NO_PLURALS.contains(&word.text.as_str())
    }

    /// Tells whether no space parts the next token from the last one.
    pub(super) fn is_glued(&self) -> bool {
        self.at > 0 && self.end() == self.offset() && self.at < self.tokens.len()
    }

    /// Tells whether the last token taken was cut out of a longer word.
    pub(super) fn cuts_a_word(&self) -> bool {
        let ends = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
        let end = self.end();
        ends(self.text[..end].chars().next_back()) && ends(self.text[end..].chars().next())
    }

    /// Tells whether the last token taken is one small letter, like the "m"
    /// of metres.
    pub(super) fn took_small_letter(&self) -> bool {
        let printed = self.taken().map_or("", |token| &self.text[token.start..token.end]);
        printed.len() == 1 && printed != "k" && printed.chars().all(char::is_lowercase)
    }

    /// Takes a number in digits or words, if one follows.
    pub(super) fn number(&mut self) -> Result<Option<Number>, ValueError> {
        let Some(token) = self.tokens.get(self.at) else {
            return Ok(None);
        };
        if !token.is_number {
            return Ok(self.cardinal().map(Number::whole));
        }
        let (at, printed) = (token.start, token.text.clone());
        self.at += 1;
        match number::parse(&printed, self.lang) {
            Ok(number) => Ok(Some(number)),
            Err(NumberError::Malformed) => Err(ValueError::MalformedNumber { at, found: printed }),
            Err(NumberError::TooManyDigits) => Err(ValueError::TooManyDigits { at }),
        }
    }

    /// Returns the error for a place where no figure begins.
    pub(super) fn not_a_figure(&self) -> ValueError {
        let at = self.offset();
        match first_word(&self.text[at..]) {
            found if !found.is_empty() => ValueError::NotAFigure { at, found },
            _ if self.at == 0 => ValueError::Empty,
            _ => ValueError::MissingNumber { at },
        }
    }

    /// Returns the error for a word that a figure is glued to.
    pub(super) fn trailing(&self) -> ValueError {
        let at = self.end();
        ValueError::TrailingText { at, found: first_word(&self.text[at..]) }
    }

    /// Takes a number word below two thousand: "three hundred and five", "cent vingt".
    fn cardinal(&mut self) -> Option<u32> {
        let first = self.below_hundred();
        let hundreds = match first {
            Some(100) => 100,
            Some(count @ 1..=19) if self.take_only(Meaning::Hundred) => count * 100,
            None if self.lang == Lang::Fr && self.take_only(Meaning::Hundred) => 100,
            _ => return first,
        };
        let mark = self.at;
        if self.lang == Lang::En {
            self.take_only(Meaning::And);
        }
        match self.below_hundred() {
            // "between one hundred and two hundred" goes on to another number.
            Some(rest @ 1..=99) if self.meaning() != Some(Meaning::Hundred) => {
                Some(hundreds + rest)
            }
            _ => {
                self.at = mark;
                Some(hundreds)
            }
        }
    }

    /// Takes a number word up to a hundred: "twenty-five", "quatre-vingt-dix".
    fn below_hundred(&mut self) -> Option<u32> {
        let word = |meaning| match meaning {
            Meaning::Cardinal(value) => Some(value),
            _ => None,
        };
        let tens = self.take(word)?;
        if !(20..100).contains(&tens) || tens % 10 != 0 {
            return Some(tens);
        }
        // French counts on from sixty and from eighty up to nineteen more.
        let most = if self.lang == Lang::Fr && matches!(tens, 60 | 80) { 19 } else { 9 };
        let mark = self.at;
        if self.lang == Lang::Fr {
            self.take_only(Meaning::And);
        }
        match self.take(word) {
            Some(ones) if (1..=most).contains(&ones) => Some(tens + ones),
            _ => {
                self.at = mark;
                Some(tens)
            }
        }
    }

    fn phrase<T>(&self, accept: impl Fn(Meaning) -> Option<T>) -> Option<(T, usize)> {
        vocabulary::longest(self.lang, &self.tokens[self.at..], accept)
    }

    fn next(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn taken(&self) -> Option<&Token> {
        self.at.checked_sub(1).and_then(|last| self.tokens.get(last))
    }
}
