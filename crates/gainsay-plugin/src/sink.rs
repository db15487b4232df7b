//! Where a source puts what it finds.

use std::mem;

use gainsay_claims::{
    Said,
    wire::{Finding, Listing, Place, StudyRecord, listing_name},
};
use serde::{Deserialize, Serialize};

use crate::{Document, SourceError};

/// Records per batch: one at a time costs up to 40 % of the speed, all at once
/// holds everything in memory twice.
const BATCH: usize = 256;

/// Receives what a source emits: batches of records, text, diagnostics.
pub type Emit<'a> = dyn FnMut(Kind, &[u8]) -> Result<(), Stopped> + 'a;

/// Takes studies and findings and hands them to the host in batches.
///
/// Belongs to the thread that reads, and says so: it is not `Send`.
pub struct Sink<'a> {
    emit: &'a mut Emit<'a>,
    folder: &'a [Document],
    document: String,
    /// The records of a batch as they are written, but for the end of the list: a record is
    /// large, and what made it is freed before the next one is made.
    batch: Vec<u8>,
    records: usize,
    stopped: bool,
}

/// A [`Record`](gainsay_claims::wire::Record) that is written and not kept.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
enum Given<'a> {
    Study(&'a StudyRecord),
    Finding(&'a Finding),
    Listing(&'a Listing),
}

impl<'a> Sink<'a> {
    /// Starts with no document; `emit` receives batches and diagnostics.
    pub(crate) fn new(emit: &'a mut Emit<'a>, folder: &'a [Document]) -> Self {
        let (document, batch) = (String::new(), Vec::new());
        Self { emit, folder, document, batch, records: 0, stopped: false }
    }

    /// All documents of the source, which lie in one folder. A document may name
    /// another one by its file name, as a mapping names its table.
    pub fn folder(&self) -> &'a [Document] {
        self.folder
    }

    /// The document of the source with this file name.
    pub fn beside(&self, file_name: &str) -> Option<&'a Document> {
        self.folder.iter().find(|document| document.file_name() == file_name)
    }

    /// Says what a document that is no text holds, or a part of it. Findings point
    /// into it through [`Sink::finding_in`].
    ///
    /// ```
    /// use gainsay_plugin::{
    ///     Document, Sink, Source, SourceError,
    ///     testing::{Reading, document},
    ///     wire::{Figure, Finding, Listing, Mark, Place, Says},
    /// };
    ///
    /// /// Reads a file that a text names, which holds one share.
    /// #[derive(Default)]
    /// struct FixtureA;
    ///
    /// impl Source for FixtureA {
    ///     const ID: &'static str = "fixture-a";
    ///
    ///     fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
    ///         let file = sink.beside(document.text().trim());
    ///         let file = file.ok_or_else(|| SourceError::new("no such file"))?;
    ///         let bytes = file.bytes.as_ref().map(|bytes| bytes.0.clone()).unwrap_or_default();
    ///         let entry = ["byte 0".to_owned(), format!("{} %", bytes.first().unwrap_or(&0))];
    ///         sink.listing(file, Listing { entries: vec![entry], ..Listing::default() })?;
    ///         // The first entry's words: the core reads the figure there.
    ///         let says = Says::Share(Figure::at(Place::cell(0, 1)));
    ///         let study = document.study_id();
    ///         let finding = Finding::new("2014/share", study, Mark::Publisher, "ignores-posts", says);
    ///         Ok(sink.finding_in(file, None, finding)?)
    ///     }
    /// }
    ///
    /// let reading = Reading::of_all(&FixtureA, vec![
    ///     document("fixture-a", "sources/fixture-a/2014.txt", "2014.sav"),
    ///     document("fixture-a", "sources/fixture-a/2014.sav", [72]),
    /// ]);
    /// assert_eq!(reading.listings[0].entries, [["byte 0", "72 %"]]);
    /// assert_eq!(reading.findings[0].document, "sources/fixture-a/2014.sav");
    /// ```
    ///
    ///
    /// # Errors
    /// `Stopped` when the host wants no more.
    pub fn listing(&mut self, of: &Document, listing: Listing) -> Result<(), Stopped> {
        let document = of.name.clone();
        self.push(&Given::Listing(&Listing { document, ..listing }))
    }

    /// Adds a finding of another document than the one that is being read: the one
    /// it names, or, where there is a part, what was listed of that.
    ///
    /// # Errors
    /// `Stopped` when the host wants no more.
    pub fn finding_in(
        &mut self,
        of: &Document,
        part: Option<&str>,
        mut finding: Finding,
    ) -> Result<(), Stopped> {
        finding.document = listing_name(&of.name, part);
        self.push(&Given::Finding(&finding))
    }

    /// Adds a study of another document than the one that is being read, or of what
    /// was listed of a part of it.
    ///
    /// # Errors
    /// `Stopped` when the host wants no more.
    pub fn study_in(
        &mut self,
        of: &Document,
        part: Option<&str>,
        mut study: StudyRecord,
    ) -> Result<(), Stopped> {
        study.document = listing_name(&of.name, part);
        self.push(&Given::Study(&study))
    }

    /// Adds a study, found in the document that is being read.
    ///
    /// # Errors
    /// `Stopped` when the host wants no more.
    pub fn study(&mut self, mut study: StudyRecord) -> Result<(), Stopped> {
        study.document.clone_from(&self.document);
        self.push(&Given::Study(&study))
    }

    /// Adds a finding of the document that is being read.
    ///
    /// # Errors
    /// `Stopped` when the host wants no more.
    pub fn finding(&mut self, mut finding: Finding) -> Result<(), Stopped> {
        finding.document.clone_from(&self.document);
        self.push(&Given::Finding(&finding))
    }

    /// Reports something odd in the document that is being read, which goes on.
    ///
    /// # Errors
    /// `Stopped` when the host wants no more.
    pub fn warn(&mut self, diagnostic: SourceDiagnostic) -> Result<(), Stopped> {
        self.report(Severity::Warning, Some(self.document.clone()), diagnostic)
    }

    /// Reports something odd in another document than the one that is being read: the
    /// one it names, or what was listed of a part of that.
    ///
    /// # Errors
    /// `Stopped` when the host wants no more.
    pub fn warn_in(
        &mut self,
        of: &Document,
        part: Option<&str>,
        diagnostic: SourceDiagnostic,
    ) -> Result<(), Stopped> {
        self.report(Severity::Warning, Some(listing_name(&of.name, part)), diagnostic)
    }

    /// Reports that the document that is being read cannot be read on.
    pub(crate) fn error(&mut self, error: SourceError) -> Result<(), Stopped> {
        let (document, at) = error.at.unzip();
        let document = document.or_else(|| Some(self.document.clone()));
        let what = SourceDiagnostic { message: error.message, at, help: None };
        self.report(Severity::Error, document, what)
    }

    /// Says which document the next records come from.
    pub(crate) fn begin(&mut self, document: &str) {
        document.clone_into(&mut self.document);
    }

    /// Hands over what is left of a batch.
    pub(crate) fn flush(&mut self) -> Result<(), Stopped> {
        if self.records == 0 {
            return self.state();
        }
        let mut bytes = mem::take(&mut self.batch);
        bytes.push(b']');
        self.records = 0;
        let emitted = self.emit(Kind::Records, &bytes);
        // The next batch takes about as much room.
        bytes.clear();
        self.batch = bytes;
        emitted
    }

    fn push(&mut self, record: &Given<'_>) -> Result<(), Stopped> {
        self.state()?;
        self.batch.push(if self.records == 0 { b'[' } else { b',' });
        serde_json::to_writer(&mut self.batch, record)
            .expect("records hold strings and places only");
        self.records += 1;
        if self.records < BATCH { Ok(()) } else { self.flush() }
    }

    fn report(
        &mut self,
        severity: Severity,
        document: Option<String>,
        what: SourceDiagnostic,
    ) -> Result<(), Stopped> {
        let diagnostic = Diagnostic { severity, document, panicked_at: None, what };
        self.emit(Kind::Diagnostic, &diagnostic.to_json())
    }

    fn emit(&mut self, kind: Kind, bytes: &[u8]) -> Result<(), Stopped> {
        self.state()?;
        self.stopped = (self.emit)(kind, bytes).is_err();
        self.state()
    }

    fn state(&self) -> Result<(), Stopped> {
        if self.stopped { Err(Stopped) } else { Ok(()) }
    }
}

