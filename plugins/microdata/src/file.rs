//! The file that a mapping names, whatever its form.

use std::borrow::Cow;

use gainsay_plugin::{
    Document, Said, Sink, SourceDiagnostic, SourceError,
    form::{NOT_BESIDE, decoded, error, error_of, named},
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
    let (mut dictionary, form) = contents(data, mapping).map_err(wrong)?;
    for remark in std::mem::take(&mut dictionary.remarks) {
        sink.warn(SourceDiagnostic::new(named(name, remark)).at(Place::span(name.span())))?;
    }
    describe(document, mapping, &mut dictionary)?;
    Ok(File { document: data, dictionary, form })
}

/// The variables of a file, and its form.
fn contents<'a>(data: &'a Document, mapping: &Mapping) -> Result<(Dictionary, Form<'a>), Said> {
    let bytes = data.bytes.as_ref().map(|bytes| bytes.0.as_slice());
    let is_table = data.media_type == "text/csv";
    match bytes {
        Some(bytes) if !is_table => {
            let mut sav = Sav::open(bytes)?;
            let dictionary = std::mem::take(&mut sav.dictionary);
            Ok((dictionary, Form::Sav(Box::new(sav))))
        }
        _ if is_table => {
            let form = &mapping.data;
            let table = decoded(data, form.encoding)?;
            let mut dictionary = table::dictionary(&table.rows)?;
            dictionary.remarks.extend(table.remark);
            Ok((dictionary, Form::Table { rows: table.rows, decimals: form.decimals }))
        }
        _ => Err(["is neither a table nor an SPSS file", "n'est ni un tableau ni un fichier SPSS"]
            .into()),
    }
}

impl File<'_> {
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
        dictionary.sets.push(ResponseSet { name: name.clone(), variables, counted });
    }
    Ok(())
}

/// A key of `labels`, which TOML only has as text.
fn written_code(value: &str) -> Code {
    let number = table::number(value, Decimals::Point);
    number.map_or_else(|| Code::Text(value.to_owned()), Code::Number)
}
