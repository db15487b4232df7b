//! A source under test: its code without its type, and its documents.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_claims::{
    document::{Document as CoreDocument, Origin},
    read::Reader,
    wire::{Finding, Listing, StudyRecord, is_of_file},
};
use indexmap::IndexMap;

use super::{Material, Reading};
use crate::{Config, Document, Handed, Severity, Source, SourceError, panics, together};

/// A source under test.
pub(super) struct Subject<'a> {
    /// What it is tested on.
    pub(super) material: &'a Material,
    /// Its documents, as the host makes them of files.
    pub(super) handed: Vec<Handed>,
    /// The places of documents that can only be read together.
    pub(super) groups: Vec<Vec<usize>>,
    /// Files that the host would take for no document, and why.
    pub(super) refused: Vec<String>,
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
        let (mut handed, mut refused) = (Vec::new(), Vec::new());
        for (name, bytes) in &material.documents {
            match Handed::of(name, bytes.clone()) {
                Ok(one) => handed.push(one),
                Err(why) => refused.push(format!("{name} {why}")),
            }
        }
        let groups = together(&for_plugin(&handed, &material.source));
        let (read, configure) = (read::<S> as fn(&_, _) -> _, configure::<S> as fn(&_) -> _);
        let reading = Reading::default();
        let mut subject = Self { material, handed, groups, refused, reading, read, configure };
        subject.reading = subject.read(subject.documents())?;
        Ok(subject)
    }

    /// The documents as the host would hand them over.
    pub(super) fn documents(&self) -> Vec<Document> {
        for_plugin(&self.handed, &self.material.source)
    }

    /// The documents, those together that can only be read together.
    pub(super) fn parts(&self) -> Vec<Vec<Document>> {
        let document = |&at: &usize| self.handed[at].for_plugin(&self.material.source);
        self.groups.iter().map(|group| group.iter().map(document).collect()).collect()
    }

    /// The name of a document, and what it holds on disk.
    pub(super) fn on_disk(&self, at: usize) -> (String, Vec<u8>) {
        let bytes = match &self.handed[at] {
            Handed::Read(document) => document.text.clone().into_bytes(),
            Handed::Bytes { bytes, .. } => bytes.clone(),
        };
        (self.handed[at].name().to_owned(), bytes)
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
    pub(super) fn problems(&self, reading: &Reading) -> Vec<String> {
        let documents = core_documents(self.handed.clone(), &reading.listings);
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
    /// What it says of a document and what was listed of it, in an order of its own: which
    /// of two documents that speak of a third is read first tells nothing.
    pub(super) fn of_document(&self, name: &str) -> (Vec<&StudyRecord>, Vec<&Finding>) {
        let studies = self.studies.iter().filter(|one| is_of_file(&one.document, name));
        let findings = self.findings.iter().filter(|one| is_of_file(&one.document, name));
        let (mut studies, mut findings): (Vec<_>, Vec<_>) = (studies.collect(), findings.collect());
        studies.sort_by(|one, other| one.id.cmp(&other.id));
        findings.sort_by(|one, other| one.id.cmp(&other.id));
        (studies, findings)
    }

    /// The messages of errors, each with its document.
    pub(super) fn errors(&self) -> Vec<String> {
        let errors = self.diagnostics.iter().filter(|one| one.severity != Severity::Warning);
        let of = |name: &Option<String>| name.clone().unwrap_or_default();
        errors.map(|one| format!("{}: {}", of(&one.document), one.what.message)).collect()
    }
}

/// Documents as plugins get them.
pub(super) fn for_plugin(handed: &[Handed], source: &str) -> Vec<Document> {
    handed.iter().map(|one| one.for_plugin(source)).collect()
}

/// Documents as the core keeps them, with what was listed of them.
pub(super) fn core_documents(
    handed: Vec<Handed>,
    listings: &[Listing],
) -> IndexMap<String, CoreDocument> {
    let documents = handed.into_iter().map(Handed::into_core);
    let mut all: IndexMap<_, _> = documents.map(|one| (one.name.clone(), one)).collect();
    for listing in listings {
        let name = listing.name();
        // A text is never replaced by what a plugin says of it.
        let is_free = |one: &CoreDocument| matches!(one.origin, Origin::Unread(_));
        if all.get(&name).is_none_or(is_free) {
            all.insert(name.clone(), CoreDocument::listing(name, listing.entries.clone()));
        }
    }
    all
}

fn read<S: Source>(settings: &Config, documents: Vec<Document>) -> Result<Reading, String> {
    panics::caught(|| {
        let mut source = S::default();
        source.configure(settings).map_err(|error| error.to_string())?;
        Ok(Reading::of_all(&source, documents))
    })
    .unwrap_or_else(|panic| Err(panic.what.message.to_string()))
}

fn configure<S: Source>(settings: &Config) -> Result<(), SourceError> {
    S::default().configure(settings)
}
