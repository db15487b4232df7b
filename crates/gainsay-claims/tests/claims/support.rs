//! A small base in memory: one source, one study, one document at a time.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_claims::{
    Diagnostic,
    claim::{Claim, Share, Statement},
    document::Document,
    read::Reader,
    study::Study,
    value::{Rational, Reading, ReportingSet},
    vocabulary::{Vocabulary, VocabularyFile},
    wire::{Figure, Finding, Mark, People, Place, Says, StudyRecord},
};
use indexmap::IndexMap;

/// The source whose records are read.
pub(crate) const SOURCE: &str = "fixture-a";
/// Its one study: 1000 adults in Great Britain, asked in May 2013.
pub(crate) const STUDY: &str = "fixture-a/survey";
/// The name of the document that a finding points into.
pub(crate) const DOCUMENT: &str = "sources/fixture-a/survey.txt";

const STUDY_DOCUMENT: &str = "sources/fixture-a/study.txt";
const STUDY_TEXT: &str = "Survey, n = 1000, May 2013";

/// Reads a finding of a document that holds this text.
pub(crate) fn read(text: &str, said: Finding) -> Result<Claim, Box<Diagnostic>> {
    read_of(study(), text, said)
}

/// Reads a finding of this study.
pub(crate) fn read_of(study: Study, text: &str, said: Finding) -> Result<Claim, Box<Diagnostic>> {
    let documents = documents(text);
    let studies = BTreeMap::from([(STUDY.to_owned(), study)]);
    let missing = BTreeSet::from(["fixture-missing".to_owned()]);
    let reader = Reader {
        vocabulary: &vocabulary(),
        source: SOURCE,
        documents: &documents,
        studies: &studies,
        missing: &missing,
    };
    reader.finding(said).map_err(Box::new)
}

/// Reads a study of a document that holds this text.
pub(crate) fn read_study(text: &str, said: StudyRecord) -> Result<Study, Box<Diagnostic>> {
    let reader = Reader {
        vocabulary: &vocabulary(),
        source: SOURCE,
        documents: &documents(text),
        studies: &BTreeMap::new(),
        missing: &BTreeSet::new(),
    };
    reader.study(said).map_err(Box::new)
}

/// The claim that a sound finding makes.
#[track_caller]
pub(crate) fn claim(text: &str, said: Finding) -> Claim {
    read(text, said).expect("the finding is sound")
}

/// A finding of the study, about those who ignore posts.
pub(crate) fn finding(says: Says) -> Finding {
    about("ignores-posts", says)
}

/// A finding of the study, about a concept.
pub(crate) fn about(concept: &str, says: Says) -> Finding {
    let document = DOCUMENT.to_owned();
    Finding { document, ..Finding::new("survey/one", STUDY, Mark::Publisher, concept, says) }
}

/// The first place where a text holds these words.
#[track_caller]
pub(crate) fn at(text: &str, words: &str) -> Place {
    let start = text.find(words).expect("the text holds the words");
    Place::span(start..start + words.len())
}

/// The figure written with these words.
#[track_caller]
pub(crate) fn figure(text: &str, words: &str) -> Figure {
    Figure::at(at(text, words))
}

/// The share that a finding about the figure with these words states.
#[track_caller]
pub(crate) fn share(text: &str, words: &str) -> Share {
    share_of(&claim(text, finding(Says::Share(figure(text, words)))))
}

/// The share that a claim states.
#[track_caller]
pub(crate) fn share_of(claim: &Claim) -> Share {
    match &claim.statement {
        Statement::Share(share) => share.clone(),
        other => panic!("expected a share, found {other:?}"),
    }
}

/// The reading of a claim that states another figure.
#[track_caller]
pub(crate) fn reading_of(claim: &Claim) -> Reading {
    match &claim.statement {
        Statement::Count(reading)
        | Statement::Money(reading)
        | Statement::Mean(reading)
        | Statement::Change(reading) => reading.clone(),
        other => panic!("expected a figure, found {other:?}"),
    }
}

/// Everything between two numbers of per mille, both included.
pub(crate) fn closed(lo: i128, hi: i128) -> ReportingSet {
    set(lo, hi, false, false)
}

/// Everything between two numbers of per mille.
pub(crate) fn set(lo: i128, hi: i128, lo_open: bool, hi_open: bool) -> ReportingSet {
    let share = |per_mille| Rational::new(per_mille, 1000);
    ReportingSet::new(share(lo), share(hi), lo_open, hi_open).expect("the ends are in order")
}

/// The facets of a finding.
pub(crate) fn facets(pairs: &[(&str, &str)]) -> IndexMap<String, String> {
    pairs.iter().map(|&(facet, value)| (facet.to_owned(), value.to_owned())).collect()
}

/// The words of the base.
pub(crate) fn vocabulary() -> Vocabulary {
    let file = VocabularyFile { name: "vocabulary.toml", text: include_str!("vocabulary.toml") };
    let (vocabulary, diagnostics) = Vocabulary::read(&[file]);
    assert_eq!(diagnostics, [], "the vocabulary of the tests is sound");
    vocabulary
}

fn documents(text: &str) -> IndexMap<String, Document> {
    IndexMap::from([(DOCUMENT.to_owned(), Document::text(DOCUMENT, text))])
}

/// The study that findings are about.
pub(crate) fn study() -> Study {
    let at = |words| at(STUDY_TEXT, words);
    let said = StudyRecord {
        document: STUDY_DOCUMENT.to_owned(),
        n: Some(at("1000")),
        fieldwork: Some(at("May 2013")),
        people: People {
            universe: Some("adults".to_owned()),
            regions: vec!["GB".to_owned()],
            ..People::default()
        },
        ..StudyRecord::new(STUDY, at("Survey"), "Survey", "Fixture A")
    };
    let document = Document::text(STUDY_DOCUMENT, STUDY_TEXT);
    let reader = Reader {
        vocabulary: &vocabulary(),
        source: SOURCE,
        documents: &IndexMap::from([(STUDY_DOCUMENT.to_owned(), document)]),
        studies: &BTreeMap::new(),
        missing: &BTreeSet::new(),
    };
    reader.study(said).expect("the study is sound")
}
