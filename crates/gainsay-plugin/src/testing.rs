//! What the tests of a source need: documents, what a source says of them, and
//! the rules that every source keeps.
//!
//! This is the only part of the crate that opens files, and only a test has it do so.

mod base;
mod places;
mod rules;
mod subject;

use gainsay_claims::{
    Said,
    wire::{Figure, Finding, Listing, Record, Says, StudyRecord},
};

pub use base::{BadBase, Material};
pub use rules::{Breach, breaches, check_source, damaged};

use crate::{Diagnostic, Document, Handed, Input, Kind, Source, collect};

/// What a source says of one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The studies, in order.
    pub studies: Vec<StudyRecord>,
    /// The findings, in order.
    pub findings: Vec<Finding>,
    /// What was listed of documents that are no text, in order.
    pub listings: Vec<Listing>,
    /// What went wrong.
    pub diagnostics: Vec<Diagnostic>,
}

impl Reading {
    /// Reads one document with a source.
    pub fn of<S: Source>(document: &Document) -> Self {
        Self::of_all(&S::default(), vec![document.clone()])
    }

    /// Reads documents with a source that has its settings.
    pub fn of_all<S: Source>(source: &S, documents: Vec<Document>) -> Self {
        let mut reading = Self::default();
        collect(source, &Input::new(S::ID, documents), &mut |kind, bytes| {
            reading.take(kind, bytes);
            Ok(())
        })
        .expect("this receiver never asks to stop");
        reading
    }

    /// The finding with this id, `study/name`.
    pub fn finding(&self, id: &str) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.id == id)
    }

    /// The words of a finding's figure, as they stand in the document.
    pub fn figure<'d>(&self, document: &'d Document, id: &str) -> &'d str {
        let place = self.finding(id).and_then(|finding| figure(&finding.says)).map(|one| one.at);
        place.map_or("", |place| document.words(place))
    }

    fn take(&mut self, kind: Kind, bytes: &[u8]) {
        let valid = "the sink writes valid JSON";
        match kind {
            Kind::Records => {
                for record in serde_json::from_slice::<Vec<Record>>(bytes).expect(valid) {
                    match record {
                        Record::Study(study) => self.studies.push(*study),
                        Record::Finding(finding) => self.findings.push(*finding),
                        Record::Listing(listing) => self.listings.push(*listing),
                    }
                }
            }
            Kind::Diagnostic => self.diagnostics.push(serde_json::from_slice(bytes).expect(valid)),
            Kind::Log => {}
        }
    }
}

/// A document as the host would hand over a file with this name: a table if it ends in `.csv`
/// or `.tsv`, bytes if it is a workbook or the like, else a text.
///
/// ```
/// use gainsay_plugin::testing::document;
///
/// let text = document("fixture-a", "sources/fixture-a/2014.txt", "72 % ignore posts");
/// assert_eq!(text.text(), "72 % ignore posts");
/// let table = document("fixture-a", "sources/fixture-a/2014.csv", "ignore posts,72");
/// assert_eq!(table.cell(0, 1), "72");
/// let workbook = document("fixture-a", "sources/fixture-a/2014.xlsx", [0x50, 0x4b]);
/// assert_eq!(workbook.bytes.unwrap().0, [0x50, 0x4b]);
/// ```
///
/// # Panics
///
/// When the host would not take the file for a document: its ending is none that it knows, or
/// a text is not UTF-8.
#[track_caller]
pub fn document(source: &str, name: &str, holds: impl AsRef<[u8]>) -> Document {
    match Handed::of(name, holds.as_ref().to_vec()) {
        Ok(handed) => handed.for_plugin(source),
        Err(why) => panic!("{name} {why}"),
    }
}

/// What is said in English, of a source that says everything in both languages.
///
/// # Panics
///
/// When it is said in one language only, or in the same words in both.
#[track_caller]
pub fn in_both(said: &Said) -> &str {
    let Said::Both(words) = said else { panic!("in one language only: {said}") };
    assert_ne!(words.en, words.fr, "the same words in both languages");
    &words.en
}

fn figure(says: &Says) -> Option<&Figure> {
    match says {
        Says::Share(figure)
        | Says::Count(figure)
        | Says::Money(figure)
        | Says::Mean(figure)
        | Says::Change(figure) => Some(figure),
        Says::Rank(rank) => Some(&rank.figure),
        Says::Order(_) | Says::Agreement(_) | Says::Instance(_) | Says::Words(_) => None,
    }
}
