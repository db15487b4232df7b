//! The commands that look at plugins, as they are typed.

use std::{
    path::Path,
    process::{Command, Output},
};

use gainsay_tests::base::product;
use serde_json::Value;

use crate::fixtures::{base, c_plugin, rust_plugin};

#[track_caller]
fn run(arguments: &[&str], code: i32) -> Output {
    let mut command = Command::new(product().program("gainsay"));
    command.current_dir("/").args(arguments).env_clear().env("LANG", "C");
    let output = command.output().expect("the program starts");
    let told = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {told}");
    output
}

fn told(output: &Output) -> String {
    [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes)).concat()
}

fn text(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

#[test]
fn a_broken_rule_is_told_with_reason_and_fix_and_ends_with_1() {
    let library = c_plugin("EXTRA_EXPORT");
    let english = told(&run(&["source", "check", text(&library)], 1));
    for part in [
        "error[extra-export]: the library of `fixture-c` exports more than its table",
        "it exports `gainsay_extra`",
        "make every function `static`",
    ] {
        assert!(english.contains(part), "{english}");
    }
    let french = told(&run(&["source", "check", text(&library), "--lang", "fr"], 1));
    assert!(french.contains("erreur[extra-export]") && french.contains("elle exporte"), "{french}");
    let warned = c_plugin("CONSTRUCTOR");
    run(&["source", "check", text(&warned)], 0);
    run(&["source", "check", text(&warned), "--fail-on", "warning"], 1);
}

#[test]
fn a_rule_is_skipped_for_a_reason_that_is_printed() {
    let base = base("typed", "faulty", Some("chat"));
    let on_base = ["source", "check", "--base", text(&base), text(rust_plugin())];
    run(&on_base, 1);
    let skip = ["--skip", "writes-to-stdout=it greets"];
    let skipped = told(&run(&[&on_base[..], &skip].concat(), 0));
    assert!(skipped.contains("writes-to-stdout skipped: it greets\n"), "{skipped}");
    run(&[&on_base[..], &["--skip", "writes-to-stdout"]].concat(), 2);
    let unknown = told(&run(&[&on_base[..], &["--skip", "write-to-stdout=x"]].concat(), 2));
    assert!(unknown.contains("writes-to-stdout"), "{unknown}");
    let missing = ["source", "check", "--base", text(&base), "--source", "fault"];
    assert!(told(&run(&missing, 2)).contains("faulty"));
}

#[test]
fn every_rule_stands_in_the_json_with_its_state() {
    let library = c_plugin("EXTRA_EXPORT");
    let output = run(&["source", "check", text(&library), "--output-format", "json"], 1);
    let json: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let rules = json["plugins"][0]["rules"].as_array().expect("a list");
    assert_eq!(rules.len(), gainsay_claims::conformance::ALL.len());
    let rule = |id: &str| rules.iter().find(|rule| rule["id"] == id).expect("it is listed");
    assert_eq!(rule("extra-export")["state"], "broken");
    assert_eq!(rule("extra-export")["diagnostic"]["rule"], "extra-export");
    assert_eq!(rule("lost-id")["state"], "not-run");
    assert!(rule("lost-id")["reason"].is_string());
    assert_eq!(rule("foreign-interface")["state"], "kept");
}

#[test]
fn inspecting_runs_no_code() {
    // Loading it crashes.
    let library = c_plugin("CONSTRUCTOR_CRASH");
    let output = run(&["source", "inspect", text(&library), "--output-format", "json"], 0);
    let json: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(json["plugin"], "fixture-c");
    assert_eq!(json["records"], "claims/1");
    assert_eq!(json["interface"], "1.0");
    assert_eq!(json["exports"], serde_json::json!(["gainsay_plugin_v1"]));
    assert_eq!((&json["constructors"], &json["usual_constructors"]), (&2.into(), &1.into()));
    let digest = json["sha256"].as_str().expect("a digest");
    assert_eq!(digest.len(), 64);
    let french = told(&run(&["source", "inspect", text(&library), "--lang", "fr"], 0));
    assert!(french.contains("greffon\u{a0}: fixture-c\n") && french.contains(digest), "{french}");
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let refused = told(&run(&["source", "inspect", manifest, "--lang", "fr"], 2));
    assert!(refused.contains("n'est pas un greffon"), "{refused}");
}
