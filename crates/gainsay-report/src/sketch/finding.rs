//! A finding of the proposed transcript.

use std::collections::BTreeMap;

use gainsay_claims::{Lang, slug};
use gainsay_draft::ProposedFigure;

use super::{
    Sketch,
    document::{Page, marked, quoted},
};
use crate::{clean, lang::pick};

/// How many concepts are named that a figure may be about.
const CONCEPTS: usize = 3;

impl Sketch<'_> {
    /// A figure with all that is proposed of it, under an id of its own.
    pub(super) fn finding(
        &self,
        page: &mut Page,
        figure: &ProposedFigure,
        ids: &mut BTreeMap<String, usize>,
    ) {
        let at = self.place(figure.passage, &figure.figure.span);
        page.remark(&at);
        self.reasons(page, figure);
        let subject = figure.subjects.first();
        page.proposal("[[finding]]");
        page.proposal(&format!("id = {}", quoted(&id(figure, ids))));
        match subject {
            Some(subject) => page.proposal(&format!("concept = {}", quoted(&subject.concept))),
            None => page.remark(pick(
                self.lang,
                [
                    "no concept is named; it is needed: concept = \"...\"",
                    "aucun concept n'est nommé\u{a0}; il est nécessaire\u{a0}: concept = \"...\"",
                ],
            )),
        }
        let facets = subject.map(|subject| {
            let facets = subject.facets.iter();
            let facets = facets.map(|(facet, value)| format!("{} = {}", key(facet), quoted(value)));
            facets.collect::<Vec<_>>().join(", ")
        });
        if let Some(facets) = facets.filter(|facets| !facets.is_empty()) {
            page.proposal(&format!("facets = {{ {facets} }}"));
        }
        page.proposal(&format!("{} = {}", figure.key(), quoted(&self.words(figure))));
        page.proposal(&format!("quote = {}", quoted(&self.words_around(figure))));
        if let Some(number) = self.page(figure) {
            page.proposal(&format!("page = {number}"));
        }
        if let Some(people) = &figure.people {
            let all = self.proposed.universes.first().map(|(name, _)| name);
            let all = all.filter(|all| *all != people).map(|all| quoted(all) + ", ");
            page.proposal(&format!("base = [{}{}]", all.unwrap_or_default(), quoted(people)));
        }
    }

    /// What speaks for the concept, and what else is to be looked at.
    fn reasons(&self, page: &mut Page, figure: &ProposedFigure) {
        let named = figure.subjects.iter().take(CONCEPTS).map(|subject| {
            let words: Vec<String> =
                subject.words.iter().map(|words| marked(self.lang, words)).collect();
            let words =
                if words.is_empty() { String::new() } else { format!(" ({})", words.join(", ")) };
            format!("{} {}{words}", subject.concept, self.number(subject.score))
        });
        let named: Vec<String> = named.collect();
        if !named.is_empty() {
            page.remark(&format!("concept{}{}", self.colon(), named.join("; ")));
        }
        if figure.denies {
            page.remark(pick(
                self.lang,
                [
                    "the words deny something: negated = true?",
                    "les mots nient quelque chose\u{a0}: negated = true\u{a0}?",
                ],
            ));
        }
        if let Some(source) = self.other_source(figure) {
            let source = marked(self.lang, source);
            page.remark(&match self.lang {
                Lang::En => format!("told by the account of {source}: is it of another study?"),
                Lang::Fr => {
                    format!("rapporté d'après {source}\u{a0}: est-ce une autre étude\u{a0}?")
                }
            });
        }
        if let Some(claim) = &figure.known {
            page.remark(&match self.lang {
                Lang::En => format!(
                    "`{claim}` of the base says the same: if it is the same study's, leave this out"
                ),
                Lang::Fr => format!(
                    "`{claim}` de la base dit de même\u{a0}: si c'est la même étude, omettre ceci"
                ),
            });
        }
    }

    /// Who tells a figure, if that is not the publisher that is proposed.
    fn other_source<'a>(&self, figure: &'a ProposedFigure) -> Option<&'a str> {
        let publisher = self.proposed.publishers.first().map(|(name, _)| name.as_str());
        figure.source.as_deref().filter(|source| Some(*source) != publisher)
    }

    /// The page on which it stands, if the text has pages.
    fn page(&self, figure: &ProposedFigure) -> Option<usize> {
        let passage = self.draft.passages.get(figure.passage)?;
        let at = passage.prose.place(figure.figure.span.clone());
        self.places.page(&at)
    }

    fn number(&self, score: f64) -> String {
        let number = format!("{score:.2}");
        if self.lang == Lang::Fr { number.replace('.', ",") } else { number }
    }
}

/// An id that no other finding has: what it is about, or its kind. `ids` are those that are
/// taken, with how many were made of each.
fn id(figure: &ProposedFigure, ids: &mut BTreeMap<String, usize>) -> String {
    let subject = figure.subjects.first();
    let words = subject.map(|subject| {
        let values = subject.facets.values().map(String::as_str);
        std::iter::once(subject.concept.as_str()).chain(values).collect::<Vec<_>>().join(" ")
    });
    let wanted = slug(words.as_deref().unwrap_or(figure.key()));
    let (mut id, mut number) = (wanted.clone(), ids.get(&wanted).copied().unwrap_or_default());
    while ids.contains_key(&id) {
        number += 1;
        id = format!("{wanted}-{}", number + 1);
    }
    ids.insert(wanted, number);
    ids.entry(id.clone()).or_default();
    id
}

/// A key of TOML.
fn key(name: &str) -> String {
    let is_bare = |sign: char| sign.is_ascii_alphanumeric() || sign == '-' || sign == '_';
    let name = clean(name);
    if !name.is_empty() && name.chars().all(is_bare) { name } else { quoted(&name) }
}
