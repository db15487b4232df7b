//! HTML: articles as browsers save them, and fragments within Markdown.

use std::ops::Range;

use html5gum::{DefaultEmitter, EndTag, StartTag, Token, Tokenizer};

use crate::{language, prose::PassageKind};

use super::builder::Builder;

mod elements;
mod people;
mod words;

use elements::Part;

/// How deep elements are followed; what is deeper belongs to the last of them.
const MAX_DEPTH: usize = 256;

/// Reads HTML that stands in a part of the text.
pub(super) fn read(builder: &mut Builder<'_>, part: Range<usize>) {
    let (stated, comment) = (builder.stated, builder.comment);
    builder.end_all();
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let text = builder.text;
    let mut reader = Reader { builder, start: part.start, open: Vec::new(), breaks: 0, name: None };
    for token in Tokenizer::new_with_emitter(&text[part.clone()], emitter).flatten() {
        reader.token(token);
    }
    reader.close_all(part.end);
    builder.end_all();
    (builder.stated, builder.comment) = (stated.or(builder.stated), comment);
}

/// An element that is open.
struct Element {
    name: String,
    part: Part,
    start: usize,
    /// What held before it.
    stated: Option<gainsay_claims::Lang>,
    comment: Option<usize>,
    /// The id of a note.
    note: Option<String>,
    /// Whether it names who comments.
    is_name: bool,
}

struct Reader<'a, 'b> {
    builder: &'b mut Builder<'a>,
    /// Where the HTML starts in the file.
    start: usize,
    open: Vec<Element>,
    /// How many line breaks came since the last word.
    breaks: usize,
    /// The name of a commenter, as far as it is read.
    name: Option<String>,
}

impl Reader<'_, '_> {
    fn token(&mut self, token: Token<usize>) {
        match token {
            Token::StartTag(tag) => self.start_tag(&tag),
            Token::EndTag(tag) => self.end_tag(&tag),
            Token::String(words) => {
                let written = String::from_utf8_lossy(&words.value);
                self.text(&written, self.place(words.span.start..words.span.end));
            }
            Token::Comment(comment) => {
                let at = self.place(comment.span.start..comment.span.end);
                if self.builder.text.get(at.clone()).is_some() {
                    self.builder.comment(at);
                }
            }
            Token::Doctype(_) | Token::Error(_) => {}
        }
    }

    /// The bytes of the file for bytes of the HTML.
    fn place(&self, at: Range<usize>) -> Range<usize> {
        self.start + at.start..self.start + at.end
    }

    fn start_tag(&mut self, tag: &StartTag<usize>) {
        let name = String::from_utf8_lossy(&tag.name).to_ascii_lowercase();
        let at = self.place(tag.span.start..tag.span.end);
        let part = elements::part(&name);
        while self.open.last().is_some_and(|last| elements::ends_before(&last.name, &name)) {
            self.close_last(at.start);
        }
        match part {
            _ if self.is_left_out() => {}
            Part::Break => self.line_break(at.clone()),
            Part::Image => self.leave_out(at.clone()),
            Part::Block | Part::Kind(_) | Part::Hidden => self.builder.end_all(),
            Part::Inline | Part::Object => {}
        }
        if elements::is_void(&name) || tag.self_closing && part == Part::Image {
            return;
        }
        if self.open.len() < MAX_DEPTH {
            self.enter(name, part, at, tag);
        }
    }

    fn enter(&mut self, name: String, part: Part, at: Range<usize>, tag: &StartTag<usize>) {
        let attribute = |name: &str| {
            let value = tag.attributes.get(name.as_bytes())?;
            Some(String::from_utf8_lossy(&value.value).into_owned())
        };
        let classes = attribute("class").unwrap_or_default();
        let id = attribute("id").unwrap_or_default();
        let mut element = Element {
            name,
            part,
            start: at.start,
            stated: self.builder.stated,
            comment: self.builder.comment,
            note: words::is_note(&id, &attribute("role").unwrap_or_default()).then(|| id.clone()),
            is_name: people::is_name(&classes)
                || attribute("itemprop").is_some_and(|one| one == "author"),
        };
        if let Some(href) = attribute("href").filter(|_| element.name == "a" && !self.is_left_out())
        {
            self.link(&mut element, &href);
        }
        if element.part == Part::Object && !self.is_left_out() {
            self.leave_out(at);
        }
        let stated = attribute("lang").or_else(|| attribute("xml:lang"));
        self.builder.stated = stated.and_then(|tag| language::of_tag(&tag)).or(element.stated);
        if people::is_comment(&element.name, &classes, &id) {
            self.builder.comment = Some(self.builder.new_comment());
        } else if people::holds_comments(&element.name, &classes, &id) {
            let comment = element.comment.unwrap_or_else(|| self.builder.new_comment());
            self.builder.comment = Some(comment);
        }
        if element.is_name && self.builder.comment.is_some() {
            self.name = Some(String::new());
        }
        let span = |name: &str| attribute(name).and_then(|number| number.trim().parse().ok());
        match element.name.as_str() {
            "table" => self.builder.grids.begin_table(),
            "tr" => self.builder.grids.begin_row(),
            "td" | "th" => {
                let [columns, rows] = ["colspan", "rowspan"].map(|name| span(name).unwrap_or(1));
                self.builder.grids.begin_cell(columns, rows);
            }
            _ => {}
        }
        // What readers of the page do not see.
        let is_undisplayed = || {
            let style = attribute("style").unwrap_or_default().to_ascii_lowercase();
            style
                .split(';')
                .any(|one| one.split_whitespace().collect::<String>().starts_with("display:none"))
        };
        if attribute("hidden").is_some() || is_undisplayed() {
            element.part = Part::Hidden;
        }
        self.open.push(element);
    }

