use gainsay_claims::{
    evidence::SourceState,
    vocabulary::{Vocabulary, VocabularyFile},
    wire::{Figure, Mark, Says},
};
use serde_json::json;

use super::*;
use crate::SandboxReport;

const OWN: &str = "sources/fixture-a/one.txt";
const FOREIGN: &str = "texts/one.txt";
const BOOK: &str = "sources/fixture-a/book.xlsx";

/// Two sources with a document each, and the configuration.
fn base() -> Loaded {
    let mut loaded = Loaded::default();
    let words = VocabularyFile {
        name: "vocabulary/words.toml",
        text: "[concept.likes-it]\nlabel = { en = \"likes it\", fr = \"l'aime\" }\n",
    };
    loaded.base.vocabulary = Vocabulary::read(&[words]).0;
    for (source, folder) in [("fixture-a", "sources/fixture-a"), ("fixture-b", "texts")] {
        let state = SourceState { folder: folder.to_owned(), ..SourceState::default() };
        loaded.base.sources.insert(source.to_owned(), state);
    }
    for name in [OWN, FOREIGN, "gainsay.toml"] {
        loaded.base.documents.insert(name.to_owned(), Document::text(name, "12% like it"));
    }
    loaded
}

/// What the first source comes to that says a study of one document and a
/// finding of another.
fn gathered(study: &str, finding: &str) -> Loaded {
    let says = Says::Share(Figure::at(Place::span(0..3)));
    let study = StudyRecord {
        document: study.to_owned(),
        ..StudyRecord::new("fixture-a/one", Place::span(0..3), "Fixture", "Fixture")
    };
    let finding = Finding {
        document: finding.to_owned(),
        ..Finding::new("one/likes", "fixture-a/one", Mark::Publisher, "likes-it", says)
    };
    let batch = json!([{ "study": study }, { "finding": finding }]);
    let mut loaded = base();
    gather(vec![("fixture-a".to_owned(), Ok(collected(batch, Vec::new())))], &mut loaded);
    loaded
}

fn collected(batch: serde_json::Value, diagnostics: Vec<PluginDiagnostic>) -> Collected {
    Collected {
        batches: vec![batch.to_string().into_bytes()],
        diagnostics,
        digest: [0; 32],
        sandbox: SandboxReport::default(),
        output_note: None,
    }
}

fn found(loaded: &Loaded) -> Vec<(&str, &Fact)> {
    loaded.diagnostics.iter().map(|one| (one.check.id, &one.labels[0].fact)).collect()
}

#[test]
fn a_source_is_read_from_its_own_documents() {
    let loaded = gathered(OWN, OWN);
    assert_eq!(loaded.diagnostics, []);
    assert_eq!((loaded.base.studies.len(), loaded.base.claims.len()), (1, 1));
}

#[test]
fn a_document_of_another_source_or_of_the_base_is_none() {
    for name in [FOREIGN, "gainsay.toml"] {
        let none = Fact::Problem(Problem::UnknownDocument { name: name.to_owned() });
        for (study, finding) in [(OWN, name), (name, OWN)] {
            let loaded = gathered(study, finding);
            assert_eq!(found(&loaded), [("invalid-record", &none)], "{name}");
        }
    }
}

#[test]
fn a_document_that_a_plugin_made_up_is_named_and_not_pointed_to() {
    let name = "../../etc/passwd";
    for (study, finding) in [(OWN, name), (name, OWN)] {
        let loaded = gathered(study, finding);
        let [told] = loaded.diagnostics.as_slice() else { panic!("{:?}", loaded.diagnostics) };
        assert_eq!((told.check.id, told.labels.len()), ("invalid-record", 0));
        let none = Fact::Problem(Problem::UnknownDocument { name: name.to_owned() });
        assert_eq!(told.notes[0].facts, [none]);
    }
}

#[test]
fn a_remark_points_to_no_document_of_another_source() {
    for (name, subject, places) in [(OWN, OWN, 1), (FOREIGN, "fixture-a", 0)] {
        let said = json!({ "severity": "warning", "document": name, "message": "odd" });
        let said = serde_json::from_value(said).expect("a remark");
        let mut loaded = base();
        let outcome = Ok(collected(json!([]), vec![said]));
        gather(vec![("fixture-a".to_owned(), outcome)], &mut loaded);
        let remark = &loaded.diagnostics[0];
        assert_eq!(remark.subject, Subject::Name(subject.to_owned()));
        assert_eq!(remark.labels.len(), places);
    }
}

#[test]
fn a_remark_is_told_where_its_plugin_listed_it() {
    let listing = json!({ "document": BOOK, "part": "Q2", "entries": [["B5", "12%"]] });
    let name = format!("{BOOK}#Q2");
    let said = json!({ "severity": "warning", "document": name, "message": "odd",
                       "at": Place::cell(0, 1), "help": "look again" });
    let said = serde_json::from_value(said).expect("a remark");
    let mut loaded = with_book();
    let outcome = Ok(collected(json!([{ "listing": listing }]), vec![said]));
    gather(vec![("fixture-a".to_owned(), outcome)], &mut loaded);
    let remark = &loaded.diagnostics[0];
    assert_eq!(remark.labels.iter().map(|one| &one.at.document).collect::<Vec<_>>(), [&name]);
    let said = Problem::Said { message: "odd".into(), help: Some("look again".into()) };
    assert_eq!(remark.labels[0].fact, Fact::Problem(said));
}

