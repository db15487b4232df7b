//! Collects the passages of a draft while a format is read.

use std::{collections::BTreeMap, ops::Range};

use gainsay_claims::Lang;

use crate::{
    markers::{Remark, TableMark},
    prose::{Cell, Key, PassageKind, Prose},
};

use super::{grid::Grids, urls};

/// How deep passages may stand in each other (a note within a note); what is deeper
/// becomes part of the passage around it.
const MAX_DEPTH: usize = 16;

/// How many tables and how many parts of a draft gainsay may have written; the rest
/// count as the author's.
const MAX_GENERATED: usize = 1_000;

/// The passages of a draft so far. All places are in bytes of the file.
pub(super) struct Builder<'a> {
    pub(super) text: &'a str,
    pub(super) passages: Vec<Built>,
    /// What the page calls itself.
    pub(super) title: Option<String>,
    /// Keys that nothing in the prose cites.
    pub(super) unspoken: Vec<Key>,
    /// The passages that are not finished, the innermost last.
    open: Vec<usize>,
    /// Marks of notes: the note's label, and the passage and the byte of its prose.
    pub(super) calls: Vec<(String, usize, usize)>,
    /// What the file states of its language, from here on.
    pub(super) stated: Option<Lang>,
    /// The comment that is read, where markup tells.
    pub(super) comment: Option<usize>,
    comments: usize,
    /// Who wrote comments, where markup tells.
    pub(super) names: BTreeMap<usize, String>,
    /// Where whole tables stand.
    pub(super) tables: Vec<Range<usize>>,
    /// Where in a table the reading is.
    pub(super) grids: Grids,
    pub(super) marks: Vec<TableMark>,
    /// What `gainsay sync` writes, marks included.
    pub(super) synced: Vec<Range<usize>>,
    begun: Option<usize>,
    /// Where remarks begin and end what `gainsay sync` writes, each on its line.
    pub(super) ends: Vec<Range<usize>>,
    pub(super) ignored: Vec<Ignored>,
}

/// A passage, as far as a format knows it.
#[derive(Debug)]
pub(super) struct Built {
    pub(super) kind: PassageKind,
    pub(super) prose: Prose,
    pub(super) keys: Vec<Key>,
    pub(super) lang: Option<Lang>,
    /// The comment that it is part of, where markup tells.
    pub(super) comment: Option<usize>,
    /// Of a note that stands where it is called.
    pub(super) called_from: Option<(usize, usize)>,
    /// Of a note that stands elsewhere.
    pub(super) label: Option<String>,
    /// Of what stands in a table: where.
    pub(super) cell: Option<Cell>,
    /// A space that comes before the next word.
    space: Option<Range<usize>>,
}

/// A suppression, and the passage that it stands in or before.
#[derive(Debug)]
pub(super) struct Ignored {
    pub(super) span: Range<usize>,
    pub(super) rules: Vec<String>,
    pub(super) reason: String,
    pub(super) passage: usize,
}

