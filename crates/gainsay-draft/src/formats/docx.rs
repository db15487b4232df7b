//! DOCX: the paragraphs of a word processor's file, one a line.

use std::io::{Cursor, Read as _};

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};
use zip::{ZipArchive, result::ZipError};

use crate::prose::{Cell, Draft, PassageKind};

use super::{
    builder::Builder,
    bytes::{MAX_BYTES, ReadError},
    finish,
    grid::Grids,
    plain,
};

/// A paragraph of the file.
struct Paragraph {
    kind: PassageKind,
    text: String,
    /// Marks of notes: where in the text, and the note's number.
    calls: Vec<(usize, String)>,
    /// Of a note, its number.
    note: Option<String>,
    /// Of what stands in a table: where.
    cell: Option<Cell>,
}

/// Reads a DOCX: its text, then its notes.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Draft, ReadError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut paragraphs = paragraphs(&part(&mut archive, "word/document.xml")?)?;
    for notes in ["word/footnotes.xml", "word/endnotes.xml"] {
        match part(&mut archive, notes) {
            Ok(xml) => paragraphs.extend(self::paragraphs(&xml)?),
            Err(ReadError::Archive(ZipError::FileNotFound)) => {}
            Err(error) => return Err(error),
        }
    }
    let lines: Vec<&str> = paragraphs.iter().map(|one| one.text.as_str()).collect();
    let text = lines.join("\n");
    let mut builder = Builder::new(&text);
    let mut start = 0;
    for paragraph in &paragraphs {
        add(&mut builder, paragraph, start);
        start += paragraph.text.len() + 1;
    }
    Ok(finish::finish(name, builder))
}

/// Unpacks a part of the archive.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<String, ReadError> {
    let mut bytes = Vec::new();
    let limit = MAX_BYTES as u64 + 1;
    archive.by_name(name)?.take(limit).read_to_end(&mut bytes).map_err(ZipError::Io)?;
    if bytes.len() > MAX_BYTES {
        return Err(ReadError::TooLarge { max: MAX_BYTES });
    }
    String::from_utf8(bytes)
        .map_err(|error| ReadError::NotUtf8 { at: error.utf8_error().valid_up_to() })
}

/// Adds a paragraph whose line starts at a byte of the text.
fn add(builder: &mut Builder<'_>, paragraph: &Paragraph, start: usize) {
    let line = start..start + paragraph.text.len();
    if plain::is_remark(&paragraph.text) {
        builder.comment(line);
        return;
    }
    builder.begin(paragraph.kind);
    builder.current().label.clone_from(&paragraph.note);
    builder.current().cell = paragraph.cell;
    let mut from = line.start;
    for (at, note) in &paragraph.calls {
        builder.words(from..start + at);
        builder.call(note);
        from = start + at;
    }
    builder.words(from..line.end);
    builder.end_all();
}

/// The paragraphs of a part.
fn paragraphs(xml: &str) -> Result<Vec<Paragraph>, ReadError> {
    let mut reader = Reader::from_str(xml);
    let mut state = State::default();
    loop {
        match reader.read_event()? {
            Event::Start(tag) => state.start(&tag),
            Event::Empty(tag) => {
                state.start(&tag);
                state.end(tag.local_name().as_ref());
            }
            Event::End(tag) => state.end(tag.local_name().as_ref()),
            Event::Text(text) if state.in_text => state.words(&text),
            Event::GeneralRef(name) if state.in_text => state.words(&character(&name)),
            Event::Eof => return Ok(state.done),
            _ => {}
        }
    }
}

/// What a reference to a character stands for; nothing, if it is none.
fn character(name: &str) -> String {
    quick_xml::escape::unescape(&format!("&{name};")).map_or_else(|_| String::new(), Into::into)
}

/// Where in a part the reading is.
#[derive(Default)]
struct State {
    done: Vec<Paragraph>,
    /// Paragraphs that are open: one within another in a text box.
    open: Vec<Paragraph>,
    cells: usize,
    grids: Grids,
    note: Option<String>,
    in_text: bool,
}

impl State {
    fn start(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "p" => self.open.push(Paragraph {
                kind: match (&self.note, self.cells) {
                    (Some(_), _) => PassageKind::Note,
                    (None, 0) => PassageKind::Paragraph,
                    (None, _) => PassageKind::Cell,
                },
                text: String::new(),
                calls: Vec::new(),
                note: self.note.clone(),
                cell: self.grids.cell(),
            }),
            "tbl" => self.grids.begin_table(),
            "tr" => self.grids.begin_row(),
            "tc" => {
                self.cells += 1;
                self.grids.begin_cell(1, 1);
            }
            "gridSpan" => self.grids.widen(value(tag, "val").parse().unwrap_or(1)),
            "t" => self.in_text = true,
            "tab" | "br" | "cr" => self.words(" "),
            "noBreakHyphen" => self.words("-"),
            "pStyle" => self.style(&value(tag, "val")),
            "numPr" => self.become_of(PassageKind::Item),
            "footnote" => self.note = Some(format!("footnote {}", value(tag, "id"))),
            "endnote" => self.note = Some(format!("endnote {}", value(tag, "id"))),
            "footnoteReference" => self.call(&format!("footnote {}", value(tag, "id"))),
            "endnoteReference" => self.call(&format!("endnote {}", value(tag, "id"))),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => self.done.extend(self.open.pop()),
            "tbl" => self.grids.end_table(),
            "tc" => {
                self.cells = self.cells.saturating_sub(1);
                self.grids.end_cell();
            }
            "t" => self.in_text = false,
            "footnote" | "endnote" => self.note = None,
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        if let Some(paragraph) = self.open.last_mut() {
            paragraph
                .text
                .extend(words.chars().map(|one| if one.is_control() { ' ' } else { one }));
        }
    }

    fn call(&mut self, note: &str) {
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.calls.push((paragraph.text.len(), note.to_owned()));
        }
    }

    /// Takes the kind of a paragraph from its style, which is named in English or in
    /// the language of the word processor.
    fn style(&mut self, style: &str) {
        let name = style.to_ascii_lowercase();
        let level = name.trim_start_matches(|one: char| !one.is_ascii_digit()).parse().unwrap_or(1);
        match name.trim_end_matches(|one: char| one.is_ascii_digit()) {
            "title" | "titre" | "heading" => self.become_of(PassageKind::Heading(level)),
            "quote" | "citation" | "intensequote" | "blocktext" => {
                self.become_of(PassageKind::Quote)
            }
            "listparagraph" | "paragraphedeliste" => self.become_of(PassageKind::Item),
            "caption" | "lgende" | "imagecaption" | "tablecaption" => {
                self.become_of(PassageKind::Caption);
            }
            _ => {}
        }
    }

    fn become_of(&mut self, kind: PassageKind) {
        if let Some(paragraph) = self.open.last_mut()
            && paragraph.kind == PassageKind::Paragraph
        {
            paragraph.kind = kind;
        }
    }
}

/// The value of an attribute, whatever its prefix; empty, if there is none.
fn value(tag: &BytesStart<'_>, name: &str) -> String {
    let mut attributes = tag.attributes().flatten();
    let found = attributes.find(|one| one.key.local_name().as_ref() == name);
    found.map(|one| one.value.into_owned()).unwrap_or_default()
}
