//! Whether the words around a figure deny what it is about.

use std::{ops::Range, sync::LazyLock};

use gainsay_claims::Lang;

use super::{ProposedFigure, ProposedSubject, apart::list};
use crate::{
    lists::{List, POLARITY},
    phrases,
    prose::Draft,
    restate,
    said::{Read, Said},
};

static OPPOSITE: LazyLock<List> = LazyLock::new(|| list("opposite"));
static NEITHER: LazyLock<List> = LazyLock::new(|| list("neither"));
static SAME_PEOPLE: LazyLock<List> = LazyLock::new(|| list("same-people"));

/// Whether the clause of a figure, or a head of its cell, denies something, or says the opposite of
/// what the figure is most likely about: "42 % *distrust* brands".
pub(super) fn denies<'a>(
    said: &Said<'_>,
    heads: impl Iterator<Item = &'a Read<'a>>,
    subject: Option<&ProposedSubject>,
) -> bool {
    let is_own = |word: &str| {
        let words = subject.map(|subject| subject.words.as_slice()).unwrap_or_default();
        words.iter().any(|own| own.contains(word))
    };
    let says_so = |text: &str, lang: Lang| {
        let mut opposites = phrases::all(text, OPPOSITE.of(lang));
        let says_opposite = opposites.any(|at| !is_own(&text[at]));
        says_opposite || restate::denies(text, lang) && !(lang == Lang::Fr && only_limits(text))
    };
    let mut heads = heads.map(|head| head.passage);
    says_so(said.clause_text(), said.lang())
        || heads.any(|head| says_so(head.prose.text(), head.lang))
}

/// Lets what takes its words from a figure that is denied, or is only compared with one, be denied
/// as well, unless it has a verb of its own: "62 % do not follow a brand, compared with *58 %*".
pub(super) fn carry(figures: &mut [ProposedFigure], draft: &Draft) {
    let denied: Vec<(usize, usize, Range<usize>)> = figures
        .iter()
        .filter(|one| one.denies)
        .map(|one| (one.passage, one.figure.sentence.start, one.clause.clone()))
        .collect();
    for figure in figures.iter_mut().filter(|one| !one.denies) {
        let Some(passage) = draft.passages.get(figure.passage) else { continue };
        let (text, lang) = (passage.prose.text(), passage.lang);
        let lead = phrases::word_before(text, figure.figure.span.start);
        let behind = text.get(figure.figure.span.end..figure.clause.end).unwrap_or_default();
        let place = figure.subjects.first().and_then(|subject| subject.place.clone());
        let is_own = place.as_ref().is_some_and(|place| figure.clause.contains(&place.start));
        let has_verb = is_own || phrases::has(behind, SAME_PEOPLE.of(lang));
        let sentence = (figure.passage, figure.figure.sentence.start);
        let mut beside = denied.iter().filter(|(at, start, _)| (*at, *start) == sentence);
        figure.denies = NEITHER.has(lang, &lead)
            || !has_verb
                && beside.any(|(_, _, clause)| {
                    // What is compared is so with what stands before it, whatever was said earlier:
                    // "66 % follow one, 12 % do not, compared with 15 %".
                    let is_later = place.as_ref().is_none_or(|one| one.start < clause.start);
                    let is_between = is_later && clause.start < figure.clause.start;
                    place.as_ref().is_some_and(|one| clause.contains(&one.start))
                        || figure.apart.is_compared && is_between
                });
    }
}

/// "Ils *ne* sont *que* 12 %".
fn only_limits(clause: &str) -> bool {
    let mut denials = phrases::all(clause, POLARITY.of(Lang::Fr)).peekable();
    let first = denials.peek().map(|at| at.end);
    denials.all(|at| ["ne", "n"].contains(&&*clause[at].to_lowercase()))
        && first.is_some_and(|end| phrases::has(&clause[end..], &["que", "qu'"]))
}