    /// Reads the mark of a note, whose number is no word of the text.
    fn link(&mut self, element: &mut Element, href: &str) {
        let Some(target) = href.strip_prefix('#') else { return };
        if target.starts_with("fnref") || target.starts_with("ftnref") {
            element.part = Part::Hidden;
        } else if words::is_note(target, "") {
            element.part = Part::Hidden;
            self.builder.call(target);
        }
    }

    fn end_tag(&mut self, tag: &EndTag<usize>) {
        let name = String::from_utf8_lossy(&tag.name).to_ascii_lowercase();
        let end = self.place(tag.span.start..tag.span.end).end;
        let Some(at) = self.open.iter().rposition(|element| element.name == name) else { return };
        while self.open.len() > at {
            self.close_last(end);
        }
    }

    fn close_all(&mut self, end: usize) {
        while !self.open.is_empty() {
            self.close_last(end);
        }
    }

    fn close_last(&mut self, end: usize) {
        let Some(element) = self.open.pop() else { return };
        if matches!(element.part, Part::Block | Part::Kind(_)) {
            self.builder.end_all();
        }
        match element.name.as_str() {
            "table" => {
                self.builder.tables.push(element.start..end);
                self.builder.grids.end_table();
            }
            "td" | "th" => self.builder.grids.end_cell(),
            _ => {}
        }
        if element.is_name
            && let (Some(name), Some(comment)) = (self.name.take(), self.builder.comment)
        {
            self.builder.names.entry(comment).or_insert_with(|| name.trim().to_owned());
        }
        self.builder.comment = element.comment;
        // What `<html lang>` states holds for what a sloppy page writes after it.
        if element.name != "html" {
            self.builder.stated = element.stated;
        }
    }

    fn text(&mut self, written: &str, at: Range<usize>) {
        if self.is_left_out() {
            self.title(written);
            return;
        }
        if written.trim().is_empty() {
            self.builder.space(at);
            return;
        }
        if let Some(name) = &mut self.name {
            name.push_str(written);
        }
        self.breaks = 0;
        self.ensure();
        words::read(self.builder, at);
    }

    /// Reads the first title of the page, which stands in its head.
    fn title(&mut self, written: &str) {
        let is_title = matches!(&*self.open, [.., head, title] if head.name == "head" && title.name == "title")
            || matches!(&*self.open, [title] if title.name == "title");
        let words = written.split_whitespace().collect::<Vec<_>>().join(" ");
        if is_title && !words.is_empty() {
            self.builder.title.get_or_insert(words);
        }
    }

    fn is_left_out(&self) -> bool {
        self.open.iter().any(|element| matches!(element.part, Part::Hidden | Part::Object))
    }

    fn leave_out(&mut self, at: Range<usize>) {
        self.ensure();
        self.builder.leave_out(at);
    }

    /// Two line breaks part paragraphs.
    fn line_break(&mut self, at: Range<usize>) {
        self.breaks += 1;
        if self.breaks > 1 {
            self.builder.end_all();
        }
        self.builder.space(at);
    }

    /// Begins a passage, if none is open.
    fn ensure(&mut self) {
        if self.builder.depth() > 0 {
            return;
        }
        let note = self.open.iter().rev().find_map(|element| element.note.clone());
        let kind = self.open.iter().rev().find_map(|element| match element.part {
            Part::Kind(kind) => Some(kind),
            _ => None,
        });
        match &note {
            Some(_) => self.builder.begin(PassageKind::Note),
            None => self.builder.begin(kind.unwrap_or(PassageKind::Paragraph)),
        }
        self.builder.current().label = note;
    }
}
