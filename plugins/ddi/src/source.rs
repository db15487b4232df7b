use gainsay_plugin::{
    Config, Document, Lang, Said, Sink, Source, SourceDiagnostic, SourceError,
    form::{NOT_BESIDE, Words, error_of, list_proposal, named, named_by_a_form, proposes},
    wire::Place,
};

use crate::{
    entries::Entries,
    finding::Maker,
    form::Mapping,
    propose::propose,
    study,
    xml::{self, Element},
};

/// The plugin `ddi`.
#[derive(Default)]
pub struct Ddi {
    /// The language of the mapping that it is asked to propose rather than to follow one.
    proposes: Option<Lang>,
}

impl Source for Ddi {
    const ID: &'static str = "ddi";

    fn configure(&mut self, config: &Config) -> Result<(), SourceError> {
        self.proposes = proposes(config)?;
        Ok(())
    }

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        if let Some(lang) = self.proposes {
            return list_proposal(document, sink, |file| propose(file, lang));
        }
        if document.media_type != "application/toml" {
            return named_by_a_form(document, sink.folder(), "data.file");
        }
        let mapping: Mapping = gainsay_plugin::form::read(document)?;
        let file = &mapping.data.file;
        let data = sink.beside(file.get_ref());
        let data = data.ok_or_else(|| error_of(document, file, NOT_BESIDE))?;
        let (root, remark) = codebook(data).map_err(|error| error_of(document, file, error))?;
        if let Some(remark) = remark {
            sink.warn(SourceDiagnostic::new(named(file, remark)).at(Place::span(file.span())))?;
        }
        let mut entries = Entries::default();
        let part = document.stem();
        if mapping.is_blank() {
            // It is read, if nothing of it is used.
            sink.listing(data, entries.listing(part))?;
            return Ok(sink.warn(nothing_said(file))?);
        }
        let study = study::record(document.study_id(), &root, &mapping, &mut entries);
        let study = study.map_err(|message| error_of(document, file, message))?;
        let findings = findings(document, &mapping, &root, &mut entries)?;
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
    let is_needed = !mapping.finding.is_empty() && mapping.said().fieldwork.is_none();
    let period = if is_needed { study::period(root, entries) } else { None };
    let maker = Maker { document, mapping, root, period };
    mapping.finding.iter().map(|entry| maker.record(entry, entries)).collect()
}

/// That nothing of a codebook counts, as its mapping only names it.
fn nothing_said(file: &Words) -> SourceDiagnostic {
    let message = [
        "nothing of this file counts yet: the mapping has no `[study]` and no finding",
        "rien de ce fichier ne compte encore\u{a0}: le mapping n'a ni `[study]` ni résultat",
    ];
    let help = [
        "fill in a finding, at least its `yes` and its concept",
        "compléter un résultat, au moins son `yes` et son concept",
    ];
    SourceDiagnostic::new(message).at(Place::span(file.span())).help(help)
}

/// A codebook, and what is odd about how it is written.
pub(crate) fn codebook(data: &Document) -> Result<(Element, Option<Said>), xml::XmlError> {
    match (&data.text, &data.bytes) {
        (Some(text), _) => Ok((xml::read(text.trim_start())?, other_declaration(text))),
        (None, Some(bytes)) => {
            let (text, remark) = xml::decode(&bytes.0)?;
            Ok((xml::read(&text)?, remark))
        }
        (None, None) => Err(xml::XmlError::Empty),
    }
}

/// That a codebook in UTF-8 says it has another character set, if it holds letters that
/// would then mean something else.
fn other_declaration(text: &str) -> Option<Said> {
    let declared = xml::declared(text).filter(|_| !text.is_ascii());
    let other = declared.filter(|name| !name.eq_ignore_ascii_case("utf-8"))?;
    let en = format!("says that it is {other}, and is read as UTF-8");
    let fr = format!("dit être en {other}, et est lu en UTF-8");
    Some([en, fr].into())
}
