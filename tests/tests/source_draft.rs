//! What `gainsay source draft` proposes adds nothing, until a person confirms it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use gainsay_tests::{base::product, tree};
use serde_json::Value;

#[path = "source_draft/docx.rs"]
mod docx;
#[path = "source_draft/files.rs"]
mod files;
#[path = "source_draft/formats.rs"]
mod formats;
#[path = "source_draft/pages.rs"]
mod pages;
#[path = "source_draft/said.rs"]
mod said;
#[path = "source_draft/whole.rs"]
mod whole;

const WORDS: &str = r#"
[concept.follows-brand]
label = { en = "follows a brand", fr = "suit une marque" }
[concept.bought-after-post]
label = { en = "bought after a post", fr = "a acheté après une publication" }
[concept.trusts-brand-posts]
label = { en = "trusts posts of brands", fr = "fait confiance aux publications des marques" }
[universe.internet-users]
label = { en = "internet users", fr = "internautes" }
[words.concept.follows-brand]
en = ["follow brand"]
fr = ["suivent marque", "suit marque"]
[words.concept.bought-after-post]
en = ["bought after post", "buy after post"]
fr = ["acheté après publication"]
[words.concept.trusts-brand-posts]
en = ["trust brand posts"]
fr = ["confiance publications marques"]
[words.universe.internet-users]
en = ["internet users"]
fr = ["internautes"]
"#;

const FRENCH: &str = "# Une enquête sur les marques\n\n\
    Selon l'institut Fixture A, qui a interrogé 1\u{202f}003 internautes en ligne en mars 2014,\n\
    38\u{202f}% des internautes suivent une marque. Ils sont 12 % à avoir acheté après une publication.\n\n\
    Près de la moitié font confiance aux publications des marques.\n";

/// A base of its own with words, a source and no study.
fn base(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("source-draft").join(name);
    fs::remove_dir_all(&folder).ok();
    fs::create_dir_all(folder.join("sources/fixture-a")).expect("a folder to write to");
    fs::create_dir_all(folder.join("vocabulary")).expect("a folder to write to");
    fs::write(folder.join("vocabulary/words.toml"), WORDS).expect("a file");
    let config = "[sources]\nfixture-a = { plugin = \"transcript\" }\n";
    fs::write(folder.join("gainsay.toml"), config).expect("a file");
    fs::write(folder.join("sources/fixture-a/notes.toml"), "# none yet\n").expect("a file");
    folder
}

fn output(here: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(product().program("gainsay"));
    command.current_dir(here).args(arguments).env_clear().env("LANG", "C");
    command.output().expect("the program starts")
}

/// What is printed, and what is told beside it.
#[track_caller]
fn run(here: &Path, arguments: &[&str], code: i32) -> [String; 2] {
    let Output { status, stdout, stderr } = output(here, arguments);
    let told = [stdout, stderr].map(|bytes| String::from_utf8(bytes).expect("UTF-8"));
    assert_eq!(status.code(), Some(code), "{arguments:?}: {told:?}");
    told
}

/// How many studies and claims a base holds.
fn counts(base: &Path) -> [Value; 2] {
    let check = ["check", "--output-format", "json", "--fail-on", "error"];
    let [told, _] = run(base, &check, 0);
    let json: Value = serde_json::from_str(&told).expect("JSON");
    ["studies", "claims"].map(|what| json["counts"][what].clone())
}

/// The smallest edit that the proposal names: its marks are taken away.
fn confirm(path: &Path) {
    let text = fs::read_to_string(path).expect("it is there");
    let lines = text.lines().map(|line| line.strip_prefix("#? ").unwrap_or(line));
    let text: String = lines.map(|line| format!("{line}\n")).collect();
    fs::write(path, text).expect("a file");
}

const TO: &str = "sources/fixture-a/2014-spring.toml";

