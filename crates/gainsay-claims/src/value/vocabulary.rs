//! The words and symbols of the grammar, and what they mean.
//!
//! The tables are data: a word is added by one line in `vocabulary/en.rs` or
//! `vocabulary/fr.rs`. They are cut by the tokenizer of the texts, so a line is
//! written as the words are.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use super::currency::Currency;
use super::reading::{Hedge, Kind};
use super::token::{Token, tokens};
use crate::lang::Lang;

mod en;
mod fr;
mod symbols;

/// What a phrase contributes to a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A hedge before the figure.
    Hedge(Hedge),
    /// A hedge after the figure: "or more".
    Trailing(Hedge),
    /// A figure in itself: "most", "nobody".
    Quantifier(Kind),
    /// "the", "only": says nothing about the value.
    Filler,
    /// "a": one before a part or a scale, else nothing.
    IndefiniteArticle,
    /// A number word.
    Cardinal(u32),
    /// "hundred", behind how many of them; "cent" may stand alone.
    Hundred,
    /// "good" in "a good third", "petite" in "une petite moitié".
    Slant(Hedge),
    /// "and", between the parts of a number word or the ends of a range.
    And,
    /// One of n equal parts: "quarter" is 4.
    Part(u32),
    /// A fraction written as one sign.
    Fraction(u32, u32),
    /// A place in an order, and a part if it is three or more: "third".
    Ordinal(u32),
    /// What makes the digits before it an ordinal: "th".
    OrdinalSuffix,
    /// What makes the digits behind it an ordinal: "#".
    RankMark,
    /// A power of ten: "million" is 6.
    Scale(i32),
    Percent,
    Points,
    /// "up", "en baisse de": a change follows; true if upwards.
    Direction(bool),
    /// "more", "de moins": the percent before it is a change.
    Comparative(bool),
    /// "doubled", "twice".
    Multiplied(u32),
    /// "halved".
    Divided(u32),
    /// "times", "fois", after a number.
    Times,
    /// "as many", behind "twice": says nothing about the value.
    AsMany,
    /// "×", before a number or glued to the one before.
    TimesSign,
    Currency(Currency),
    /// "in", "sur": between the parts of a fraction.
    OutOf,
    /// "to", "à": between the ends of a range.
    RangeTo,
    /// Opens a range.
    Between,
    Plus,
    /// A minus sign, or a dash between the ends of a range.
    Dash,
}

/// Returns the meaning of the longest phrase at the start of `tokens` that
/// `accept` takes, with its length in tokens.
pub(super) fn longest<T>(
    lang: Lang,
    tokens: &[Token],
    accept: impl Fn(Meaning) -> Option<T>,
) -> Option<(T, usize)> {
    let phrases = index(lang).get(tokens.first()?.text.as_str())?;
    phrases.iter().find_map(|(words, meaning)| {
        if !stands(words, tokens) {
            return None;
        }
        accept(*meaning).map(|accepted| (accepted, words.len()))
    })
}

/// Tells whether a token is a number, or begins a phrase that may be the first of a figure.
pub(super) fn may_lead(lang: Lang, token: &Token) -> bool {
    let phrases = || index(lang).get(token.text.as_str()).into_iter().flatten();
    token.is_number || phrases().any(|(_, meaning)| leads(*meaning))
}

/// Tells whether a figure may start with the first of these tokens, the next ones of a text.
pub(super) fn starts(lang: Lang, tokens: &[Token]) -> bool {
    let Some(first) = tokens.first() else { return true };
    let lead = longest(lang, tokens, |meaning| leads(meaning).then_some(meaning));
    match lead {
        _ if first.is_number => true,
        Some((Meaning::IndefiniteArticle, taken)) => {
            starts(lang, &tokens[taken..]) || longest(lang, &tokens[taken..], Some).is_some()
        }
        Some((Meaning::Filler | Meaning::Hedge(_) | Meaning::Direction(_), taken)) => {
            starts(lang, &tokens[taken..])
        }
        other => other.is_some(),
    }
}

