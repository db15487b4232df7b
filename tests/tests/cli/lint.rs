//! Drafts held against a base, from outside.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    path::PathBuf,
    process::{Output, Stdio},
};

use gainsay_tests::program::gainsay;
use serde_json::Value;

const APPEAL: &str = "Studies show that people buy.\n";

/// A folder with an empty base and two drafts: one that appeals to studies, one that is no
/// text.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("lint").join(name);
    fs::create_dir_all(folder.join("base")).expect("the folder is made");
    fs::write(folder.join("base/gainsay.toml"), "[sources]\n").expect("it is written");
    fs::write(folder.join("draft.md"), APPEAL).expect("it is written");
    fs::write(folder.join("latin.md"), b"un\n\xe9t\xe9\n").expect("it is written");
    folder
}

#[track_caller]
fn lint(folder: &PathBuf, arguments: &[&str], code: i32) -> Output {
    let mut command = gainsay(&["lint", "--base", "base"]);
    let output = command.args(arguments).current_dir(folder).output().expect("it starts");
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {told}");
    output
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

#[test]
fn warnings_fail_unless_less_was_asked_for() {
    let folder = folder("levels");
    let shown = text(&lint(&folder, &["draft.md", "--output-format", "concise"], 1).stdout);
    assert!(shown.starts_with("draft.md:1:1: unnamed-source warning: “Studies show”"), "{shown}");
    lint(&folder, &["draft.md", "--fail-on", "error"], 0);
    lint(&folder, &["draft.md", "--exit-zero"], 0);
    lint(&folder, &["draft.md", "--ignore", "unnamed-source"], 0);
    lint(&folder, &["draft.md", "--select", "drift,unknown-figure"], 0);
    let told = text(&lint(&folder, &["draft.md", "--select", "unamed-source"], 2).stderr);
    assert!(told.contains("the nearest is `unnamed-source`"), "{told}");
}

#[test]
fn a_draft_that_cannot_be_read_does_not_hide_the_others() {
    let folder = folder("unread");
    let output = lint(&folder, &["gone.md", "latin.md", "draft.md"], 2);
    let told = text(&output.stderr);
    assert!(told.contains("gone.md: cannot be read"), "{told}");
    assert!(told.contains("latin.md:2:1: not text in UTF-8"), "{told}");
    let shown = text(&output.stdout);
    assert!(shown.contains("warning[unnamed-source]"), "{shown}");
    assert!(shown.ends_with("2 drafts could not be read\n"), "{shown}");
    let french = text(&lint(&folder, &["latin.md", "--exit-zero", "--lang", "fr"], 2).stderr);
    assert!(french.contains("latin.md:2:1: n'est pas du texte en UTF-8"), "{french}");
}

#[test]
fn standard_input_has_the_name_and_the_format_that_are_given() {
    let folder = folder("input");
    let arguments = ["lint", "-", "--base", "base", "--output-format", "json"];
    let read = |more: &[&str]| -> Value {
        let mut command = gainsay(&arguments);
        let command = command.args(more).current_dir(&folder);
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut input = child.stdin.take().expect("it has an input");
        let draft = "\u{feff}<!-- Studies show -->\r\n\r\n\tStudies show.\r\n";
        input.write_all(draft.as_bytes()).expect("it reads");
        drop(input);
        let output = child.wait_with_output().expect("it ends");
        serde_json::from_slice(&output.stdout).expect("JSON")
    };
    let plain = read(&["--stdin-name", "text/a.txt"]);
    assert_eq!(plain["drafts"][0]["path"], "text/a.txt");
    let places = |found: &Value| -> Vec<(u64, u64)> {
        let found = found["drafts"][0]["diagnostics"].as_array().expect("a list");
        let at = |one: &Value| one["labels"][0]["at"].clone();
        let number = |at: &Value, name: &str| at[name].as_u64().expect("a number");
        found.iter().map(at).map(|at| (number(&at, "line"), number(&at, "column"))).collect()
    };
    // The mark is no character of the line, and the tab is one.
    assert_eq!(places(&plain), [(1, 6), (3, 2)]);
    // A comment of a page is no prose of it.
    assert_eq!(places(&read(&["--format", "html"])), [(3, 2)]);
}

#[test]
fn other_programs_find_the_draft_from_the_current_folder() {
    let folder = folder("programs");
    let sarif = lint(&folder, &["./draft.md", "--output-format", "sarif"], 1).stdout;
    let log: Value = serde_json::from_slice(&sarif).expect("JSON");
    let result = &log["runs"][0]["results"][0];
    assert_eq!(result["ruleId"], "unnamed-source");
    let location = &result["locations"][0]["physicalLocation"];
    assert_eq!(location["artifactLocation"]["uri"], "./draft.md");
    let lines = text(&lint(&folder, &["draft.md", "--output-format", "github"], 1).stdout);
    let start =
        "::warning file=draft.md,line=1,endLine=1,col=1,endColumn=13,title=unnamed-source::";
    assert!(lines.starts_with(start), "{lines}");
    let mut table = gainsay(&["table", "bought", "--output-format", "sarif"]);
    let output = table.output().expect("it starts");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("forms of `gainsay check`"));
}

#[test]
fn a_draft_is_looked_at_again_when_it_is_saved() {
    let folder = folder("watch");
    let told = text(&lint(&folder, &["-", "--watch"], 2).stderr);
    assert!(told.contains("--watch needs files"), "{told}");
    let arguments = ["lint", "draft.md", "--watch", "--base", "base", "--output-format", "concise"];
    let mut command = gainsay(&arguments);
    let mut child = command
        .current_dir(&folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let mut lines = BufReader::new(child.stdout.take().expect("it has an output")).lines();
    let mut until_counted = || loop {
        let line = lines.next().expect("it goes on").expect("UTF-8");
        if line.contains(" errors, ") {
            return line;
        }
    };
    assert_eq!(until_counted(), "0 errors, 1 warning, 0 notes");
    fs::write(folder.join("draft.md"), "People buy.\n").expect("it is saved");
    assert_eq!(until_counted(), "0 errors, 0 warnings, 0 notes");
    child.kill().expect("it still waits");
    child.wait().expect("it ends");
}

#[test]
fn shares_of_votes_are_read_where_the_base_tells_of_votes() {
    let folder = folder("votes");
    let sentences = ["Macron recueille 28 % des voix.", "Macron polls at 28% of the vote."];
    for (index, sentence) in sentences.into_iter().enumerate() {
        let name = format!("votes-{index}.md");
        fs::write(folder.join(&name), format!("{sentence}\n")).expect("it is written");
        let figures = |base: &str| {
            let base = gainsay_tests::base::folder(base);
            let mut command =
                gainsay(&["lint", "--exit-zero", "--output-format", "json", "--base"]);
            let output = command.arg(base).arg(&name).current_dir(&folder).output();
            let output = output.expect("it starts");
            let found: Value = serde_json::from_slice(&output.stdout).expect("JSON");
            found["drafts"][0]["figures"].as_array().map_or(usize::MAX, Vec::len)
        };
        assert_eq!(figures("french-presidential-2022"), 1, "{sentence}");
        assert_eq!(figures("brands-on-social-media"), 0, "{sentence}");
    }
}
