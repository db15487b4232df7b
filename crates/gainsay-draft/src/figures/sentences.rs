//! Where sentences end.

use std::sync::LazyLock;

use std::ops::Range;

use super::words::{Form, Lexicon, Word, is_glued, lexicon};

/// Words that a full stop shortens, in front of a name or a number.
static SHORTENED: Lexicon = LazyLock::new(|| {
    lexicon(
        "al approx apr art aug av avr bd ca cf chap co corp dec dr e ed eds env etc ex \
         feb fevr fig g hab i inc jan janv jr juill jul jun ltd m mar mlle mm mme mr \
         mrs ms no nov oct p pp pr prof resp sect sept sr st ste tab tel vol vs",
    )
});

/// Words that begin a sentence even behind "U.S.".
const OPENERS: &[&str] =
    &["the", "in", "it", "they", "we", "this", "but", "and", "le", "la", "les"];

/// From so many words on, a sentence ends with the next sign that may end a part of it; from
/// twice as many on, anywhere. Nobody writes such sentences: they are tables and lists without
/// full stops, and to look at all of one for each of its figures would take time that grows
/// with the square of its length.
const LONGEST: usize = 400;

/// Returns the words of each sentence, as indices. Together they are all words.
pub(super) fn sentences(text: &str, words: &[Word<'_>]) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut first = 0;
    for at in 0..words.len() {
        if ends(text, words, first, at) || is_too_long(words, first, at) {
            sentences.push(first..at + 1);
            first = at + 1;
        }
    }
    if first < words.len() {
        sentences.push(first..words.len());
    }
    sentences
}

/// Tells whether a sentence goes on for too long behind this word.
fn is_too_long(words: &[Word<'_>], first: usize, at: usize) -> bool {
    let parts = matches!(words[at].text.as_ref(), "," | ";" | ":" | ")" | "]" | "»" | "”");
    let is_apart = !is_glued(words, at + 1);
    match at + 1 - first {
        0..LONGEST => false,
        len => parts && is_apart || len >= 2 * LONGEST && (is_apart || len >= 3 * LONGEST),
    }
}

/// Tells whether a sentence ends with this word.
fn ends(text: &str, words: &[Word<'_>], first: usize, at: usize) -> bool {
    let Some(next) = words.get(at + 1) else { return true };
    let gap = &text[words[at].span.end..next.span.start];
    if gap.bytes().filter(|byte| *byte == b'\n').count() > 1 {
        return true;
    }
    let Some(stop) = stop(words, first, at) else { return false };
    let is_closer_next = matches!(next.text.as_ref(), "»" | "”" | ")" | "]");
    if is_closer_next || is_stop(&next.text) || gap.is_empty() || !begins(text, words, at + 1) {
        return false;
    }
    words[stop].text != "." || stop < at || !is_shortened(words, first, stop)
}

/// Returns the stop that a word is, or that it closes: `."`, `? »`.
fn stop(words: &[Word<'_>], first: usize, at: usize) -> Option<usize> {
    if is_stop(&words[at].text) {
        return Some(at);
    }
    let before = at.checked_sub(1).filter(|before| first <= *before)?;
    let closes = match words[at].text.as_ref() {
        "»" | "”" | ")" | "]" => true,
        "\"" | "'" => is_glued(words, at),
        _ => false,
    };
    (closes && is_stop(&words[before].text)).then_some(before)
}

fn is_stop(text: &str) -> bool {
    matches!(text, "." | "!" | "?" | "…")
}

/// Tells whether a sentence may begin with this word: no small letter does.
fn begins(text: &str, words: &[Word<'_>], at: usize) -> bool {
    let is_opener = |word: &&Word<'_>| {
        matches!(word.text.as_ref(), "«" | "“" | "\"" | "(" | "[" | "'" | "‘" | "-" | "–" | "—")
    };
    let word = words[at..].iter().find(|word| !is_opener(word));
    let letter = word.and_then(|word| text[word.span.start..].chars().next());
    letter.is_none_or(|letter| !letter.is_lowercase())
}

/// Tells whether a full stop only shortens the word before it, or follows the number of
/// a list.
fn is_shortened(words: &[Word<'_>], first: usize, stop: usize) -> bool {
    let Some(before) = stop.checked_sub(1).filter(|before| first <= *before) else {
        return false;
    };
    let word = &words[before];
    if !is_glued(words, stop) || word.form == Form::Sign {
        return false;
    }
    if word.form == Form::Digits {
        return before == first && word.text.len() <= 2;
    }
    let is_letter = word.text.len() == 1 && word.form == Form::Letters;
    let next = words.get(stop + 1).map_or("", |next| next.text.as_ref());
    let is_name = is_letter && !OPENERS.contains(&next);
    is_name || SHORTENED.contains(word.text.as_ref()) && !OPENERS.contains(&next)
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    #[track_caller]
    fn check(expected: &[&str]) {
        let text = expected.join(" ");
        let words = words(&text);
        let found: Vec<&str> = sentences(&text, &words)
            .into_iter()
            .map(|range| &text[words[range.start].span.start..words[range.end - 1].span.end])
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn sentences_end_at_stops() {
        check(&["68 % le disent.", "Les autres, non."]);
        check(&["Vraiment ?!", "Oui…", "Bon !"]);
        check(&["« Nous sommes 12. »", "Les autres partent."]);
        check(&["He said \"no.\"", "Then 5 % left."]);
        check(&["It is so (12 %).", "300 people agreed."]);
        check(&["They live in the U.S.", "The others do not."]);
    }

    #[test]
    fn abbreviations_and_decimals_do_not_end_them() {
        check(&["Selon M. Dupont, p. ex., 3.5 % des gens, cf. p. 12, l'ont dit."]);
        check(&["Mr. Smith of the U.S. Census saw e.g. 12 users."]);
        check(&["1. Les marques."]);
        check(&["Il y en a (env. 300) ou plus ! dit-il."]);
    }

    #[test]
    fn what_goes_on_without_end_is_cut_between_its_parts() {
        for (part, words_of_it) in [("38 % do, ", 4), ("38 % do ", 3), ("38%;", 3)] {
            let text = part.repeat(2 * LONGEST);
            let found = words(&text);
            let sentences = sentences(&text, &found);
            let len = 2 * words_of_it * LONGEST;
            assert_eq!(sentences.len(), len.div_ceil(sentences[0].len()));
            assert!(sentences.len() > 1);
            let lens = sentences.iter().map(ExactSizeIterator::len);
            assert_eq!(lens.sum::<usize>(), found.len(), "nothing is lost");
            assert!(sentences.iter().all(|one| one.len() <= 3 * LONGEST));
        }
        let all = "38 % do, ".repeat(LONGEST / 4);
        assert_eq!(sentences(&all, &words(&all)).len(), 1);
    }

    #[test]
    fn an_empty_line_ends_them() {
        let text = "Titre\n\nTexte\nsuite";
        assert_eq!(sentences(text, &words(text)), [0..1, 1..3]);
    }
}
