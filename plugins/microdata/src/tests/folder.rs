//! A folder with mappings and data, as the host hands it over.

use gainsay_plugin::{
    Bytes, Diagnostic, Document, Input, Kind, collect,
    table::{Cell, Table},
    wire::{Finding, Listing, Place, Record, Says, StudyRecord},
};

use crate::Microdata;

pub(super) const HEAD: &str = "[study]\ntitle = \"One\"\npublisher = \"Fixture A\"\n";

/// What the plugin made of a folder.
#[derive(Default)]
pub(super) struct Made {
    pub(super) studies: Vec<StudyRecord>,
    pub(super) findings: Vec<Finding>,
    pub(super) listings: Vec<Listing>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// A mapping named `one.toml`.
pub(super) fn mapping(text: &str) -> Document {
    Document {
        source: "fixture-a".into(),
        name: "sources/fixture-a/one.toml".into(),
        media_type: "application/toml".into(),
        text: Some(text.into()),
        ..Document::default()
    }
}

/// A file beside it: a table if it is UTF-8 and ends in `.csv`, else bytes.
pub(super) fn data(name: &str, bytes: &[u8]) -> Document {
    let is_table = name.ends_with(".csv");
    let media_type = if is_table { "text/csv" } else { "application/x-spss-sav" };
    let text = std::str::from_utf8(bytes).ok().filter(|_| is_table);
    let cells = text.map(|text| {
        let row = |row: &Vec<Cell>| row.iter().map(|cell| cell.text(text).to_owned()).collect();
        Table::of(text).rows.iter().map(row).collect()
    });
    Document {
        source: "fixture-a".into(),
        name: format!("sources/fixture-a/{name}"),
        media_type: media_type.into(),
        bytes: text.is_none().then(|| Bytes(bytes.to_vec())),
        cells,
        ..Document::default()
    }
}

/// A file that is shipped with these tests.
pub(crate) fn shipped(name: &str) -> Vec<u8> {
    let here = env!("CARGO_MANIFEST_DIR");
    let folder = match name {
        "survey.sav" => "../../tests/bases/advertising/sources/fixture-a",
        "survey.csv" => "../../tests/bases/advertising/sources/fixture-c",
        _ => "tests/files",
    };
    std::fs::read(format!("{here}/{folder}/{name}")).unwrap()
}

/// Reads a mapping with one file beside it.
pub(super) fn read(text: &str, name: &str, bytes: &[u8]) -> Made {
    let mut made = Made::default();
    let input = Input::new("fixture-a", vec![mapping(text), data(name, bytes)]);
    collect(&Microdata::default(), &input, &mut |kind, bytes| {
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

impl Made {
    /// The words at a place of the only listing.
    pub(super) fn words(&self, place: Option<Place>) -> &str {
        let [row, column] = place.unwrap().cell.unwrap();
        &self.listings[0].entries[row][column]
    }

    /// Share, cases and effective cases of a finding.
    pub(super) fn figures(&self, id: &str) -> [String; 3] {
        let finding = self.findings.iter().find(|one| one.id == id);
        let finding = finding.unwrap_or_else(|| panic!("no {id}: {:?}", self.diagnostics));
        let Says::Share(figure) = &finding.says else { panic!("no share") };
        let effective = finding.n_effective.map(|place| self.words(Some(place)));
        let effective = effective.unwrap_or_default().to_owned();
        [self.words(Some(figure.at)).to_owned(), self.words(finding.n).to_owned(), effective]
    }
}
