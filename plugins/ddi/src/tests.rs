//! What codebooks become, and which ones are refused.

mod hostile;
mod refused;
mod schema;
mod survey;

use gainsay_plugin::{
    Bytes, Diagnostic, Document, Input, Kind, collect,
    testing::in_both,
    wire::{Finding, Listing, Place, Record, StudyRecord},
};

use crate::Ddi;

const SURVEY: &str = include_str!("../../../tests/bases/advertising/sources/fixture-b/survey.xml");

/// What the plugin made of a folder.
#[derive(Default)]
struct Made {
    studies: Vec<StudyRecord>,
    findings: Vec<Finding>,
    listings: Vec<Listing>,
    diagnostics: Vec<Diagnostic>,
}

impl Made {
    /// The words at a place of the only listing.
    fn words(&self, place: Option<Place>) -> &str {
        let [row, column] = place.expect("a place").cell.expect("a cell");
        &self.listings[0].entries[row][column]
    }

    fn message(&self) -> &str {
        in_both(&self.diagnostics.last().expect("a diagnostic").what.message)
    }
}

fn mapping(text: &str) -> Document {
    Document {
        source: "fixture-a".into(),
        name: "sources/fixture-a/one.toml".into(),
        media_type: "application/toml".into(),
        text: Some(text.into()),
        ..Document::default()
    }
}

/// The codebook `study.xml` beside a mapping, as a text if it is UTF-8.
fn read(text: &str, xml: &[u8]) -> Made {
    let mut made = Made::default();
    let utf8 = std::str::from_utf8(xml).ok().map(str::to_owned);
    let codebook = Document {
        source: "fixture-a".into(),
        name: "sources/fixture-a/study.xml".into(),
        media_type: "application/xml".into(),
        bytes: utf8.is_none().then(|| Bytes(xml.to_vec())),
        text: utf8,
        ..Document::default()
    };
    let input = Input::new("fixture-a", vec![mapping(text), codebook]);
    collect(&Ddi::default(), &input, &mut |kind, bytes| {
        match kind {
            Kind::Records => {
                for record in serde_json::from_slice::<Vec<Record>>(bytes).unwrap() {
                    match record {
                        Record::Study(study) => made.studies.push(*study),
                        Record::Finding(finding) => made.findings.push(*finding),
                        Record::Listing(listing) => made.listings.push(*listing),
                    }
                }
            }
            Kind::Diagnostic => made.diagnostics.push(serde_json::from_slice(bytes).unwrap()),
            Kind::Log => {}
        }
        Ok(())
    })
    .unwrap();
    made
}

const FILE: &str = "[data]\nfile = \"study.xml\"\n[study]\n";
