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

    /// A line of the proposal if it may be accepted, else a remark with the same words.
    pub(super) fn line(&mut self, is_sure: bool, line: &str) {
        if is_sure { self.proposal(line) } else { self.remark(line) }
    }

    pub(super) fn remark(&mut self, words: &str) {
        self.0.push_str(REMARK);
        self.0.push_str(clean(words).trim());
        self.0.push('\n');
    }

    pub(super) fn blank(&mut self) {
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

    /// The heading of the text, else the title of its page, else its first words, else its name.
    pub(super) fn title(&self) -> String {
        let passages = &self.draft.passages;
        let heading = passages.iter().find(|one| one.kind.is_heading());
        let heading = heading.map(|one| one.prose.text()).or(self.draft.title.as_deref());
        let words = heading.or(passages.first().map(|one| one.prose.text()));
        let words = words.map(clean).unwrap_or_default();
        // Words that are pointed at have no escapes, which both kinds of quotes would need.
        let words: Vec<&str> = words.split_whitespace().take(4 * WORDS).collect();
        let title = words.join(" ").replace(['"', '\u{fffc}'], "").replace('\\', "/");
        if title.is_empty() { self.file.to_owned() } else { title }
    }

    pub(super) fn place(&self, passage: usize, span: &Range<usize>) -> String {
        let at = self.draft.passages.get(passage).map(|one| one.prose.place(span.clone()));
        self.places.of(self.lang, &at.unwrap_or_default())
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
    pub(super) fn around(&self, passage: usize, span: &Range<usize>) -> String {
        let text = self.text(passage);
        let [before, after] = [text.get(..span.start), text.get(span.end..)];
        let words = text.get(span.clone()).unwrap_or_default();
        let words = clean(words);
        marked(self.lang, &cut(before.unwrap_or_default(), words.trim(), after.unwrap_or_default()))
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
