//! LaTeX, as far as prose goes: nothing is expanded, and what is not known keeps the
//! words in its braces.

use std::ops::Range;

use crate::prose::PassageKind;

use super::builder::Builder;

mod accents;
mod arguments;
mod commands;
mod environments;
pub(super) mod math;
mod preamble;
mod run;

use environments::Environment;

/// How deep braces are followed.
const MAX_DEPTH: usize = 256;

/// Reads LaTeX from a byte of the text on.
pub(super) fn read(builder: &mut Builder<'_>, start: usize) {
    let body = preamble::read(builder, start);
    read_part(builder, body);
}

/// Reads a part of the text that is no preamble.
fn read_part(builder: &mut Builder<'_>, part: Range<usize>) {
    let mut reader =
        Reader { builder, at: part.start, end: part.end, groups: Vec::new(), open: Vec::new() };
    while reader.at < reader.end {
        reader.step();
    }
    reader.builder.end_all();
}

/// What ends with a brace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    /// Nothing but the group.
    Plain,
    /// A note.
    Note,
    /// A title or a caption.
    Passage,
}

struct Reader<'a, 'b> {
    builder: &'b mut Builder<'a>,
    at: usize,
    end: usize,
    groups: Vec<Group>,
    /// Environments that are open.
    open: Vec<Environment>,
}

impl<'a> Reader<'a, '_> {
    /// What is not read yet.
    fn rest(&self) -> &'a str {
        &self.builder.text[self.at..self.end]
    }

    /// Reads one thing; at least one character.
    fn step(&mut self) {
        let rest = self.rest();
        let Some(first) = rest.chars().next() else { return };
        match first {
            '\\' => self.command(),
            '%' => self.comment(),
            '{' => self.open_group(Group::Plain),
            '}' => self.close_group(),
            '$' => self.dollar(),
            '~' if commands::is_citation_at(&rest[1..]) => {
                self.builder.space(self.at..self.at + 1);
                self.at += 1;
            }
            '~' => self.replace("\u{a0}", 1),
            '&' if self.is_in_table() => {
                self.builder.end_all();
                self.at += 1;
            }
            _ if first.is_ascii_whitespace() => self.gap(),
            _ => match run::ligature(rest) {
                Some((sign, len)) => self.replace(sign, len),
                None => {
                    let len = run::ordinary(rest).max(first.len_utf8());
                    self.ensure();
                    self.builder.words(self.at..self.at + len);
                    self.at += len;
                }
            },
        }
    }

    /// Reads white space: a blank line parts paragraphs.
    fn gap(&mut self) {
        let len = run::gap(self.rest());
        let gap = self.at..self.at + len;
        self.at = gap.end;
        if self.builder.text[gap.clone()].matches('\n').count() > 1 {
            self.part_paragraphs(gap);
        } else {
            self.builder.space(gap);
        }
    }

    /// Ends a paragraph; within a note, where words go on after it, it is a space.
    fn part_paragraphs(&mut self, at: Range<usize>) {
        if self.groups.contains(&Group::Note) {
            self.builder.space(at);
        } else {
            self.builder.end_all();
        }
    }

    /// Reads a comment; the line break after it is none.
    fn comment(&mut self) {
        let line = self.rest().split('\n').next().unwrap_or_default().len();
        self.builder.comment(self.at + 1..self.at + line);
        let after = self.at + line;
        self.at = (after + 1).min(self.end);
        let blank = self.rest().len() - self.rest().trim_start_matches([' ', '\t', '\r']).len();
        self.at += blank;
        if self.rest().starts_with('\n') {
            self.part_paragraphs(after..self.at);
        }
    }

    fn open_group(&mut self, group: Group) {
        if self.groups.len() < MAX_DEPTH {
            self.groups.push(group);
        }
        self.at += 1;
    }

    fn close_group(&mut self) {
        self.at += 1;
        match self.groups.pop() {
            Some(Group::Note) => self.builder.end(),
            Some(Group::Passage) => self.builder.end_all(),
            Some(Group::Plain) | None => {}
        }
    }

    /// Reads a formula, or a dollar that begins none.
    fn dollar(&mut self) {
        let sign = if self.rest().starts_with("$$") { "$$" } else { "$" };
        match math::closing(&self.rest()[sign.len()..], sign) {
            Some(len) => self.formula(sign.len(), len, sign.len()),
            None => {
                self.ensure();
                self.builder.words(self.at..self.at + sign.len());
                self.at += sign.len();
            }
        }
    }

    /// Reads a formula between two signs, given the lengths of the three.
    fn formula(&mut self, before: usize, len: usize, after: usize) {
        let inner = self.at + before..self.at + before + len;
        self.at = inner.end + after;
        self.ensure();
        math::read(self.builder, inner);
    }

    /// Adds a character that stands for as many bytes of the file.
    fn replace(&mut self, sign: &str, len: usize) {
        self.ensure();
        self.builder.replace(sign, self.at..self.at + len);
        self.at += len;
    }

    /// Begins a passage, if none is open.
    fn ensure(&mut self) {
        if self.builder.depth() == 0 {
            let kind = self.open.iter().rev().find_map(|one| environments::kind(&one.name));
            self.builder.begin(kind.unwrap_or(PassageKind::Paragraph));
        }
    }
}
