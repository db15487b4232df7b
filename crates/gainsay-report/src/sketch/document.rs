//! The text of the proposed transcript. Every line of it is a remark until a person takes the
//! mark of a proposal away, so that nothing of it can count before.

use std::{collections::BTreeSet, ops::Range};

use gainsay_claims::{Lang, slug};
use gainsay_draft::ProposedFigure;

use super::Sketch;
use crate::{clean, lang::pick};

/// What stands in front of each line that a person may accept.
pub(super) const MARK: &str = "#? ";
/// What stands in front of what is only for this person.
const REMARK: &str = "# ";
/// How many words of the text are quoted on either side of a figure.
const WORDS: usize = 8;
/// How many concepts are named that a figure may be about.
const CONCEPTS: usize = 3;

/// A document that is being written.
#[derive(Default)]
struct Page(String);

impl Page {
    fn proposal(&mut self, line: &str) {
        self.0.push_str(MARK);
        self.0.push_str(line);
        self.0.push('\n');
    }

    fn remark(&mut self, words: &str) {
        self.0.push_str(REMARK);
        self.0.push_str(clean(words).trim());
        self.0.push('\n');
    }

    fn blank(&mut self) {
        self.0.push('\n');
    }
}

impl Sketch<'_> {
    /// The text of the transcript.
    pub fn document(&self) -> String {
        let sorted = self.sorted();
        let mut page = Page("#:schema transcript.schema.json\n".to_owned());
        self.head(&mut page);
        page.blank();
        self.study(&mut page);
        let mut ids = BTreeSet::new();
        for figure in &sorted.findings {
            page.blank();
            self.finding(&mut page, figure, &mut ids);
        }
        if !sorted.left.is_empty() || !self.remarks.is_empty() {
            page.blank();
            page.remark(pick(self.lang, ["Not proposed:", "Non proposé\u{a0}:"]));
        }
        for (figure, why) in &sorted.left {
            let place = self.place(figure.passage, &figure.figure.span);
            let reason = super::summary::reason(self.lang, *why);
            page.remark(&format!("- {place}{}{} ({reason})", self.colon(), self.quote(figure)));
        }
        for remark in self.remarks {
            page.remark(&format!("- {remark}"));
        }
        page.0
    }

    fn head(&self, page: &mut Page) {
        let file = self.file;
        let mark = MARK.trim_end();
        let words = match self.lang {
            Lang::En => [
                format!("Proposed by reading `{file}`, for a person to confirm. Nothing of it counts yet."),
                "To confirm, hold each line against the text, correct it, and take the marks away:"
                    .to_owned(),
                format!("every `{mark} ` at the beginning of a line of the study, and of each finding that is true."),
                "What stands behind `#` alone is for you; it may be deleted.".to_owned(),
            ],
            Lang::Fr => [
                format!("Proposé à la lecture de `{file}`, à confirmer par une personne. Rien n'en compte encore."),
                "Pour confirmer, comparer chaque ligne au texte, la corriger, puis ôter les marques\u{a0}:"
                    .to_owned(),
                format!("chaque `{mark} ` en tête d'une ligne de l'étude, et de chaque résultat qui est juste."),
                "Ce qui suit un simple `#` est pour vous, et peut être effacé.".to_owned(),
            ],
        };
        words.iter().for_each(|line| page.remark(line));
        if let Some(written) = super::summary::written(self.lang, self.written) {
            page.remark(&written);
        }
    }

    fn study(&self, page: &mut Page) {
        let proposed = self.proposed;
        page.proposal("[study]");
        page.proposal(&format!("title = {}", quoted(&self.title())));
        match proposed.publishers.first() {
            Some((name, _)) => page.proposal(&format!("publisher = {}", quoted(name))),
            None => page.remark(pick(
                self.lang,
                [
                    "the text names no publisher; it is needed: publisher = \"...\"",
                    "le texte ne nomme pas d'éditeur\u{a0}; il est nécessaire\u{a0}: publisher = \"...\"",
                ],
            )),
        }
        self.others(page, "publisher", proposed.publishers.iter().skip(1).map(|(name, _)| name));
        if !proposed.sizes.is_empty() || !proposed.periods.is_empty() {
            page.proposal("strategy = \"survey\"");
        }
        for (key, found) in [("universe", &proposed.universes), ("regions", &proposed.regions)] {
            let mut names = found.iter().map(|(name, _)| name);
            if let Some(name) = names.next() {
                let name = quoted(name);
                let value = if key == "regions" { format!("[{name}]") } else { name };
                page.proposal(&format!("{key} = {value}"));
            }
            self.others(page, key, names);
        }
        let mut periods = proposed.periods.iter();
        if let Some(period) = periods.next() {
            page.proposal(&format!("fieldwork = {}", quoted(period)));
        }
        self.others(page, "fieldwork", periods);
        let modes: Vec<String> = proposed.modes.iter().map(|mode| quoted(mode)).collect();
        if !modes.is_empty() {
            page.proposal(&format!("mode = [{}]", modes.join(", ")));
        }
        self.size(page);
        page.blank();
        page.remark(pick(
            self.lang,
            [
                "mark: publisher for the publisher's own page, secondary for one that cites it; url: its address",
                "mark\u{a0}: publisher pour la page de l'éditeur, secondary pour une qui la cite\u{a0}; url\u{a0}: son adresse",
            ],
        ));
        page.proposal("[seen]");
        page.proposal(&format!("text = {{ mark = \"unverified\", url = {} }}", quoted(self.file)));
    }

    /// How many were asked, as far as it can be read.
    fn size(&self, page: &mut Page) {
        let sizes = self.proposed.sizes.iter();
        let mut sizes = sizes.filter(|(passage, span)| !self.is_unreadable(*passage, span));
        let Some((passage, span)) = sizes.next() else { return };
        let first = self.part(*passage, span);
        let place = self.place(*passage, span);
        page.remark(&format!("{place}{}{}", self.colon(), self.around(*passage, span)));
        page.proposal(&format!("n = {}", quoted(&first)));
        let mut others: Vec<String> =
            sizes.map(|(passage, span)| self.part(*passage, span)).collect();
        others.retain(|one| *one != first);
        self.others(page, "n", others.iter());
    }

    /// Tells what else a key may be.
    fn others<'a>(&self, page: &mut Page, key: &str, names: impl Iterator<Item = &'a String>) {
        let names: Vec<String> = names.map(|name| quoted(name)).collect();
        if !names.is_empty() {
            let or = pick(self.lang, ["or", "ou"]);
            page.remark(&format!("{or} {key} = {}", names.join(", ")));
        }
    }

    fn finding(&self, page: &mut Page, figure: &ProposedFigure, ids: &mut BTreeSet<String>) {
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

    /// The title of the text, else its first words, else its name.
    fn title(&self) -> String {
        let passages = &self.draft.passages;
        let heading = passages.iter().find(|one| one.kind.is_heading()).or(passages.first());
        let words = heading.map(|one| clean(one.prose.text())).unwrap_or_default();
        // Words that are pointed at have no escapes, which both kinds of quotes would need.
        let words: Vec<&str> = words.split_whitespace().take(4 * WORDS).collect();
        let title = words.join(" ").replace(['"', '\u{fffc}'], "").replace('\\', "/");
        if title.is_empty() { self.file.to_owned() } else { title }
    }

    fn place(&self, passage: usize, span: &Range<usize>) -> String {
        let at = self.draft.passages.get(passage).map(|one| one.prose.place(span.clone()));
        self.places.of(self.lang, &self.draft.text, &at.unwrap_or_default())
    }

    fn part(&self, passage: usize, span: &Range<usize>) -> String {
        clean(self.text(passage).get(span.clone()).unwrap_or_default()).trim().to_owned()
    }

    /// A figure with the few words of its own around it.
    fn quote(&self, figure: &ProposedFigure) -> String {
        marked(self.lang, &self.words_around(figure))
    }

    /// The page on which it stands, if the text has pages.
    fn page(&self, figure: &ProposedFigure) -> Option<usize> {
        let passage = self.draft.passages.get(figure.passage)?;
        let at = passage.prose.place(figure.figure.span.clone());
        self.places.page(&self.draft.text, &at)
    }

    fn words_around(&self, figure: &ProposedFigure) -> String {
        let text = self.text(figure.passage);
        let span = &figure.figure.span;
        let before = text.get(figure.clause.start..span.start).unwrap_or_default();
        let after = text.get(span.end..figure.clause.end).unwrap_or_default();
        cut(before, &self.words(figure), after)
    }

    /// Some words of a passage with those around them.
    fn around(&self, passage: usize, span: &Range<usize>) -> String {
        let text = self.text(passage);
        let [before, after] = [text.get(..span.start), text.get(span.end..)];
        let words = self.part(passage, span);
        marked(self.lang, &cut(before.unwrap_or_default(), &words, after.unwrap_or_default()))
    }

    fn colon(&self) -> &'static str {
        pick(self.lang, [": ", "\u{a0}: "])
    }

    fn number(&self, score: f64) -> String {
        let number = format!("{score:.2}");
        if self.lang == Lang::Fr { number.replace('.', ",") } else { number }
    }
}

