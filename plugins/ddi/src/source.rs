use gainsay_plugin::{
    Document, Sink, Source, SourceDiagnostic, SourceError,
    form::{error, named_by_a_form},
    wire::Place,
};

use crate::{
    entries::Entries,
    finding::Maker,
    form::Mapping,
    study,
    xml::{self, Element},
};

/// The plugin `ddi`.
#[derive(Default)]
pub struct Ddi;

impl Source for Ddi {
    const ID: &'static str = "ddi";

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        if document.media_type != "application/toml" {
            return named_by_a_form(document, sink.folder());
        }
        let mapping: Mapping = gainsay_plugin::form::read(document)?;
        let file = &mapping.data.file;
        let wrong =
            |message: String| error(document, file, format!("`{}` {message}", file.get_ref()));
        let data = sink.beside(file.get_ref());
        let data = data.ok_or_else(|| wrong("is no document beside this mapping".to_owned()))?;
        let root = codebook(data).map_err(|error| wrong(error.to_string()))?;
        if let Some(name) = other_declaration(data) {
            let message =
                format!("`{}` says that it is {name}, and is read as UTF-8", file.get_ref());
            sink.warn(SourceDiagnostic {
                message,
                at: Some(Place::span(file.span())),
                help: None,
            })?;
        }
        let mut entries = Entries::default();
        let study = study::record(document.study_id(), &root, &mapping, &mut entries);
        let study = study.map_err(|message| wrong(message.to_owned()))?;
        let findings = findings(document, &mapping, &root, &mut entries)?;
        let part = document.stem();
        sink.listing(data, entries.listing(part))?;
        sink.study_in(data, Some(part), study)?;
        for finding in findings {
            sink.finding_in(data, Some(part), finding)?;
        }
        Ok(())
    }
}

fn findings(
    document: &Document,
    mapping: &Mapping,
    root: &Element,
    entries: &mut Entries,
) -> Result<Vec<gainsay_plugin::wire::Finding>, SourceError> {
    let is_needed = !mapping.finding.is_empty() && mapping.study.fieldwork.is_none();
    let period = if is_needed { study::period(root, entries) } else { None };
    let maker = Maker { document, mapping, root, period };
    mapping.finding.iter().map(|entry| maker.record(entry, entries)).collect()
}

fn codebook(data: &Document) -> Result<Element, xml::XmlError> {
    match (&data.text, &data.bytes) {
        (Some(text), _) => xml::read(text.trim_start()),
        (None, Some(bytes)) => xml::read(&xml::decode(&bytes.0)?),
        (None, None) => Err(xml::XmlError::Empty),
    }
}

/// The character set that a codebook in UTF-8 says it has, if it holds letters that
/// would then mean something else.
fn other_declaration(data: &Document) -> Option<String> {
    let text = data.text.as_ref().filter(|text| !text.is_ascii())?;
    xml::declared(text).filter(|name| !name.eq_ignore_ascii_case("utf-8"))
}
