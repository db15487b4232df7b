//! A source under test: its code without its type, and its documents.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_claims::{
    document::Document as CoreDocument,
    read::Reader,
    wire::{Finding, StudyRecord},
};
use indexmap::IndexMap;

use super::{Material, Reading, document};
use crate::{Config, Document, Severity, Source, SourceError, panics};

/// A source under test.
pub(super) struct Subject<'a> {
    /// What it is tested on.
    pub(super) material: &'a Material,
    /// What it says of all documents.
    pub(super) reading: Reading,
    read: fn(&Config, Vec<Document>) -> Result<Reading, String>,
    configure: fn(&Config) -> Result<(), SourceError>,
}

impl<'a> Subject<'a> {
    /// Reads all documents with a source.
    ///
    /// # Errors
    ///
    /// The message of its panic, or of its refusal of the base's own settings.
    pub(super) fn new<S: Source>(material: &'a Material) -> Result<Self, String> {
        let (read, configure) = (read::<S> as fn(&_, _) -> _, configure::<S> as fn(&_) -> _);
        let mut subject = Self { material, reading: Reading::default(), read, configure };
        subject.reading = subject.read(subject.documents())?;
        Ok(subject)
    }

    /// The documents as the host would hand them over.
    pub(super) fn documents(&self) -> Vec<Document> {
        self.material.documents.iter().map(|(name, text)| self.document(name, text)).collect()
    }

    /// A document of the source.
    pub(super) fn document(&self, name: &str, text: &str) -> Document {
        document(&self.material.source, name, text)
    }

    /// Reads some documents.
    ///
    /// # Errors
    ///
    /// The message of the source's panic.
    pub(super) fn read(&self, documents: Vec<Document>) -> Result<Reading, String> {
        (self.read)(&self.material.settings, documents)
    }

    /// Gives settings to a source of its own.
    pub(super) fn configure(&self, settings: &Config) -> Result<(), SourceError> {
        (self.configure)(settings)
    }

    /// What the core finds wrong with a reading of these documents, record by
    /// record. Studies of other sources count as missing.
    pub(super) fn problems(&self, reading: &Reading, documents: &[(&str, &str)]) -> Vec<String> {
        let documents = core_documents(documents);
        let missing = self.other_sources(reading);
        let mut studies = BTreeMap::new();
        let mut problems = Vec::new();
        for said in &reading.studies {
            let none = BTreeMap::new();
            match self.reader(&documents, &none, &missing).study(said.clone()) {
                Ok(study) => drop(studies.insert(study.id.clone(), study)),
                Err(wrong) => problems.push(format!("{}: {:?}", said.id, wrong.labels)),
            }
        }
        let reader = self.reader(&documents, &studies, &missing);
        let findings = reading.findings.iter().filter_map(|said| {
            let wrong = reader.finding(said.clone()).err()?;
            Some(format!("{}: {:?}", said.id, wrong.labels))
        });
        problems.extend(findings);
        problems
    }

    fn reader<'r>(
        &'r self,
        documents: &'r IndexMap<String, CoreDocument>,
        studies: &'r BTreeMap<String, gainsay_claims::study::Study>,
        missing: &'r BTreeSet<String>,
    ) -> Reader<'r> {
        let (vocabulary, source) = (&self.material.vocabulary, &*self.material.source);
        Reader { vocabulary, source, documents, studies, missing }
    }

    fn other_sources(&self, reading: &Reading) -> BTreeSet<String> {
        let named = reading.findings.iter().filter_map(|said| said.study.as_deref());
        let sources = named.map(|id| id.split('/').next().unwrap_or(id).to_owned());
        sources.filter(|id| *id != self.material.source).collect()
    }
}

impl Reading {
    /// What it says of one document.
    pub(super) fn of_document(&self, name: &str) -> (Vec<&StudyRecord>, Vec<&Finding>) {
        (
            self.studies.iter().filter(|one| one.document == name).collect(),
            self.findings.iter().filter(|one| one.document == name).collect(),
        )
    }

    /// The messages of errors, each with its document.
    pub(super) fn errors(&self) -> Vec<String> {
        let errors = self.diagnostics.iter().filter(|one| one.severity != Severity::Warning);
        let of = |name: &Option<String>| name.clone().unwrap_or_default();
        errors.map(|one| format!("{}: {}", of(&one.document), one.what.message)).collect()
    }
}

/// Documents as the core reads them.
pub(super) fn core_documents(documents: &[(&str, &str)]) -> IndexMap<String, CoreDocument> {
    let core = |&(name, text): &(&str, &str)| {
        let document = match super::is_table(name) {
            true => CoreDocument::table(name, text),
            false => CoreDocument::text(name, text),
        };
        (name.to_owned(), document)
    };
    documents.iter().map(core).collect()
}

fn read<S: Source>(settings: &Config, documents: Vec<Document>) -> Result<Reading, String> {
    panics::caught(|| {
        let mut source = S::default();
        source.configure(settings).map_err(|error| error.to_string())?;
        Ok(Reading::of_all(&source, documents))
    })
    .unwrap_or_else(|panic| Err(panic.what.message))
}

fn configure<S: Source>(settings: &Config) -> Result<(), SourceError> {
    S::default().configure(settings)
}
