//! Words that say of figures that they agree.

use std::{collections::BTreeMap, ops::Range, sync::LazyLock};

use gainsay_claims::{Lang, claim::Claim};

use crate::{
    check::{CheckedFigure, Outcome},
    lists::{AGREEMENT, DENIALS, List},
    phrases,
    prose::Draft,
    restate,
    said::Read,
};

/// A figure that was found, with what the draft says with it.
struct Stated<'a> {
    passage: usize,
    at: usize,
    claim: &'a Claim,
}

/// The claims of agreement in a draft: words of agreement in a sentence beside figures of
/// two studies on the same concept.
pub(crate) fn find(
    draft: &Draft,
    read: &[Read<'_>],
    figures: &[CheckedFigure],
    claims: &BTreeMap<String, Claim>,
) -> Vec<Claim> {
    let stated = stated(figures, claims);
    let mut found: Vec<Claim> = Vec::new();
    for (index, one) in read.iter().enumerate() {
        let text = one.passage.prose.text();
        for sentence in &one.sentences {
            // Few sentences have figures to compare; the words are looked for in those only.
            let candidates = candidates(&stated, index, sentence);
            if candidates.iter().all(|second| pair(&stated, index, *second).is_none()) {
                continue;
            }
            let words = text.get(sentence.clone()).unwrap_or_default();
            let Some(said) = agreement(words, one.passage.lang) else { continue };
            let said = sentence.start + said.start..sentence.start + said.end;
            let nearest = nearest(&stated, index, candidates, &said);
            let Some([first, second]) = nearest else { continue };
            let place = one.passage.prose.place(said);
            let between = vec![first.id.clone(), second.id.clone()];
            found.push(restate::agreement(draft, place, between, second));
        }
    }
    found
}

fn stated<'a>(figures: &[CheckedFigure], claims: &'a BTreeMap<String, Claim>) -> Vec<Stated<'a>> {
    let found = figures.iter().filter(|one| matches!(one.outcome, Outcome::Found(_)));
    let stated = found.filter_map(|one| {
        let claim = claims.get(one.claim.as_ref()?)?;
        Some(Stated { passage: one.passage, at: one.figure.span.start, claim })
    });
    stated.collect()
}

/// The figures of which a sentence may say that one agrees with another: those in it, else the
/// ones told last before it and in the sentence after. They are places in `stated`.
fn candidates(stated: &[Stated<'_>], passage: usize, sentence: &Range<usize>) -> Vec<usize> {
    let end = stated.partition_point(|one| (one.passage, one.at) < (passage, sentence.end));
    let start = stated.partition_point(|one| (one.passage, one.at) < (passage, sentence.start));
    let here = start..end;
    let next = (end < stated.len()).then_some(end);
    let last = start.checked_sub(1);
    if here.is_empty() { last.into_iter().chain(next).collect() } else { here.collect() }
}

/// The two figures that words of agreement are nearest to: "39 %, and *the same* part of clients,
/// 83 %".
fn nearest<'a>(
    stated: &[Stated<'a>],
    passage: usize,
    mut candidates: Vec<usize>,
    words: &Range<usize>,
) -> Option<[&'a Claim; 2]> {
    candidates.sort_by_key(|place| match &stated[*place] {
        one if one.passage != passage => usize::MAX,
        // What words announce stands behind them.
        one if one.at >= words.end => one.at - words.end,
        one => 2 * words.start.abs_diff(one.at),
    });
    candidates.into_iter().find_map(|second| pair(stated, passage, second))
}

/// A figure and the nearest one before it of another study on the same concept.
fn pair<'a>(stated: &[Stated<'a>], passage: usize, second: usize) -> Option<[&'a Claim; 2]> {
    let near = |one: &&Stated<'_>| passage.abs_diff(one.passage) <= 1;
    let after = stated.get(second).filter(near)?.claim;
    let before = stated[..second].iter().rev().take_while(near).take(REACH);
    let before: Vec<&Claim> = before.map(|one| one.claim).collect();
    let same = || before.iter().find(|one| are_of_same(one, after));
    let alike = || before.iter().find(|one| are_comparable(one, after));
    same().or_else(alike).map(|first| [*first, after])
}

fn are_comparable(one: &Claim, other: &Claim) -> bool {
    one.proposition.concept == other.proposition.concept && one.said.study != other.said.study
}

/// Whether they are of the same answer, so that none of another one is meant.
fn are_of_same(one: &Claim, other: &Claim) -> bool {
    one.proposition == other.proposition && are_comparable(one, other)
}

/// How many figures before one are compared with it.
const REACH: usize = 50;

