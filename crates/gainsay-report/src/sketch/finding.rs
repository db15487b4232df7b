//! A finding of the proposed transcript.

use std::collections::BTreeMap;

use gainsay_claims::{Lang, slug};
use gainsay_draft::{Doubt, ProposedFigure, ProposedSubject};

use super::{
    Sketch,
    document::{Page, marked, quoted},
    study::are_people,
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
        if !figure.heads.is_empty() {
            page.remark(&figure.heads.join(" × "));
        }
        self.reasons(page, figure);
        let is_sure = figure.apart.doubt.is_none();
        page.line(is_sure, "[[finding]]");
        page.line(is_sure, &format!("id = {}", quoted(&id(figure, ids))));
        match figure.subject() {
            Some(subject) => {
                page.line(is_sure, &format!("concept = {}", quoted(&subject.concept)));
                let facets = facets(subject);
                if !facets.is_empty() {
                    page.line(is_sure, &format!("facets = {{ {facets} }}"));
                }
            }
            None => page.remark(&self.missing(figure)),
        }
        page.line(is_sure, &format!("{} = {}", figure.key(), quoted(&self.words(figure))));
        // The text has the number without the sign, which a quote would have to hold.
        if figure.unit.is_none() {
            page.line(is_sure, &format!("quote = {}", quoted(&self.words_around(figure))));
        }
        if let Some(number) = self.page(figure) {
            page.line(is_sure, &format!("page = {number}"));
        }
        self.people(page, figure, is_sure);
        if let Some(period) = figure.apart.period.as_ref().filter(|one| !self.is_of_study(one)) {
            page.line(is_sure, &format!("period = {}", quoted(period)));
        }
        if let Some(since) = &figure.apart.since {
            page.line(is_sure, &format!("since = {}", quoted(since)));
        }
    }

    /// The people whom a figure is of, and where they are.
    fn people(&self, page: &mut Page, figure: &ProposedFigure, is_sure: bool) {
        if let Some(people) = &figure.people {
            let groups = self.groups(people, figure.apart.is_compared);
            let groups: Vec<String> = groups.into_iter().map(quoted).collect();
            let are_people = are_people(self.base, people);
            page.line(is_sure && are_people, &format!("base = [{}]", groups.join(", ")));
        }
        let all = &self.proposed.regions;
        let is_study = |code: &String| matches!(all.as_slice(), [only] if only.words == *code);
        if !figure.regions.is_empty() && !figure.regions.iter().all(is_study) {
            let regions: Vec<String> = figure.regions.iter().map(|code| quoted(code)).collect();
            page.line(is_sure, &format!("regions = [{}]", regions.join(", ")));
        }
    }

    /// Whether a period is when people were asked, as far as it says so.
    fn is_of_study(&self, period: &str) -> bool {
        let asked = self.proposed.periods.as_slice();
        matches!(asked, [only] if !self.proposed.has_several && only.words.contains(period))
    }

    /// What is to be written for the concept, where none is named surely enough.
    fn missing(&self, figure: &ProposedFigure) -> String {
        let like = figure.subjects.first().map_or("...", |subject| &*subject.concept);
        let like = quoted(like);
        match (figure.subjects.is_empty(), figure.denies, self.lang) {
            (true, _, Lang::En) => format!("no concept is named; it is needed: concept = {like}"),
            (true, _, Lang::Fr) => {
                format!(
                    "aucun concept n'est nommé\u{a0}; il est nécessaire\u{a0}: concept = {like}"
                )
            }
            (_, true, Lang::En) => {
                format!("is it one of those who do not? concept = {like}, negated = true")
            }
            (_, true, Lang::Fr) => {
                format!(
                    "est-ce la part de ceux qui ne le font pas\u{a0}? concept = {like}, negated = true"
                )
            }
            (_, _, Lang::En) => {
                format!(
                    "the words say too little of a concept; it is needed, perhaps: concept = {like}"
                )
            }
            (_, _, Lang::Fr) => {
                format!(
                    "les mots ne nomment guère de concept\u{a0}; il est nécessaire, peut-être\u{a0}: concept = {like}"
                )
            }
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
        if let Some(unit) = &figure.unit {
            let unit = marked(self.lang, &clean(unit));
            page.remark(&match self.lang {
                Lang::En => format!("the number stands without `%`; {unit} says what it is"),
                Lang::Fr => format!("le nombre est sans `%`\u{a0}; {unit} dit ce qu'il est"),
            });
        }
        if figure.denies {
            page.remark(pick(
                self.lang,
                [
                    "the words deny something, or say the opposite",
                    "les mots nient quelque chose, ou disent le contraire",
                ],
            ));
        }
        if let Some(doubt) = &figure.apart.doubt {
            page.remark(&self.doubt(doubt));
        }
        let years = figure.apart.years.iter().map(i16::to_string);
        let years: Vec<String> = years.filter(|year| !self.is_of_study(year)).collect();
        if !years.is_empty() {
            let years = years.join(", ");
            page.remark(&match (figure.key(), self.lang) {
                ("change", Lang::En) => {
                    format!("the words name {years}: does the change begin then? (since)")
                }
                ("change", Lang::Fr) => {
                    format!(
                        "les mots nomment {years}\u{a0}: le changement en part-il\u{a0}? (since)"
                    )
                }
                (_, Lang::En) => format!("the words name {years}: is the figure of then? (period)"),
                (_, Lang::Fr) => {
                    format!("les mots nomment {years}\u{a0}: le chiffre en est-il\u{a0}? (period)")
                }
            });
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

    /// Why no line of a finding may be accepted as it stands.
    fn doubt(&self, doubt: &Doubt) -> String {
        let mark = |words: &str| marked(self.lang, &clean(words));
        match (doubt, self.lang) {
            (Doubt::Time(words), Lang::En) => {
                format!("of another time ({}): true only with its period", mark(words))
            }
            (Doubt::Time(words), Lang::Fr) => {
                format!("d'un autre moment ({})\u{a0}: ne vaut qu'avec sa période (period)", mark(words))
            }
            (Doubt::Compared, Lang::En) => {
                "only compared with: of another time or of other people, true only with its period or base"
                    .to_owned()
            }
            (Doubt::Compared, Lang::Fr) => {
                "seulement comparé\u{a0}: d'un autre moment ou d'autres personnes, ne vaut qu'avec period ou base"
                    .to_owned()
            }
            (Doubt::People(words), Lang::En) => {
                format!("of people without a word of the vocabulary ({}): true only with its base", mark(words))
            }
            (Doubt::People(words), Lang::Fr) => {
                format!("de personnes sans mot du vocabulaire ({})\u{a0}: ne vaut qu'avec sa base (base)", mark(words))
            }
        }
    }

    /// Who tells a figure, if that is not the publisher that is proposed.
    fn other_source<'a>(&self, figure: &'a ProposedFigure) -> Option<&'a str> {
        let is_only = |source: &str| {
            let publishers = self.proposed.publishers.as_slice();
            matches!(publishers, [only] if only.words.contains(source))
        };
        figure.source.as_deref().filter(|source| !is_only(source))
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

/// Facets with their values, as TOML writes them.
fn facets(subject: &ProposedSubject) -> String {
    let facets = subject.facets.iter();
    let facets = facets.map(|(facet, value)| format!("{} = {}", key(facet), quoted(value)));
    facets.collect::<Vec<_>>().join(", ")
}

/// An id that no other finding has: what it is about, or its kind. `ids` are those that are
/// taken, with how many were made of each.
fn id(figure: &ProposedFigure, ids: &mut BTreeMap<String, usize>) -> String {
    let words = figure.subject().map(|subject| {
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
