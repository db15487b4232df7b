//! For the tests of a source: its documents as the host would hand them over,
//! and what the source says about one.

use gainsay_claims::table::Table;
use gainsay_claims::wire::{Figure, Finding, Place, Record, Says, StudyRecord};

use crate::{Diagnostic, Document, Input, Kind, Source, SourceDiagnostic, collect};

/// What a source says about one document.
#[derive(Clone, Debug)]
pub struct Read {
    /// The document.
    pub document: Document,
    /// The studies it describes.
    pub studies: Vec<StudyRecord>,
    /// The findings in it, in order.
    pub findings: Vec<Finding>,
}

impl Read {
    /// The words that a finding points at; nothing when there is no such finding.
    pub fn words(&self, id: &str) -> &str {
        self.finding(id).and_then(place).map_or("", |place| self.document.words(place))
    }

    /// The finding with this id.
    pub fn finding(&self, id: &str) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.id == id)
    }
}

/// A document of a source, a table when its name ends in `.csv`.
pub fn document(source: &str, name: &str, text: &str) -> Document {
    let cells = || {
        let rows = Table::of(text).rows.into_iter();
        rows.map(|cells| cells.into_iter().map(|cell| cell.text).collect()).collect()
    };
    let table = name.ends_with(".csv");
    Document {
        source: source.to_owned(),
        name: name.to_owned(),
        media_type: if table { "text/csv" } else { "text/plain" }.to_owned(),
        text: (!table).then(|| text.to_owned()),
        cells: table.then(cells),
    }
}

/// Lets a source read a document.
///
/// # Errors
///
/// The first thing that the source refuses.
pub fn read<S: Source>(document: &Document) -> Result<Read, SourceDiagnostic> {
    let (mut studies, mut findings, mut refused) = (Vec::new(), Vec::new(), None);
    let input = Input::new(&document.source, vec![document.clone()]);
    let mut emit = |kind: Kind, bytes: &[u8]| {
        match kind {
            Kind::Records => {
                for record in serde_json::from_slice(bytes).unwrap_or_else(|_| Vec::new()) {
                    match record {
                        Record::Study(study) => studies.push(*study),
                        Record::Finding(finding) => findings.push(*finding),
                    }
                }
            }
            Kind::Diagnostic => {
                let said = serde_json::from_slice::<Diagnostic>(bytes).ok();
                refused = refused.take().or(said.map(|diagnostic| diagnostic.what));
            }
            Kind::Log => {}
        }
        Ok(())
    };
    // Nothing here stops the source, so there is no such outcome to report.
    collect(&S::default(), &input, &mut emit).ok();
    match refused {
        Some(refused) => Err(refused),
        None => Ok(Read { document: document.clone(), studies, findings }),
    }
}

/// Where a finding's figure or words are written.
fn place(finding: &Finding) -> Option<Place> {
    let figure = |figure: &Figure| figure.at;
    match &finding.says {
        Says::Share(one) | Says::Count(one) | Says::Money(one) => Some(figure(one)),
        Says::Mean(one) | Says::Change(one) => Some(figure(one)),
        Says::Rank(rank) => Some(rank.figure.at),
        Says::Order(order) => Some(order.words),
        Says::Agreement(agreement) => Some(agreement.words),
        Says::Instance(instance) => instance.names.first().copied(),
        Says::Words(words) => Some(*words),
    }
}
