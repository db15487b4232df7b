use gainsay_plugin::{
    Config, Document, Lang, Sink, Source, SourceDiagnostic, SourceError,
    form::{NOT_BESIDE, error_of, list_proposal, named, named_by_a_form, proposes},
    wire::{Listing, Place},
};

use crate::{
    apart::Alike,
    asked::findings,
    form::Form,
    mapping::Mapping,
    poll::{polls, sound_rows},
    propose::propose,
    table::Table,
    unsaid,
};

/// How many bad rows are told one by one: of a mapping that fits nothing, more say no more.
const MOST_REMARKS: usize = 100;

/// The plugin `feed`.
#[derive(Default)]
pub struct Feed {
    /// The language of the mapping that it is asked to propose rather than to follow one.
    proposes: Option<Lang>,
}

impl Source for Feed {
    const ID: &'static str = "feed";

    fn configure(&mut self, config: &Config) -> Result<(), SourceError> {
        self.proposes = proposes(config)?;
        Ok(())
    }

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        if let Some(lang) = self.proposes {
            return list_proposal(document, sink, |table| propose(table, lang));
        }
        if document.media_type != "application/toml" {
            return named_by_a_form(document, sink.folder(), "table");
        }
        let form: Form = gainsay_plugin::form::read(document)?;
        let beside = sink.beside(form.table.get_ref());
        let beside = beside.ok_or_else(|| error_of(document, &form.table, NOT_BESIDE))?;
        let table =
            Table::of(beside, form.encoding).map_err(|why| error_of(document, &form.table, why))?;
        let mapping = Mapping::of(document, &form, &table)?;
        let (rows, remarks) = match mapping.counts() {
            true => sound_rows(&mapping),
            false => Default::default(),
        };
        if let Some(entries) = table.entries() {
            sink.listing(beside, Listing { entries, ..Listing::default() })?;
        }
        let mut alike = Alike::default();
        for poll in polls(&mapping, rows) {
            let study = mapping.study(&poll);
            let findings = findings(&mapping, &poll, &study, &mut alike);
            sink.study_in(beside, None, study)?;
            for finding in findings {
                sink.finding_in(beside, None, finding)?;
            }
        }
        for remark in alike.remarks() {
            sink.warn(remark)?;
        }
        Ok(tell(&mapping, beside, remarks, sink)?)
    }
}

/// Tells what was left out.
fn tell(
    mapping: &Mapping<'_>,
    table: &Document,
    remarks: Vec<SourceDiagnostic>,
    sink: &mut Sink<'_>,
) -> Result<(), gainsay_plugin::Stopped> {
    let more = remarks.len().saturating_sub(MOST_REMARKS);
    for remark in remarks.into_iter().take(MOST_REMARKS) {
        sink.warn_in(table, None, remark)?;
    }
    let at = Some(Place::span(mapping.form.table.span()));
    if let Some(odd) = &mapping.cells.table.remark {
        let message = named(&mapping.form.table, odd.clone());
        sink.warn(SourceDiagnostic { message, at, help: None })?;
    }
    if more > 0 {
        let message = [
            format!("{more} more rows of the table are left out"),
            format!("lignes du tableau laissées de côté en plus de celles-ci\u{a0}: {more}"),
        ];
        sink.warn(SourceDiagnostic { message: message.into(), at, help: None })?;
    }
    for remark in unsaid::all(mapping.form) {
        sink.warn(remark)?;
    }
    if !mapping.unnamed.is_empty() {
        let first: Vec<_> = mapping.unnamed.iter().take(MOST_REMARKS).copied().collect();
        let first = first.join("`, `");
        let message = [
            format!("the table has columns that nothing reads: `{first}`"),
            format!("le tableau a des colonnes que rien ne lit\u{a0}: `{first}`"),
        ];
        let help =
            ["list them as `columns` of `[left-out]`", "les nommer dans `columns` de `[left-out]`"];
        sink.warn(SourceDiagnostic { message: message.into(), at, help: Some(help.into()) })?;
    }
    Ok(())
}
