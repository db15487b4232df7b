use std::collections::{BTreeMap, btree_map::Entry};

use gainsay_plugin::{
    Config, Document, Sink, Source, SourceDiagnostic, SourceError,
    form::{FindingForm, Findings, Words, error, error_of, named, named_by_a_form, no_study},
    wire::{Listing, Place},
};

use crate::{
    file::{File, PageError},
    form::Form,
    page::{Page, part},
    quote::Quote,
};

/// The plugin `pdf`.
#[derive(Default)]
pub struct Pdf {
    /// Whether it is asked to list every page rather than to follow a form.
    lists: bool,
}

impl Source for Pdf {
    const ID: &'static str = "pdf";

    fn configure(&mut self, config: &Config) -> Result<(), SourceError> {
        for (key, value) in config {
            match (key.as_str(), value.as_bool()) {
                ("list", Some(lists)) => self.lists = lists,
                ("list", None) => return Err(SourceError::not_a_switch("list")),
                (key, _) => return Err(SourceError::unknown_setting(key)),
            }
        }
        Ok(())
    }

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        if document.media_type != "application/toml" {
            return named_by_a_form(document, sink.folder(), "document");
        }
        if self.lists {
            return list(document, sink);
        }
        let form: Form = gainsay_plugin::form::read(document)?;
        let (pdf, file) = open(document, &form.document, sink)?;
        if form.finding.is_empty() {
            // It is read, if nothing of it is used.
            sink.listing(
                pdf,
                Listing { part: Some(document.stem().to_owned()), ..Listing::default() },
            )?;
        }
        let Some(study) = &form.study else {
            return Ok(sink.warn(no_study(
                &form.document,
                ["whose survey it is", "de qui est cette enquête"],
            ))?);
        };
        let study = study.record(document, form.seen.values())?;
        let findings = Findings { document, seen: &form.seen, question: &form.question };
        let mut pages = BTreeMap::new();
        let mut found = Vec::new();
        for entry in &form.finding {
            let number = number(document, entry, &file)?;
            let page = match pages.entry(number) {
                Entry::Occupied(page) => page.into_mut(),
                Entry::Vacant(free) => {
                    free.insert(file.page(number).map_err(|error| at_page(document, entry, error))?)
                }
            };
            let quote = Quote { document, page, number, words: entry.quote.as_ref() };
            let finding = findings.record(entry, &|words| quote.place(words))?;
            found.push((number, finding));
        }
        sink.study(study)?;
        for (number, page) in pages {
            tell(&page, number, form.document.span(), sink)?;
            sink.listing(pdf, page.listing(number))?;
        }
        for (number, finding) in found {
            sink.finding_in(pdf, Some(&part(number)), finding)?;
        }
        Ok(())
    }
}

/// Lists every page of the PDF file that a document names.
fn list(document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
    #[derive(serde::Deserialize)]
    struct Naming {
        document: Words,
    }
    let Naming { document: named } = gainsay_plugin::form::read(document)?;
    let (pdf, file) = open(document, &named, sink)?;
    for number in 1..=file.pages() {
        match file.page(number) {
            Ok(page) => {
                tell(&page, number, named.span(), sink)?;
                sink.listing(pdf, page.listing(number))?;
            }
            Err(error) => {
                let message = error.words().map(|error| format!("page {number} {error}"));
                sink.warn(SourceDiagnostic::new(message))?;
                sink.listing(pdf, Listing { part: Some(part(number)), ..Listing::default() })?;
            }
        }
    }
    Ok(())
}

/// That a file is not there.
const NOT_BESIDE: [&str; 2] =
    ["is no document beside this form", "n'est pas un document placé à côté de ce fichier"];
/// That a file is a text.
const NO_PDF: [&str; 2] = ["is no PDF", "n'est pas un PDF"];

/// The PDF file that a form names.
fn open<'a>(
    document: &Document,
    name: &Words,
    sink: &mut Sink<'a>,
) -> Result<(&'a Document, File), SourceError> {
    let pdf = sink.beside(name.get_ref());
    let pdf = pdf.ok_or_else(|| error_of(document, name, NOT_BESIDE))?;
    let bytes = pdf.bytes.as_ref().ok_or_else(|| error_of(document, name, NO_PDF))?;
    let file = File::open(&bytes.0).map_err(|error| error_of(document, name, error))?;
    for remark in file.remarks() {
        sink.warn(SourceDiagnostic::new(named(name, remark)).at(Place::span(name.span())))?;
    }
    Ok((pdf, file))
}

/// The page of an entry.
fn number(document: &Document, entry: &FindingForm, file: &File) -> Result<usize, SourceError> {
    let Some(page) = &entry.page else {
        return Err(error(document, &entry.id, ["no page is named", "aucune page n'est nommée"]));
    };
    let number = *page.get_ref();
    if (1..=file.pages()).contains(&number) {
        return Ok(number);
    }
    let pages = file.pages();
    let message = [
        format!("there is no page {number}: the document has {pages}"),
        format!("il n'y a pas de page {number}\u{a0}: le document en a {pages}"),
    ];
    Err(SourceError::new(message).at(document, Place::span(page.span())))
}

fn at_page(document: &Document, entry: &FindingForm, error: PageError) -> SourceError {
    let at = entry.page.as_ref().map(toml::Spanned::span).unwrap_or_default();
    let [en, fr] = error.words();
    let message = [format!("the page {en}"), format!("la page {fr}")];
    SourceError::new(message).at(document, Place::span(at))
}

/// Tells what of a page could not be read, where the form names the document.
fn tell(
    page: &Page,
    number: usize,
    at: std::ops::Range<usize>,
    sink: &mut Sink<'_>,
) -> Result<(), SourceError> {
    for remark in &page.remarks {
        let message = remark.map(|remark| format!("page {number} {remark}"));
        sink.warn(SourceDiagnostic::new(message).at(Place::span(at.clone())))?;
    }
    Ok(())
}