/// The host wants no more: return as soon as possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("stopped by the host")]
pub struct Stopped;

/// What the bytes given to the host are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// JSON array of records.
    Records,
    /// Text, shown as output of the plugin.
    Log,
    /// JSON object, a [`Diagnostic`].
    Diagnostic,
}

/// Something that a source says about a document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceDiagnostic {
    /// Lower-case fragment without a full stop, in one language or in both.
    pub message: Said,
    /// Place in the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Place>,
    /// What to do about it, one imperative.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Said>,
}

impl SourceDiagnostic {
    /// Says something, without a place: a text, or a pair of them in English and in French.
    ///
    /// ```
    /// use gainsay_plugin::{SourceDiagnostic, wire::Place};
    ///
    /// SourceDiagnostic::new(["this row is empty", "cette ligne est vide"]).at(Place::cell(4, 0));
    /// ```
    pub fn new(message: impl Into<Said>) -> Self {
        Self { message: message.into(), at: None, help: None }
    }

    /// Says where, too.
    #[must_use]
    pub fn at(self, place: Place) -> Self {
        Self { at: Some(place), ..self }
    }

    /// Says what to do about it, too.
    #[must_use]
    pub fn help(self, help: impl Into<Said>) -> Self {
        Self { help: Some(help.into()), ..self }
    }
}

