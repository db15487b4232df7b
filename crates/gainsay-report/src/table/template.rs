//! Tables through a template of the user's.

use std::io;

use minijinja::{
    AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value, context,
    syntax::SyntaxConfig, value::Serde,
};
use serde::Serialize;

use super::{
    Options, Sheet, Table,
    render::{sheets, works},
};
use crate::{Speaker, clean, escape::html, json};

mod ending;

pub use ending::template_endings;

use ending::{Escape, escape};

/// How many instructions a template may take, so that none runs on.
const FUEL: u64 = 20_000_000;

/// How many bytes a template may write.
const LONGEST: usize = 16 << 20;

/// Why a template could not be rendered.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// Its name does not tell how to escape what it prints.
    #[error("ending that tells no format")]
    NoFormat,
    /// The engine refuses it.
    #[error("line {line}: {message}")]
    Refused {
        /// The line of the template, from 1.
        line: usize,
        /// What the engine says of it.
        message: String,
    },
}

/// A sheet as a template sees it.
#[derive(Serialize)]
struct SheetValue {
    caption: String,
    label: String,
    mark: String,
    columns: Vec<ColumnValue>,
    rows: Vec<Vec<CellValue>>,
    notes: Vec<NoteValue>,
    sources: Vec<SourceValue>,
}

#[derive(Serialize)]
struct ColumnValue {
    name: &'static str,
    text: String,
}

#[derive(Serialize)]
struct CellValue {
    text: String,
    second: Option<String>,
    notes: Vec<String>,
    source: Option<usize>,
    key: Option<String>,
}

#[derive(Serialize)]
struct NoteValue {
    letter: String,
    text: String,
}

#[derive(Serialize)]
struct SourceValue {
    number: usize,
    key: Option<String>,
    text: String,
    cited_in: Vec<String>,
    urls: Vec<String>,
}

/// Renders tables through a template (MiniJinja). It sees `lang` and `tables`: each
/// the value of the JSON output with a `sheet` in words. What it prints is escaped by
/// the ending of its name, one of [`template_endings`].
///
/// # Errors
///
/// A template whose name ends otherwise, that does not parse, names something that there
/// is not, or takes or writes too much.
pub fn template<'a>(
    speaker: Speaker<'a>,
    tables: &[Table<'a>],
    options: &Options,
    name: &str,
    source: &str,
) -> Result<String, TemplateError> {
    let own = escape(name).ok_or(TemplateError::NoFormat)?;
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    let syntax = SyntaxConfig::builder().keep_trailing_newline(true).build();
    environment.set_syntax(syntax.map_err(|error| located(&error))?);
    // Before the template is added: afterwards it would not change its mode.
    environment.set_auto_escape_callback(|_| AutoEscape::Custom("ending".into()));
    environment.set_formatter(move |out, state, value| format(out, state, value, own));
    environment.add_template(name, source).map_err(|error| located(&error))?;
    let template = environment.get_template(name).map_err(|error| located(&error))?;
    let works = works(speaker, tables, options);
    let sheets = sheets(speaker, tables, options, &works);
    let tables = tables.iter().zip(sheets).map(|(table, sheet)| {
        let value = Value::from(Serde(json::table_output(speaker, table, options, &works)));
        context! { sheet => Value::from(Serde(seen(sheet))), ..value }
    });
    let lang = speaker.lang.code();
    let all = context! { lang, tables => tables.collect::<Vec<_>>() };
    let mut written = Limited(Vec::new());
    template.render_captured_to(all, &mut written).map_err(|error| located(&error))?;
    String::from_utf8(written.0)
        .map_err(|error| TemplateError::Refused { line: 1, message: error.to_string() })
}

/// Prints a value as text of the template's format, or as its block `autoescape` asks.
fn format(
    out: &mut Output<'_>,
    state: &mut State<'_, '_>,
    value: &Value,
    own: Escape,
) -> Result<(), Error> {
    if value.is_undefined() {
        return Err(Error::from(ErrorKind::UndefinedError));
    }
    let text = value.to_string();
    let escaped = match state.auto_escape() {
        _ if value.is_safe() || value.is_number() => text,
        AutoEscape::None => clean(&text),
        AutoEscape::Html => html(&text),
        _ => own(&text),
    };
    out.write_str(&escaped).map_err(Error::from)
}

fn located(error: &Error) -> TemplateError {
    let message = match error.detail() {
        Some(detail) => format!("{}: {detail}", error.kind()),
        None => error.kind().to_string(),
    };
    TemplateError::Refused { line: error.line().unwrap_or(1), message: clean(&message) }
}

/// Text up to a length.
struct Limited(Vec<u8>);

impl io::Write for Limited {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > LONGEST {
            return Err(io::Error::other("the output is too long"));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn seen(sheet: Sheet) -> SheetValue {
    let keys: Vec<_> = sheet.sources.iter().map(|source| source.key.clone()).collect();
    let cell = |cell: super::Cell| CellValue {
        text: cell.text,
        second: cell.second,
        notes: cell.notes.into_iter().map(Sheet::letter).collect(),
        source: cell.source.map(|source| source + 1),
        key: cell.source.and_then(|source| keys.get(source).cloned()?),
    };
    let columns = sheet.columns.into_iter();
    let rows = sheet.rows.into_iter();
    let notes = sheet.notes.into_iter().enumerate();
    let sources = sheet.sources.into_iter().enumerate();
    SheetValue {
        caption: sheet.caption,
        label: sheet.label,
        mark: sheet.mark,
        columns: columns.map(|one| ColumnValue { name: one.name, text: one.text }).collect(),
        rows: rows.map(|row| row.into_iter().map(cell).collect()).collect(),
        notes: notes
            .map(|(index, text)| NoteValue { letter: Sheet::letter(index), text })
            .collect(),
        sources: sources
            .map(|(index, one)| SourceValue {
                number: index + 1,
                text: one.words(),
                cited_in: one.cited_in().into_iter().map(str::to_owned).collect(),
                urls: one.urls(),
                key: one.key,
            })
            .collect(),
    }
}
