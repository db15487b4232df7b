//! What decides in a pipeline: rules, levels, forms and exit codes.

use std::{fs, path::Path};

use gainsay_tests::{
    small::{contradicting, document, study},
    tree,
};
use serde_json::Value;

use super::small::{folder, run_in, shown, told};

const CHECK: [&str; 2] = ["check", "--lang=en"];

#[test]
fn rules_are_chosen_by_name_and_by_group() {
    let base = folder("rules", &contradicting());
    run_in(&base, &CHECK, 1);
    for chosen in ["--select=shares", "--select=diverging-shares", "--ignore=citations,input"] {
        run_in(&base, &[&CHECK[..], &[chosen]].concat(), 1);
    }
    for chosen in ["--select=orders", "--ignore=shares", "--ignore=diverging-shares"] {
        let output = run_in(&base, &[&CHECK[..], &[chosen]].concat(), 0);
        assert!(shown(&output).contains("1 finding of another rule is not shown"), "{chosen}");
    }
    let misspelt = run_in(&base, &["check", "--select", "share", "--lang=fr"], 2);
    assert!(told(&misspelt).contains("le plus proche est `shares`"), "{}", told(&misspelt));
    // Drafts are not looked at here.
    run_in(&base, &["check", "--select", "drafts"], 2);
}

#[test]
fn a_group_is_explained_by_its_rules() {
    let base = folder("explained", &contradicting());
    let said = shown(&run_in(&base, &["explain", "orders"], 0));
    assert!(said.contains("- `circular-order`: "), "{said}");
    assert!(!said.contains("diverging-shares"), "{said}");
}

#[test]
fn a_draft_is_held_against_groups_of_rules_too() {
    let base = folder("lint-groups", &contradicting());
    fs::write(base.join("draft.md"), "Studies show that people buy.\n").expect("it is written");
    run_in(&base, &["lint", "draft.md"], 1);
    run_in(&base, &["lint", "draft.md", "--select", "citations"], 0);
    run_in(&base, &["lint", "draft.md", "--select", "drafts"], 1);
}

#[test]
fn a_run_that_could_not_be_goes_before_a_missing_source_and_this_before_findings() {
    let mut files = contradicting();
    let config = files.get_mut("gainsay.toml").expect("it is configured");
    config.extend_from_slice(b"fixture-absent = {}\n");
    files.insert("sources/fixture-absent/one.txt".to_owned(), b"x\n".to_vec());
    files.insert("draft.md".to_owned(), b"Studies show that people buy.\n".to_vec());
    let base = folder("precedence", &files);
    run_in(&base, &["check"], 3);
    run_in(&base, &["check", "--allow-missing"], 1);
    agrees_with_the_exit_code(&base);
    run_in(&base, &["lint", "draft.md"], 3);
    run_in(&base, &["lint", "draft.md", "gone.md"], 2);
    run_in(&base, &["lint", "draft.md", "gone.md", "--allow-missing"], 2);
    // Only findings can be passed over.
    run_in(&base, &["check", "--exit-zero", "--allow-missing"], 0);
    run_in(&base, &["check", "--exit-zero"], 3);
    run_in(&base, &["lint", "gone.md", "--exit-zero"], 2);
}

/// What other systems read tells of a missing source unless that is accepted.
fn agrees_with_the_exit_code(base: &Path) {
    for (format, sign) in [
        ("junit", "type=\"missing\""),
        ("github", "title=broken-source"),
        ("gitlab", "\"broken-source\""),
        ("sarif", "\"executionSuccessful\": false"),
    ] {
        let told = |more: &[&str], code| {
            let output =
                run_in(base, &[&["check", "--output-format", format], more].concat(), code);
            String::from_utf8_lossy(&output.stdout).contains(sign)
        };
        assert!(told(&[], 3), "{format}");
        assert!(!told(&["--allow-missing"], 1), "{format}");
    }
}

#[test]
fn nothing_is_written_where_that_is_forbidden() {
    let mut files = contradicting();
    let draft = "<!-- gainsay:begin table=bought -->\n<!-- gainsay:end -->\n";
    files.insert("draft.md".to_owned(), draft.as_bytes().to_vec());
    let base = folder("locked", &files);
    run_in(&base, &["check", "--locked"], 1);
    run_in(&base, &["sync", "draft.md", "--check", "--locked"], 1);
    run_in(&base, &["review", "--locked"], 0);
    for command in [["sync", "draft.md"], ["init", "."], ["review", "--defer"]] {
        let output = run_in(&base, &[&command[..], &["--locked"]].concat(), 2);
        assert!(told(&output).contains("--locked forbids it"), "{}", told(&output));
    }
    assert_eq!(tree::read(&base, &[]), files);
    run_in(&base, &["sync", "draft.md"], 0);
    assert_ne!(tree::read(&base, &[]), files);
}

