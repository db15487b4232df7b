//! Markdown, with what Pandoc and Quarto add to it.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use crate::prose::PassageKind;

use super::{builder::Builder, html, latex::math};

mod front;
mod inline;
mod mask;

/// Reads Markdown from a byte of the text on.
pub(super) fn read(builder: &mut Builder<'_>, start: usize) {
    let masked = mask::divs(&builder.text[start..]);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM;
    let mut reader = Reader::new(builder);
    for (event, at) in Parser::new_ext(&masked, options).into_offset_iter() {
        reader.event(event, start + at.start..start + at.end);
    }
    reader.flush();
    reader.builder.end_all();
}

/// What a passage stands in.
#[derive(Clone, Debug)]
enum Container {
    Quote,
    Item,
    Note(String),
}

struct Reader<'a, 'b> {
    builder: &'b mut Builder<'a>,
    containers: Vec<Container>,
    /// Words that were not looked at yet: what Pandoc adds may span several events.
    pending: Range<usize>,
    /// How many elements are open whose words are left out.
    left_out: usize,
    /// Brackets that are open in notes which stand where they are called.
    notes: Vec<usize>,
    /// Whether a table has just ended, so that its caption may follow.
    is_after_table: bool,
}

impl<'a, 'b> Reader<'a, 'b> {
    fn new(builder: &'b mut Builder<'a>) -> Self {
        Self {
            builder,
            containers: Vec::new(),
            pending: 0..0,
            left_out: 0,
            notes: Vec::new(),
            is_after_table: false,
        }
    }

    fn event(&mut self, event: Event<'_>, at: Range<usize>) {
        match event {
            Event::Text(words) => self.text(&words, at),
            Event::SoftBreak | Event::HardBreak => self.inline(|builder| builder.space(at)),
            _ => {
                self.flush();
                self.other(event, at);
            }
        }
    }

    fn other(&mut self, event: Event<'_>, at: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, at),
            Event::End(tag) => self.end(tag),
            Event::InlineMath(formula) => {
                let start = at.start + (at.len() - formula.len()) / 2;
                self.inline(|builder| math::read(builder, start..start + formula.len()));
            }
            Event::Code(_) | Event::DisplayMath(_) => {
                self.inline(|builder| builder.leave_out(at));
            }
            Event::InlineHtml(html) => self.html(&html, at),
            Event::FootnoteReference(label) => self.inline(|builder| builder.call(&label)),
            Event::Rule => self.is_after_table = false,
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, at: Range<usize>) {
        match tag {
            Tag::Paragraph => self.paragraph(at),
            Tag::Heading { level, .. } => self.begin(PassageKind::Heading(number(level))),
            Tag::BlockQuote(_) => self.enter(Container::Quote),
            Tag::Item => self.enter(Container::Item),
            Tag::FootnoteDefinition(label) => self.enter(Container::Note(label.to_string())),
            Tag::TableCell => {
                self.builder.grids.begin_cell(1, 1);
                self.begin(PassageKind::Cell);
            }
            Tag::TableHead | Tag::TableRow => self.builder.grids.begin_row(),
            Tag::Table(_) => {
                self.builder.tables.push(at);
                self.builder.grids.begin_table();
            }
            Tag::Image { .. } => {
                self.inline(|builder| builder.leave_out(at));
                self.left_out += 1;
            }
            Tag::CodeBlock(_) => {
                self.close();
                self.left_out += 1;
            }
            Tag::MetadataBlock(kind) => {
                self.left_out += 1;
                if kind == MetadataBlockKind::YamlStyle {
                    front::read(self.builder, at);
                }
            }
            Tag::HtmlBlock => {
                self.close();
                html::read(self.builder, at);
            }
            Tag::List(_) => self.close(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) => self.close(),
            TagEnd::TableCell => {
                self.close();
                self.builder.grids.end_cell();
            }
            TagEnd::Item | TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition => {
                self.close();
                self.containers.pop();
            }
            TagEnd::Table => {
                self.builder.grids.end_table();
                self.is_after_table = true;
            }
            TagEnd::Image | TagEnd::CodeBlock | TagEnd::MetadataBlock(_) => {
                self.left_out = self.left_out.saturating_sub(1);
            }
            _ => {}
        }
    }

    fn enter(&mut self, container: Container) {
        self.close();
        self.containers.push(container);
    }

    /// Begins the passage of a paragraph. One that follows a table and starts with `:`
    /// is its caption, in Pandoc.
    fn paragraph(&mut self, at: Range<usize>) {
        let words = self.builder.text.get(at).unwrap_or_default();
        let mark = ["Table:", "Tableau :", ":"].into_iter().find(|mark| words.starts_with(mark));
        match mark.filter(|mark| *mark != ":" || self.is_after_table) {
            Some(_) => self.begin(PassageKind::Caption),
            None => self.begin(self.kind()),
        }
    }

    /// What a paragraph is in the innermost container.
    fn kind(&self) -> PassageKind {
        let is_note = |one: &Container| matches!(one, Container::Note(_));
        if self.containers.iter().any(is_note) {
            return PassageKind::Note;
        }
        match self.containers.last() {
            Some(Container::Quote) => PassageKind::Quote,
            Some(Container::Item) => PassageKind::Item,
            _ => PassageKind::Paragraph,
        }
    }

    fn begin(&mut self, kind: PassageKind) {
        self.close();
        self.is_after_table = false;
        self.builder.begin(kind);
        let label = self.containers.iter().find_map(|one| match one {
            Container::Note(label) => Some(label.clone()),
            _ => None,
        });
        self.builder.current().label = label;
    }

    fn close(&mut self) {
        self.flush();
        self.notes.clear();
        self.builder.end_all();
    }

    /// Adds something to the passage; one begins if there is none, as in the items of
    /// a tight list.
    fn inline(&mut self, add: impl FnOnce(&mut Builder<'a>)) {
        if self.left_out > 0 {
            return;
        }
        self.flush();
        if self.builder.depth() == 0 {
            self.begin(self.kind());
        }
        add(self.builder);
    }

    /// Adds words. They are looked at when something else follows, since brackets part
    /// them into several events.
    fn text(&mut self, words: &str, at: Range<usize>) {
        if self.left_out > 0 {
            return;
        }
        if self.builder.text.get(at.clone()) != Some(words) {
            let words = words.to_owned();
            self.inline(|builder| builder.replace(&words, at));
            return;
        }
        if self.pending.end == at.start && !self.pending.is_empty() {
            self.pending.end = at.end;
            return;
        }
        self.inline(|_| {});
        self.pending = at;
    }

    fn flush(&mut self) {
        let pending = std::mem::take(&mut self.pending);
        if !pending.is_empty() {
            inline::read(self.builder, pending, &mut self.notes);
        }
    }

    fn html(&mut self, html: &str, at: Range<usize>) {
        let is_break = html.get(..3).is_some_and(|tag| tag.eq_ignore_ascii_case("<br"));
        if is_break {
            self.builder.space(at);
        } else if html.contains("gainsay:") {
            self.builder.comment(at);
        }
    }
}

fn number(level: HeadingLevel) -> u8 {
    level as u8
}
