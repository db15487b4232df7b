//! Adding a source edits no existing file outside its own folder and the base
//! that uses it: a source that nobody foresaw is added to a copy of the
//! workspace, built there, and run.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    process::Command,
};

use gainsay_tests::{
    base::product,
    program::json_on_base,
    tree::{self, Tree},
};
use serde_json::Value;

const MANIFEST: &str = r#"[package]
name = "gainsay-source-fixture-newcomer"
version.workspace = true
edition.workspace = true
rust-version.workspace = true
license.workspace = true
publish.workspace = true

[lib]
crate-type = ["cdylib", "rlib"]

[dependencies]
gainsay-plugin.workspace = true

[lints]
workspace = true
"#;

const CODE: &str = r#"//! Fixture Newcomer: sentences, one finding in each.

use gainsay_plugin::{Document, Shape, Sink, Source, SourceError, export_source, match_shapes};

const SHAPES: &[Shape] = &[
    Shape {
        id: "influenced",
        words: "{} of followers buy what brands post about",
        concept: "influenced-by-social-media",
        base: &["brand-followers"],
        ..Shape::NONE
    },
    Shape {
        id: "hums",
        words: "{} hum the tunes of brands",
        concept: "hums-tunes-of-brands",
        ..Shape::NONE
    },
];

/// The source `fixture-newcomer`.
#[derive(Default)]
pub struct FixtureNewcomer;

impl Source for FixtureNewcomer {
    const ID: &'static str = "fixture-newcomer";

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        match_shapes(document, SHAPES, sink)
    }
}

export_source!(FixtureNewcomer);
"#;

const DOCUMENT: &str = "title: A panel
publisher: Fixture Newcomer
strategy: survey
unit: person
regions: US
universe: adults
age: 18+
mode: online
n: 4,000
fieldwork: January 2013
seen a: publisher https://fixture-newcomer.example/panel

[a] 12 % of followers buy what brands post about
[a] 5 % hum the tunes of brands
";

const WORDS: &str = r#"[concept.hums-tunes-of-brands]
label = { en = "hums the tunes of brands", fr = "fredonne les airs des marques" }
"#;

const BASE: &str = "data/brands-on-social-media";

#[test]
fn a_new_source_edits_nothing_but_the_list_of_its_base() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    // What was built and fuzzed may take gigabytes.
    let made = ["target", ".git", "fuzz/target", "fuzz/corpus", "fuzz/artifacts"];
    let before = tree::read(&root, &made);
    let workspace = folder().join("workspace");
    tree::write(&workspace, &with_newcomer(before.clone()));
    let plugins = build(&workspace);

    assert_heard(&workspace.join(BASE), &plugins);
    let after = tree::read(&workspace, &[]);
    let changed = before.iter().filter(|(name, content)| after.get(*name) != Some(content));
    let changed: BTreeSet<&str> = changed.map(|(name, _)| name.as_str()).collect();
    let config = format!("{BASE}/gainsay.toml");
    // Cargo notes the new package by itself.
    assert_eq!(changed, ["Cargo.lock", config.as_str()].into());
    let own = |name: &&String| !name.contains("fixture-newcomer");
    let added: Vec<_> = after.keys().filter(|name| !before.contains_key(*name)).collect();
    assert_eq!(added.len(), 4, "{added:?}");
    assert_eq!(added.into_iter().find(own), None);
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("newcomer")
}

/// The workspace with the source, its document, its words, and its line in the
/// configuration of the base.
fn with_newcomer(mut files: Tree) -> Tree {
    let added = [
        ("plugins/fixture-newcomer/Cargo.toml".to_owned(), MANIFEST),
        ("plugins/fixture-newcomer/src/lib.rs".to_owned(), CODE),
        (format!("{BASE}/sources/fixture-newcomer/2013-panel.txt"), DOCUMENT),
        (format!("{BASE}/vocabulary/fixture-newcomer.toml"), WORDS),
    ];
    files.extend(added.map(|(name, text)| (name, text.as_bytes().to_owned())));
    let config = files.get_mut(&format!("{BASE}/gainsay.toml")).expect("the base is configured");
    let text = String::from_utf8(config.clone()).expect("UTF-8");
    assert_eq!(text.matches("[sources]\n").count(), 1);
    *config = text.replace("[sources]\n", "[sources]\nfixture-newcomer = {}\n").into_bytes();
    files
}

/// Builds the plugin in the copy, apart from what the real workspace builds, and
/// returns the folder of its library.
fn build(workspace: &Path) -> PathBuf {
    let target = folder().join("target");
    let output = Command::new(env!("CARGO"))
        .current_dir(workspace)
        .args(["build", "--offline", "--package", "gainsay-source-fixture-newcomer"])
        // It is built once and runs for a moment.
        .args(["--config", "profile.dev.debug = false"])
        .env("CARGO_TARGET_DIR", &target)
        // What is built of others serves all tests that build outside of this workspace.
        .env("CARGO_BUILD_BUILD_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("apart"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    target.join("debug")
}

/// Its claims are read and judged beside those of the others, by the program
/// as it was.
fn assert_heard(base: &Path, plugins: &Path) {
    assert!(!plugins.join(product().program("gainsay").file_name().expect("a file")).exists());
    let plugins = plugins.to_str().expect("a path in UTF-8");
    let json = json_on_base(base, &["check", "--plugin-dir", plugins], 1);
    assert_eq!(json["complete"], true);
    let path = "sources/fixture-newcomer/2013-panel.txt";
    assert!(contradicted(&json, path).contains("sources/gallup/2014-consumer.csv"));

    let table = ["table", "influenced-by-social-media", "--plugin-dir", plugins];
    assert_eq!(
        share(&json_on_base(base, &table, 0), "fixture-newcomer/2013-panel/influenced"),
        0.115
    );
    let table = ["table", "hums-tunes-of-brands", "--plugin-dir", plugins];
    assert_eq!(share(&json_on_base(base, &table, 0), "fixture-newcomer/2013-panel/hums"), 0.045);
    // Without its folder, the plugin is not found.
    json_on_base(base, &["check"], 3);
}

/// The documents that stand beside one in contradictions.
fn contradicted<'a>(json: &'a Value, path: &str) -> BTreeSet<&'a str> {
    let diagnostics = json["diagnostics"].as_array().expect("a list");
    let direct = diagnostics.iter().filter(|one| one["rule"] == "diverging-shares");
    let paths = direct.map(|one| -> BTreeSet<&str> {
        let labels = one["labels"].as_array().expect("a list").iter();
        labels.filter_map(|label| label["at"]["path"].as_str()).collect()
    });
    paths.filter(|paths| paths.contains(path)).flatten().collect()
}

/// The lower end of the share that a table gives for a claim.
fn share<'a>(table: &'a Value, claim: &str) -> &'a Value {
    let rows = table["rows"].as_array().expect("a list");
    let row = rows.iter().find(|row| row["claim"] == claim).expect("the claim has a row");
    &row["share"]["lo"]
}