/// Tells whether this can be the first of a figure, not only stand behind a number.
fn leads(meaning: Meaning) -> bool {
    use Meaning::{
        And, AsMany, Comparative, OrdinalSuffix, OutOf, Percent, Points, RangeTo, Scale, Slant,
        Times, Trailing,
    };
    !matches!(
        meaning,
        AsMany
            | And
            | Comparative(_)
            | OrdinalSuffix
            | OutOf
            | Percent
            | Points
            | RangeTo
            | Scale(_)
            | Slant(_)
            | Times
            | Trailing(_)
    )
}

/// Tells whether a phrase stands at the start of `tokens`.
fn stands(words: &[PhraseWord], tokens: &[Token]) -> bool {
    let spelled = words.iter().zip(tokens).all(|(word, token)| is_form_of(&word.text, &token.text));
    let mut joints = words.iter().zip(tokens.windows(2));
    words.len() <= tokens.len()
        && spelled
        && joints.all(|(word, pair)| !word.glues_next || pair[0].end == pair[1].start)
}

/// Tells whether a word is the French "de" in one of its forms.
pub(super) fn is_de(word: &str) -> bool {
    matches!(word, "de" | "d'" | "du" | "des")
}

fn is_form_of(word: &str, text: &str) -> bool {
    word == text || (word == "de" && is_de(text))
}

/// A word of a phrase.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct PhraseWord {
    text: String,
    /// Whether the next word follows without a space, as the `$` of `A$` does:
    /// "a $3 million deal" is not about Australia.
    glues_next: bool,
}

/// Phrases by their first word, the longest first.
type Index = HashMap<String, Vec<(Vec<PhraseWord>, Meaning)>>;

fn index(lang: Lang) -> &'static Index {
    static EN: LazyLock<Index> = LazyLock::new(|| build(en::WORDS));
    static FR: LazyLock<Index> = LazyLock::new(|| build(fr::WORDS));
    match lang {
        Lang::En => &EN,
        Lang::Fr => &FR,
    }
}

fn build(words: &[(&str, Meaning)]) -> Index {
    let mut index: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for (phrase, meaning) in symbols::SYMBOLS.iter().chain(words) {
        let words = cut(phrase);
        if let Some(first) = words.first() {
            index.entry(first.text.clone()).or_default().push((words, *meaning));
        }
    }
    for phrases in index.values_mut() {
        phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    index.into_iter().collect()
}

fn cut(phrase: &str) -> Vec<PhraseWord> {
    let tokens = tokens(phrase, usize::MAX);
    let starts = tokens.iter().skip(1).map(|token| Some(token.start)).chain([None]);
    tokens
        .iter()
        .zip(starts)
        .map(|(token, next)| PhraseWord {
            text: token.text.clone(),
            glues_next: next == Some(token.end),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_phrase_has_two_meanings_in_one_language() {
        for lang in [Lang::En, Lang::Fr] {
            let texts = |words: &[PhraseWord]| -> Vec<String> {
                words.iter().map(|word| word.text.clone()).collect()
            };
            let entries = index(lang).values().flatten();
            let mut phrases: Vec<Vec<String>> = entries.map(|(words, _)| texts(words)).collect();
            let all = phrases.len();
            phrases.sort_unstable();
            phrases.dedup();
            assert_eq!(phrases.len(), all, "a phrase stands twice for {lang:?}");
        }
    }

    #[test]
    fn the_longest_phrase_wins() {
        let found = |text| longest(Lang::En, &tokens(text, 9), Some);
        assert_eq!(found("up to 30 %"), Some((Meaning::Hedge(Hedge::AtMost), 2)));
        assert_eq!(found("up 30 %"), Some((Meaning::Direction(true), 1)));
        assert_eq!(found("sideways 30 %"), None);
    }
}
