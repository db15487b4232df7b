use std::{fs, path::PathBuf};

use gainsay_tests::{base::folder, program::on_base};
use serde_json::Value;

use super::{printed, refused, run};

const POLLS: &str = "study;proposition;figure;n;from\n\
                     north;would buy again;62 %;1200;2024-03-04\n\
                     south;would buy again;51 %;900;2024-03-11\n\
                     east;would buy again;60 %;;2024-03-12\n";

fn table(name: &str, text: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).expect("it can be written");
    path.to_string_lossy().into_owned()
}

#[test]
fn a_table_made_by_hand_is_judged_in_both_languages() {
    let table = table("polls.csv", POLLS);
    let said = |lang: &str| {
        let output = run(&["--lang", lang, "judge", &table], 1);
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let (en, fr) = (said("en"), said("fr"));
    assert!(
        en.contains("directly comparable pairs: 3, tested: 1") && en.contains("10.0 points"),
        "{en}"
    );
    assert!(fr.contains("comparables\u{a0}: 3, testées\u{a0}: 1") && fr.contains("oui"), "{fr}");
}

#[test]
fn every_form_has_the_same_pairs() {
    let table = table("forms.csv", POLLS);
    let said = |format: &str| {
        let output = run(&["judge", &table, "--format", format], 1);
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let json: Value = serde_json::from_str(&said("json")).expect("JSON");
    assert_eq!(json["schema"], "gainsay/judged/1");
    let pairs = json["pairs"].as_array().expect("a list");
    let (csv, lines) = (said("csv"), said("jsonl"));
    assert_eq!((csv.lines().count(), lines.lines().count()), (pairs.len() + 1, pairs.len()));
    let first: Value = serde_json::from_str(lines.lines().next().expect("a pair")).expect("JSON");
    assert_eq!([&first["upper"], &first["p"]], [&pairs[0]["upper"], &pairs[0]["p"]]);
}

#[test]
fn a_column_that_is_not_read_changes_no_answer() {
    let noted = POLLS.replace("from\n", "from;note\n").replace("-04\n", "-04;x\n");
    let noted = noted.replace("-11\n", "-11;x\n").replace("-12\n", "-12;x\n");
    let output = run(&["judge", &table("noted.csv", &noted)], 1);
    assert_eq!(output.stdout, run(&["judge", &table("plain.csv", POLLS)], 1).stdout);
    assert!(String::from_utf8_lossy(&output.stderr).contains("`note`"));
    // A row that is not read is no remark.
    let output = run(&["judge", &table("short.csv", &(POLLS.to_owned() + "west;none\n"))], 3);
    assert!(String::from_utf8_lossy(&output.stderr).contains("short.csv:5: 2 cells"));
}

#[test]
fn a_policy_decides_what_matters() {
    let polls = table("policy.csv", POLLS);
    let policy = table("policy.toml", "[policy]\ndelta = 0.5\nrho = 9.0\n");
    assert!(printed(&["judge", &polls, "--policy", &policy]).contains("conflicts: 0"));
    let bad = table("bad-policy.toml", "[policy]\nalpha = 2.0\n");
    let output = run(&["judge", &polls, "--policy", &bad], 2);
    // Where it is wrong is told as in a base.
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(told.contains("bad-policy.toml:1:1") && told.contains("alpha"), "{told}");
}

#[test]
fn a_row_that_cannot_be_read_is_told_and_the_others_are_judged() {
    let table = table("faulty.csv", &format!("{POLLS}west;would buy again;many;5;2024-03-04\n"));
    let output = run(&["judge", &table], 3);
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("faulty.csv:5:3: `many` is read as no share"), "{told}");
    assert!(String::from_utf8_lossy(&output.stdout).contains("tested: 1"));
    run(&["judge", &table, "--allow-missing"], 1);
}

#[test]
fn what_is_no_table_is_refused() {
    assert!(refused(&["judge", "no-such-table.csv"]).contains("no-such-table.csv"));
    assert!(refused(&["judge", "."]).contains("cannot read ."));
    let empty = table("empty.csv", "");
    assert!(refused(&["judge", &empty]).contains("the table is empty"));
    let short = table("short.csv", "study,figure\na,1 %\n");
    assert!(refused(&["judge", &short]).contains("no column `proposition`"));
}

#[test]
fn the_claims_of_a_base_are_a_table_that_can_be_judged() {
    let base = folder("us-guns-2018");
    let rows = |format: &str| {
        String::from_utf8(on_base(&base, &["export", "--format", format], 0).stdout).expect("UTF-8")
    };
    let (csv, lines) = (rows("csv"), rows("jsonl"));
    assert!(lines.lines().count() == 171 && csv.starts_with("claim,source,study,"), "{csv}");
    let [from_csv, from_lines] = [("base.csv", csv), ("base.jsonl", lines)].map(|(name, text)| {
        let output = run(&["judge", &table(name, &text), "--format", "csv"], 1);
        String::from_utf8(output.stdout).expect("UTF-8")
    });
    assert_eq!(from_csv, from_lines);
    assert!(from_csv.contains("supports-gun-measure[measure=background-checks]"), "{from_csv}");
    let refused = on_base(&base, &["export", "--format", "ddi"], 2);
    assert!(String::from_utf8_lossy(&refused.stderr).contains("name it"));
}
