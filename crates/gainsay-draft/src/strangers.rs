//! Names of publishers that the base does not know, behind words that announce one.

use std::ops::Range;

use gainsay_claims::Lang;

use crate::{
    lexicon::{Hit, Term},
    prose::Passage,
    said::within,
};

const FRENCH: &[&str] = &[
    "selon ",
    "d'après ",
    "étude de ",
    "étude d'",
    "étude réalisée par ",
    "étude menée par ",
    "enquête de ",
    "enquête réalisée par ",
    "enquête menée par ",
    "sondage ",
    "sondage de ",
    "baromètre ",
    "cabinet ",
    "institut ",
    "rapport de ",
    "étude ",
    "enquête ",
];
const ENGLISH: &[&str] = &[
    "according to ",
    "survey by ",
    "study by ",
    "research by ",
    "poll by ",
    "report by ",
    "survey from ",
    "study from ",
    "research from ",
    "report from ",
    "conducted by ",
    "commissioned by ",
    "data from ",
    "figures from ",
];

/// Names that follow words such as "according to" and are none of the hits.
pub(crate) fn find(passage: &Passage, hits: &[Hit]) -> Vec<Range<usize>> {
    let text = passage.prose.text();
    let lower = text.to_lowercase();
    // Lower case changes the length of a few letters; then places would be wrong.
    if lower.len() != text.len() {
        return Vec::new();
    }
    let leads = if passage.lang == Lang::Fr { FRENCH } else { ENGLISH };
    let starts = leads.iter().flat_map(|lead| {
        let curly = lead.replace('\'', "’");
        let ends = |lead: &str| lower.match_indices(lead).map(|(at, _)| at + lead.len()).collect();
        let mut found: Vec<usize> = ends(lead);
        if curly != *lead {
            found.extend::<Vec<usize>>(ends(&curly));
        }
        found
    });
    let is_known = |span: &Range<usize>| {
        hits.iter().any(|hit| {
            !matches!(hit.term, Term::Universe(_))
                && (within(&hit.span, span) || within(span, &hit.span))
        })
    };
    let mut names: Vec<Range<usize>> = starts.filter_map(|start| name_at(text, start)).collect();
    names.sort_by_key(|span| (span.start, span.end));
    names.dedup_by_key(|span| span.start);
    names.retain(|span| !is_known(span));
    names
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
