//! Sentences for the tests of recognisers: `fr` or `en`, a space, and the words.

use gainsay_claims::Lang;

use super::{Figure, Kind, find};
use crate::prose::{Passage, PassageKind, Prose, Voice};

fn figures(sentence: &str) -> Vec<Figure> {
    let (lang, text) = sentence.split_once(' ').expect("a sentence begins with its language");
    let lang = if lang == "fr" { Lang::Fr } else { Lang::En };
    let mut prose = Prose::default();
    prose.push(text, 0..text.len());
    find(&Passage {
        kind: PassageKind::Paragraph,
        prose,
        lang,
        voice: Voice::Author,
        keys: Vec::new(),
        called_from: None,
        cell: None,
    })
}

/// Checks that there is no figure in any of the sentences.
#[track_caller]
pub(super) fn none(sentences: &[&str]) {
    let read = |figure: &Figure, sentence: &str| sentence[3..][figure.span.clone()].to_owned();
    let found: Vec<(&str, Vec<String>)> = sentences
        .iter()
        .map(|one| (*one, figures(one).iter().map(|figure| read(figure, one)).collect()))
        .filter(|(_, figures): &(_, Vec<String>)| !figures.is_empty())
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}

/// Checks that there is a figure in each of the sentences.
#[track_caller]
pub(super) fn some(sentences: &[&str]) {
    let missed: Vec<&&str> = sentences.iter().filter(|one| figures(one).is_empty()).collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

/// Returns what the only figure of a sentence may be.
#[track_caller]
pub(super) fn kind(sentence: &str) -> Kind {
    let figures = figures(sentence);
    let [figure] = &figures[..] else { panic!("{sentence}: {figures:?}") };
    figure.kind
}

/// Counts the shares of a sentence that may be findings.
pub(super) fn shares(sentence: &str) -> usize {
    let is_share = |one: &Figure| {
        matches!(one.reading.quantity, gainsay_claims::value::Quantity::Share { .. })
    };
    figures(sentence).iter().filter(|one| one.kind == Kind::Finding && is_share(one)).count()
}
