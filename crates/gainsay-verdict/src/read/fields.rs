//! Fields of a block, and what is wrong with them.

use std::ops::Range;

use gainsay_claims::{
    Diagnostic,
    checks::INVALID_FILE,
    diagnostic::Subject,
    document::Document,
    facts::{Fact, Form, Problem, VerdictProblem, WordKind},
    vocabulary::nearest,
};
use jiff::civil::Date;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::SCHEMA;

/// A block: its fields, and where it begins.
pub(super) struct Block<'a> {
    pub(super) table: &'a DeTable<'a>,
    pub(super) at: Range<usize>,
}

impl<'a> Block<'a> {
    pub(super) fn get(&self, name: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.table.get(name)
    }
}

/// What is wrong with a file, each with its place. Places are those in the text without
/// its byte order mark.
pub(super) struct Told<'a> {
    pub(super) document: &'a Document,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl<'a> Told<'a> {
    pub(super) fn new(document: &'a Document) -> Self {
        Self { document, diagnostics: Vec::new() }
    }

    /// The text without its byte order mark.
    pub(super) fn text(&self) -> &'a str {
        self.document.text.strip_prefix('\u{feff}').unwrap_or(&self.document.text)
    }

    /// A place in the document, moved onto its text where it is not on it, and to one line.
    pub(super) fn on_text(&self, at: Range<usize>) -> Range<usize> {
        let text = &self.document.text;
        let shift = text.len() - self.text().len();
        let start = text.floor_char_boundary((at.start + shift).min(text.len()));
        let end = text.ceil_char_boundary((at.end + shift).clamp(start, text.len()));
        start..text[start..end].find('\n').map_or(end, |length| start + length)
    }

    pub(super) fn tell(&mut self, at: Range<usize>, problem: Problem) {
        let at = self.document.location(self.on_text(at));
        let diagnostic = Diagnostic::new(&INVALID_FILE, Subject::Name(self.document.name.clone()));
        self.diagnostics.push(diagnostic.label(at, Fact::Problem(problem)));
    }

    /// Whether the file is of a form that can be read; one that does not say is.
    pub(super) fn has_schema(&mut self, file: &Block<'_>) -> bool {
        let Some(value) = file.get("schema") else { return true };
        let number = value.get_ref().as_integer().map(|one| one.as_str().parse::<i64>());
        let known = matches!(number, Some(Ok(SCHEMA)));
        if !known {
            self.tell(value.span(), Problem::Verdict(VerdictProblem::UnknownSchema));
        }
        known
    }

    /// The blocks of a name, in their order.
    pub(super) fn blocks<'b>(&mut self, file: &Block<'b>, name: &str) -> Vec<Block<'b>> {
        let Some(value) = file.get(name) else { return Vec::new() };
        let Some(blocks) = value.get_ref().as_array() else {
            return self.form(name, value, Form::Blocks).unwrap_or_default();
        };
        let read = blocks.iter().filter_map(|block| match block.get_ref().as_table() {
            Some(table) => Some(Block { table, at: block.span() }),
            None => self.form(name, block, Form::Blocks),
        });
        read.collect()
    }

    /// Tells of fields that are not known.
    pub(super) fn only(&mut self, block: &Block<'_>, known: &[&str]) {
        for name in block.table.keys() {
            let field: &str = name.get_ref();
            if !known.contains(&field) {
                let nearest = nearest(field, known.iter().copied()).map(str::to_owned);
                let field = field.to_owned();
                let problem = VerdictProblem::UnknownField { field, nearest };
                self.tell(name.span(), Problem::Verdict(problem));
            }
        }
    }

    pub(super) fn needed<'b>(
        &mut self,
        block: &Block<'b>,
        field: &'static str,
    ) -> Option<&'b Spanned<DeValue<'b>>> {
        let value = block.get(field);
        if value.is_none() {
            self.tell(block.at.clone(), Problem::Verdict(VerdictProblem::Missing { field }));
        }
        value
    }

    pub(super) fn needed_text(
        &mut self,
        block: &Block<'_>,
        field: &'static str,
    ) -> Option<(String, Range<usize>)> {
        let value = self.needed(block, field)?;
        self.text_of(field, value)
    }

    /// A text that says something, whatever the line ends of its file.
    pub(super) fn text_of(
        &mut self,
        field: &str,
        value: &Spanned<DeValue<'_>>,
    ) -> Option<(String, Range<usize>)> {
        match value.get_ref().as_str().map(str::trim) {
            Some("") => {
                let field = field.to_owned();
                self.tell(value.span(), Problem::Verdict(VerdictProblem::Empty { field }));
                None
            }
            Some(text) => Some((text.replace("\r\n", "\n"), value.span())),
            None => self.form(field, value, Form::Text),
        }
    }

    pub(super) fn date(
        &mut self,
        field: &str,
        value: &Spanned<DeValue<'_>>,
    ) -> Option<(Date, Range<usize>)> {
        let date = value.get_ref().as_datetime().filter(|one| one.time.is_none());
        let date = date.and_then(|one| one.date).and_then(|one| {
            let (month, day) = (i8::try_from(one.month).ok()?, i8::try_from(one.day).ok()?);
            Date::new(i16::try_from(one.year).ok()?, month, day).ok()
        });
        match date {
            Some(date) => Some((date, value.span())),
            None => self.form(field, value, Form::Date),
        }
    }

    /// One of the words that a field may hold.
    pub(super) fn word<T: Copy>(
        &mut self,
        kind: WordKind,
        word: &str,
        at: &Range<usize>,
        known: &[(&str, T)],
    ) -> Option<T> {
        let found = known.iter().find(|(name, _)| *name == word);
        if found.is_none() {
            let nearest = nearest(word, known.iter().map(|(name, _)| *name)).map(str::to_owned);
            let word = word.to_owned();
            self.tell(at.clone(), Problem::UnknownWord { kind, word, nearest });
        }
        found.map(|(_, value)| *value)
    }

    /// Tells that a field is of another form than it has.
    pub(super) fn form<T>(
        &mut self,
        field: &str,
        value: &Spanned<DeValue<'_>>,
        form: Form,
    ) -> Option<T> {
        let field = field.to_owned();
        self.tell(value.span(), Problem::Verdict(VerdictProblem::Form { field, form }));
        None
    }
}
