//! Files that are read by a mapping beside them.

use gainsay_claims::{
    EvidenceBase,
    document::PlaceError,
    vocabulary::{Vocabulary, VocabularyFile},
    wire::{Record, listing_name},
};
use gainsay_plugin::{Config, Document, Input, Kind, Source, collect};
use serde_json::Value;

use crate::{
    base::{SOURCE, WORDS, assert_placed},
    sources::places,
};

/// What parts the mapping from the file.
const PART: &[u8] = b"\n---\n";

/// A crosstab.
pub fn crosstab(data: &[u8]) {
    mapped::<gainsay_source_crosstab::Crosstab>(data);
    proposed::<gainsay_source_crosstab::Crosstab>(data);
}

/// A file of answers: of SPSS, or a table.
pub fn microdata(data: &[u8]) {
    mapped::<gainsay_source_microdata::Microdata>(data);
    proposed::<gainsay_source_microdata::Microdata>(data);
}

/// A codebook of an archive.
pub fn ddi(data: &[u8]) {
    mapped::<gainsay_source_ddi::Ddi>(data);
    proposed::<gainsay_source_ddi::Ddi>(data);
}

/// A table of polls.
pub fn feed(data: &[u8]) {
    mapped::<gainsay_source_feed::Feed>(data);
    proposed::<gainsay_source_feed::Feed>(data);
}

/// The pages of a PDF file.
pub fn pdf(data: &[u8]) {
    mapped::<gainsay_source_pdf::Pdf>(data);
}

/// Reads a file by a mapping, as the host hands both over: `survey.sav`, a line break, the
/// mapping, `---` in a line of its own, the file. Every place of a record is in its
/// document, or in what was listed of it.
fn mapped<S: Source>(data: &[u8]) {
    let Some((name, mapping, file)) = parts(data) else { return };
    let mut base = EvidenceBase::default();
    let words = [VocabularyFile { name: "vocabulary/words.toml", text: WORDS }];
    base.vocabulary = Vocabulary::read(&words).0;
    let mut documents = Vec::new();
    for (name, bytes) in [("one.toml", mapping), (name, file)] {
        let name = format!("sources/{SOURCE}/{name}");
        let Some((given, kept)) = gainsay_host::fuzzing::document(SOURCE, &name, bytes) else {
            return;
        };
        documents.push(given);
        base.documents.insert(name, kept);
    }
    let records = records(&S::default(), documents);
    let batch = serde_json::to_vec(&records).expect("they were JSON");
    let loaded = gainsay_host::fuzzing::gathered(base, SOURCE, &batch);
    for record in &records {
        let document = match serde_json::from_value(record.clone()).expect("a record") {
            Record::Study(study) => study.document,
            Record::Finding(finding) => finding.document,
            Record::Listing(listing) => listing_name(&listing.document, listing.part.as_deref()),
        };
        // What the host refuses, it does not keep.
        let Some(document) = loaded.base.documents.get(&document) else { continue };
        for place in places(record) {
            match document.words(place) {
                Ok(_) | Err(PlaceError::CutsFigure) => {}
                Err(error) => panic!("{place:?} is no place of the document: {error:?}"),
            }
        }
    }
    assert_placed(&loaded.diagnostics, &loaded.base);
}

/// Proposes a mapping for the file, as `gainsay source new` has it proposed. What is proposed is
/// TOML.
fn proposed<S: Source>(data: &[u8]) {
    let Some((name, _, file)) = parts(data) else { return };
    let naming = format!("table = {}\n", toml::Value::from(name));
    let mut documents = Vec::new();
    for (name, bytes) in [("proposal.toml", naming.as_bytes()), (name, file)] {
        let name = format!("sources/{SOURCE}/{name}");
        let Some((given, _)) = gainsay_host::fuzzing::document(SOURCE, &name, bytes) else {
            return;
        };
        documents.push(given);
    }
    let mut source = S::default();
    let asked = Config::from_iter([("propose".to_owned(), "fr".into())]);
    source.configure(&asked).expect("it proposes mappings");
    for record in records(&source, documents) {
        let Record::Listing(listing) = serde_json::from_value(record).expect("a record") else {
            panic!("only a proposal is listed");
        };
        let [_, mapping] = listing.entries.first().expect("a mapping is proposed");
        mapping.parse::<toml::Table>().expect("what is proposed is TOML");
    }
}

/// What a source emits of some documents.
fn records(source: &impl Source, documents: Vec<Document>) -> Vec<Value> {
    let mut records: Vec<Value> = Vec::new();
    collect(source, &Input::new(SOURCE, documents), &mut |kind, bytes| {
        if kind == Kind::Records {
            let batch: Vec<Value> = serde_json::from_slice(bytes).expect("records are JSON");
            records.extend(batch);
        }
        Ok(())
    })
    .expect("nothing asks to stop");
    records
}

/// The name of the file, the mapping, and the file.
fn parts(data: &[u8]) -> Option<(&str, &[u8], &[u8])> {
    let line = data.iter().position(|&byte| byte == b'\n')?;
    let (name, rest) = (std::str::from_utf8(&data[..line]).ok()?, &data[line + 1..]);
    let part = rest.windows(PART.len()).position(|window| window == PART)?;
    let is_name = !name.contains(['/', '\\']) && !matches!(name, "one.toml" | "proposal.toml");
    is_name.then_some((name, &rest[..part], &rest[part + PART.len()..]))
}
