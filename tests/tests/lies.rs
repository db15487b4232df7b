//! What a plugin says and is not so: refused with its place and the right check,
//! and nothing else is lost.

#![cfg(target_os = "linux")]

use std::{fs, path::Path};

use gainsay_host::{LoadOptions, Loaded, Locking, RunOptions, load};
use gainsay_tests::base::product;

const VOCABULARY: &str = "[concept.likes-it]\nlabel = { en = \"likes it\", fr = \"l'aime\" }\n";

fn loaded(lie: &str) -> Loaded {
    let settings = format!("settings = {{ fault = \"{lie}\" }}");
    loaded_from(
        &lie.replace(' ', "-"),
        &format!("faulty = {{ {settings} }}\ngood = {{ plugin = \"faulty\" }}\n"),
    )
}

/// A base with these sources, documents for two, and a folder with the plugin under the
/// name that the host looks for.
fn loaded_from(name: &str, sources: &str) -> Loaded {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("lies").join(name);
    fs::create_dir_all(folder.join("vocabulary")).expect("a folder to write to");
    for source in ["faulty", "good"] {
        let documents = folder.join("sources").join(source);
        fs::create_dir_all(&documents).expect("a folder to write to");
        fs::write(documents.join("one.txt"), "12% like it\n70% like it\n").expect("a file");
    }
    let config = format!("[sources]\n{sources}");
    fs::write(folder.join("gainsay.toml"), config).expect("a file");
    fs::write(folder.join("vocabulary/words.toml"), VOCABULARY).expect("a file");
    let plugins = folder.join("plugins");
    fs::create_dir_all(&plugins).expect("a folder to write to");
    let library = plugins.join("libgainsay_source_faulty.so");
    fs::copy(product().library("gainsay-faulty"), library).expect("the library can be copied");
    let worker = product().program("gainsay").to_owned();
    let options = LoadOptions {
        base: folder,
        plugins: Some(plugins),
        run: RunOptions { worker_exe: Some(worker), ..RunOptions::default() },
        lock: Locking::Heeded,
        cache: None,
    };
    load(&options, &|_, _| ()).expect("the base has a configuration")
}

fn ids(loaded: &Loaded) -> Vec<&str> {
    loaded.base.claims.keys().map(String::as_str).collect()
}

const HONEST: [&str; 4] = ["faulty/line-0", "faulty/line-1", "good/line-0", "good/line-1"];

#[test]
fn without_a_lie_nothing_is_refused() {
    let loaded = loaded("none");
    assert_eq!(loaded.diagnostics, []);
    assert_eq!(ids(&loaded), HONEST);
}

#[test]
fn a_refused_study_is_told_of_once_and_its_claims_stay() {
    let loaded = loaded("misplaced study");
    let found: Vec<_> = loaded.diagnostics.iter().map(|one| one.check.id).collect();
    assert_eq!(found, ["misplaced-figure"]);
    assert!(ids(&loaded).contains(&"faulty/two/share"));
}

#[test]
fn each_lie_is_refused_at_its_place_and_costs_nothing_else() {
    let honest = loaded("nothing");
    for (lie, check) in [
        ("place outside", "misplaced-figure"),
        ("clipped number", "misplaced-figure"),
        ("duplicate claim", "duplicate-id"),
        ("duplicate study", "duplicate-id"),
        ("unknown concept", "unknown-word"),
        ("no figure", "unreadable-figure"),
        ("foreign id", "invalid-record"),
        ("unknown study", "unknown-word"),
    ] {
        let loaded = loaded(lie);
        let found: Vec<_> = loaded.diagnostics.iter().map(|one| one.check.id).collect();
        assert_eq!(found, [check], "{lie}");
        let label = loaded.diagnostics[0].labels.first().expect("it is located");
        assert_eq!(label.at.document, "sources/faulty/one.txt", "{lie}");
        assert_eq!(ids(&loaded), HONEST, "{lie}");
        let claims = |one: &Loaded| format!("{:?}", one.base.claims);
        assert_eq!(claims(&loaded), claims(&honest), "{lie}");
    }
}

