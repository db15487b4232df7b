//! Names of publishers that the base does not know, behind words that announce one.

mod tellers;

use std::ops::Range;

pub(crate) use tellers::{is_told_by_one, names_one};

use crate::{
    lexicon::{Hit, Term},
    lists::{ANNOUNCING, BY_ACCOUNT, NOBODY, POINTING_BACK},
    phrases,
    prose::Passage,
    said::within,
};

/// Names that follow words such as "according to" and are none of the hits.
pub(crate) fn find(passage: &Passage, hits: &[Hit]) -> Vec<Range<usize>> {
    let text = passage.prose.text();
    let is_known = |span: &Range<usize>| {
        meeting(hits, span).any(|hit| {
            !matches!(*hit.term, Term::Universe(_))
                && (within(&hit.span, span) || within(span, &hit.span))
        })
    };
    let starts = behind(text, ANNOUNCING.of(passage.lang));
    let mut names: Vec<Range<usize>> = starts.filter_map(|start| name_at(text, start)).collect();
    names.sort_by_key(|span| (span.start, span.end));
    names.dedup_by_key(|span| span.start);
    names.retain(|span| !is_known(span));
    names
}

/// Those by whose account something is told and who have no name: "according to the *chamber
/// of commerce*". Words that point back are none, nor are hits.
pub(crate) fn nameless(passage: &Passage, hits: &[Hit]) -> Vec<Range<usize>> {
    let text = passage.prose.text();
    let starts = behind(text, BY_ACCOUNT.of(passage.lang));
    let spans = starts.filter_map(|start| {
        let rest = text.get(start..)?;
        let ends = |sign: char| ",;:.()\n".contains(sign) || sign.is_numeric();
        let words = rest.split(ends).next()?.trim_end();
        let is_somebody = !words.is_empty()
            && words.split_whitespace().count() <= NAMELESS
            && !NOBODY.of(passage.lang).iter().any(|word| starts_with(words, word))
            && !phrases::has(words, POINTING_BACK.of(passage.lang));
        is_somebody.then(|| start..start + words.len())
    });
    let is_known = |span: &Range<usize>| {
        let mut here = meeting(hits, span);
        here.any(|hit| matches!(*hit.term, Term::Study(_)) && within(&hit.span, span))
    };
    spans.filter(|span| !is_known(span)).collect()
}

/// The hits that may meet a part of the text: they are in order, and none is longer than this.
fn meeting<'a>(hits: &'a [Hit], part: &Range<usize>) -> impl Iterator<Item = &'a Hit> {
    const LONGEST: usize = 500;
    let from = hits.partition_point(|hit| hit.span.start + LONGEST < part.start);
    let end = part.end;
    hits[from..].iter().take_while(move |hit| hit.span.start < end)
}

/// How many words those have at most who have no name.
const NAMELESS: usize = 6;

fn starts_with(words: &str, word: &str) -> bool {
    let rest = words.to_lowercase().strip_prefix(word).map(str::to_owned);
    rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// The places behind some words and the space or apostrophe after them.
fn behind<'a>(text: &'a str, leads: &'a [&'a str]) -> impl Iterator<Item = usize> + 'a {
    let leads = phrases::all(text, leads);
    leads.filter_map(|lead| {
        let is_apart = text[lead.clone()].ends_with(['\'', '’']);
        let space = usize::from(!is_apart);
        let is_followed = is_apart || text[lead.end..].starts_with(' ');
        is_followed.then_some(lead.end + space)
    })
}

/// Words that begin with capitals, from a place on.
fn name_at(text: &str, start: usize) -> Option<Range<usize>> {
    let rest = text.get(start..)?;
    let rest_trimmed = ["the ", "l'", "l’", "le ", "la ", "« ", "«\u{a0}", "\""]
        .iter()
        .find_map(|article| rest.strip_prefix(article))
        .unwrap_or(rest);
    let start = start + rest.len() - rest_trimmed.len();
    let mut end = 0;
    for word in rest_trimmed.split_inclusive(' ').take(4) {
        let bare = word.trim_end_matches([' ', ',', '.', ';', ':', ')', '»', '"']);
        if !bare.starts_with(char::is_uppercase) {
            break;
        }
        end += bare.len();
        if bare.len() + 1 != word.len() {
            break;
        }
        end += 1;
    }
    let name = rest_trimmed.get(..end)?.trim_end();
    (name.chars().count() > 1).then(|| start..start + name.len())
}