#[test]
fn a_french_text_becomes_claims_once_it_is_confirmed() {
    let base = base("french");
    fs::write(base.join("cp.md"), FRENCH).expect("a file");
    let [told, _] = run(&base, &["source", "draft", "cp.md", "-o", TO, "--lang", "fr"], 0);
    assert!(told.starts_with(&format!("créé\u{a0}: {TO}\n")), "{told}");
    let counted =
        "cp.md\u{a0}: chiffres trouvés\u{a0}: 4, proposés\u{a0}: 3, laissés de côté\u{a0}: 1\n";
    assert!(told.contains(counted), "{told}");
    assert!(told.contains("ôter `#? `"), "the edit is named: {told}");
    assert_eq!(counts(&base), [0, 0].map(Value::from), "it adds no claims by itself");

    confirm(&base.join(TO));
    run(&base, &["source", "check", "--source", "fixture-a"], 0);
    assert_eq!(counts(&base), [1, 3].map(Value::from));
    let [table, _] = run(&base, &["table", "follows-brand", "--lang", "fr"], 0);
    assert!(table.contains("38\u{202f}%") || table.contains("38\u{a0}%"), "{table}");
    let [shown, _] = run(&base, &["show", "fixture-a/2014-spring", "--output-format", "json"], 0);
    for said in ["Fixture A", "1003", "2014-03"] {
        assert!(shown.contains(said), "{said}: {shown}");
    }
    for concept in ["follows-brand", "bought-after-post", "trusts-brand-posts"] {
        run(&base, &["show", &format!("fixture-a/2014-spring/{concept}")], 0);
    }
}

#[test]
fn an_english_text_becomes_a_claim_once_it_is_confirmed() {
    let base = base("english");
    let text = "According to Fixture A, who surveyed 1,003 internet users, 38 % of internet users \
                follow a brand.\n";
    fs::write(base.join("release.txt"), text).expect("a file");
    let [document, told] = run(&base, &["source", "draft", "release.txt"], 0);
    assert!(told.starts_with("release.txt: 2 figures found, 1 proposed, 1 left out\n"), "{told}");
    assert!(document.lines().all(|line| line.is_empty() || line.starts_with('#')), "{document}");
    fs::write(base.join(TO), document).expect("a file");
    assert_eq!(counts(&base), [0, 0].map(Value::from));
    confirm(&base.join(TO));
    run(&base, &["source", "check", "--source", "fixture-a"], 0);
    assert_eq!(counts(&base), [1, 1].map(Value::from));
    let [table, _] = run(&base, &["table", "follows-brand"], 0);
    assert!(table.contains("38"), "{table}");
}

#[test]
fn what_is_needed_and_not_known_is_asked_for() {
    let base = base("needed");
    fs::write(base.join("a.txt"), "In all, 38 % do.\n").expect("a file");
    let [told, _] = run(&base, &["source", "draft", "a.txt", "-o", TO], 0);
    assert!(told.ends_with("`gainsay source check --source fixture-a`\n"), "{told}");
    confirm(&base.join(TO));
    let [told, _] = run(&base, &["check"], 3);
    assert!(told.contains("missing field `publisher`"), "{told}");
}

#[test]
fn nothing_is_replaced_unless_it_is_asked_for() {
    let base = base("replaced");
    fs::write(base.join("cp.md"), FRENCH).expect("a file");
    fs::write(base.join("out.toml"), "mine").expect("a file");
    let before = tree::read(&base, &[]);
    let [_, told] = run(&base, &["source", "draft", "cp.md", "-o", "out.toml"], 2);
    assert!(told.contains("out.toml") && told.trim_end().ends_with("; nothing was made"), "{told}");
    run(&base, &["source", "draft", "cp.md", "-o", "new.toml", "--locked"], 2);
    run(&base, &["source", "draft", "cp.md", "-o", "sources/fixture-a/notes.toml", "--force"], 2);
    run(&base, &["source", "draft", "cp.md", "--force"], 2);
    run(&base, &["source", "draft", "gone.md"], 2);
    assert_eq!(tree::read(&base, &[]), before, "nothing is overwritten");
    run(&base, &["source", "draft", "cp.md", "-o", "out.toml", "--force"], 0);
    run(&base, &["source", "draft", "cp.md", "-o", "fresh.toml", "--force"], 0);
    assert!(base.join("fresh.toml").is_file(), "nothing is there to be replaced, and it is made");
    let made = fs::read_to_string(base.join("out.toml")).expect("it is there");
    assert!(made.starts_with("#:schema schemas/transcript.schema.json\n"), "{made}");
}