#[test]
fn a_base_that_pins_a_library_gets_no_other() {
    let honest = loaded("nothing");
    let digest = honest.base.sources["good"].digest.clone().expect("it has been loaded");
    let sources = |name: &str, digest: &str| {
        let source = format!("good = {{ plugin = \"faulty\", sha256 = \"{digest}\" }}\n");
        loaded_from(name, &source)
    };
    assert_eq!(sources("pinned", &digest).diagnostics, []);
    let other = sources("pinned-to-another", &"0".repeat(64));
    let [refused] = other.diagnostics.as_slice() else { panic!("{:?}", other.diagnostics) };
    assert_eq!(refused.check.id, "broken-source");
    assert_eq!(ids(&other), [""; 0]);
}

#[test]
fn a_source_without_documents_is_missing_and_told_of_where_it_is_named() {
    let sources = "good = { plugin = \"faulty\", documents = \"sources/goood\" }\n\
                   faulty = {}\n";
    let loaded = loaded_from("no-documents", sources);
    let [missing] = loaded.diagnostics.as_slice() else { panic!("{:?}", loaded.diagnostics) };
    assert_eq!(missing.check.id, "broken-source");
    assert_eq!(missing.labels[0].at.document, "gainsay.toml");
    assert_eq!(missing.labels[0].at.span, 10..14);
    assert!(!loaded.base.is_complete());
    assert_eq!(ids(&loaded), HONEST[..2]);
}

#[test]
fn an_empty_folder_is_no_source_either() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("lies/empty-folder");
    fs::create_dir_all(folder.join("nothing")).expect("a folder to write to");
    let loaded =
        loaded_from("empty-folder", "good = { plugin = \"faulty\", documents = \"nothing\" }\n");
    let found: Vec<_> = loaded.diagnostics.iter().map(|one| one.check.id).collect();
    assert_eq!(found, ["broken-source"]);
    assert!(!loaded.base.is_complete());
}

#[test]
fn a_document_that_cannot_be_used_is_told_of_and_costs_only_itself() {
    let name = "bad-documents";
    let loaded = {
        let documents =
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("lies").join(name).join("sources/good");
        fs::create_dir_all(&documents).expect("a folder to write to");
        fs::write(documents.join("quote.csv"), "a,\"b,c\nd,e\n").expect("a file");
        fs::write(documents.join("latin.txt"), b"12% \xe9\n").expect("a file");
        fs::write(documents.join("picture.png"), b"x").expect("a file");
        let pipe = documents.join("pipe.txt");
        fs::remove_file(&pipe).ok();
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.expect("mkfifo runs").success());
        loaded(name)
    };
    let told: Vec<_> = loaded
        .diagnostics
        .iter()
        .map(|one| format!("{} {:?}", one.check.id, one.subject))
        .collect();
    let broken = |name: &str| format!("broken-document Name(\"sources/good/{name}\")");
    let expected = ["latin.txt", "picture.png", "pipe.txt", "quote.csv"].map(broken);
    assert_eq!(told, expected);
    assert_eq!(ids(&loaded), HONEST);
    assert_eq!(loaded.base.sources["good"].lost, 4);
    assert!(!loaded.base.is_complete(), "silence about a lost document proves nothing");
}

#[test]
fn a_vocabulary_file_that_is_lost_makes_the_base_incomplete() {
    let sources = "good = { plugin = \"faulty\" }\n";
    assert!(loaded_from("words", sources).base.is_complete());
    let vocabulary = Path::new(env!("CARGO_TARGET_TMPDIR")).join("lies/broken-words/vocabulary");
    fs::create_dir_all(&vocabulary).expect("a folder to write to");
    fs::write(vocabulary.join("broken.toml"), "[concept").expect("a file");
    let loaded = loaded_from("broken-words", sources);
    assert_eq!(loaded.base.lost_words, 1);
    assert!(!loaded.base.is_complete());
}
