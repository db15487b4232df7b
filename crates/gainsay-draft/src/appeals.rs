//! Words that appeal to studies without naming one: "des études montrent", "studies show".

use std::{ops::Range, sync::LazyLock};

use gainsay_claims::Lang;

use crate::{
    lists::{List, OWN},
    phrases,
};

/// How many words may stand between "des" and "études", or "studies" and "show".
const REACH: usize = 2;

/// How many words before one study may say that it is the source.
const BEFORE_ONE: usize = 4;
/// How many behind it may say that it says something.
const AFTER_ONE: usize = 8;

/// Words by which studies are appealed to.
static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let list = |name| List::named(include_str!("../data/appeals.txt"), name);
    Words {
        several: list("several"),
        single: list("single"),
        before_several: list("before-several"),
        before_single: list("before-single"),
        definite: list("definite"),
        after_several: list("after-several"),
        before_source: list("before-source"),
        source_says: list("source-says"),
        done_with: list("done-with"),
        counted: list("counted"),
    }
});

/// The lists of `data/appeals.txt`, which says what each is for.
struct Words {
    several: List,
    single: List,
    before_several: List,
    before_single: List,
    definite: List,
    after_several: List,
    before_source: List,
    source_says: List,
    done_with: List,
    counted: List,
}

/// Finds appeals to studies, in order.
pub(crate) fn find(text: &str, lang: Lang) -> Vec<Range<usize>> {
    let words = words(text);
    let mut found: Vec<Range<usize>> = Vec::new();
    for span in (0..words.len()).filter_map(|at| appeal(&words, at, lang)) {
        if ends_name(text, &span) {
            continue;
        }
        if found.last().is_none_or(|last| last.end <= span.start) {
            found.push(span);
        }
    }
    found
}

/// "Larkfield *Research* says": the last word of the name of somebody.
fn ends_name(text: &str, appeal: &Range<usize>) -> bool {
    const ARTICLES: &[&str] = &["the", "this", "that", "a", "another"];
    let is_capital = |at: usize| text[at..].starts_with(char::is_uppercase);
    let last = phrases::last_word(text, appeal.start);
    let word = &text[last.clone()];
    is_capital(appeal.start)
        && is_capital(last.start)
        && word.ends_with(char::is_alphanumeric)
        && !ARTICLES.contains(&word.to_lowercase().as_str())
}

/// A word in small letters, and where it stands.
type Word = (String, Range<usize>);

fn appeal(words: &[Word], at: usize, lang: Lang) -> Option<Range<usize>> {
    let (word, span) = &words[at];
    let is_several = WORDS.several.has(lang, word);
    let is_single = WORDS.single.has(lang, word);
    // Most words are neither.
    if !is_several && !is_single {
        return None;
    }
    let before = &words[at.saturating_sub(REACH)..at];
    // "The two studies" are some that were named; so is "the one survey". And "my studies" are
    // none.
    let is_one = |pair: &[Word]| pair[0].0 == "the" && pair[1].0 == "one";
    let is_named = |(one, _): &Word| WORDS.counted.has(lang, one) || OWN.has(lang, one);
    if before.iter().any(is_named) || before.windows(2).any(is_one) {
        return None;
    }
    let lead = |leads: &List| {
        let found = before.iter().find(|(one, _)| leads.has(lang, one));
        found.map(|(_, span)| span.start)
    };
    let after = || {
        let next = words[at + 1..].iter().take(REACH);
        next.into_iter()
            .find(|(one, _)| WORDS.after_several.has(lang, one))
            .map(|(_, span)| span.end)
    };
    match is_several {
        true if is_read(words, at, lang) => None,
        true => match (lead(&WORDS.before_several), after()) {
            (None, None) if is_source(words, at, lang) => {
                lead(&WORDS.definite).map(|start| start..span.end)
            }
            (None, None) => None,
            (None, Some(end)) => Some(lead(&WORDS.definite).unwrap_or(span.start)..end),
            (start, end) => Some(start.unwrap_or(span.start)..end.unwrap_or(span.end)),
        },
        false if !is_source(words, at, lang) => None,
        false => lead(&WORDS.before_single).map(|start| start..span.end),
    }
}

/// "Lire des études", "commission surveys": what people do with studies, which say nothing.
fn is_read(words: &[Word], at: usize, lang: Lang) -> bool {
    let before = &words[at.saturating_sub(REACH)..at];
    before.iter().any(|(one, _)| WORDS.done_with.has(lang, one))
}

/// Whether one study is told to say something: "according to a survey", "a survey found".
/// Who reads one, or makes one, appeals to none.
fn is_source(words: &[Word], at: usize, lang: Lang) -> bool {
    let before = &words[at.saturating_sub(BEFORE_ONE)..at];
    let after = words[at + 1..].iter().take(AFTER_ONE);
    before.iter().any(|(one, _)| WORDS.before_source.has(lang, one))
        || after.into_iter().any(|(one, _)| WORDS.source_says.has(lang, one))
}

fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut rest = 0;
    for part in text.split(|letter: char| !letter.is_alphanumeric()) {
        let start = rest;
        rest = start
            + part.len()
            + text[start + part.len()..].chars().next().map_or(0, char::len_utf8);
        if !part.is_empty() {
            words.push((part.to_lowercase(), start..start + part.len()));
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, lang: Lang) -> Vec<&str> {
        find(text, lang).into_iter().map(|span| &text[span]).collect()
    }

    #[test]
    fn appeals_are_found_in_both_languages() {
        assert_eq!(found("Oui, des études nous disent que", Lang::Fr), ["des études nous disent"]);
        assert_eq!(found("Selon une récente étude, oui", Lang::Fr), ["une récente étude"]);
        assert_eq!(found("De récentes recherches", Lang::Fr), ["récentes recherches"]);
        assert_eq!(found("Studies clearly show it", Lang::En), ["Studies clearly show"]);
        assert_eq!(found("according to a recent survey", Lang::En), ["a recent survey"]);
    }

    #[test]
    fn what_is_pointed_at_is_no_appeal() {
        assert!(found("Cette étude dit que l'enquête", Lang::Fr).is_empty());
        assert!(found("Je me suis mise à lire des enquêtes", Lang::Fr).is_empty());
        assert!(found("Larkfield Research says that", Lang::En).is_empty());
        assert!(found("My studies since have been of drains", Lang::En).is_empty());
        assert!(found("Les études coûtent cher, surtout les photocopies", Lang::Fr).is_empty());
        assert!(found("Comment lire un sondage en dix minutes", Lang::Fr).is_empty());
        assert!(found("You have to run a survey before you print", Lang::En).is_empty());
        assert!(found("You read a line from the one survey to the other", Lang::En).is_empty());
        assert!(found("The study was long. These surveys cost money", Lang::En).is_empty());
    }
}
