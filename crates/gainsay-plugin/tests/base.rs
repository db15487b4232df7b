//! What the conformance kit finds in a base, and what it says when it fails.

use std::{fs, panic, path::PathBuf};

use gainsay_plugin::{
    Document, Header, Sink, Source, SourceError,
    testing::{BadBase, Material, check_source, document},
};

const CONFIG: &str = "[sources]\n\
    fixture-a = {}\n\
    fixture-b = { plugin = \"fixture-a\", documents = \"elsewhere\", settings = { depth = 2 } }\n\
    fixture-c = { plugin = \"fixture-other\" }\n";

#[test]
fn every_source_that_uses_the_plugin_is_found() {
    let base = base("found", CONFIG);
    let all = Material::of_plugin(&base, "fixture-a").expect("the base is sound");
    let names = |one: &Material| one.documents.iter().map(|(name, _)| name.clone()).collect();
    let found: Vec<(&str, Vec<String>)> =
        all.iter().map(|one| (one.source.as_str(), names(one))).collect();
    let expected = [
        ("fixture-a", vec!["sources/fixture-a/a.txt".into(), "sources/fixture-a/b.txt".into()]),
        ("fixture-b", vec!["elsewhere/c.txt".into()]),
    ];
    assert_eq!(found, expected);
    assert_eq!(all[1].settings["depth"], 2);
    assert!(all.iter().all(|one| one.vocabulary.universes.contains_key("adults")));
}

#[test]
fn a_base_without_documents_tests_nothing_and_says_so() {
    let base = base("empty", CONFIG);
    for plugin in ["fixture-unused", "fixture-other"] {
        assert!(Material::of_plugin(&base, plugin).is_err(), "{plugin}");
    }
    let none = Material::of_plugin(&base, "fixture-unused");
    assert!(matches!(none, Err(BadBase::NoDocuments(name)) if name == "fixture-unused"));
    let nowhere = Material::of_plugin(&base.join("nowhere"), "fixture-a");
    assert!(matches!(nowhere, Err(BadBase::Unreadable { name, .. }) if name == "gainsay.toml"));
}

#[test]
fn a_broken_rule_is_named_with_its_reason_and_what_to_do() {
    #[derive(Default)]
    struct Silent;
    impl Source for Silent {
        const ID: &'static str = "fixture-a";
        fn read(&self, _: &Document, _: &mut Sink<'_>) -> Result<(), SourceError> {
            Ok(())
        }
    }
    let base = base("broken", "[sources]\nfixture-a = {}\n");
    let panic = panic::catch_unwind(|| check_source::<Silent>(base)).expect_err("it says nothing");
    let message = panic.downcast_ref::<String>().expect("it has a message");
    assert!(message.starts_with("source `fixture-a` breaks the rule `no-finding`: "), "{message}");
    assert!(message.contains("\n  why: ") && message.contains("\n  fix: "), "{message}");
}

#[test]
fn an_empty_value_in_a_head_is_refused() {
    for (name, empty, full) in [
        ("a.txt", "title: A\npublisher: B\nn:\n", "title: A\npublisher: B\nn: 5\n"),
        ("a.csv", "title,A\npublisher,B\nn\n", "title,A\npublisher,B\nn,5\n"),
    ] {
        let study = |text| Header::of(&document("fixture-a", name, text)).study("fixture-a/a");
        assert_eq!(
            study(empty).expect_err("`n` is empty").message.as_str(),
            "the head's `n` is empty"
        );
        assert!(study(full).expect("`n` is given").n.is_some());
    }
}

/// What is wrong with a head, and the row or byte where.
#[track_caller]
fn refused(name: &str, head: &str) -> (String, usize) {
    let document = document("fixture-a", name, head);
    let error = Header::of(&document).study("fixture-a/a").expect_err(head);
    let (_, place) = error.at.expect("it is located");
    (
        error.message.to_string(),
        place.cell.map_or_else(|| place.span.unwrap_or_default()[0], |[row, _]| row),
    )
}

#[test]
fn nothing_in_a_head_is_passed_over() {
    let text = |line: &str| refused("a.txt", &format!("title: A\npublisher: B\nn: 5\n{line}\n"));
    assert_eq!(text("n: 6"), ("the head has `n` twice".into(), 30));
    assert_eq!(text("fieldwork 2014"), ("a line of the head is no `key: value`".into(), 27));
    let recorded = "recorded: 2026-11-22 A Name\ndouble-entered: oui";
    assert_eq!(text(recorded), ("expected `yes` or `no`".into(), 71));
    let table = |row: &str| refused("a.csv", &format!("title,A\npublisher,B\n{row}\n"));
    assert_eq!(table("n,5,6"), ("a row of the head has two values".into(), 2));
    assert_eq!(table(",5"), ("a row of the head has no key".into(), 2));
}

#[test]
fn a_head_may_repeat_what_there_can_be_several_of() {
    let head = "title: A\npublisher: B\nn elsewhere: 5\nn elsewhere: 6\nlimitation: x\n\
                limitation: y\nrecorded: 2026-11-22 A Name\ndouble-entered: no\n";
    let document = document("fixture-a", "a.txt", head);
    let study = Header::of(&document).study("fixture-a/a").expect("it is valid");
    assert_eq!((study.n_elsewhere.len(), study.limitations.len()), (2, 2));
    let table =
        gainsay_plugin::testing::document("fixture-a", "a.csv", "title,A,,\npublisher,B,\n");
    assert!(Header::of(&table).study("fixture-a/a").is_ok());
}

fn base(name: &str, config: &str) -> PathBuf {
    let base = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("base").join(name);
    for (file, text) in [
        ("gainsay.toml", config),
        ("vocabulary/a.toml", "[universe.adults]\nlabel = { en = \"adults\", fr = \"adultes\" }\n"),
        ("sources/fixture-a/b.txt", "b"),
        ("sources/fixture-a/a.txt", "a"),
        ("sources/fixture-a/README.md", "no document"),
        ("elsewhere/c.txt", "c"),
    ] {
        let path = base.join(file);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("a writable folder");
        fs::write(path, text).expect("a writable folder");
    }
    base
}