impl<'a> Builder<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            passages: Vec::new(),
            title: None,
            unspoken: Vec::new(),
            open: Vec::new(),
            calls: Vec::new(),
            stated: None,
            comment: None,
            comments: 0,
            names: BTreeMap::new(),
            tables: Vec::new(),
            grids: Grids::default(),
            marks: Vec::new(),
            synced: Vec::new(),
            begun: None,
            ends: Vec::new(),
            ignored: Vec::new(),
        }
    }

    /// Begins a passage; the one around it goes on when it ends.
    pub(super) fn begin(&mut self, kind: PassageKind) {
        if self.open.len() >= MAX_DEPTH {
            return;
        }
        self.open.push(self.passages.len());
        self.passages.push(Built {
            kind,
            prose: Prose::default(),
            keys: Vec::new(),
            lang: self.stated,
            comment: self.comment,
            called_from: None,
            label: None,
            cell: self.grids.cell(),
            space: None,
        });
    }

    /// Begins a note where the innermost passage calls it.
    pub(super) fn begin_note(&mut self) {
        let caller = self.open.last().map(|&at| (at, self.passages[at].prose.text().len()));
        let count = self.passages.len();
        self.begin(PassageKind::Note);
        if let Some(note) = self.passages.get_mut(count) {
            note.called_from = caller;
        }
    }

    /// The number of a comment that begins.
    pub(super) fn new_comment(&mut self) -> usize {
        self.comments += 1;
        self.comments
    }

    /// Ends the innermost passage.
    pub(super) fn end(&mut self) {
        self.open.pop();
    }

    /// Ends every passage.
    pub(super) fn end_all(&mut self) {
        self.open.clear();
    }

    /// How many passages are open.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// Whether the innermost passage is of this kind.
    pub(super) fn is_in(&self, kind: PassageKind) -> bool {
        self.open.last().is_some_and(|&at| self.passages[at].kind == kind)
    }

    /// The innermost passage; a paragraph begins if there is none.
    pub(super) fn current(&mut self) -> &mut Built {
        if self.open.is_empty() {
            self.begin(PassageKind::Paragraph);
        }
        let at = self.open.last().copied().expect("a passage has just begun");
        &mut self.passages[at]
    }

    /// Adds the words of the file at a place: spaces and line breaks as one space,
    /// addresses left out.
    pub(super) fn words(&mut self, at: Range<usize>) {
        let text = self.text;
        let mut start = at.start;
        while start < at.end {
            let rest = &text[start..at.end];
            let gap =
                rest.len() - rest.trim_start_matches(|one: char| one.is_ascii_whitespace()).len();
            if gap > 0 {
                self.space(start..start + gap);
                start += gap;
                continue;
            }
            let word = rest.split(|one: char| one.is_ascii_whitespace()).next().unwrap_or(rest);
            let url = urls::find(word);
            let plain = url.as_ref().map_or(word.len(), |url| url.start);
            if plain > 0 {
                self.replace(&rest[..plain], start..start + plain);
            }
            if let Some(url) = &url {
                self.leave_out(start + url.start..start + url.end);
            }
            start += url.map_or(word.len(), |url| url.end);
        }
    }

    /// Adds words that the file writes otherwise at a place.
    pub(super) fn replace(&mut self, words: &str, at: Range<usize>) {
        self.current().push(words, at);
    }

    /// Adds a space, unless one stands there already.
    pub(super) fn space(&mut self, at: Range<usize>) {
        let Some(&open) = self.open.last() else { return };
        self.passages[open].space.get_or_insert(at);
    }

    /// Leaves out what stands at a place.
    pub(super) fn leave_out(&mut self, at: Range<usize>) {
        self.replace(Prose::LEFT_OUT.encode_utf8(&mut [0; 4]), at);
    }

    /// Adds the key of a reference that is written at a place.
    pub(super) fn key(&mut self, key: &str, span: Range<usize>) {
        let passage = self.current();
        let at = passage.prose.text().len();
        passage.keys.push(Key { key: key.to_owned(), at, span });
    }

    /// Adds a key that is to be listed though nothing cites it.
    pub(super) fn unspoken_key(&mut self, key: &str, span: Range<usize>) {
        self.unspoken.push(Key { key: key.to_owned(), at: 0, span });
    }

    /// Adds the mark of a note that stands elsewhere.
    pub(super) fn call(&mut self, label: &str) {
        let at = self.current().prose.text().len();
        if let Some(&open) = self.open.last() {
            self.calls.push((label.to_owned(), open, at));
        }
    }

    /// Takes note of what a comment tells, line by line.
    pub(super) fn comment(&mut self, at: Range<usize>) {
        let text = self.text;
        let mut start = at.start;
        for line in text[at].split_inclusive('\n') {
            let span = start..start + line.trim_end().len();
            start += line.len();
            if let Some(remark) = Remark::of(line) {
                self.remark(remark, span);
            }
        }
    }

    fn remark(&mut self, remark: Remark, span: Range<usize>) {
        if remark.is_end() {
            self.ends.push(span.clone());
        }
        match remark {
            Remark::Ignore { rules, reason } => {
                let passage = self.open.last().copied().unwrap_or(self.passages.len());
                self.ignored.push(Ignored { span, rules, reason, passage });
            }
            Remark::Table { name, digest } if self.marks.len() < MAX_GENERATED => {
                self.marks.push(TableMark { span, name, digest });
            }
            Remark::Begin => self.begun = Some(span.start),
            Remark::End if self.synced.len() < MAX_GENERATED => {
                let begun = self.begun.take();
                self.synced.extend(begun.map(|begun| begun..span.end));
            }
            Remark::Table { .. } | Remark::End => {}
        }
    }
}

impl Built {
    /// Adds words, after the space before them. No space stands between a word and
    /// the sign after it if a key was left out there.
    fn push(&mut self, words: &str, at: Range<usize>) {
        let end = self.prose.text().len();
        let is_after_key = self.keys.last().is_some_and(|key| key.at == end);
        let is_kept = end > 0 && !(is_after_key && words.starts_with(['.', ',']));
        if let Some(space) = self.space.take().filter(|_| is_kept) {
            self.prose.push(" ", space);
        }
        self.prose.push(words, at);
    }
}
