//! The file that a mapping names, whatever its form.

use std::borrow::Cow;

use gainsay_plugin::{
    Document, Said, Sink, SourceDiagnostic, SourceError,
    form::{Encoding, NOT_BESIDE, decoded, error, error_of, named},
    wire::Place,
};

use crate::{
    data::{Answers, Code, Dictionary, ResponseSet},
    form::{CodeForm, Decimals, Mapping},
    sav::Sav,
    select::NO_VARIABLE,
    table,
};

/// A file of microdata whose variables are known.
pub(crate) struct File<'a> {
    pub(crate) document: &'a Document,
    pub(crate) dictionary: Dictionary,
    form: Form<'a>,
}

enum Form<'a> {
    Sav(Box<Sav<'a>>),
    Table { rows: Cow<'a, [Vec<String>]>, decimals: Decimals },
}

/// Opens the file of a mapping, and adds what the mapping says of its variables.
///
/// # Errors
///
/// When there is no such file beside the mapping, or it cannot be read; the error is
/// located where the mapping names it.
pub(crate) fn open<'a>(
    document: &Document,
    mapping: &Mapping,
    sink: &mut Sink<'a>,
) -> Result<File<'a>, SourceError> {
    let name = &mapping.data.file;
    let wrong = |message: Said| error_of(document, name, message);
    let beside = sink.beside(name.get_ref());
    let data = beside.ok_or_else(|| wrong(NOT_BESIDE.into()))?;
    let form = &mapping.data;
    let mut file = File::of(data, form.encoding, form.decimals).map_err(wrong)?;
    for remark in std::mem::take(&mut file.dictionary.remarks) {
        sink.warn(SourceDiagnostic::new(named(name, remark)).at(Place::span(name.span())))?;
    }
    describe(document, mapping, &mut file.dictionary)?;
    Ok(file)
}

impl<'a> File<'a> {
    /// Reads what a document says of its variables; `encoding` and `decimals` tell how it is
    /// written if it is a table.
    ///
    /// # Errors
    ///
    /// Why it cannot be read, in words that follow the name of the file.
    pub(crate) fn of(
        document: &'a Document,
        encoding: Option<Encoding>,
        decimals: Decimals,
    ) -> Result<Self, Said> {
        let bytes = document.bytes.as_ref().map(|bytes| bytes.0.as_slice());
        if is_table(document) {
            let table = decoded(document, encoding)?;
            let mut dictionary = table::dictionary(&table.rows)?;
            dictionary.remarks.extend(table.remark);
            let form = Form::Table { rows: table.rows, decimals };
            return Ok(Self { document, dictionary, form });
        }
        let neither =
            ["is neither a table nor an SPSS file", "n'est ni un tableau ni un fichier SPSS"];
        let mut sav = Sav::open(bytes.ok_or(neither)?)?;
        let dictionary = std::mem::take(&mut sav.dictionary);
        Ok(Self { document, dictionary, form: Form::Sav(Box::new(sav)) })
    }

    /// The rows of a table, its head with them; none of another file.
    pub(crate) fn rows(&self) -> &[Vec<String>] {
        match &self.form {
            Form::Table { rows, .. } => rows,
            Form::Sav(_) => &[],
        }
    }

    /// The same table, with decimals written in another way.
    pub(crate) fn with(self, decimals: Decimals) -> Self {
        let form = match self.form {
            Form::Table { rows, .. } => Form::Table { rows, decimals },
            other => other,
        };
        Self { form, ..self }
    }

    /// The answers of these variables, named as in the dictionary.
    ///
    /// # Errors
    ///
    /// Why they cannot be read, in words that follow the name of the file.
    pub(crate) fn answers(&self, names: &[&str]) -> Result<Answers, Said> {
        let dictionary = &self.dictionary;
        match &self.form {
            Form::Sav(sav) => Ok(sav.answers(dictionary, names)?),
            Form::Table { rows, decimals } => {
                Ok(table::answers(rows, dictionary, names, *decimals)?)
            }
        }
    }
}

/// Whether a document is a table of answers, however it is written in bytes.
fn is_table(document: &Document) -> bool {
    document.media_type == "text/csv"
}

/// Adds `[variable]` and `[set]` of a mapping to what the file says itself.
fn describe(
    document: &Document,
    mapping: &Mapping,
    dictionary: &mut Dictionary,
) -> Result<(), SourceError> {
    for (name, form) in &mapping.variable {
        let missing = || {
            let said = Said::from(NO_VARIABLE).map(|said| format!("`[variable.{name}]` {said}"));
            SourceError::new(said).at(document, Place::span(mapping.data.file.span()))
        };
        let at = dictionary.position(name).ok_or_else(missing)?;
        if !form.labels.is_empty() {
            let labels = form.labels.iter();
            dictionary
                .labels
                .push(labels.map(|(value, label)| (written_code(value), label.clone())).collect());
            dictionary.variables[at].labels = Some(dictionary.labels.len() - 1);
        }
        let codes = form.missing.iter().map(|CodeForm(code)| code.clone());
        dictionary.variables[at].missing.codes.extend(codes);
    }
    for (name, form) in &mapping.set {
        let mut variables = Vec::new();
        for words in &form.variables {
            let variable = dictionary.variable(words.get_ref());
            let none = || error(document, words, NO_VARIABLE);
            variables.push(variable.ok_or_else(none)?.name.clone());
        }
        let counted = form.counted.as_ref().map(|CodeForm(code)| code.clone());
        let (name, label) = (name.clone(), String::new());
        dictionary.sets.push(ResponseSet { name, label, variables, counted });
    }
    Ok(())
}

/// A key of `labels`, which TOML only has as text.
fn written_code(value: &str) -> Code {
    let number = table::number(value, Decimals::Point);
    number.map_or_else(|| Code::Text(value.to_owned()), Code::Number)
}