/// Words with the last few before them and the first few behind.
fn cut(before: &str, words: &str, after: &str) -> String {
    let last: Vec<&str> = before.split(' ').rev().take(WORDS).collect();
    let last: Vec<&str> = last.into_iter().rev().collect();
    let first: Vec<&str> = after.split(' ').take(WORDS).collect();
    let all = format!("{}{words}{}", last.join(" "), first.join(" "));
    clean(&all).replace('\u{fffc}', "…").trim().to_owned()
}

/// Words between quotation marks.
fn marked(lang: Lang, words: &str) -> String {
    match lang {
        Lang::En => format!("“{words}”"),
        Lang::Fr => format!("«\u{a0}{words}\u{a0}»"),
    }
}

/// An id that no other finding has: what it is about, or its kind.
fn id(figure: &ProposedFigure, ids: &mut BTreeSet<String>) -> String {
    let subject = figure.subjects.first();
    let words = subject.map(|subject| {
        let values = subject.facets.values().map(String::as_str);
        std::iter::once(subject.concept.as_str()).chain(values).collect::<Vec<_>>().join(" ")
    });
    let wanted = slug(words.as_deref().unwrap_or(figure.key()));
    let numbered = (2..).map(|number: usize| format!("{wanted}-{number}"));
    let mut free = std::iter::once(wanted.clone()).chain(numbered);
    let id = free.find(|one| !ids.contains(one)).unwrap_or(wanted);
    ids.insert(id.clone());
    id
}

/// A string of TOML.
fn quoted(text: &str) -> String {
    toml::Value::String(clean(text)).to_string()
}

/// A key of TOML.
fn key(name: &str) -> String {
    let is_bare = |sign: char| sign.is_ascii_alphanumeric() || sign == '-' || sign == '_';
    let name = clean(name);
    if !name.is_empty() && name.chars().all(is_bare) { name } else { quoted(&name) }
}