/// A diagnostic as it travels to the host.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// Name of the document it is about, if it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// `file:line` in the plugin's own source, of a panic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub panicked_at: Option<String>,
    /// What is said.
    #[serde(flatten)]
    pub what: SourceDiagnostic,
}

impl Diagnostic {
    /// Writes the diagnostic as JSON.
    pub(crate) fn to_json(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("diagnostics hold strings and places only")
    }
}

/// How bad a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Something is odd; nothing is lost.
    Warning,
    /// A document could not be read, or the source could not be set up.
    Error,
    /// The plugin panicked; the source is lost.
    Panic,
}

#[cfg(test)]
mod tests {
    use gainsay_claims::wire::{Figure, Mark, Mood, Record, Says};

    use super::*;
    use crate::testing::document;

    #[test]
    fn what_is_written_is_read_as_the_records_that_were_given() {
        let of = document("fixture-a", "sources/fixture-a/one.txt", "12% like it");
        let says = Says::Share(Figure::at(Place::span(0..3)));
        let plain = Finding::new("one", "fixture-a/one", Mark::Publisher, "likes-it", says);
        // What is not as usual must not be lost.
        let odd = Finding { negated: true, mood: Mood::Reported, ..plain.clone() };
        let study = StudyRecord::new("fixture-a/one", Place::span(0..3), "Fixture", "Fixture");
        let mut batches: Vec<Vec<Record>> = Vec::new();
        let mut emit = |_, bytes: &[u8]| {
            batches.push(serde_json::from_slice(bytes).expect("they are records"));
            Ok(())
        };
        let mut sink = Sink::new(&mut emit, &[]);
        sink.begin(&of.name);
        sink.study(study.clone()).expect("it goes on");
        sink.listing(&of, Listing::default()).expect("it goes on");
        sink.flush().expect("it goes on");
        for finding in [&plain, &odd] {
            sink.finding(finding.clone()).expect("it goes on");
        }
        sink.flush().expect("it goes on");
        sink.flush().expect("nothing is left");
        let document = of.name.clone();
        let finding =
            |one: Finding| Record::Finding(Box::new(Finding { document: of.name.clone(), ..one }));
        let listing = Listing { document: document.clone(), ..Listing::default() };
        let first = vec![
            Record::Study(Box::new(StudyRecord { document, ..study })),
            Record::Listing(Box::new(listing)),
        ];
        assert_eq!(batches, [first, vec![finding(plain), finding(odd)]]);
    }
}
