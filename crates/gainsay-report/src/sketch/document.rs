//! The text of the proposed transcript. Every line of it is a remark until a person takes the
//! mark of a proposal away, so that nothing of it can count before.

use std::{collections::BTreeMap, ops::Range};

use gainsay_claims::Lang;
use gainsay_draft::ProposedFigure;

use super::Sketch;
use crate::{clean, lang::pick};

/// What stands in front of each line that a person may accept.
pub(super) const MARK: &str = "#? ";
/// What stands in front of what is only for this person.
const REMARK: &str = "# ";
/// How many words of the text are quoted on either side of a figure.
const WORDS: usize = 8;

/// A document that is being written.
#[derive(Default)]
pub(super) struct Page(String);

impl Page {
    pub(super) fn proposal(&mut self, line: &str) {
        self.0.push_str(MARK);
        self.0.push_str(line);
        self.0.push('\n');
    }

    pub(super) fn remark(&mut self, words: &str) {
        self.0.push_str(REMARK);
        self.0.push_str(clean(words).trim());
        self.0.push('\n');
    }

    fn blank(&mut self) {
        self.0.push('\n');
    }
}

impl Sketch<'_> {
    /// The text of the transcript, below the lines that say what kind of document it is.
    pub fn document(&self, head: &str) -> String {
        let sorted = self.sorted();
        let mut page = Page(format!("{head}\n"));
        self.head(&mut page);
        page.blank();
        self.study(&mut page);
        let mut ids = BTreeMap::new();
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
            page.remark(&format!("- {}", remark.pick(self.lang)));
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
                    "no publisher was recognised in the text; it is needed: publisher = \"...\"",
                    "aucun éditeur reconnu dans le texte\u{a0}; il est nécessaire\u{a0}: publisher = \"...\"",
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
        self.stated(page, "n", &self.proposed.sizes);
        self.stated(page, "margin", &self.proposed.margins);
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

    /// What the text states of the study in figures, as far as they can be read.
    fn stated(&self, page: &mut Page, key: &str, found: &[(usize, Range<usize>)]) {
        let sizes = found.iter();
        let mut sizes = sizes.filter(|(passage, span)| !self.is_unreadable(*passage, span));
        let Some((passage, span)) = sizes.next() else { return };
        let first = self.part(*passage, span);
        let place = self.place(*passage, span);
        page.remark(&format!("{place}{}{}", self.colon(), self.around(*passage, span)));
        page.proposal(&format!("{key} = {}", quoted(&first)));
        let mut others: Vec<String> =
            sizes.map(|(passage, span)| self.part(*passage, span)).collect();
        others.retain(|one| *one != first);
        self.others(page, key, others.iter());
    }

    /// Tells what else a key may be.
    fn others<'a>(&self, page: &mut Page, key: &str, names: impl Iterator<Item = &'a String>) {
        let names: Vec<String> = names.map(|name| quoted(name)).collect();
        if !names.is_empty() {
            let or = pick(self.lang, ["or", "ou"]);
            page.remark(&format!("{or} {key} = {}", names.join(", ")));
        }
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

    pub(super) fn place(&self, passage: usize, span: &Range<usize>) -> String {
        let at = self.draft.passages.get(passage).map(|one| one.prose.place(span.clone()));
        self.places.of(self.lang, &at.unwrap_or_default())
    }

    fn part(&self, passage: usize, span: &Range<usize>) -> String {
        clean(self.text(passage).get(span.clone()).unwrap_or_default()).trim().to_owned()
    }

    /// A figure with the few words of its own around it.
    fn quote(&self, figure: &ProposedFigure) -> String {
        marked(self.lang, &self.words_around(figure))
    }

    pub(super) fn words_around(&self, figure: &ProposedFigure) -> String {
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

    pub(super) fn colon(&self) -> &'static str {
        pick(self.lang, [": ", "\u{a0}: "])
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
pub(super) fn marked(lang: Lang, words: &str) -> String {
    match lang {
        Lang::En => format!("“{words}”"),
        Lang::Fr => format!("«\u{a0}{words}\u{a0}»"),
    }
}

/// A string of TOML.
pub(super) fn quoted(text: &str) -> String {
    toml::Value::String(clean(text)).to_string()
}