#[test]
fn fingerprints_stay_when_lines_move_and_go_when_words_change() {
    let base = folder("fingerprints", &contradicting());
    let results = || -> Vec<Value> {
        let output = run_in(&base, &["check", "--output-format", "sarif"], 1);
        let log: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let results = log["runs"][0]["results"].as_array().expect("a list");
        results.clone()
    };
    let prints = |results: &[Value]| -> Vec<Value> {
        results.iter().map(|one| one["partialFingerprints"].clone()).collect()
    };
    let line = |results: &[Value]| {
        results[0]["locations"][0]["physicalLocation"]["region"]["startLine"].clone()
    };
    let before = results();
    let path = base.join(document("fixture-a"));
    let text = study("fixture-a", &[("bought", "28 %")]);
    fs::write(&path, format!("# One line\n# more.\n\n{text}")).expect("it is written");
    let moved = results();
    assert_ne!(line(&before), line(&moved));
    assert_eq!(prints(&before), prints(&moved));
    fs::write(&path, study("fixture-a", &[("bought", "29 %")])).expect("it is written");
    assert_ne!(prints(&before), prints(&results()));
}

#[test]
fn forms_for_other_programs_name_files_from_the_current_folder() {
    let base = folder("forms", &contradicting());
    let above = base.parent().expect("it is in a folder");
    let run = |form| {
        let arguments = ["check", "--base", "forms", "--output-format", form];
        shown(&run_in(above, &arguments, 1))
    };
    let path = format!("forms/{}", document("fixture-a"));
    let report: Value = serde_json::from_str(&run("gitlab")).expect("JSON");
    assert_eq!(report.as_array().map(Vec::len), Some(1));
    assert_eq!(report[0]["location"]["path"], *path);
    let log: Value = serde_json::from_str(&run("sarif")).expect("JSON");
    let result = &log["runs"][0]["results"][0];
    let location = &result["locations"][0]["physicalLocation"]["artifactLocation"];
    assert_eq!(location["uri"], *path);
    assert_eq!(report[0]["fingerprint"], result["partialFingerprints"]["gainsayFinding/v1"]);
    let junit = run("junit");
    assert!(junit.contains(&format!("file=\"{path}\"")), "{junit}");
    assert!(junit.contains("<failure type=\"error\""), "{junit}");
}

#[test]
fn only_rules_that_are_chosen_are_tests() {
    let base = folder("junit", &contradicting());
    let junit = |more: &[&str], code| {
        let arguments = [&["check", "--output-format", "junit"][..], more].concat();
        shown(&run_in(&base, &arguments, code))
    };
    let orders = junit(&["--select", "orders"], 0);
    assert!(orders.contains("tests=\"7\" failures=\"0\""), "{orders}");
    let mut command = vec!["lint", "draft.md", "--output-format", "junit"];
    fs::write(base.join("draft.md"), "Studies show that people buy.\n").expect("it is written");
    let failed = shown(&run_in(&base, &command, 1));
    assert!(failed.contains("failures=\"1\" errors=\"0\" skipped=\"0\""), "{failed}");
    command.push("--fail-on=error");
    let skipped = shown(&run_in(&base, &command, 0));
    assert!(skipped.contains("failures=\"0\" errors=\"0\" skipped=\"1\""), "{skipped}");
    command.push("gone.md");
    let unread = shown(&run_in(&base, &command, 2));
    assert!(unread.contains("errors=\"1\""), "{unread}");
}

#[test]
fn a_finding_is_checked_by_its_key() {
    let base = folder("by-key", &contradicting());
    let key = "diverging-shares:bought";
    let found = shown(&run_in(&base, &["check", key], 1));
    assert!(found.contains("error[diverging-shares]"), "{found}");
    run_in(&base, &["check", "diverging-shares:sold"], 2);
}

#[test]
fn no_result_is_written_over_a_file_of_the_base() {
    let base = folder("over-a-file", &contradicting());
    let file = document("fixture-a");
    let before = fs::read(base.join(&file)).expect("it can be read");
    for command in ["report", "chart"] {
        let name: &[&str] = if command == "chart" { &["bought"] } else { &[] };
        for output in [file.as_str(), "gainsay.toml"] {
            let refused = run_in(&base, &[&[command, "-o", output], name].concat(), 2);
            assert!(!told(&refused).is_empty());
        }
    }
    assert_eq!(fs::read(base.join(&file)).expect("it can be read"), before);
    run_in(&base, &["report", "-o", "page.html"], 0);
    run_in(&base, &["report", "-o", "page.html"], 0);
}