/// How many words before and after words of agreement may deny them.
const DENIED_WITHIN: usize = 6;

/// Where words of agreement stand in a sentence. Who denies them says the contrary, unless
/// the words themselves do ("no different").
fn agreement(sentence: &str, lang: Lang) -> Option<Range<usize>> {
    let found =
        phrases::all(sentence, AGREEMENT.of(lang)).find(|at| !is_of_method(sentence, at, lang));
    let found = found.or_else(|| parted(sentence, lang))?;
    let before = sentence.get(..found.start).unwrap_or_default();
    let after = sentence.get(found.end..).unwrap_or_default();
    let mut near: Vec<&str> = before.split_whitespace().rev().take(DENIED_WITHIN).collect();
    near.reverse();
    let after: Vec<&str> = after.split_whitespace().take(DENIED_WITHIN).collect();
    let is_denied =
        [near, after].iter().any(|part| phrases::has(&part.join(" "), DENIALS.of(lang)));
    (!is_denied).then_some(found)
}

/// Whether how people were asked is alike, and not what was found: "a similar *question*".
fn is_of_method(sentence: &str, words: &Range<usize>, lang: Lang) -> bool {
    let is_adjective = phrases::has(&sentence[words.clone()], ADJECTIVES.of(lang));
    let beside = |word: Option<&str>| {
        let word = word.unwrap_or_default().trim_matches(|sign: char| !sign.is_alphanumeric());
        METHOD.has(lang, &word.to_lowercase())
    };
    let before = sentence.get(..words.start).unwrap_or_default();
    let behind = sentence.get(words.end..).unwrap_or_default();
    // "Une question similaire"; in English the adjective stands first.
    let is_behind = lang == Lang::Fr && beside(before.split_whitespace().next_back());
    is_adjective && (is_behind || beside(behind.split_whitespace().next()))
}

/// Words for how people were asked.
static METHOD: LazyLock<List> = LazyLock::new(|| list("method"));
/// Words of agreement that are adjectives.
static ADJECTIVES: LazyLock<List> = LazyLock::new(|| list("adjectives"));

fn list(name: &str) -> List {
    List::named(include_str!("../data/method.txt"), name)
}

/// How many words may stand within a verb: "bears *the older survey* out".
const PARTED_BY: usize = 3;

/// Where a verb of two words says so that another one's name parts: "bears Gallup out".
fn parted(sentence: &str, lang: Lang) -> Option<Range<usize>> {
    const VERBS: &[(&[&str], &str)] = &[
        (&["bear", "bears", "bore", "bearing"], "out"),
        (&["back", "backs", "backed", "backing"], "up"),
    ];
    if lang != Lang::En {
        return None;
    }
    VERBS.iter().find_map(|(verbs, end)| {
        let verb = phrases::find(sentence, verbs)?;
        let behind = sentence.get(verb.end..)?;
        let at = phrases::find(behind, &[end])?;
        let between = behind.get(..at.start)?;
        let is_near = between.split_whitespace().count() <= PARTED_BY;
        (is_near && !between.contains([',', ';', ':'])).then_some(verb.start..verb.end + at.end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agreement_is_told_in_many_ways_and_may_be_denied() {
        let said = |text, lang| agreement(text, lang).map(|at| &text[at]);
        assert_eq!(said("Both tell the same story.", Lang::En), Some("same story"));
        assert_eq!(said("It is no different from that.", Lang::En), Some("no different from"));
        let story = "They tell the same story: for Ann a third of users feel no influence.";
        assert_eq!(said(story, Lang::En), Some("same story"));
        assert_eq!(said("Ann put a similar question to them.", Lang::En), None);
        assert_eq!(said("Une question similaire a été posée.", Lang::Fr), None);
        assert_eq!(said("This matches survey data from IBM.", Lang::En), Some("matches"));
        assert_eq!(said("It drew a similar line between the two.", Lang::En), None);
        assert_eq!(said("Gallup bears IBM out, too.", Lang::En), Some("bears IBM out"));
        assert_eq!(said("The bears, it turns out, moved.", Lang::En), None);
        assert_eq!(said("It does not confirm that.", Lang::En), None);
        assert_eq!(said("It is hard to square with the other.", Lang::En), None);
        assert_eq!(said("On voit mal que l'une confirme l'autre.", Lang::Fr), None);
        assert_eq!(said("Essays are 1,500 words, give or take 10%.", Lang::En), None);
        assert_eq!(said("Elle ne dit pas autre chose.", Lang::Fr), Some("ne dit pas autre chose"));
        assert_eq!(said("Les deux ne concordent pas.", Lang::Fr), None);
    }
}