#[test]
fn what_is_no_text_is_read_where_its_plugin_listed_it() {
    let entries = json!([["B5", "12% *"]]);
    let listing =
        |of: &str| json!({ "listing": { "document": of, "part": "Q2", "entries": entries } });
    let says = Says::Share(Figure::at(Place::cell(0, 1).within(0..3)));
    let study = StudyRecord {
        document: OWN.to_owned(),
        ..StudyRecord::new("fixture-a/one", Place::span(0..3), "Fixture", "Fixture")
    };
    let finding = Finding {
        document: format!("{BOOK}#Q2"),
        ..Finding::new("one/likes", "fixture-a/one", Mark::Publisher, "likes-it", says)
    };
    let records = json!([{ "finding": finding }, listing(BOOK), { "study": study }, listing(BOOK)]);
    let mut loaded = with_book();
    gather(vec![("fixture-a".to_owned(), Ok(collected(records, Vec::new())))], &mut loaded);
    assert_eq!(loaded.diagnostics, []);
    let at = &loaded.base.claims["fixture-a/one/likes"].at;
    assert_eq!(at.document, "sources/fixture-a/book.xlsx#Q2");
    assert_eq!(&loaded.base.documents[&at.document].text[at.span.clone()], "12%");

    let computed = listing(OWN);
    let outcome = Ok(collected(json!([computed]), Vec::new()));
    let mut loaded = base();
    gather(vec![("fixture-a".to_owned(), outcome)], &mut loaded);
    assert_eq!(loaded.diagnostics, [], "figures that are computed from a text are a part of it");
    assert_eq!(loaded.base.documents[&format!("{OWN}#Q2")].text, "B5\t12% *\n");
    assert_eq!(loaded.base.documents[OWN].text, "12% like it");

    for (of, first, second) in [(OWN, "1", "1"), (FOREIGN, "1", "1"), (BOOK, "1", "2")] {
        let listing = |words| json!({ "listing": { "document": of, "entries": [["A1", words]] } });
        let mut loaded = with_book();
        let outcome = Ok(collected(json!([listing(first), listing(second)]), Vec::new()));
        gather(vec![("fixture-a".to_owned(), outcome)], &mut loaded);
        assert_eq!(loaded.diagnostics[0].check.id, "invalid-record", "{of}");
        assert_eq!(loaded.base.documents[OWN].text, "12% like it");
    }
}

#[test]
fn what_is_no_text_and_nobody_listed_is_told() {
    let mut loaded = with_book();
    gather(vec![("fixture-a".to_owned(), Ok(collected(json!([]), Vec::new())))], &mut loaded);
    let [only] = &loaded.diagnostics[..] else { panic!("{:?}", loaded.diagnostics) };
    assert_eq!(
        (only.check.id, &only.subject),
        ("broken-document", &Subject::Name(BOOK.to_owned()))
    );
    assert_eq!(loaded.base.sources["fixture-a"].lost, 1);
}

fn with_book() -> Loaded {
    let mut loaded = base();
    let book = Document::unread(BOOK, "is not a text");
    loaded.base.documents.insert(BOOK.to_owned(), book);
    loaded
}

#[test]
fn the_first_of_several_claims_counts_and_the_others_are_told_in_their_order() {
    let finding = |id: &str, concept: &str, bytes| Finding {
        document: OWN.to_owned(),
        study: None,
        ..Finding::new(id, "", Mark::Publisher, concept, Says::Share(Figure::at(bytes)))
    };
    let [good, none] = [Place::span(0..3), Place::span(90..93)];
    let said = [
        ("b", "likes-it", good),
        ("c", "no-word", good),
        ("a", "likes-it", good),
        ("b", "likes-it", good),
        ("d", "likes-it", none),
        ("b", "likes-it", good),
    ];
    let records = said.map(|(id, concept, at)| json!({ "finding": finding(id, concept, at) }));
    let mut loaded = base();
    let outcome = Ok(collected(json!(records), Vec::new()));
    gather(vec![("fixture-a".to_owned(), outcome)], &mut loaded);
    let ids: Vec<_> = loaded.base.claims.keys().collect();
    assert_eq!(ids, ["fixture-a/a", "fixture-a/b"]);
    let told: Vec<_> = loaded.diagnostics.iter().map(|one| one.check.id).collect();
    assert_eq!(told, ["unknown-word", "duplicate-id", "misplaced-figure", "duplicate-id"]);
    // Claims on one proposition share it.
    let mut claims = loaded.base.claims.values().map(|claim| &claim.proposition);
    let [one, other] = [claims.next(), claims.next()];
    assert!(one.zip(other).is_some_and(|(one, other)| Arc::ptr_eq(one, other)));
}
