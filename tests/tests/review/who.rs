//! Who is who: only the reviewer's own verdicts are changed.

use std::fs;

use gainsay_tests::{
    git::{git, init},
    program::json_on_base,
};

use super::{DAY, KEY, MARIE, PAUL, base, bought, states, text};

const BOBS: [[&str; 2]; 2] = [["--who", "Bob <a@example.org>"], ["--who", "Bob <b@example.org>"]];
const BARE: [&str; 2] = ["--who", "Bob"];

#[test]
fn a_name_that_two_reviewers_share_changes_the_verdict_of_neither() {
    let base = base("bobs");
    for bob in BOBS {
        text(&base, &[&["review", KEY, "--confirm", "--reason", "both"], &bob, &DAY], 0);
    }
    let files = ["verdicts/bob.toml", "verdicts/bob-b.toml"].map(|file| base.join(file));
    let read = || files.each_ref().map(|file| fs::read_to_string(file).expect("a text"));
    let before = read();
    text(&base, &[&["review", KEY, "--false-positive", "--reason", "no"], &BARE, &DAY], 0);
    assert_eq!(read(), before);
    let found = json_on_base(&base, &[&["check"], &DAY[..]].concat(), 1);
    let mut all = found["diagnostics"].as_array().expect("a list").iter();
    let finding = all.find(|one| one["review"]["key"] == KEY).expect("it is found");
    assert_eq!(finding["review"]["answers"].as_array().map(Vec::len), Some(3), "{finding}");

    bought(&base, "28 %");
    let pruned = text(&base, &[&["review", "--prune"], &BARE, &DAY], 0);
    assert_eq!(pruned.lines().count(), 1, "{pruned}");
    assert_eq!(read(), before);
}

#[test]
fn a_name_that_one_reviewer_has_is_his() {
    let base = base("bob");
    text(&base, &[&["review", KEY, "--confirm", "--reason", "both"], &BOBS[0], &DAY], 0);
    text(&base, &[&["review", KEY, "--false-positive", "--reason", "no"], &BARE, &DAY], 0);
    let written = fs::read_to_string(base.join("verdicts/bob.toml")).expect("a text");
    assert_eq!(written.matches("[[verdict]]").count(), 1, "{written}");
    assert_eq!(states(&base, &[&DAY], 1)[0].1, "false-positive");
}

#[test]
fn who_accepts_in_a_dispute_renews_his_own_answer() {
    let base = base("dispute");
    let confirm = ["review", KEY, "--confirm", "--directness", "wording=exact", "--reason", "real"];
    text(&base, &[&confirm, &MARIE, &DAY], 0);
    let explain = ["review", KEY, "--accept", "--cause", "period", "--reason", "other years"];
    text(&base, &[&explain, &PAUL, &DAY], 0);
    let file = base.join("verdicts/marie-exemple.toml");
    text(&base, &[&["review", KEY, "--accept", "--until", "2027-06-01"], &MARIE, &DAY], 0);
    let kept = fs::read_to_string(file).expect("a text");
    for part in ["status = \"confirmed\"", "wording = \"exact\"", "until = 2027-06-01", "real"] {
        assert!(kept.contains(part), "{part}: {kept}");
    }
    assert!(states(&base, &[&DAY], 1).contains(&super::state(KEY, "conflicting")));
}

#[test]
fn what_was_judged_outlives_that_the_base_is_adopted_again() {
    let base = base("adopted-again");
    init(&base);
    git(&base, &["config", "user.name", "Marie Exemple"]);
    git(&base, &["config", "user.email", "marie@example.org"]);
    let folder = base.to_str().expect("a path in UTF-8");
    let adopt = || text(&base, &[&["init", folder, "--baseline"], &DAY], 0);
    adopt();
    text(&base, &[&["review", KEY, "--confirm", "--reason", "I read both"], &MARIE, &DAY], 0);
    let [adopted, own] = ["baseline", "marie-exemple"].map(|name| {
        let file = base.join(format!("verdicts/{name}.toml"));
        fs::read_to_string(file).expect("a text")
    });
    assert!(!adopted.contains(KEY) && own.contains("I read both"), "{adopted}{own}");
    bought(&base, "17 %");
    let told = adopt();
    assert!(told.contains("1 finding not deferred: somebody judged before"), "{told}");
    assert!(states(&base, &[&DAY], 1).contains(&super::state(KEY, "stale")));
}

#[test]
fn who_answers_anew_has_one_answer_left() {
    let base = base("twice-in-a-file");
    text(&base, &[&["review", KEY, "--confirm", "--reason", "once"], &MARIE, &DAY], 0);
    let file = base.join("verdicts/marie-exemple.toml");
    let once = fs::read_to_string(&file).expect("a text");
    let block = once.find("[[verdict]]").expect("a block");
    let again = once[block..].replace("once", "again").replace("confirmed", "false-positive");
    fs::write(&file, format!("{once}\n{again}")).expect("it is written");
    assert!(states(&base, &[&DAY], 1).contains(&super::state(KEY, "false-positive")));
    text(&base, &[&["review", KEY, "--confirm", "--reason", "anew"], &MARIE, &DAY], 0);
    let left = fs::read_to_string(&file).expect("a text");
    assert_eq!(left.matches(KEY).count(), 1, "{left}");
    assert!(left.contains("anew"), "{left}");
}
