//! The command line on the base that ships with the program.

use std::{fs, path::Path, process::Stdio};

use gainsay_tests::{
    base::{product, shipped},
    program::{gainsay, json_on_base, on_base},
    tree,
};
use serde_json::Value;

#[test]
fn findings_of_the_level_asked_for_decide_the_exit_code() {
    on_base(&shipped(), &["check"], 1);
    // Warnings stand here, and no error.
    let warned = ["check", "bought-after-social-media"];
    let counts = &json_on_base(&shipped(), &warned, 0)["counts"];
    assert_eq!(counts["errors"], 0);
    assert_ne!(counts["warnings"], 0);
    on_base(&shipped(), &[&warned[..], &["--fail-on", "warning"]].concat(), 1);
    on_base(&shipped(), &["check", "acquired-via[channel=twitter]", "--fail-on", "note"], 0);
}

#[test]
fn a_missing_plugin_costs_its_own_source_only() {
    let mut files = tree::read(&shipped(), &[]);
    let config = files.get_mut("gainsay.toml").expect("the base is configured");
    let text = String::from_utf8(config.clone()).expect("UTF-8");
    let added = "[sources]\nfixture-absent = {}\n";
    *config = text.replace("[sources]\n", added).into_bytes();
    let name = "sources/fixture-absent/study.txt".to_owned();
    files.insert(name, b"12 % like it\n".to_vec());
    let base = Path::new(env!("CARGO_TARGET_TMPDIR")).join("absent");
    tree::write(&base, &files);

    let json = json_on_base(&base, &["check"], 3);
    assert_eq!(json["complete"], false);
    let found = json["diagnostics"].as_array().expect("a list");
    assert_eq!(found.iter().filter(|one| one["rule"] == "broken-source").count(), 1);
    let whole = json_on_base(&shipped(), &["check"], 1);
    assert_eq!(json["propositions"], whole["propositions"]);
    // Accepted, it leaves the findings of the others.
    json_on_base(&base, &["check", "--allow-missing"], 1);
    json_on_base(&base, &["check", "bought-after-social-media", "--allow-missing"], 0);
}

#[test]
fn an_unknown_name_is_refused_with_the_nearest() {
    for command in ["check", "table", "show"] {
        let output = on_base(&shipped(), &[command, "bought-after-social-medias"], 2);
        let told = String::from_utf8(output.stderr).expect("UTF-8");
        assert!(told.contains("the nearest is `bought-after-social-media`"), "{command}: {told}");
        assert_eq!(output.stdout, b"");
    }
    // Nothing is near to this.
    let output = on_base(&shipped(), &["table", "xyzzy"], 2);
    assert!(!String::from_utf8_lossy(&output.stderr).contains("nearest"));
}

#[test]
fn whoever_closes_the_pipe_has_read_enough() {
    let mut child = gainsay(&["check", "--base"])
        .arg(shipped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
#[cfg(target_os = "linux")]
fn a_disk_that_is_full_is_an_error() {
    let full = fs::File::options().write(true).open("/dev/full").expect("the device is there");
    let mut command = gainsay(&["check", "--base"]);
    let output = command.arg(shipped()).stdout(full).output().expect("the program starts");
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot write the results"));
    assert_eq!(output.status.code(), Some(2));
}

#[test]
#[cfg(target_os = "linux")]
fn a_sandbox_that_is_required_holds() {
    let listed = |mode: &str| {
        let output = on_base(&shipped(), &["source", "list", "--sandbox", mode], 0);
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let required = listed("require");
    assert_eq!(required.lines().count(), 40);
    for part in ["reading files denied", "writing files denied", "network denied"] {
        assert!(required.lines().all(|line| line.contains(part)), "{part}: {required}");
    }
    assert!(!listed("off").contains("denied"));
}

#[test]
fn confinement_changes_no_result() {
    let reference = json_on_base(&shipped(), &["check"], 1);
    assert_ne!(reference["propositions"].as_array().map(Vec::len), Some(0));
    for options in [["--isolation", "in-process"], ["--sandbox", "off"]] {
        let found = json_on_base(&shipped(), &[&["check"][..], &options].concat(), 1);
        assert!(found == reference, "{options:?}");
    }
}

#[test]
fn languages_differ_in_words_only() {
    let findings = |lang| {
        let json = json_on_base(&shipped(), &["check", "--lang", lang], 1);
        let list = json["diagnostics"].as_array().expect("a list").clone();
        let places = |one: &Value| {
            let labels = one["labels"].as_array().expect("a list").iter();
            labels.map(|label| label["at"].clone()).collect::<Vec<_>>()
        };
        let ids = |one: &Value| {
            let fixed = ["rule", "level", "proposition"].map(|key| one[key].clone());
            (fixed, places(one))
        };
        let ids: Vec<_> = list.iter().map(ids).collect();
        (ids, list[0]["message"].clone(), json["counts"].clone())
    };
    let (english, english_words, english_counts) = findings("en");
    let (french, french_words, french_counts) = findings("fr");
    assert!(!english.is_empty());
    assert_eq!(english, french);
    assert_eq!(english_counts, french_counts);
    assert_ne!(english_words, french_words);
}

#[test]
fn plugins_are_found_beside_the_program_and_never_in_the_current_folder() {
    let program = product().program("gainsay");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("alone");
    tree::write(&folder, [(&"empty".to_owned(), &Vec::new())]);
    let alone = folder.join(program.file_name().expect("a program is a file"));
    // A file that was just written might still be open in a child of another test.
    fs::hard_link(program, &alone).expect("the program can be linked");
    let beside = program.parent().expect("a program is in a folder");
    let base = shipped().canonicalize().expect("the base is there");
    let run = |options: &[&str]| {
        let mut command = std::process::Command::new(&alone);
        command.args(["check", "--base"]).arg(&base).args(options).env_clear();
        command.current_dir(beside).output().expect("the program starts").status.code()
    };
    assert_eq!(run(&[]), Some(3));
    assert_eq!(run(&["--plugin-dir", "."]), Some(1));
}
