//! Studies that are held to be no evidence.

use std::{fs, path::Path};

use gainsay_tests::program::{json_on_base, on_base};

use super::{DAY, KEY, MARIE, PAUL, base, states, text};

const STUDY: &str = "fixture-b/2013";

fn reject(base: &Path, who: [&str; 2]) -> String {
    let rejected = ["review", "--reject", STUDY, "--reason", "a panel of one"];
    text(base, &[&rejected, &who, &DAY], 0)
}

#[test]
fn a_rejected_study_is_rejected_for_all_its_contradictions() {
    let base = base("rejected");
    reject(&base, MARIE);
    assert_eq!(states(&base, &[&DAY], 0), []);
    let table = text(&base, &[&["table", "bought", "--format", "md"], &DAY], 0);
    assert!(table.contains("not compared (study rejected by a reviewer)"), "{table}");
    on_base(
        &base,
        &[&["review", "--reject", "fixture-c/2013", "--reason", "x"], &MARIE[..]].concat(),
        2,
    );
}

#[test]
fn why_a_study_was_rejected_is_told_beside_what_it_says() {
    let base = base("reasons");
    reject(&base, MARIE);
    let checked = text(&base, &[&["check"], &DAY], 0);
    let line = "rejected by reviewers:\n  \
                2 claims of `fixture-b/2013` (Marie Exemple, 2 October 2026): a panel of one\n";
    assert!(checked.contains(line), "{checked}");
    let json = json_on_base(&base, &[&["check"], &DAY[..]].concat(), 0);
    let told = serde_json::json!([{
        "study": STUDY, "claims": 2, "who": MARIE[1], "on": "2026-10-02",
        "reason": "a panel of one",
    }]);
    assert_eq!(json["rejections"], told);
    let of_one = text(&base, &[&["check", "likes"], &DAY], 0);
    assert!(of_one.contains("  1 claim of `fixture-b/2013` (Marie"), "{of_one}");
    let shown = text(&base, &[&["show", "fixture-b/2013/bought"], &DAY], 0);
    assert!(
        shown.contains("held to be no evidence (Marie Exemple, 2 October 2026): a panel of one")
    );
    let other = text(&base, &[&["show", "fixture-a/2013/bought"], &DAY], 0);
    assert!(!other.contains("a panel of one"), "{other}");
}

#[test]
fn verdicts_that_a_rejection_shakes_are_counted() {
    let base = base("shaken");
    text(&base, &[&["review", KEY, "--confirm", "--reason", "both"], &PAUL, &DAY], 0);
    let told = reject(&base, MARIE);
    assert!(
        told.ends_with("1 verdict answers nothing any more: `gainsay review --prune`\n"),
        "{told}"
    );
}

#[test]
fn a_study_is_rejected_once_by_each_reviewer() {
    let base = base("twice");
    reject(&base, MARIE);
    let file = base.join("verdicts/marie-exemple.toml");
    let before = fs::read_to_string(&file).expect("a text");
    let again = ["review", "--reject", STUDY, "--reason", "other", "--who", "marie exemple"];
    let output = on_base(&base, &[&again[..], &DAY].concat(), 2);
    let told = String::from_utf8(output.stderr).expect("UTF-8");
    assert!(
        told.contains("already on 2 October 2026; change or delete that in verdicts/marie"),
        "{told}"
    );
    assert_eq!(fs::read_to_string(&file).expect("a text"), before);
    reject(&base, PAUL);
    let shown = text(&base, &[&["show", STUDY], &DAY], 0);
    assert_eq!(shown.matches("a panel of one").count(), 2, "{shown}");
    assert_eq!(states(&base, &[&DAY], 0), []);
}
